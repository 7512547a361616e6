"""Lets Enter press the button that has the focus, as people expect of what looks pressed already."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    _Button = QPushButton
else:  # it stands before a button's own class, and brings no other
    _Button = object


class ByEnter(_Button):
    """Put before the button's class. Qt would press by Enter only what is the default of a dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, once."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & _HELD:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


_HELD = ~Qt.KeyboardModifier.KeypadModifier
