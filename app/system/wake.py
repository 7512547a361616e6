"""The socket over which a second start hands its wish to the first."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 2000
_ASK_AGAIN_MS = 50


def _name(file: Path) -> str:
    """The socket is known to the whole machine, so its name says whose file it is without telling that file's name."""
    return "amends-" + hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:24]


def tell(file: Path, words: str) -> bool:
    """Say it to the Amends that has the file open; whether it listened.

    One that has only just started does not listen yet: it is asked again for two seconds.
    """
    socket = QLocalSocket()
    patience = QDeadlineTimer(_ANSWER_MS)
    while not _is_connected(socket, _name(file)):
        if patience.hasExpired():
            return False
        QThread.msleep(_ASK_AGAIN_MS)
    socket.write(words.encode())
    told = socket.waitForBytesWritten(_ANSWER_MS)
    socket.disconnectFromServer()
    return told


def _is_connected(socket: QLocalSocket, name: str) -> bool:
    socket.connectToServer(name)
    return socket.waitForConnected(_ANSWER_MS)


class Ear(QObject):
    """`heard` carries the words of a second start."""

    heard = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_name(file))  # left over by a start that was killed
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(_name(file))

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket.waitForReadyRead(_ANSWER_MS) or socket.bytesAvailable():
            self.heard.emit(bytes(socket.readAll().data()).decode(errors="replace"))
        socket.deleteLater()
