"""The rounded line around the table, over rows and head that know no round corners."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.theme import current


class Outline(QWidget):
    """Lies over its parent; paints the page's paper outside the corners, and the ring of the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Corners, then the line."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._over.hasFocus()
        width = 2.0 if focused else 1.0
        whole = QRectF(self.rect())
        inner = whole.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = theme.space(theme.tokens.measures["corner_card"])
        corners = QPainterPath()
        corners.addRect(whole)
        round_part = QPainterPath()
        round_part.addRoundedRect(inner, radius, radius)
        painter.fillPath(corners - round_part, theme.color("paper"))
        painter.setPen(QPen(theme.color("accent" if focused else "line"), width))
        painter.drawPath(round_part)
