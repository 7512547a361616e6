"""Keeps what was typed until it is saved, at the latest 600 ms after the first key."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

SAVE_AFTER_MS: Final = 600  # from the first key that is not saved yet, not the last: a fast typist is saved too


class Typed(QObject):
    """`ready` carries a dict of field name to value; a page that could not save it puts it back."""

    ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, object] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def later(self, name: str, value: object) -> None:
        """A key was typed: save soon."""
        self._waiting[name] = value
        if not self._timer.isActive():
            self._timer.start()

    def at_once(self, name: str, value: object) -> None:
        """A click: save now, with what waits."""
        self._waiting[name] = value
        self.flush()

    def put_back(self, values: dict[str, object]) -> None:
        """These could not be saved: they wait for the next key or for the page to be left."""
        self._waiting = values | self._waiting

    def let_go(self) -> None:
        """Save what waits, for the last time: what it belongs to is shown no more, and nothing else may get it."""
        self.flush()
        self._waiting = {}

    def keeps(self, name: str) -> bool:
        """Whether that field holds words that are not saved."""
        return name in self._waiting

    def has_unsaved(self) -> bool:
        """Whether anything waits."""
        return bool(self._waiting)

    @Slot()
    def flush(self) -> None:
        """Save now what waits."""
        self._timer.stop()
        if self._waiting:
            waiting, self._waiting = self._waiting, {}
            self.ready.emit(waiting)
