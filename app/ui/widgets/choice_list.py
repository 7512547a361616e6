"""Sentences below one another of which one is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.by_reader import ByReader

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class _Choice(ByReader, QRadioButton):
    """One sentence, wrapped where it is narrow."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setAccessibleName(words)
        self.hear_reader()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(1, width - self._text_left() - 4)
        text = self.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, self.text())
        return max(text.height(), self._edge()) + current().space(6) * 2

    def sizeHint(self) -> QSize:
        width = min(self.fontMetrics().horizontalAdvance(self.text()), current().text_pixels(420))
        whole = self._text_left() + width + 8
        return QSize(whole, self.heightForWidth(whole))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_left() + current().text_pixels(80), self._edge() + current().space(6) * 2)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._edge()
        ring = QRectF(3.5, theme.space(6) + 0.5, edge - 1, edge - 1)
        painter.setPen(QPen(theme.color("accent" if self.isChecked() else "ink_3"), 1.5))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(ring)
        if self.isChecked():
            inner = edge * 0.25
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(ring.adjusted(inner, inner, -inner, -inner))
        painter.setPen(theme.color("ink" if self.isEnabled() else "ink_3"))
        painter.setFont(self.font())
        left = self._text_left()
        lift = max(0, (edge - self.fontMetrics().height()) // 2)
        painter.drawText(
            QRect(left, theme.space(6) + lift, self.width() - left - 4, self.height()), _WRAPPED, self.text()
        )
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _edge(self) -> int:
        return current().text_pixels(20)

    def _text_left(self) -> int:
        return 3 + self._edge() + current().space(8)


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
