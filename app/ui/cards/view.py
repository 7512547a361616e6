"""The card as it will come out of the printer, lying on the desk with its shadow."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.card import Card
from app.printing.devices import to_image
from app.printing.output import INCH
from app.printing.paint import laid_out
from app.printing.sheets import Panel, Side
from app.ui.theme import current

_SHADOW_STEPS = 20
_SHADOW_ALPHA = 2  # of 255, a step


class CardView(QWidget):
    """Paints nothing of its own on the card: the picture comes from the one paint function of all devices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._side = Side.INSIDE
        self._image = QImage()
        self._shadow = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_card(self, card: Card, side: Side, *, seen: bool = True) -> None:
        """Show this side, or only see that it fits; raises what `to_image` raises, and what was shown stays then."""
        laid_out(card, side)
        if not seen:
            return
        image = self._painted(card, side)
        self._card, self._side, self._image = card, side, image
        words = self.tr("Inside of the card") if side is Side.INSIDE else self.tr("Front of the card")
        self.setAccessibleName(words)
        self.setAccessibleDescription(card.text if side is Side.INSIDE else card.heading)
        self.update()

    def forget(self) -> None:
        """Show nothing."""
        self._card, self._image = None, QImage()
        self.update()

    def image(self) -> QImage:
        """The picture on screen."""
        return self._image

    def dpi(self, card: Card) -> float:
        """Dots an inch, before the device pixel ratio, at which the card just fills its place."""
        margin = 2 * self._margin()
        room_across, room_down = max(1, self.width() - margin), max(1, self.height() - margin)
        panel = card.size.panel
        return max(8.0, min(room_across / panel.width, room_down / panel.height) * INCH)

    def paper(self) -> QColor:
        """Paper stays paper, whatever the window wears."""
        return QColor(current().tokens.light["surface"])

    def sizeHint(self) -> QSize:
        """Small: it takes what is left."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Large enough to see the shape of the words."""
        return QSize(current().text_pixels(180), current().text_pixels(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same card at another size."""
        super().resizeEvent(event)
        self._paint_again()

    def event(self, event: QEvent) -> bool:
        """On another screen there are more or fewer dots."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._paint_again()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow and card, in the middle."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        size = self._image.deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        # On whole dots of the screen: the picture must not be blurred.
        ratio = self._image.devicePixelRatio()
        left, top = round(left * ratio) / ratio, round(top * ratio) / ratio
        self._paint_shadow(painter, QRectF(left, top, size.width(), size.height()))
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)

    def _paint_again(self) -> None:
        if self._card is not None:
            self._image = self._painted(self._card, self._side)
            self.update()

    def _painted(self, card: Card, side: Side) -> QImage:
        return to_image(card, side, self.dpi(card), self.devicePixelRatio(), panel=Panel.RIGHT, paper=self.paper())

    def _margin(self) -> int:
        return current().space(20)

    def _paint_shadow(self, painter: QPainter, card: QRectF) -> None:
        """The shadow, kept until the card has another size."""
        reach, ratio = float(self._margin()), self._image.devicePixelRatio()
        size = (card.size() + QSizeF(2 * reach, 2 * reach)) * ratio
        if self._shadow.size() != size.toSize():
            self._shadow = _shadow(QRectF(QPointF(reach, reach), card.size()), reach, ratio)
        painter.drawPixmap(card.topLeft() - QPointF(reach, reach), self._shadow)


def _shadow(card: QRectF, reach: float, ratio: float) -> QPixmap:
    """The shadow of a card on clear ground, `reach` pixels wide around it."""
    size = (card.size() + QSizeF(2 * reach, 2 * reach)) * ratio
    made = QPixmap(size.toSize())
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    color = QColor(current().tokens.light["ink"]).darker(200)
    color.setAlpha(_SHADOW_ALPHA)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for step in range(_SHADOW_STEPS):
        # More of the steps near the card, so that the shadow fades out; a little lower than the card.
        spread = (reach - 1) * (1 - step / _SHADOW_STEPS) ** 1.6
        painter.drawRoundedRect(
            card.adjusted(-spread * 0.8, -spread * 0.5, spread * 0.8, spread), spread + 2, spread + 2
        )
    painter.end()
    return made
