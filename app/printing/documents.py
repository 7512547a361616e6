"""Brings a document onto a picture, into a PDF file or to a printer."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.domain.card import Sheet
from app.printing import queues
from app.printing.blocks import PAPERS, Document
from app.printing.output import INCH, WHITE, Paint, blank_image, file_of, print_pages, write_pdf
from app.printing.page import Page, lay_out, paint_page


def to_image(page: Page, dpi: float, device_pixel_ratio: float = 1.0, paper: QColor = WHITE) -> QImage:
    """A picture of one page, `dpi` counted before the device pixel ratio."""
    dots = dpi * device_pixel_ratio / INCH
    image = blank_image(page.paper, dots, paper)
    painter = QPainter(image)
    painter.scale(dots, dots)
    paint_page(painter, page)
    painter.end()
    image.setDevicePixelRatio(device_pixel_ratio)
    return image


def to_pdf(document: Document, sheet: Sheet, path: Path) -> int:
    """Write all pages as a PDF; the number of pages.

    An older file at `path` stays whole unless the new one is. Raises AppError("disk_full", path),
    AppError("cannot_write", path, reason) and AppError("fonts_missing", file).
    """
    pages = _pages(document, sheet)
    write_pdf(path, PAPERS[sheet], document.title, pages)
    return len(pages)


def to_printer(printer: QPrinter, document: Document, sheet: Sheet) -> Sheet:
    """Print the document; returns the paper that was used, for which it is laid out anew where the printer lacks it.

    The page range of the print dialog is kept. A printer set to write a PDF file does so through `to_pdf`.
    Raises what `queues` raises and AppError("print_failed", printer), AppError("fonts_missing", file).
    """
    if (file := file_of(printer)) is not None:
        to_pdf(document, sheet, file)
        return sheet
    queues.printers()
    used = queues.paper_for(printer.printerName(), sheet)
    print_pages(printer, PAPERS[used], document.title or "Amends", _pages(document, used))
    return used


def _pages(document: Document, sheet: Sheet) -> list[Paint]:
    return [partial(paint_page, page=page) for page in lay_out(document, sheet)]
