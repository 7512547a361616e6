"""The head of the list: a click or the space bar on a column sorts by it."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.theme import current

_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class SortHeader(QHeaderView):
    """`sort_requested` carries the place of a column. Tab reaches it, the arrow keys walk through its columns."""

    sort_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._at = 0
        self.setAccessibleName(self.tr("Sort by"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sectionClicked.connect(self._on_clicked)

    def show_sort(self, column: int, *, descending: bool) -> None:
        """Mark the column that the list is sorted by."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(column, order)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as in the design, and never less than its words need."""
        height = max(current().text_pixels(40), self.fontMetrics().height() + current().space(14))
        return QSize(super().sizeHint().width(), height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Words, the arrow of the sort, and the ring of the focus."""
        theme = current()
        chosen = logicalIndex == self.sortIndicatorSection()
        painter.save()
        painter.fillRect(rect, theme.color("sunk"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        font = theme.font("small_strong" if chosen else "secondary")
        painter.setFont(font)
        painter.setPen(theme.color("ink" if chosen else "ink_2"))
        room = rect.adjusted(theme.space(10), 0, -theme.space(4), -1)
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        painter.drawText(room, _LEFT, words)
        if chosen:
            left = room.left() + painter.fontMetrics().horizontalAdvance(words) + theme.space(6)
            self._arrow(painter, left, rect.center().y())
        if self.hasFocus() and logicalIndex == self._at:
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
            painter.drawRect(rect.adjusted(2, 2, -3, -3))
        painter.restore()

    def _arrow(self, painter: QPainter, left: int, middle: int) -> None:
        edge = current().text_pixels(7)
        down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        base, tip = (-edge / 3, edge / 3) if down else (edge / 3, -edge / 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(left, middle + base),
                    QPointF(left + edge, middle + base),
                    QPointF(left + edge / 2, middle + tip),
                ]
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose a column, space and Enter sort by it."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._walk(step)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sort_requested.emit(self._at)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is."""
        super().focusInEvent(event)
        self._at = max(self.sortIndicatorSection(), 0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _walk(self, step: int) -> None:
        at = self._at + step
        while 0 <= at < self.count() and self.isSectionHidden(at):
            at += step
        if 0 <= at < self.count():
            self._at = at
            self.viewport().update()

    @Slot(int)
    def _on_clicked(self, column: int) -> None:
        self._at = column
        self.sort_requested.emit(column)
