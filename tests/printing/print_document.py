"""Prints a document on a queue: `python -m tests.printing.print_document QUEUE SHEET [FIRST LAST]`."""

import sys

from PySide6.QtGui import QGuiApplication

from app.domain.card import Sheet
from app.domain.errors import AppError
from app.printing import queues
from app.printing.documents import to_printer
from tests.printing.documents import TALK


def main(queue: str, sheet: str, *pages: str) -> None:
    """Print, and say which paper was used, or the code of what stood in the way."""
    application = QGuiApplication([])
    try:
        printer = queues.open_printer(queue, both_sides=False)
        if pages:
            printer.setFromTo(int(pages[0]), int(pages[1]))
        print(to_printer(printer, TALK, Sheet(sheet)))
    except AppError as error:
        print(error.code)
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])
