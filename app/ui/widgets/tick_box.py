"""A box to tick whose sentence may take several lines."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.theme.icons import paint_glyph
from app.ui.widgets.wrapped_toggle import WrappedToggle


class TickBox(WrappedToggle, QCheckBox):
    """Qt's check box, painted by the theme; `toggled` and `clicked` are Qt's."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.set_up(QSizePolicy.Policy.Preferred)

    def paint_mark(self, painter: QPainter, place: QRectF) -> None:
        theme, ticked = current(), self.isChecked()
        painter.setPen(QPen(theme.color("accent" if ticked else "ink_3"), 1.5))
        painter.setBrush(theme.color("accent" if ticked else "surface"))
        painter.drawRoundedRect(place, 4, 4)
        if ticked:
            mark = place.adjusted(2, 2, -2, -2)
            paint_glyph(painter, theme.glyphs().path("check"), theme.color("on_accent"), mark)
