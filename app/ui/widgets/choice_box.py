"""A field that takes one of several choices."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from app.ui.theme import current
from app.ui.widgets.chevron import paint_chevron
from app.ui.widgets.cleaning import clean_line


class ChoiceBox(QComboBox):
    """Shows words, speaks of values. `chosen` carries the value that the owner took (never from `choose`).

    `editable` also takes words that are no choice; then `chosen` carries these words as a str.
    """

    chosen = Signal(object)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None, *, editable: bool = False) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self._told: object = None
        self.setView(QListView(self))
        self.setEditable(editable)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.setPlaceholderText(placeholder)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(placeholder)
            line.setMaxLength(200)
            line.editingFinished.connect(self._on_written)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other choices, each (value, words); what was taken stays taken if it is among them."""
        before = self.choice()
        self._values = [value for value, _ in choices]
        self.clear()
        self.addItems([words for _, words in choices])
        self.choose(before)

    def choice(self) -> object:
        """The value taken, None for none; editable: the words where they are no choice."""
        at = self.currentIndex()
        if self.isEditable():
            words = clean_line(self.currentText()).strip()
            at = self.findText(words, Qt.MatchFlag.MatchFixedString) if words else -1
            if at < 0:
                return words or None
        return self._values[at] if 0 <= at < len(self._values) else None

    def choose(self, value: object) -> None:
        """Show a stored value, without telling anyone; no choice shows as none, editable as words."""
        at = self._values.index(value) if value in self._values else -1
        self.setCurrentIndex(at)
        if self.isEditable() and at < 0:
            self.setEditText(value if isinstance(value, str) else "")
        self._told = self.choice()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page unless the box is in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box by the style sheet, which would paint the placeholder as an answer; that and the arrow here."""
        if self.isEditable() or self.currentIndex() >= 0:
            super().paintEvent(event)
        else:
            self._paint_empty()
        paint_chevron(self)

    def _paint_empty(self) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        area = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        painter.setPen(current().color("ink_3"))
        words = self.fontMetrics().elidedText(self.placeholderText(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)

    def _tell(self) -> None:
        value = self.choice()
        if value != self._told:
            self._told = value
            self.chosen.emit(value)

    @Slot(int)
    def _on_activated(self, _at: int) -> None:
        self._tell()

    @Slot()
    def _on_written(self) -> None:
        self._tell()
