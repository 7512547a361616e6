"""One Amends a file: a second start hands its wish over to the first and ends."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from app.lazy import lazy

if TYPE_CHECKING:
    import app.system.wake as wake
else:  # the network is needed by a second start, and after the first paint
    wake = lazy("app.system.wake")


class SingleStart(QObject):
    """`woken` carries the words of a second start, such as a page's name."""

    woken = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._lock = QLockFile(str(file.with_name(file.name + ".lock")))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, however long it runs
        self._ear: wake.Ear | None = None

    def try_lock(self) -> bool:
        """Whether this start is the first; a folder that can't be written counts as first (the file will say why)."""
        if self._lock.tryLock(100):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def wake_first(self, words: str) -> bool:
        """Tell the running one; whether it listened."""
        return wake.tell(self._file, words)

    def listen(self) -> None:
        self._ear = wake.Ear(self._file, self)
        self._ear.heard.connect(self.woken)

    def release(self) -> None:
        if self._ear is not None:
            self._ear.close()
        self._lock.unlock()
