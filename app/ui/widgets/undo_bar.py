"""The bar at the foot that offers to take back what was just done."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.focus_back import FocusBack
from app.ui.widgets.icon_mark import IconMark
from app.ui.widgets.words import label

SECONDS: Final = 10


class UndoBar(QFrame):
    """One act at a time, for ten seconds; while the pointer or the focus is on it, it stays.

    Ctrl+Z anywhere in the window takes the act back too, unless a field has something of its own to take back.
    `closed` is sent when the offer ends, taken or not; the focus then goes back to where it was.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self.setProperty("kind", "undo")
        theme = current()
        self._undo: Callable[[], object] | None = None
        self._words = label("", "body")
        self._button = button(self.tr("Undo"), "plain", "arrow-counter-clockwise")
        self._button.clicked.connect(self.undo)
        self._close = button("", "quiet", "x")
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.clicked.connect(self.close_offer)
        self._focus = FocusBack(self, self._button, self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(14), theme.space(6), theme.space(6), theme.space(6))
        row.setSpacing(theme.space(8))
        row.addWidget(IconMark("check", "ink_2"))
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self._on_timeout)
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        self._shortcut.setEnabled(False)
        self._shortcut.activated.connect(self.undo)
        self.hide()

    def offer(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what was done ("Deleted."), and keep the way back; an earlier offer ends."""
        self._undo = undo
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._shortcut.setEnabled(True)
        self.show()
        self._timer.start()

    def sentence(self) -> str:
        """What is offered to be taken back, empty for nothing."""
        return self._words.text() if self._undo is not None else ""

    @Slot()
    def undo(self) -> None:
        """Take it back, once."""
        undo = self._undo
        self.close_offer()
        if undo is not None:
            with self._focus.lent():
                undo()
            self._focus.give_back()  # to what is there again

    @Slot()
    def close_offer(self) -> None:
        """End the offer without taking it."""
        if self._undo is None:
            return
        self._undo = None
        self._timer.stop()
        self._shortcut.setEnabled(False)
        self._focus.give_back()
        self.hide()
        self.closed.emit()

    @Slot()
    def _on_timeout(self) -> None:
        if self.underMouse() or self._button.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.close_offer()
