"""Brings a card onto a picture, into a PDF file or to a printer."""

import shutil
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSaveFile, QSizeF, Qt, QUuid
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from app.domain.card import Card, Millimetres, Sheet
from app.domain.errors import AppError
from app.printing import queues
from app.printing.layout import paragraphs
from app.printing.paint import laid_out, paint_marks, paint_side
from app.printing.sheets import Imposition, Panel, Side, TooLarge, impose, panel_rect, places

DOTS_PER_INCH = 600
INCH = 25.4
SIDES = (Side.OUTSIDE, Side.INSIDE)
# Always the same, so that the same card gives the same file but for its dates.
DOCUMENT_ID = QUuid("{5b8f7f0e-6f0f-4c3e-9d63-0a6d2f0c7a11}")
WHITE = QColor(Qt.GlobalColor.white)


def check(card: Card) -> None:
    """Raise what stands in the way of printing, before a printer is asked for.

    AppError("card_empty"), AppError("token_left", token), AppError("does_not_fit", lines), AppError("fonts_missing").
    """
    if not any(paragraphs(card.text)):
        raise AppError("card_empty")
    if token := card.token_left():
        raise AppError("token_left", token=token)
    for side in SIDES:
        laid_out(card, side)


def to_image(
    card: Card,
    side: Side,
    dpi: float,
    device_pixel_ratio: float = 1.0,
    panel: Panel | None = None,
    paper: QColor = WHITE,
) -> QImage:
    """A picture of one side of the flat card, or of one panel of it, `dpi` counted before the device pixel ratio.

    Blanks may still be unfilled and the text empty: this is the preview. Raises AppError("does_not_fit", lines).
    """
    part = panel_rect(card.size, panel) if panel else None
    size = card.size.panel if part else card.size.flat
    dots = dpi * device_pixel_ratio / INCH
    image = QImage(round(size.width * dots), round(size.height * dots), QImage.Format.Format_RGB32)
    image.fill(paper)
    image.setDotsPerMeterX(round(dots * 1000))
    image.setDotsPerMeterY(round(dots * 1000))
    laid_out(card, side)
    painter = QPainter(image)
    painter.scale(dots, dots)
    painter.translate(-part.x if part else 0, 0)
    paint_side(painter, card, side)
    painter.end()
    image.setDevicePixelRatio(device_pixel_ratio)
    return image


def to_pdf(card: Card, sheet: Sheet, path: Path, *, place: int = 1) -> int:
    """Write the card as a PDF of two pages, outside and inside, on that place of the sheet; the number of pages.

    An older file at `path` stays whole unless the new one is. Raises what `check` raises,
    AppError("card_larger_than_sheet", ...), AppError("no_such_place", place, places), AppError("disk_full", path) and
    AppError("cannot_write", path, reason).
    """
    check(card)
    placed = _placed(card, sheet, place)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(_page_layout(placed.page))
    writer.setDocumentId(DOCUMENT_ID)
    writer.setCreator("Amends")
    writer.setTitle(" ".join(paragraphs(card.heading)))
    painter = QPainter(writer)
    for side in SIDES:
        if side is not SIDES[0]:
            writer.newPage()
        _paint_sheet(painter, card, side, placed, DOTS_PER_INCH)
    painter.end()
    _save(path, bytes(buffer.data().data()))
    return len(SIDES)


def to_printer(printer: QPrinter, card: Card, sheet: Sheet) -> Sheet:
    """Print the card; returns the sheet that was used, which is not the one asked for where the printer lacks it.

    The page range of the print dialog is kept (page 1 outside, page 2 inside), so a sheet can be fed twice.
    A printer set to write a PDF file does so through `to_pdf`. Raises what `check` and `queues` raise,
    AppError("card_larger_than_sheet", ...) and AppError("print_failed", printer).
    """
    check(card)
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        if not printer.outputFileName():
            raise AppError("no_printer")
        to_pdf(card, sheet, Path(printer.outputFileName()))
        return sheet
    queues.printers()
    used = queues.sheet_for(printer.printerName(), card.size, sheet)
    placed = _placed(card, used)
    printer.setDocName(" ".join(paragraphs(card.heading)) or "Card")
    printer.setFullPage(True)
    printer.setResolution(DOTS_PER_INCH)
    if not printer.setPageLayout(_page_layout(placed.page)):
        raise AppError("print_failed", printer=printer.printerName())
    if printer.duplex() is not QPrinter.DuplexMode.DuplexNone:
        short = QPrinter.DuplexMode.DuplexShortSide
        printer.setDuplex(short if placed.is_lying else QPrinter.DuplexMode.DuplexLongSide)
    _print(printer, card, placed)
    return used


def _print(printer: QPrinter, card: Card, placed: Imposition) -> None:
    first, last = printer.fromPage() or 1, printer.toPage() or len(SIDES)
    painter = QPainter()
    went = painter.begin(printer)
    # A range beyond both pages would bring out an empty sheet.
    for number, side in enumerate(SIDES[first - 1 : last] or SIDES):
        went = went and (number == 0 or printer.newPage())
        if went:
            _paint_sheet(painter, card, side, placed, printer.resolution())
    if not (painter.end() and went):
        raise AppError("print_failed", printer=printer.printerName())


def _placed(card: Card, sheet: Sheet, place: int = 1) -> Imposition:
    there = places(card.size, sheet)
    if there and not 1 <= place <= there:
        raise AppError("no_such_place", place=place, places=there)
    placed = impose(card.size, sheet, place)
    if isinstance(placed, TooLarge):
        raise AppError("card_larger_than_sheet", card=card.size, sheet=sheet)
    return placed


def _page_layout(page: Millimetres) -> QPageLayout:
    """The page without margins, upright or lying; a common paper is called by its name."""
    lying = page.width > page.height
    upright = page.turned() if lying else page
    size = QPageSize(QSizeF(upright.width, upright.height), QPageSize.Unit.Millimeter)
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, way, QMarginsF(), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _paint_sheet(painter: QPainter, card: Card, side: Side, placed: Imposition, dpi: int) -> None:
    painter.save()
    painter.scale(dpi / INCH, dpi / INCH)
    paint_marks(painter, placed.marks[side], card.look)
    painter.translate(placed.cards[side].x, placed.cards[side].y)
    paint_side(painter, card, side)
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
