"""A box to tick whose sentence may take several lines."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.theme.icons import paint_glyph
from app.ui.widgets.by_reader import ByReader

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class TickBox(ByReader, QCheckBox):
    """Qt's check box, painted by the theme; `toggled` and `clicked` are Qt's."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.hear_reader()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped sentence."""
        room = max(1, width - self._text_left() - 4)
        text = self.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, self.text())
        return max(text.height(), self._edge()) + current().space(6) * 2

    def sizeHint(self) -> QSize:
        """In one line, if there is room."""
        width = min(self.fontMetrics().horizontalAdvance(self.text()), current().text_pixels(420))
        whole = self._text_left() + width + 8
        return QSize(whole, self.heightForWidth(whole))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as high as one line at least."""
        return QSize(self._text_left() + current().text_pixels(80), self._edge() + current().space(6) * 2)

    def hitButton(self, place: QPoint) -> bool:
        """The sentence can be clicked as well as the box."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, tick, sentence, ring."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._edge()
        box = QRectF(3.5, theme.space(6) + 0.5, edge - 1, edge - 1)
        ticked = self.isChecked()
        painter.setPen(QPen(theme.color("accent" if ticked else "ink_3"), 1.5))
        painter.setBrush(theme.color("accent" if ticked else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            mark = box.adjusted(2, 2, -2, -2)
            paint_glyph(painter, theme.glyphs().path("check"), theme.color("on_accent"), mark)
        painter.setPen(theme.color("ink" if self.isEnabled() else "ink_3"))
        painter.setFont(self.font())
        left = self._text_left()
        lift = max(0, (edge - self.fontMetrics().height()) // 2)
        area = QRect(left, theme.space(6) + lift, self.width() - left - 4, self.height())
        painter.drawText(area, _WRAPPED, self.text())
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _edge(self) -> int:
        return current().text_pixels(20)

    def _text_left(self) -> int:
        return 3 + self._edge() + current().space(8)
