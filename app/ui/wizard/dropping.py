"""Lets files and pictures be dropped or pasted anywhere on a page, also into a field that wants words."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class DropCatcher(QObject):
    """Watches a page and the editors in it; `take` keeps what was dropped or pasted, and says whether it did."""

    def __init__(self, page: QWidget, take: Callable[[QMimeData], bool]) -> None:
        super().__init__(page)
        self._take = take
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        for box in page.findChildren(QPlainTextEdit):
            box.installEventFilter(self)
            box.viewport().installEventFilter(self)
        for line in page.findChildren(QLineEdit):
            line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files and pictures are taken here; words go on to the editor."""
        if isinstance(event, QDropEvent):  # entering and moving are drops too, of Qt's kinds
            return self._on_drag(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.matches(QKeySequence.StandardKey.Paste) and self._on_paste()
        return super().eventFilter(watched, event)

    def _on_drag(self, event: QDropEvent) -> bool:
        if not is_for_keeping(event.mimeData()):
            return False
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) or self._take(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # a file manager would delete what was moved
            event.accept()
        return True

    def _on_paste(self) -> bool:
        mime = QGuiApplication.clipboard().mimeData()
        return is_for_keeping(mime) and self._take(mime)


def is_for_keeping(mime: QMimeData) -> bool:
    """A file, or a picture without words (a spreadsheet copies its words as a picture too)."""
    if any(url.isLocalFile() for url in mime.urls()):
        return True
    return mime.hasImage() and not mime.hasText()
