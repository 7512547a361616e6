"""Anger 0 to 10 as colour and figure."""

from colorsys import hls_to_rgb
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.theme.contrast import READABLE, contrast

FIGURES: Final = range(11)
_CALM, _FURIOUS = 150, 10


@cache
def anger_colors(figure: int, dark: bool) -> tuple[QColor, QColor]:
    """Ground and text of a figure's soft chip; figures outside 0 to 10 count as the nearest."""
    hue = _hue(figure)
    if dark:
        return QColor(_hex(hue, 0.22, 0.34)), QColor(_hex(hue, 0.78, 0.50))
    return QColor(_hex(hue, 0.88, 0.42)), QColor(_hex(hue, 0.22, 0.60))


@cache
def chosen_anger_colors(figure: int) -> tuple[QColor, QColor]:
    """Ground and text of the one figure that is chosen: strong, and readable in light and dark."""
    hue = _hue(figure)
    ground = _hex(hue, 0.47, 0.62)
    tokens = current().tokens
    dark_text, light_text = tokens.dark["paper"], tokens.light["surface"]
    text = max(dark_text, light_text, key=lambda color: contrast(color, ground))
    lightness = 0.47
    while contrast(text, ground) < READABLE:
        lightness += 0.01 if text == dark_text else -0.01
        ground = _hex(hue, lightness, 0.62)
    return QColor(ground), QColor(text)


class AngerMark(QWidget):
    """A small chip with the figure, to be read only; no figure shows as a dash."""

    def __init__(self, figure: int | None = None) -> None:
        super().__init__()
        self._figure: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_figure(figure)

    def set_figure(self, figure: int | None) -> None:
        """Show another figure."""
        self._figure = figure
        unknown = self.tr("anger not known")
        self.setAccessibleName(unknown if figure is None else self.tr("anger {figure}").format(figure=figure))
        self.update()

    def figure(self) -> int | None:
        """The figure shown."""
        return self._figure

    def sizeHint(self) -> QSize:
        """Room for two digits."""
        theme = current()
        return QSize(theme.text_pixels(26), theme.text_pixels(21))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        paint_anger(QPainter(self), QRectF(self.rect()), self._figure)


def paint_anger(painter: QPainter, area: QRectF, figure: int | None) -> None:
    """Paint the chip of a figure into `area`; for table delegates too."""
    theme = current()
    ground, text = (theme.color("sunk"), theme.color("ink_2")) if figure is None else anger_colors(figure, theme.dark)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, 5, 5)
    painter.setFont(theme.font("small_strong"))
    painter.setPen(text)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "–" if figure is None else str(figure))
    painter.restore()


def _hue(figure: int) -> int:
    within = min(max(figure, FIGURES[0]), FIGURES[-1])
    return _CALM - (_CALM - _FURIOUS) * within // FIGURES[-1]


def _hex(hue: int, lightness: float, saturation: float) -> str:
    red, green, blue = (round(part * 255) for part in hls_to_rgb(hue / 360, lightness, saturation))
    return f"#{red:02X}{green:02X}{blue:02X}"
