"""The small arrow that says: this opens."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.ui.theme import current
from app.ui.theme.icons import paint_glyph


def paint_chevron(widget: QWidget) -> None:
    """Paint it at the widget's end, over what the style has painted; call from its paintEvent."""
    theme = current()
    edge = theme.text_pixels(14)
    left = widget.width() - edge - theme.space(10)
    area = QRectF(left, (widget.height() - edge) / 2, edge, edge)
    tone = "ink" if widget.isEnabled() else "ink_3"
    paint_glyph(QPainter(widget), theme.glyphs().path("caret-down"), theme.color(tone), area)
