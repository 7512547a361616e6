"""A small drawing of how the sheet is turned for its second side."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import current

_WIDTH, _HEIGHT = 260.0, 104.0


class FeedingDrawing(QWidget):
    """The printed sheet, the turn like the page of a book, and the blank side; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._lying = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The sheet is turned over sideways, like the page of a book."))

    def set_lying(self, lying: bool) -> None:
        """Whether the page is wider than high."""
        self._lying = lying
        self.update()

    def sizeHint(self) -> QSize:
        """It grows with text."""
        return QSize(current().text_pixels(_WIDTH), current().text_pixels(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two sheets and an arrow from the one over to the other."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _WIDTH, self.height() / _HEIGHT)
        width, height = (92.0, 65.0) if self._lying else (54.0, 76.0)
        top = _HEIGHT - height - 2
        first = QRectF(60 - width / 2, top, width, height)
        second = QRectF(_WIDTH - 60 - width / 2, top, width, height)
        painter.setPen(QPen(theme.color("ink_2"), 1.5))
        painter.setBrush(theme.color("surface"))
        painter.drawRect(first)
        painter.drawRect(second)
        painter.setPen(QPen(theme.color("ink_3"), 2.0))
        for line in range(4):
            y = first.top() + 20 + line * 11
            painter.drawLine(QPointF(first.left() + 12, y), QPointF(first.right() - 12, y))
        self._paint_arrow(painter, first, second, top)
        painter.end()

    def _paint_arrow(self, painter: QPainter, first: QRectF, second: QRectF, top: float) -> None:
        start, end = QPointF(first.center().x(), top - 4), QPointF(second.center().x(), top - 5)
        path = QPainterPath(start)
        path.cubicTo(QPointF(start.x() + 20, top - 26), QPointF(end.x() - 20, top - 26), end)
        pen = QPen(current().color("accent"), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.drawLine(end, QPointF(end.x() - 9, end.y() - 3))
        painter.drawLine(end, QPointF(end.x() - 1, end.y() - 9))
