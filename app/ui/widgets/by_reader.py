"""Lets a toggle by a screen reader count as a click."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    _Button = QAbstractButton
else:  # it stands before a button's own class, and brings no other
    _Button = object


class ByReader(_Button):
    """Put before the button's class; call `hear_reader` once it is made.

    Qt's action for assistive programs changes a checkable button without a click, and pages listen for clicks:
    what a person who cannot see picks would be shown, but never saved.
    """

    _expected = False

    def hear_reader(self) -> None:
        self.toggled.connect(self._on_toggled)

    def setChecked(self, checked: bool) -> None:
        """The program shows a stored answer."""
        self._expected = True
        super().setChecked(checked)
        self._expected = False

    def nextCheckState(self) -> None:
        """A click or a key is about to change it, and says so itself."""
        self._expected = True
        super().nextCheckState()
        self._expected = False

    def _on_toggled(self, checked: bool) -> None:
        # Qt gives None for a button of no group, which its stubs do not know.
        groups = [one for one in (self.group(),) if one]
        gives_way = not checked and any(group.exclusive() for group in groups)
        if self._expected or gives_way:
            return
        # Without its type Qt would send the click that carries no state; the stubs know no types of signals.
        cast("dict[type, SignalInstance]", self.clicked)[bool].emit(checked)
        for group in groups:
            group.buttonClicked.emit(self)
