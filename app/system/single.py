"""One Amends a file: a second start hands its wish over to the first and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 2000


class SingleStart(QObject):
    """`woken` carries the words of a second start, such as a page's name."""

    woken = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The socket's name is known to the whole machine, so it says whose file it is without telling its name.
        self._name = "amends-" + hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:24]
        self._lock = QLockFile(str(file.with_name(file.name + ".lock")))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, however long it runs
        self._server: QLocalServer | None = None

    def try_lock(self) -> bool:
        """Whether this start is the first; a folder that can't be written counts as first (the file will say why)."""
        if self._lock.tryLock(100):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def wake_first(self, words: str) -> bool:
        """Tell the running one; whether it listened."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_ANSWER_MS):
            return False
        socket.write(words.encode())
        told = socket.waitForBytesWritten(_ANSWER_MS)
        socket.disconnectFromServer()
        return told

    def listen(self) -> None:
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # left over by a start that was killed
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_connection(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        if socket.waitForReadyRead(_ANSWER_MS) or socket.bytesAvailable():
            self.woken.emit(bytes(socket.readAll().data()).decode(errors="replace"))
        socket.deleteLater()
