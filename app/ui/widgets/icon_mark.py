"""Icons that stand alone beside text: bare, or on a round soft ground."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.theme.icons import paint_glyph


class IconMark(QWidget):
    """A bare icon in a tone, as high as the text beside it; it says nothing that the text does not say."""

    def __init__(self, name: str, tone: str = "ink", pixels: float = 18) -> None:
        super().__init__()
        self._name = name
        self._tone = tone
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, tone: str = "ink") -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with text."""
        edge = current().text_pixels(self._pixels)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glyph."""
        theme = current()
        paint_glyph(QPainter(self), theme.glyphs().path(self._name), theme.color(self._tone), QRectF(self.rect()))


class IconDisc(IconMark):
    """An icon on a round soft ground, as on the rows of Today."""

    def __init__(self, name: str, tone: str = "ink_2", pixels: float = 36) -> None:
        super().__init__(name, tone, pixels)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and glyph."""
        paint_disc(QPainter(self), QRectF(self.rect()), self._name, self._tone, filled=False)


def paint_disc(painter: QPainter, area: QRectF, name: str, tone: str, *, filled: bool) -> None:
    """A disc in `area`: soft ground and toned glyph, or, filled, toned ground and clear glyph."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(tone) if filled else theme.soft(tone))
    painter.drawEllipse(area)
    painter.restore()
    edge = area.width() * 0.5
    glyph = QRectF(0, 0, edge, edge)
    glyph.moveCenter(QPointF(area.center()))
    paint_glyph(painter, theme.glyphs().path(name), theme.color("on_accent" if filled else tone), glyph)
