"""Brings painted pages into a PDF file or to a printer, whatever is on them."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSaveFile, QSizeF, Qt, QUuid
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from app.domain.card import Millimetres
from app.domain.errors import AppError

DOTS_PER_INCH = 600
INCH = 25.4
# Always the same, so that the same pages give the same file but for its dates.
DOCUMENT_ID = QUuid("{5b8f7f0e-6f0f-4c3e-9d63-0a6d2f0c7a11}")
WHITE = QColor(Qt.GlobalColor.white)

# Paints one page; one unit of the painter is a millimetre, its origin the paper's top left.
Paint: TypeAlias = Callable[[QPainter], None]


def blank_image(size: Millimetres, dots: float, paper: QColor = WHITE) -> QImage:
    """An empty picture of that size, at `dots` a millimetre."""
    image = QImage(round(size.width * dots), round(size.height * dots), QImage.Format.Format_RGB32)
    image.fill(paper)
    image.setDotsPerMeterX(round(dots * 1000))
    image.setDotsPerMeterY(round(dots * 1000))
    return image


def write_pdf(path: Path, paper: Millimetres, title: str, pages: Sequence[Paint]) -> None:
    """Write the pages as a PDF; an older file at `path` stays whole unless the new one is.

    Raises AppError("disk_full", path) and AppError("cannot_write", path, reason).
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(page_layout(paper))
    writer.setDocumentId(DOCUMENT_ID)
    writer.setCreator("Amends")
    writer.setTitle(title)
    painter = QPainter(writer)
    for number, paint in enumerate(pages):
        if number:
            writer.newPage()
        _paint_scaled(painter, paint, DOTS_PER_INCH)
    painter.end()
    _save(path, bytes(buffer.data().data()))


def print_pages(printer: QPrinter, paper: Millimetres, name: str, pages: Sequence[Paint]) -> None:
    """Send the pages as one job of that name; the page range of the print dialog is kept.

    Raises AppError("print_failed", printer).
    """
    printer.setDocName(name)
    printer.setFullPage(True)
    printer.setResolution(DOTS_PER_INCH)
    if not printer.setPageLayout(page_layout(paper)):
        raise AppError("print_failed", printer=printer.printerName())
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    painter = QPainter()
    went = painter.begin(printer)
    # A range beyond all pages would bring out an empty sheet.
    for number, paint in enumerate(pages[first - 1 : last] or pages):
        went = went and (number == 0 or printer.newPage())
        if went:
            _paint_scaled(painter, paint, printer.resolution())
    if not (painter.end() and went):
        raise AppError("print_failed", printer=printer.printerName())


def file_of(printer: QPrinter) -> Path | None:
    """The file that a printer set to write a PDF writes, None for a real printer; raises AppError("no_printer")."""
    if printer.outputFormat() is not QPrinter.OutputFormat.PdfFormat:
        return None
    if not printer.outputFileName():
        raise AppError("no_printer")
    return Path(printer.outputFileName())


def page_layout(page: Millimetres) -> QPageLayout:
    """The page without margins, upright or lying; a common paper is called by its name."""
    lying = page.width > page.height
    upright = page.turned() if lying else page
    size = QPageSize(QSizeF(upright.width, upright.height), QPageSize.Unit.Millimeter)
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, way, QMarginsF(), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _paint_scaled(painter: QPainter, paint: Paint, dpi: int) -> None:
    painter.save()
    painter.scale(dpi / INCH, dpi / INCH)
    paint(painter)
    painter.restore()


def _save(path: Path, content: bytes) -> None:
    """Put the file in place whole or not at all."""
    reason = _failure_to_write(path, content)
    if reason and path.parent.is_dir() and shutil.disk_usage(path.parent).free < len(content):
        raise AppError("disk_full", path=path)
    if reason:
        raise AppError("cannot_write", path=path, reason=reason)


def _failure_to_write(path: Path, content: bytes) -> str:
    """Why the file could not be written, or nothing; apart, so that the half-written file is gone on return."""
    file = QSaveFile(str(path))
    if file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit():
        return ""
    return file.errorString()
