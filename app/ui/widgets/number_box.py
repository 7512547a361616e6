"""A field for a whole number between two bounds."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from app.ui.theme import current
from app.ui.widgets.chevron import paint_steps


class NumberBox(QSpinBox):
    """Tells of a number once it is typed to its end; `unit` stands behind it."""

    def __init__(self, least: int, most: int, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(unit)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(current().text_pixels(38))
        self.lineEdit().setTextMargins(current().space(10), 0, 0, 0)  # the style sheet's padding does not reach it

    def show_number(self, number: int) -> None:
        """Show a stored number without telling anyone; one that is just being typed stays."""
        if self.hasFocus() and self.text() != self.textFromValue(self.value()) + self.suffix():
            return
        self.blockSignals(True)
        self.setValue(number)
        self.blockSignals(False)

    def finish(self) -> None:
        """What is typed counts now, though the field still has the focus."""
        self.interpretText()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box by the style sheet, the arrows here."""
        super().paintEvent(event)
        paint_steps(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page unless the field is in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
