"""The one dialog for a fault of ours: what happened, what is safe, what to do."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.words import label


class CrashDialog(QDialog):
    """Shows `places` of the fault, which hold no name and no word of a complaint."""

    def __init__(self, places: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self.setWindowTitle(self.tr("Something went wrong"))
        self._details = QPlainTextEdit(places)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details for support"))
        self._copy = button(self.tr("Copy the details"), "plain", "copy")
        self._copy.clicked.connect(self._on_copy)
        self._go_on = button(self.tr("Go on"), "primary")
        self._go_on.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(28),) * 4)
        column.setSpacing(theme.space(14))
        column.addWidget(label(self.tr("Something went wrong inside Amends"), "title"))
        column.addWidget(
            label(
                self.tr(
                    "What you typed is saved up to a second ago. You can go on; if it happens again, close Amends and"
                    " start it once more. The details below hold no names and no words of yours."
                )
            )
        )
        column.addWidget(self._details, 1)
        column.addWidget(label(self.tr("They are also in {file}.").format(file=log), "secondary"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._copy)
        foot.addWidget(self._go_on)
        column.addLayout(foot)
        self._go_on.setDefault(True)
        self._go_on.setFocus()
        self.resize(theme.text_pixels(560), theme.text_pixels(420))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
