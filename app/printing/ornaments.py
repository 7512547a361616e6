"""The small drawings of the cards, one a kind, drawn as paths so that they print sharp at any size."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from app.domain.card import CardKind


@dataclass(frozen=True, slots=True)
class Ornament:
    """`lines` are always drawn with a pen; `shapes` are filled or outlined. Both stand in a square of 100 units."""

    lines: QPainterPath
    shapes: QPainterPath


def ornament(kind: CardKind) -> Ornament:
    """The drawing for a kind of card."""
    return _DRAWINGS[kind]()


def _olive_twig() -> Ornament:
    """Peace: a twig that leans, with leaves in pairs."""
    lines, shapes = QPainterPath(QPointF(38, 99)), QPainterPath()
    start, bend, tip = (38.0, 99.0), (44.0, 48.0), (60.0, 14.0)
    lines.quadTo(QPointF(*bend), QPointF(*tip))
    shapes.addPath(_leaf(*tip, -62, 15, 5.5))
    for part, length in ((0.2, 28.0), (0.42, 29.0), (0.64, 26.0), (0.85, 20.0)):
        x, y = _on_curve(start, bend, tip, part)
        lean = -80 + 17 * part
        shapes.addPath(_leaf(x, y, lean - 46, length, length * 0.2))
        shapes.addPath(_leaf(x, y + 3, lean + 48, length * 0.94, length * 0.2))
    return Ornament(lines, shapes)


def _blossom() -> Ornament:
    """Thanks: one open flower with two leaves."""
    lines, shapes = QPainterPath(QPointF(50, 58)), QPainterPath()
    lines.cubicTo(QPointF(50, 70), QPointF(53, 82), QPointF(48, 100))
    for turn in range(8):
        angle = -90 + 45 * turn
        x, y = _away(50, 30, angle, 7.5)
        shapes.addPath(_leaf(x, y, angle, 20, 6))
    shapes.addEllipse(QPointF(50, 30), 5, 5)
    shapes.addPath(_leaf(50.5, 80, -32, 29, 6))
    shapes.addPath(_leaf(50.5, 88, -145, 27, 6))
    return Ornament(lines, shapes)


def _seeds_in_the_wind() -> Ornament:
    """Goodbye: a dandelion that lets three seeds go."""
    lines, shapes = QPainterPath(QPointF(35, 41)), QPainterPath()
    lines.cubicTo(QPointF(38, 62), QPointF(37, 80), QPointF(30, 100))
    for turn in range(15):
        angle = 110 + 19.5 * turn
        lines.moveTo(QPointF(*_away(35, 37, angle, 4)))
        end = _away(35, 37, angle, 21 + 2 * (turn % 2))
        lines.lineTo(QPointF(*end))
        shapes.addEllipse(QPointF(*_away(35, 37, angle, 24.5 + 2 * (turn % 2))), 1.7, 1.7)
    shapes.addEllipse(QPointF(35, 37), 3.6, 3.6)
    for x, y, angle in ((71.0, 38.0, -28.0), (84.0, 19.0, -40.0), (79.0, 61.0, -12.0)):
        _add_seed(lines, shapes, x, y, angle)
    shapes.addPath(_leaf(34.5, 90, -25, 30, 5))
    return Ornament(lines, shapes)


def _sunrise() -> Ornament:
    """Welcome back: the sun comes up between two leaves."""
    lines, shapes = QPainterPath(), QPainterPath()
    for turn in range(9):
        angle = -170 + 20 * turn
        lines.moveTo(QPointF(*_away(50, 66, angle, 27)))
        lines.lineTo(QPointF(*_away(50, 66, angle, 38 + 6 * (turn % 2))))
    shapes.moveTo(QPointF(30, 66))
    shapes.arcTo(30, 46, 40, 40, 180, -180)
    shapes.closeSubpath()
    lines.moveTo(QPointF(4, 73))
    lines.lineTo(QPointF(96, 73))
    shapes.addPath(_leaf(48, 84, 172, 30, 5))
    shapes.addPath(_leaf(52, 84, 8, 30, 5))
    return Ornament(lines, shapes)


def _add_seed(lines: QPainterPath, shapes: QPainterPath, x: float, y: float, angle: float) -> None:
    """A seed on its stalk under a fan of three hairs."""
    lines.moveTo(QPointF(x, y))
    top = _away(x, y, angle, 11)
    lines.lineTo(QPointF(*top))
    for spread in (-42, 0, 42):
        lines.moveTo(QPointF(*top))
        lines.lineTo(QPointF(*_away(*top, angle + spread, 6.5)))
    shapes.addEllipse(QPointF(x, y), 1.7, 1.7)


def _leaf(x: float, y: float, angle: float, length: float, half: float) -> QPainterPath:
    """A pointed leaf that grows from (x, y) at `angle` degrees (0 to the right, -90 up), `half` its half width."""
    tip = _away(x, y, angle, length)
    middle = _away(x, y, angle, 0.42 * length)
    left, right = _away(*middle, angle - 90, 2 * half), _away(*middle, angle + 90, 2 * half)
    path = QPainterPath(QPointF(x, y))
    path.quadTo(QPointF(*left), QPointF(*tip))
    path.quadTo(QPointF(*right), QPointF(x, y))
    path.closeSubpath()
    return path


def _away(x: float, y: float, angle: float, distance: float) -> tuple[float, float]:
    return x + distance * cos(radians(angle)), y + distance * sin(radians(angle))


def _on_curve(
    start: tuple[float, float], bend: tuple[float, float], end: tuple[float, float], part: float
) -> tuple[float, float]:
    """A point of the quadratic curve, `part` from 0 to 1 along it."""
    rest = 1 - part
    x, y = (rest**2 * a + 2 * rest * part * b + part**2 * c for a, b, c in zip(start, bend, end, strict=True))
    return x, y


_DRAWINGS: dict[CardKind, Callable[[], Ornament]] = {
    CardKind.APOLOGY: _olive_twig,
    CardKind.THANKS: _blossom,
    CardKind.GOODBYE: _seeds_in_the_wind,
    CardKind.WELCOME_BACK: _sunrise,
}
