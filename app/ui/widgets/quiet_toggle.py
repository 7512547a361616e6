"""A small word to press that stays pressed until it is pressed again."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.widgets.buttons import set_icon
from app.ui.widgets.by_enter import ByEnter
from app.ui.widgets.by_reader import ByReader


class QuietToggle(ByEnter, ByReader, QPushButton):
    """As quiet as a link; pressed, a check mark stands before it, so that it is more than a colour."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("kind", "link")
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hear_reader()
        self.toggled.connect(self._on_mark)

    @Slot(bool)
    def _on_mark(self, checked: bool) -> None:
        if checked:
            set_icon(self, "check", "accent")
        else:
            self.setIcon(QIcon())
        self.updateGeometry()
