"""The list of keys, under F1."""

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.words import label


class KeysDialog(QDialog):
    """Closes by Esc, and is gone then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self.setWindowTitle(self.tr("Keys"))
        self.rows = [
            ("Ctrl+N", self.tr("A new complaint")),
            ("Ctrl+K", self.tr("Search everything")),
            ("Ctrl+1 \u2026 Ctrl+6", self.tr("The pages of the side bar, from the top")),
            ("Alt+Left, Alt+Right", self.tr("The step before and the next one")),
            ("Ctrl+Enter", self.tr("On to the next step")),
            ("Enter", self.tr("In a list: open and go on")),
            ("Delete", self.tr("In the list of complaints: to the trash")),
            ("Alt+Up, Alt+Down", self.tr("In the house rules: move the rule up or down")),
            ("Delete", self.tr("In the house rules: take the rule out")),
            ("Ctrl+P", self.tr("Print the card")),
            ("Ctrl+Z", self.tr("Undo")),
            ("F1", self.tr("This list")),
            ("Ctrl+Q", self.tr("Close Amends; every word is saved")),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(28),) * 4)
        column.setSpacing(theme.space(20))
        column.addWidget(label(self.tr("Keys"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(28))
        grid.setVerticalSpacing(theme.space(8))
        for at, (keys, meaning) in enumerate(self.rows):
            grid.addWidget(label(keys, "strong", wrap=False), at, 0)
            grid.addWidget(label(meaning, wrap=False), at, 1)
        column.addLayout(grid)
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        column.addWidget(close)
        self.finished.connect(self.deleteLater)
