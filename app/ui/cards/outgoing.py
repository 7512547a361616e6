"""Brings a card out of the house: the system's print dialog with one or two passes, and the PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from app.domain.card import Card, Sheet
from app.printing.devices import check, to_pdf, to_printer
from app.system.machine import Machine
from app.ui.asking import ask_here, ask_waiting
from app.ui.desk import Desk
from app.ui.paper.choosing import agreed, chosen_file, documents_folder, open_printer

T = TypeVar("T")


class Outgoing(QObject):
    """`refused` carries the `AppError` that stood in the way; the other signals carry the `Sheet` that was used.

    `sent` says that both sides are with the printer, `outside_sent` that the sheet has to be fed again for the
    inside, `saved` that a file was written (its path); none of them says that anything came out.
    """

    refused = Signal(object)
    sent = Signal(object)
    outside_sent = Signal(object)
    saved = Signal(object)

    def __init__(self, desk: Desk, machine: Machine, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._machine = machine
        self._window = window
        self._half: tuple[QPrinter, Card, Sheet] | None = None
        self._folder = documents_folder()

    def may_go(self, card: Card) -> bool:
        """Whether the card could be printed as it is; says why not."""
        return bool(ask_here(self._desk.calls, self.refused.emit, _checked, card))

    def print_card(self, card: Card, sheet: Sheet) -> None:
        """Ask by the system's dialog, then print."""
        self._half = None
        if not self.may_go(card):
            return
        printer = self._asked(partial(open_printer, self._machine.printer))
        # Which sides go when is our own affair: the sheet may have to be fed twice.
        if printer is None or not agreed(printer, self._window, self.tr("Print the card")):
            return
        self._machine.printer = printer.printerName()
        native = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
        by_hand = native and printer.duplex() is QPrinter.DuplexMode.DuplexNone
        if by_hand:
            printer.setFromTo(1, 1)
        used = self._asked(partial(to_printer, printer, card, sheet))
        if used is None:
            return
        if by_hand:
            self._half = (printer, card, used)
            self.outside_sent.emit(used)
        elif native:
            self.sent.emit(used)
        else:
            self.saved.emit(Path(printer.outputFileName()))

    def print_inside(self) -> None:
        """The second pass of a sheet that was fed again; the outside must have gone before."""
        if self._half is None:
            return
        printer, card, sheet = self._half
        printer.setFromTo(2, 2)
        used = self._asked(partial(to_printer, printer, card, sheet))
        if used is not None:
            self._half = None
            self.sent.emit(used)

    def forget(self) -> None:
        """The sheet that waited for its second side is of no use any more."""
        self._half = None

    def save_pdf(self, card: Card, sheet: Sheet, name: str) -> None:
        """Ask where to, then write the file."""
        if not self.may_go(card):
            return
        path = chosen_file(self._window, self.tr("Save the card as PDF"), self._folder, name)
        if path is None:
            return
        self._folder = str(path.parent)
        if self._asked(partial(to_pdf, card, sheet, path)) is not None:
            self.saved.emit(path)

    def _asked(self, question: Callable[[], T]) -> T | None:
        return ask_waiting(self._desk.calls, self.refused.emit, question)


def _checked(card: Card) -> bool:
    check(card)
    return True
