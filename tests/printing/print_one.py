"""Prints one card on a queue, as the window does: `python -m tests.printing.print_one QUEUE SIZE SHEET [PAGE]`."""

import sys
from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from app.domain.card import CardSize, Sheet
from app.domain.errors import AppError
from app.printing import queues
from app.printing.devices import to_printer
from tests.printing.cards import CARD


def main(queue: str, size: str, sheet: str, *page: str) -> None:
    """Print, and say which sheet was used, or the code of what stood in the way."""
    application = QGuiApplication([])
    try:
        printer = queues.open_printer(queue)
        if page:
            printer.setFromTo(int(page[0]), int(page[0]))
        print(to_printer(printer, replace(CARD, size=CardSize(size)), Sheet(sheet)))
    except AppError as error:
        print(error.code)
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])
