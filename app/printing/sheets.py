"""Where the parts of a card lie on the sheet that goes through the printer."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.card import CardSize, Millimetres, Sheet

MARK_LENGTH = 5.0
MARK_GAP = 1.5
# A hairline drawn along the cutting line lies this far out, so that the knife takes it away.
MARK_OUTSIDE = 0.15


class Side(StrEnum):
    """The two faces of the flat card, and so the two pages that are printed."""

    OUTSIDE = "outside"
    INSIDE = "inside"


class Panel(StrEnum):
    """The two halves of a face. Outside: back left, front right. Inside: empty left, words right."""

    LEFT = "left"
    RIGHT = "right"


class MarkKind(StrEnum):
    """What the owner does along a mark."""

    CUT = "cut"
    FOLD = "fold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle in millimetres, from the top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A hairline on the sheet, in millimetres of the sheet."""

    kind: MarkKind
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Imposition:
    """A card on its sheet: `page` as it lies while printing, the card's rectangle and the marks a side."""

    page: Millimetres
    cards: dict[Side, Rect]
    marks: dict[Side, tuple[Mark, ...]]

    @property
    def is_lying(self) -> bool:
        """Whether the page is wider than high; then the sheet turns over its short edge."""
        return self.page.width > self.page.height


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLarge:
    """The card does not fit on the sheet at its full size; it is never made smaller in silence."""

    card: Millimetres
    sheet: Millimetres


def panel_rect(size: CardSize, panel: Panel) -> Rect:
    """The panel's place on the flat card."""
    x = 0.0 if panel is Panel.LEFT else size.fold_at
    return Rect(x=x, y=0.0, width=size.panel.width, height=size.panel.height)


def places(size: CardSize, sheet: Sheet) -> int:
    """How many flat cards the sheet holds at full size (A6 folded: two on A4, but one on Letter)."""
    _, columns, rows = _best_way(size.flat, sheet.paper(size))
    return columns * rows


def impose(size: CardSize, sheet: Sheet, place: int = 1) -> Imposition | TooLarge:
    """Put one flat card on `place` (from 1) of the sheet.

    The card lies against the sheet's left and top edge, so that as few cuts as possible are needed; the inside is
    mirrored left to right, since a sheet is turned over sideways. Raises ValueError for a place that is not there.
    """
    page, columns, rows = _best_way(size.flat, sheet.paper(size))
    if columns * rows == 0:
        return TooLarge(card=size.flat, sheet=sheet.paper(size))
    if not 1 <= place <= columns * rows:
        raise ValueError(f"no place {place} of {columns * rows}")
    row, column = divmod(place - 1, columns)
    x, y = column * page.width / columns, row * page.height / rows
    width, height = size.flat.width, size.flat.height
    cards = {
        Side.OUTSIDE: Rect(x=x, y=y, width=width, height=height),
        Side.INSIDE: Rect(x=page.width - x - width, y=y, width=width, height=height),
    }
    marks = {side: _marks(page, rect, size.fold_at) for side, rect in cards.items()}
    return Imposition(page=page, cards=cards, marks=marks)


def _best_way(card: Millimetres, paper: Millimetres) -> tuple[Millimetres, int, int]:
    """The way the paper lies that holds most cards, with columns and rows; as given when both are equal."""

    def count(page: Millimetres) -> tuple[Millimetres, int, int]:
        return page, int(page.width // card.width), int(page.height // card.height)

    return max((count(paper), count(paper.turned())), key=lambda way: way[1] * way[2])


def _marks(page: Millimetres, card: Rect, fold_at: float) -> tuple[Mark, ...]:
    """Cut marks for the edges that are not the sheet's own, fold marks where there is waste to print them on."""
    marks: list[Mark] = []
    for edge, outward in ((card.y, -1), (card.bottom, 1)):
        if _inside(edge, page.height):
            for start, end, line in _ends(card.x, card.right, page.width, edge, outward):
                marks.append(Mark(kind=MarkKind.CUT, x1=start, y1=line, x2=end, y2=line))
    for edge, outward in ((card.x, -1), (card.right, 1)):
        if _inside(edge, page.width):
            for start, end, line in _ends(card.y, card.bottom, page.height, edge, outward):
                marks.append(Mark(kind=MarkKind.CUT, x1=line, y1=start, x2=line, y2=end))
    fold = card.x + fold_at
    for start, end in _ticks(card.y, card.bottom, page.height):
        marks.append(Mark(kind=MarkKind.FOLD, x1=fold, y1=start, x2=fold, y2=end))
    return tuple(marks)


def _inside(edge: float, extent: float) -> bool:
    return 0.01 < edge < extent - 0.01


def _ticks(low: float, high: float, extent: float) -> list[tuple[float, float]]:
    """Ticks beyond both ends of a line, where the waste has room for them."""
    need = MARK_GAP + MARK_LENGTH
    before = [(low - need, low - MARK_GAP)] if low >= need else []
    after = [(high + MARK_GAP, high + need)] if extent - high >= need else []
    return before + after


def _ends(low: float, high: float, extent: float, edge: float, outward: int) -> list[tuple[float, float, float]]:
    """Marks (start, end, where the line lies) at both ends of one cut.

    Beyond the card's corner where there is room; else along the cut itself, just outside the card, and twice as long,
    because most printers leave the outer 4 to 6 mm of a sheet white.
    """
    need, along = MARK_GAP + MARK_LENGTH, edge + outward * MARK_OUTSIDE
    first = (low - need, low - MARK_GAP, edge) if low >= need else (low, low + 2 * need, along)
    last = (high + MARK_GAP, high + need, edge) if extent - high >= need else (high - 2 * need, high, along)
    return [first, last]
