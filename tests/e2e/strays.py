"""Watches for windows that nobody meant: a part shown before it has its place flashes up and takes the keys."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QMainWindow, QMenu, QWidget

from app.ui.first.page import FirstPage

_MEANT = (QMainWindow, QDialog, QMenu, FirstPage)


class Strays(QObject):
    """`seen` names each stray; its class, its label, and what it lies in now are all that is left to say of it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._look_at(watched)
        return False

    def _look_at(self, window: QWidget) -> None:
        popup = isinstance(window, QFrame) and window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
        if not (popup or isinstance(window, _MEANT)):
            self.seen.append(f"{type(window).__name__} “{window.accessibleName() or window.windowTitle()}”")
