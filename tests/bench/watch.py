"""Says when a window of this process was painted and at rest."""

import os
import sys
import time

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

QUIET_MS = 100


class Watch(QObject):
    """Prints two moments of `time.monotonic`, in seconds, then ends the process.

    When the window was first painted, and when its thread last went to sleep before it slept undisturbed for 100 ms.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__()
        self._painted = 0.0
        self._slept = 0.0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet)
        window.installEventFilter(self)
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._on_sleep)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._painted:
            self._painted = time.monotonic()
        return False

    @Slot()
    def _on_sleep(self) -> None:
        if self._painted:
            self._slept = time.monotonic()
            self._quiet.start()

    @Slot()
    def _on_quiet(self) -> None:
        sys.stdout.write(f"{self._painted} {self._slept}\n")
        sys.stdout.flush()
        os._exit(0)  # neither a last backup nor a goodbye belongs to the start


class WatchedApplication(QApplication):
    """An application that is watched from the moment at which it begins to wait for its owner."""

    @staticmethod
    def exec() -> int:
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow))
        watch = Watch(window)
        status = QApplication.exec()
        del watch
        return status
