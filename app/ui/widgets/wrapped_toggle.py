"""A box or ring to tick with a sentence beside it that may take several lines."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui.theme import current
from app.ui.widgets.by_reader import ByReader

if TYPE_CHECKING:
    _Button = QAbstractButton
else:  # it stands before a button's own class, and brings no other
    _Button = object

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class WrappedToggle(ByReader, _Button):
    """Put before QCheckBox or QRadioButton; call `set_up` once it is made, and paint the mark in `paint_mark`."""

    def set_up(self, across: QSizePolicy.Policy) -> None:
        self.setAccessibleName(self.text())
        self.hear_reader()
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paint_mark(self, painter: QPainter, place: QRectF) -> None:
        """The box or ring, and what says that it is taken."""
        raise AssertionError("each kind paints a mark of its own")

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
        """The sentence can be clicked as well as the mark."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark, sentence, ring of the focus."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._edge()
        self.paint_mark(painter, QRectF(3.5, theme.space(6) + 0.5, edge - 1, edge - 1))
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
