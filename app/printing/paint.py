"""Paints one side of a card in millimetres: the same strokes for preview, printer, PDF and picture."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.card import Card, CardLook
from app.domain.errors import AppError
from app.printing.layout import DoesNotFit, LaidOut, lay_out
from app.printing.looks import Look, Role, look_of
from app.printing.measure import draw_line
from app.printing.ornaments import ornament
from app.printing.sheets import Mark, MarkKind, Panel, Rect, Side, panel_rect

HAIRLINE = 0.1
RULE_WIDTH = 0.2


def laid_out(card: Card, side: Side) -> LaidOut:
    """The side as it will be painted; raises AppError("does_not_fit", lines) where it has no room."""
    result = lay_out(card, side)
    if isinstance(result, DoesNotFit):
        raise AppError("does_not_fit", lines=result.lines_left)
    return result


def paint_side(painter: QPainter, card: Card, side: Side) -> None:
    """Paint one side of the flat card; one unit of the painter is a millimetre, its origin the card's top left.

    Raises AppError("does_not_fit", lines) before anything is painted.
    """
    look, setting = look_of(card.look), laid_out(card, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ornament(painter, card, look, setting.ornament)
    if side is Side.OUTSIDE and look.frame:
        _paint_frame(painter, look, panel_rect(card.size, Panel.RIGHT))
    if setting.rule:
        painter.setPen(_pen(look.rule, RULE_WIDTH))
        painter.drawLine(QLineF(setting.rule.x, setting.rule.y, setting.rule.right, setting.rule.y))
    for line in setting.lines:
        painter.save()
        painter.setPen(QColor(look.quiet if line.role is Role.FOOT else look.ink))
        painter.translate(line.x, line.baseline)
        draw_line(painter, line.text, look.faces[line.role], line.points, line.rtl)
        painter.restore()
    painter.restore()


def paint_marks(painter: QPainter, marks: tuple[Mark, ...], look: CardLook) -> None:
    """Paint hairlines for the knife and dashes for the fold; the painter is in millimetres of the sheet."""
    for mark in marks:
        pen = _pen(look_of(look).mark, HAIRLINE)
        if mark.kind is MarkKind.FOLD:
            pen.setDashPattern([8, 6])
        painter.setPen(pen)
        painter.drawLine(QLineF(mark.x1, mark.y1, mark.x2, mark.y2))


def _paint_ornament(painter: QPainter, card: Card, look: Look, place: Rect) -> None:
    """The drawing, as high as its place and in the middle of it."""
    drawing, size = ornament(card.kind), place.height
    painter.save()
    painter.translate(place.x + (place.width - size) / 2, place.y)
    painter.scale(size / 100, size / 100)
    # A pen of a quarter of a millimetre over the words, and of half a millimetre on the front.
    width = max(0.24, size / 100) / size * 100
    painter.setPen(_pen(look.ornament, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(drawing.lines)
    if not look.pen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.ornament))
    painter.drawPath(drawing.shapes)
    painter.restore()


def _paint_frame(painter: QPainter, look: Look, panel: Rect) -> None:
    """Two thin frames around the front."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, width in ((9.0, 0.35), (10.4, 0.15)):
        painter.setPen(_pen(look.ornament, width))
        corner = QPointF(panel.x + inset, panel.y + inset)
        painter.drawRect(QRectF(corner, QPointF(panel.right - inset, panel.bottom - inset)))


def _pen(ink: str, width: float) -> QPen:
    pen = QPen(QColor(ink), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
