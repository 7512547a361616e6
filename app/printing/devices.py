"""Brings a card onto a picture, into a PDF file or to a printer."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.domain.card import Card, Sheet
from app.domain.errors import AppError
from app.printing import queues
from app.printing.layout import paragraphs
from app.printing.output import INCH, WHITE, Paint, blank_image, file_of, print_pages, write_pdf
from app.printing.paint import laid_out, paint_marks, paint_side
from app.printing.sheets import Imposition, Panel, Side, TooLarge, impose, panel_rect, places

SIDES = (Side.OUTSIDE, Side.INSIDE)


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
    dots = dpi * device_pixel_ratio / INCH
    image = blank_image(card.size.panel if part else card.size.flat, dots, paper)
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
    write_pdf(path, placed.page, _title(card), _pages(card, placed))
    return len(SIDES)


def to_printer(printer: QPrinter, card: Card, sheet: Sheet) -> Sheet:
    """Print the card; returns the sheet that was used, which is not the one asked for where the printer lacks it.

    The page range of the print dialog is kept (page 1 outside, page 2 inside), so a sheet can be fed twice.
    A printer set to write a PDF file does so through `to_pdf`. Raises what `check` and `queues` raise,
    AppError("card_larger_than_sheet", ...) and AppError("print_failed", printer).
    """
    check(card)
    if (file := file_of(printer)) is not None:
        to_pdf(card, sheet, file)
        return sheet
    queues.printers()
    used = queues.sheet_for(printer.printerName(), card.size, sheet)
    placed = _placed(card, used)
    if printer.duplex() is not QPrinter.DuplexMode.DuplexNone:
        short = QPrinter.DuplexMode.DuplexShortSide
        printer.setDuplex(short if placed.is_lying else QPrinter.DuplexMode.DuplexLongSide)
    print_pages(printer, placed.page, _title(card) or "Card", _pages(card, placed))
    return used


def _title(card: Card) -> str:
    return " ".join(paragraphs(card.heading))


def _placed(card: Card, sheet: Sheet, place: int = 1) -> Imposition:
    there = places(card.size, sheet)
    if there and not 1 <= place <= there:
        raise AppError("no_such_place", place=place, places=there)
    placed = impose(card.size, sheet, place)
    if isinstance(placed, TooLarge):
        raise AppError("card_larger_than_sheet", card=card.size, sheet=sheet)
    return placed


def _pages(card: Card, placed: Imposition) -> list[Paint]:
    return [partial(_paint_sheet, card=card, side=side, placed=placed) for side in SIDES]


def _paint_sheet(painter: QPainter, card: Card, side: Side, placed: Imposition) -> None:
    paint_marks(painter, placed.marks[side], card.look)
    painter.translate(placed.cards[side].x, placed.cards[side].y)
    paint_side(painter, card, side)
