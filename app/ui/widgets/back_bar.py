"""The bar at the foot that leads back to what was left for a look at something else."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.focus_back import FocusBack
from app.ui.widgets.words import label


class BackBar(QFrame):
    """Stays until it is used or closed; `closed` is sent with either."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "undo")
        theme = current()
        self._back: Callable[[], object] | None = None
        self._words = label("", "body")
        self._button = button(self.tr("Back to it"), "plain", "arrow-left")
        self._button.clicked.connect(self.go_back)
        self._close = button("", "quiet", "x")
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.clicked.connect(self.end)
        self._focus = FocusBack(self, self._button, self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(14), theme.space(6), theme.space(6), theme.space(6))
        row.setSpacing(theme.space(8))
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()

    def offer(self, sentence: str, back: Callable[[], object]) -> None:
        """Say where the owner was, and keep the way there; an earlier way is gone."""
        self._back = back
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def sentence(self) -> str:
        """Where the way leads, empty for nowhere."""
        return self._words.text() if self._back is not None else ""

    @Slot()
    def go_back(self) -> None:
        """Go there, once."""
        back = self._back
        self.end()
        if back is not None:
            back()

    @Slot()
    def end(self) -> None:
        """The way back is not wanted any more."""
        if self._back is not None:
            self._back = None
            self._focus.give_back()
            self.hide()
            self.closed.emit()
