"""A window for widgets under test, and what an owner does with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

# qtbot itself keeps no window alive.
_shown: list[QWidget] = []


def show(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """A window with these, one below the other, shown and active."""
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    _shown[:] = [window]
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def paste(widget: QWidget, text: str) -> None:
    """Paste as Ctrl+V does."""
    QApplication.clipboard().setText(text)
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QApplication.sendEvent(widget, key)


def spoken(widget: QWidget, part: QAccessible.Text = QAccessible.Text.Name) -> str:
    """What a screen reader is told."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(part)


class Heard:
    """Keeps what a signal carried."""

    def __init__(self) -> None:
        self.values: list[object] = []

    def hear(self, value: object) -> None:
        """A slot."""
        self.values.append(value)
