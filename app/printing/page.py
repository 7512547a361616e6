"""Lays a document out on pages of A4 or Letter, in millimetres, and paints one of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.card import Millimetres, Sheet
from app.printing.blocks import PAPERS, Document
from app.printing.fonts import load_card_fonts
from app.printing.layout import paragraphs
from app.printing.measure import draw_line
from app.printing.page_look import Style, page_look
from app.printing.rows import Row, Rule, Words, line, pieces_of, pitch, rows_of

# Millimetres; most printers leave the outer 4 to 6 white.
SIDE_MARGIN = 20.0
TOP_MARGIN = 17.0
FOOT_MARGIN = 11.0  # below the foot's last line
FOOT_GAP = 6.0  # above its first
NUMBER_WIDTH = 40.0  # room for "Page 10 of 12"
CONTINUED_GAP = 4.0
RULE_WIDTH = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: all words and lines at their places, from the top left of the paper."""

    paper: Millimetres
    words: tuple[Words, ...]
    rules: tuple[Rule, ...]

    @property
    def text(self) -> str:
        """Its words in their order, a line each, as a screen reader says them."""
        return "\n".join(words.text for words in self.words)


@lru_cache(maxsize=8)
def lay_out(document: Document, sheet: Sheet) -> tuple[Page, ...]:
    """All pages, at least one; every word is on one of them, whole.

    Needs a QGuiApplication; raises AppError("fonts_missing", file), KeyError for a sheet that is not in `PAPERS`.
    """
    load_card_fonts()
    paper = PAPERS[sheet]
    width = paper.width - 2 * SIDE_MARGIN
    foot = [piece.text for piece in pieces_of(_one_line(document.shop), Style.FOOT, width - NUMBER_WIDTH)]
    foot_top = paper.height - FOOT_MARGIN - len(foot) * pitch(Style.FOOT)
    filled = _fill(rows_of(document.blocks, width), width, foot_top - FOOT_GAP)
    return tuple(
        Page(
            paper=paper,
            words=tuple(
                replace(words, x=words.x + SIDE_MARGIN)
                for words in (*page.words, *_foot(foot, foot_top, width, number, len(filled)))
            ),
            rules=tuple(replace(rule, x=rule.x + SIDE_MARGIN) for rule in page.rules),
        )
        for number, page in enumerate(filled, 1)
    )


def paint_page(painter: QPainter, page: Page) -> None:
    """Paint the page; one unit of the painter is a millimetre, its origin the paper's top left."""
    look = page_look()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(look.rule), RULE_WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for rule in page.rules:
        painter.drawLine(QLineF(rule.x, rule.y, rule.x + rule.width, rule.y))
    for words in page.words:
        painter.save()
        painter.setPen(QColor(look.ink_of(words.style)))
        painter.translate(words.x, words.baseline)
        draw_line(painter, words.text, look.faces[words.style], look.points[words.style], words.rtl)
        painter.restore()
    painter.restore()


@dataclass(slots=True)
class _Filling:
    """A page while it is being filled; `y` is where the next row goes, `is_fresh` that none is there yet."""

    y: float = TOP_MARGIN
    is_fresh: bool = True
    words: list[Words] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

    def put(self, row: Row) -> None:
        """At the head of a page the room above a row is left out."""
        top = self.y + (0.0 if self.is_fresh else row.gap)
        self.words += [replace(words, baseline=words.baseline + top) for words in row.words]
        self.rules += [replace(rule, y=rule.y + top) for rule in row.rules]
        self.y, self.is_fresh = top + row.height, False

    def continues(self, heading: str, width: float) -> None:
        """Say at the head what goes on here."""
        words = _tr("{heading}, continued").format(heading=heading)
        pieces = pieces_of(words, Style.NOTE, width)
        shown = replace(line(pieces[0].text, Style.NOTE), rtl=pieces[0].rtl)
        self.words.append(replace(shown, baseline=shown.baseline + self.y))
        self.y += pitch(Style.NOTE) + CONTINUED_GAP


def _fill(rows: list[Row], width: float, bottom: float) -> list[_Filling]:
    """The rows on as many pages as they need."""
    pages, heading = [_Filling()], ""
    for tied in _tied(rows):
        if tied[0].breaks and not pages[-1].is_fresh:
            pages.append(_Filling())
            heading = ""
        for part in _parts(tied, bottom - TOP_MARGIN):
            if not pages[-1].is_fresh and pages[-1].y + _height(part) > bottom:
                pages.append(_Filling())
                if heading and not part[0].heading:
                    pages[-1].continues(heading, width)
            for row in part:
                pages[-1].put(row)
                heading = row.heading or heading
    return pages


def _parts(tied: list[Row], room: float) -> list[list[Row]]:
    """What has to stay together, or each row by itself where all of it is longer than a page."""
    fits = _height(tied) + pitch(Style.NOTE) + CONTINUED_GAP <= room
    return [tied] if fits else [[row] for row in tied]


def _tied(rows: list[Row]) -> Iterator[list[Row]]:
    tied: list[Row] = []
    for row in rows:
        if tied and (row.breaks or not tied[-1].keep):
            yield tied
            tied = []
        tied.append(row)
    if tied:
        yield tied


def _height(rows: list[Row]) -> float:
    return sum(row.gap + row.height for row in rows)


def _foot(shop: list[str], top: float, width: float, number: int, pages: int) -> list[Words]:
    """The shop's name on the left, the number of the page on the right."""
    at = [line(text, Style.FOOT) for text in shop if text]
    placed = [replace(words, baseline=words.baseline + top + row * pitch(Style.FOOT)) for row, words in enumerate(at)]
    words = _tr("Page {page} of {pages}").format(page=number, pages=pages)
    (said,) = pieces_of(words, Style.FOOT, width)
    shown = line(words, Style.FOOT, width - said.width)
    return [*placed, replace(shown, baseline=shown.baseline + top + (max(len(shop), 1) - 1) * pitch(Style.FOOT))]


def _one_line(text: str) -> str:
    return " ".join(" ".join(paragraphs(text)).split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("paper", text)
