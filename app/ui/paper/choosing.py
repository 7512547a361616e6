"""The system's own dialogs for paper: which printer, and which file."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.domain.card import Sheet
from app.printing import queues


def usual_sheet() -> Sheet:
    """The paper of the owner's country."""
    letter = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Sheet.LETTER if letter else Sheet.A4


def documents_folder() -> str:
    """Where a file is offered to be saved at first."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def open_printer(last: str, *, both_sides: bool = True) -> QPrinter:
    """The printer that was used last, or the system's choice where it is gone; raises as `queues.printers` does."""
    return queues.open_printer(last if last and last in queues.printers() else "", both_sides=both_sides)


def agreed(printer: QPrinter, window: QWidget, title: str, pages: int = 0) -> bool:
    """Ask by the system's print dialog; a range of pages can be chosen where `pages` says how many there are."""
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
    if pages > 1:
        dialog.setMinMax(1, pages)
    said = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return said


def chosen_file(window: QWidget, title: str, folder: str, name: str) -> Path | None:
    """Ask where a PDF goes; None where the owner would rather not."""
    dialog = QFileDialog(window, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(QCoreApplication.translate("paper", "PDF file (*.pdf)"))
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    said = dialog.exec() == QDialog.DialogCode.Accepted
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if said and files else None
