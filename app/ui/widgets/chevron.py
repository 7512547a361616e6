"""The small arrows that say: this opens, or counts up and down."""

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
    tone = _tone(widget)
    paint_glyph(QPainter(widget), theme.glyphs().path("caret-down"), theme.color(tone), area)


def paint_steps(widget: QWidget) -> None:
    """One arrow up and one down, one above the other, where the buttons of a number box are."""
    theme = current()
    edge = theme.text_pixels(11)
    left = widget.width() - (theme.space(28) + edge) / 2
    painter, tone = QPainter(widget), theme.color(_tone(widget))
    for glyph, middle in (("caret-up", 0.32), ("caret-down", 0.68)):
        area = QRectF(left, widget.height() * middle - edge / 2, edge, edge)
        paint_glyph(painter, theme.glyphs().path(glyph), tone, area)


def _tone(widget: QWidget) -> str:
    return "ink" if widget.isEnabled() else "ink_3"
