"""Keeps what has the focus in sight, with its label, while a step that was just opened is laid out."""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.theme import current
from app.ui.widgets.field import Field

_SETTLING_MS: Final = 1000  # wrapped words find their height in several rounds
_AROUND: Final = 14


class Sight(QObject):
    """Scrolls only as far as it must, and never against the owner: what they scroll themselves stays."""

    def __init__(self, area: QScrollArea, inside: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._inside = inside
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        area.verticalScrollBar().rangeChanged.connect(self._on_laid_out)
        area.verticalScrollBar().actionTriggered.connect(self._settling.stop)

    def follow(self) -> None:
        """Begin: a page puts the focus where it belongs with the next turn of the loop, the layout comes after."""
        self._settling.start()
        QTimer.singleShot(0, self, self._look)

    @Slot(int, int)
    def _on_laid_out(self, _least: int, _most: int) -> None:
        if self._settling.isActive():
            QTimer.singleShot(0, self, self._look)

    @Slot()
    def _look(self) -> None:
        inside = self._inside
        focused: QWidget | None = self._area.window().focusWidget()
        if not self._settling.isActive() or focused is None or not inside.isAncestorOf(focused):
            return
        part = _with_label(focused, inside)
        margin = current().space(_AROUND)
        top = part.mapTo(inside, QPoint()).y() - margin
        foot = top + part.height() + 2 * margin
        bar, room = self._area.verticalScrollBar(), self._area.viewport().height()
        if foot > bar.value() + room:
            bar.setValue(foot - room)
        if top < bar.value():  # of what is higher than the room, the head
            bar.setValue(top)


def _with_label(focused: QWidget, inside: QWidget) -> QWidget:
    """The field around it; without one, the row in which it stands."""
    part: QWidget | None = focused
    while part is not None and part is not inside:
        if isinstance(part, Field):
            return part
        part = part.parentWidget()
    around = focused.parentWidget()
    return focused if around is None or around is inside or around.parentWidget() is inside else around
