"""One word to take, in a row of such."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from app.ui.theme import current
from app.ui.theme.icons import paint_glyph
from app.ui.widgets.by_enter import ByEnter
from app.ui.widgets.by_reader import ByReader


class Pill(ByEnter, ByReader, QPushButton):
    """Checkable; its accessible name is its words."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("kind", "pill")
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.hear_reader()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A check mark in the room before the words, so that taken is more than a colour and no width changes."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        theme = current()
        edge = theme.space(13)
        area = QRectF(theme.space(6), (self.height() - edge) / 2, edge, edge)
        paint_glyph(QPainter(self), theme.glyphs().path("check"), theme.color("accent"), area)
