"""What the system's printers are and which paper they take, asked so that a silent print system can't freeze us."""

import os
import subprocess
import sys
from collections.abc import Mapping

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.domain.card import LETTER_PAPER, CardSize, Millimetres, Sheet
from app.domain.errors import AppError
from app.printing.blocks import PAPERS

PATIENCE_SECONDS = 3.0


def printers() -> list[str]:
    """The names of the printers, after making sure that the print system answers; may take up to three seconds.

    Call this before any other printing class of Qt. Qt asks CUPS without a time limit and holds the interpreter's
    lock meanwhile, so a program of its own asks first. Raises AppError("no_printer") and
    AppError("print_system_silent").
    """
    if sys.platform in ("win32", "darwin"):
        names = QPrinterInfo.availablePrinterNames()
    else:
        names = _ask_cups()
    if not names:
        raise AppError("no_printer")
    return names


def default_printer() -> str:
    """The system's printer of choice, or the first one; raises as `printers` does."""
    names = printers()
    chosen = QPrinterInfo.defaultPrinterName()
    return chosen if chosen in names else names[0]


def open_printer(name: str = "", *, both_sides: bool = True) -> QPrinter:
    """The printer of that name, or the system's choice, ready for the print dialog and for `devices.to_printer`.

    `both_sides` prints on both where the printer turns the sheet itself, else on one.

    Qt takes the default printer in silence when a name is unknown, so the name is looked up first.
    Raises as `printers` does.
    """
    chosen = name or default_printer()
    if chosen not in printers():
        raise AppError("no_printer")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(chosen)
    # The owner may still choose otherwise; `devices.to_printer` sees to the edge over which the sheet turns.
    if prints_both_sides(chosen):
        mode = QPrinter.DuplexMode
        printer.setDuplex(mode.DuplexLongSide if both_sides else mode.DuplexNone)
    return printer


def supports(printer_name: str, paper: Millimetres) -> bool:
    """Whether the printer takes this paper, by name or as a size of one's own. Call `printers` first."""
    printer = _printer(printer_name)
    if printer.supportsCustomPageSizes():
        return True
    return any(paper.is_same_paper(_millimetres(size)) for size in printer.supportedPageSizes())


def sheet_for(printer_name: str, size: CardSize, wanted: Sheet) -> Sheet:
    """The wanted sheet where the printer takes it, else its own usual one, a4 or letter, on which the card is cut out.

    A printer accepts a job for paper that it lacks and CUPS then drops it without a word, so this is asked before.
    Raises AppError("printer_lacks_paper", printer) when it takes neither.
    """
    return _first_taken(printer_name, {sheet: sheet.paper(size) for sheet in Sheet}, wanted)


def paper_for(printer_name: str, wanted: Sheet) -> Sheet:
    """The same for a document, which can be laid out anew for a4 and letter."""
    return _first_taken(printer_name, PAPERS, wanted)


def _first_taken(printer_name: str, papers: Mapping[Sheet, Millimetres], wanted: Sheet) -> Sheet:
    usual = _millimetres(_printer(printer_name).defaultPageSize())
    others = (Sheet.LETTER, Sheet.A4) if usual.is_same_paper(LETTER_PAPER) else (Sheet.A4, Sheet.LETTER)
    for sheet in (wanted, *others):
        if supports(printer_name, papers[sheet]):
            return sheet
    raise AppError("printer_lacks_paper", printer=printer_name)


def prints_both_sides(printer_name: str) -> bool:
    """Whether the printer turns the sheet itself; if not, the owner feeds it twice. Call `printers` first."""
    return QPrinter.DuplexMode.DuplexLongSide in _printer(printer_name).supportedDuplexModes()


def _printer(name: str) -> QPrinterInfo:
    printer = QPrinterInfo.printerInfo(name)
    if printer.isNull():
        raise AppError("no_printer")
    return printer


def _millimetres(size: QPageSize) -> Millimetres:
    paper: QSizeF = size.size(QPageSize.Unit.Millimeter)
    return Millimetres(width=paper.width(), height=paper.height())


def _ask_cups() -> list[str]:
    try:
        answer = subprocess.run(
            ["lpstat", "-e"],
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except subprocess.TimeoutExpired:
        raise AppError("print_system_silent") from None
    except OSError:
        raise AppError("no_printer") from None
    return answer.stdout.decode("utf-8", "replace").split()
