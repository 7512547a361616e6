"""Asks once, before words leave the house, whether the owner is calm enough for them."""

from PySide6.QtCore import Signal, Slot

from app.ui.widgets.buttons import button
from app.ui.widgets.notice import Notice


class HotQuestion(Notice):
    """Shown where the sending was asked for; `now` and `later` are the two answers."""

    now = Signal()
    later = Signal()

    def __init__(self) -> None:
        super().__init__("amber", "warning")
        self._send = button(self.tr("Send it now"))
        self._wait = button(self.tr("Look at it again in an hour"), icon="clock")
        self._send.clicked.connect(self._on_send)
        self._wait.clicked.connect(self._on_wait)
        self.add_button(self._send)
        self.add_button(self._wait)
        self.hide()

    def ask(self, heat: int) -> None:
        """Ask, with the focus on the kinder answer."""
        self.set_words(
            self.tr("You were at {heat}.").format(heat=heat),
            self.tr("Send it now, or look at it again in an hour?"),
        )
        self.show()
        self._wait.setFocus()

    @Slot()
    def _on_send(self) -> None:
        self.hide()
        self.now.emit()

    @Slot()
    def _on_wait(self) -> None:
        self.hide()
        self.later.emit()
