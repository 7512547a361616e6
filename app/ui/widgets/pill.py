"""One word to take, in a row of such."""

from PySide6.QtWidgets import QPushButton

from app.ui.widgets.by_reader import ByReader


class Pill(ByReader, QPushButton):
    """Checkable; its accessible name is its words."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("kind", "pill")
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.hear_reader()
