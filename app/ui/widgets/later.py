"""Gathers what is being typed and sends it soon, on leaving, or at once."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

SAVE_AFTER_MS = 600  # from the first key that is not saved yet: a fast typist is saved too


class Later(QObject):
    """`due` carries a dict of name to value."""

    due = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, object] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def keep(self, name: str, value: object) -> None:
        """Send it soon, with what else comes until then."""
        self._waiting[name] = value
        if not self._timer.isActive():
            self._timer.start()

    def at_once(self, name: str, value: object) -> None:
        """Send it now, with what waits."""
        self._waiting[name] = value
        self.flush()

    def waits(self, name: str) -> bool:
        return name in self._waiting

    @Slot()
    def flush(self) -> None:
        """Send what waits now."""
        self._timer.stop()
        if self._waiting:
            waiting, self._waiting = self._waiting, {}
            self.due.emit(waiting)
