"""The boxes that ask or tell something before the program may go on; they are rare, so the start loads none of this."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def say_refusal(words: str) -> None:
    """Why the program cannot open its window, until it is closed."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Amends", words, QMessageBox.StandardButton.Close)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()


def closes_unsaved(window: QWidget) -> bool:
    """Whether the owner closes the window although the last words are not on the disk."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_tr("Not saved yet"))
    box.setText(_tr("Your last words are not on the disk yet."))
    box.setInformativeText(_tr("All before them is safe. If you close now, what you typed since then is lost."))
    stay = box.addButton(_tr("Stay and try again"), QMessageBox.ButtonRole.RejectRole)
    box.addButton(_tr("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is not stay


def ask_to_throw_away(parent: QWidget) -> QMessageBox:
    """Ask whether typed words may go, without waiting for the answer: `accepted` where they may."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_tr("Not saved yet"))
    box.setText(_tr("Throw these words away?"))
    box.setInformativeText(_tr("What you typed is not saved, because the question is not answered."))
    stay = box.addButton(_tr("Keep writing"), QMessageBox.ButtonRole.RejectRole)
    box.addButton(_tr("Throw them away"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.open()
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)
