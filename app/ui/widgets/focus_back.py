"""Gives the focus back to where it was, before a bar that has it goes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid


class FocusBack(QObject):
    """Left to itself, Qt would hand the focus of a bar that is hidden to the first control of the page."""

    def __init__(self, bar: QWidget, *buttons: QPushButton) -> None:
        """A click on its `buttons` takes the focus from nobody who writes; Tab reaches them."""
        super().__init__(bar)
        self._bar = bar
        self._before: QWidget | None = None
        self._owed = False
        for made in buttons:
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "widgets need an application"
        app.focusChanged.connect(self._on_focus)

    def give_back(self) -> None:
        """Call it before the bar is hidden, and once more when what is taken back may stand there again."""
        focused: QWidget | None = self._bar.window().focusWidget()
        if focused is not None and self._bar.isAncestorOf(focused):
            focused.clearFocus()
            self._owed = True
        elif focused is not None:
            self._owed = False
        if self._owed and self._before is not None and _takes_it(self._before):
            self._owed = False
            self._before.setFocus()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Take the focus from who writes, and give it back: a page shows nothing anew in a field that is in use."""
        writing: QWidget | None = self._bar.window().focusWidget()
        if writing is not None:
            writing.clearFocus()
        yield
        if writing is not None and self._bar.window().focusWidget() is None and _takes_it(writing):
            writing.setFocus()

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None or old is None or self._bar.isHidden():
            return
        if self._bar.isAncestorOf(now) and not self._bar.isAncestorOf(old):
            self._before = old


def _takes_it(place: QWidget) -> bool:
    return isValid(place) and place.isVisible() and place.isEnabled()
