"""Sentences below one another of which one is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.wrapped_toggle import WrappedToggle


class _Choice(WrappedToggle, QRadioButton):
    """One sentence, wrapped where it is narrow."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.set_up(QSizePolicy.Policy.Expanding)

    def paint_mark(self, painter: QPainter, place: QRectF) -> None:
        theme = current()
        painter.setPen(QPen(theme.color("accent" if self.isChecked() else "ink_3"), 1.5))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(place)
        if self.isChecked():
            inner = (place.width() + 1) * 0.25
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(place.adjusted(inner, inner, -inner, -inner))


class ChoiceList(QWidget):
    """Shows words, speaks of values; `chosen` carries what the owner took, never what `choose` showed."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._choices: list[tuple[object, _Choice]] = []
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other choices, each (value, words); what was taken stays taken if it is among them."""
        if [(value, one.text()) for value, one in self._choices] == list(choices):
            return
        before = self.choice()
        for _, old in self._choices:
            self._group.removeButton(old)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._choices = [(value, _Choice(words)) for value, words in choices]
        for _, one in self._choices:
            self._group.addButton(one)
            self._column.addWidget(one)
        if self._choices:
            self.setFocusProxy(self._choices[0][1])
        self.choose(before)

    def choice(self) -> object:
        """The value taken, None for none."""
        return next((value for value, one in self._choices if one.isChecked()), None)

    def choose(self, value: object) -> None:
        """Show a value as taken, without telling anyone; a value that is no choice takes none."""
        self._group.setExclusive(False)
        for known, one in self._choices:
            one.setChecked(known == value)
            if known == value:
                self.setFocusProxy(one)
        self._group.setExclusive(True)

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        for value, one in self._choices:
            if one is clicked:
                self.setFocusProxy(one)
                self.chosen.emit(value)
