"""Waits in Qt's own loop until something is so; nothing sleeps."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot

LOOK_EVERY_MS = 4


class _Watch(QObject):
    def __init__(self, is_so: Callable[[], bool], limit_ms: int) -> None:
        super().__init__()
        self.is_so = is_so
        self.happened = False
        self.loop = QEventLoop(self)
        self.look = QTimer(self)
        self.look.setInterval(LOOK_EVERY_MS)
        self.look.timeout.connect(self._on_look)
        self.limit = QTimer(self)
        self.limit.setSingleShot(True)
        self.limit.setInterval(limit_ms)
        self.limit.timeout.connect(self.loop.quit)

    @Slot()
    def _on_look(self) -> None:
        if self.is_so():
            self.happened = True
            self.loop.quit()

    def run(self) -> bool:
        self.look.start()
        self.limit.start()
        self.loop.exec()
        self.look.stop()
        self.limit.stop()
        return self.happened


def until(is_so: Callable[[], bool], what: str, limit_ms: int = 10_000) -> None:
    """Come back once `is_so()`; AssertionError with `what` in it after `limit_ms`."""
    if not is_so():
        assert _Watch(is_so, limit_ms).run(), f"not in {limit_ms} ms: {what}"
