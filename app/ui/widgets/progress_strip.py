"""A bar for long work: what is being done, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.words import label


class ProgressStrip(QFrame):
    """Hidden while nothing runs."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        theme = current()
        self._words = label("", "body")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = button(self.tr("Cancel"), "plain")
        self._cancel.clicked.connect(self._on_cancel)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.space(14), theme.space(10), theme.space(14), theme.space(10))
        grid.setHorizontalSpacing(theme.space(14))
        grid.addWidget(self._words, 0, 0)
        grid.addWidget(self._bar, 1, 0)
        grid.addWidget(self._cancel, 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        self.hide()

    def start(self, words: str, total: int) -> None:
        """Show that work has begun; a total of 0 means that nobody knows how much it is."""
        self._cancel.setEnabled(True)
        self._bar.setRange(0, total)
        self._bar.setValue(0)
        self._say(words)
        self.show()

    def advance(self, done: int, words: str = "") -> None:
        """So much is done; other words, if there are any."""
        self._bar.setValue(done)
        if words:
            self._say(words)

    def finish(self) -> None:
        """Nothing runs any more."""
        self.hide()

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self.setAccessibleName(words)

    @Slot()
    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self.cancel_requested.emit()
