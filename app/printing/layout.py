"""Sets a card's words on its panels: finds the largest type that holds them all, or says how much is too much."""

from dataclasses import dataclass
from functools import lru_cache

from app.domain.card import Card
from app.printing.fonts import load_card_fonts
from app.printing.looks import Face, Role, look_of
from app.printing.measure import POINT, Piece, ascent, break_paragraph
from app.printing.sheets import Panel, Rect, Side, panel_rect

SMALLEST_POINTS = 9.0
STEP_POINTS = 0.25
# All other measures are those of an A6 panel, 105 mm wide, and grow with the panel.
BASE_WIDTH = 105.0
LARGEST_POINTS = 13.5
MARGIN = 11.0
# No folded card holds this many letters; beyond it, lines are counted by proportion so that a megabyte does not stall.
MOST_LETTERS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of words: left end of its baseline on the flat card, its width (mm) and its type size in points."""

    text: str
    role: Role
    points: float
    x: float
    baseline: float
    width: float
    rtl: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """One side of the flat card, in millimetres from its top left; `rule` is the line above the shop's name."""

    lines: tuple[Line, ...]
    ornament: Rect
    rule: Rect | None
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DoesNotFit:
    """Even at the smallest readable size `lines_left` lines have no room."""

    lines_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Lines set under each other, baselines counted from the block's top."""

    lines: tuple[Line, ...]
    height: float


def paragraphs(text: str) -> list[str]:
    """The text as paragraphs without control characters; quotes, dashes and blank lines within stay as written."""
    found = [_printable(part) for part in text.splitlines()]
    while found and not found[-1]:
        found.pop()
    while found and not found[0]:
        found.pop(0)
    return found


@lru_cache(maxsize=16)
def lay_out(card: Card, side: Side) -> LaidOut | DoesNotFit:
    """Set one side of the card. Needs a QGuiApplication; raises AppError("fonts_missing", file)."""
    load_card_fonts()
    return _outside(card) if side is Side.OUTSIDE else _inside(card)


def _inside(card: Card) -> LaidOut | DoesNotFit:
    scale = card.size.panel.width / BASE_WIDTH
    steps = round((LARGEST_POINTS * scale - SMALLEST_POINTS) / STEP_POINTS)
    smallest = _attempt(card, 0, steps)
    if isinstance(smallest, DoesNotFit):
        return smallest
    best, low, high = smallest, 0, steps
    while low < high:
        middle = (low + high + 1) // 2
        attempt = _attempt(card, middle, steps)
        if isinstance(attempt, LaidOut):
            best, low = attempt, middle
        else:
            high = middle - 1
    return best


def _attempt(card: Card, step: int, steps: int) -> LaidOut | DoesNotFit:
    """Set the inside with the text at SMALLEST + step quarter points; the parts around it shrink along."""
    panel = panel_rect(card.size, Panel.RIGHT)
    scale, ease = panel.width / BASE_WIDTH, step / steps

    def eased(small: float, large: float) -> float:
        return scale * (small + (large - small) * ease)

    margin = MARGIN * scale
    column = Rect(x=panel.x + margin, y=eased(8, 11), width=panel.width - 2 * margin, height=0)
    foot = _foot(card, column, scale)
    rule_at = panel.height - 10 * scale - foot.height - (3.5 * scale if foot.lines else 0)
    room_ends = rule_at - (eased(2.5, 5) if foot.lines else 0)

    ornament_height = eased(6.5, 10.5)
    heading = _heading(card, column, eased(16, 24))
    text_at = eased(2, 3) + ornament_height + heading.height + (eased(2.5, 5.5) if heading.lines else eased(1, 2))
    points = SMALLEST_POINTS + step * STEP_POINTS
    text = _text(card, column, points, ease)
    spare = room_ends - column.y - text_at - text.height
    if spare < 0:
        return DoesNotFit(lines_left=_too_many(card, text, room_ends - column.y - text_at))
    # A short text hangs a little above the middle, as a hand would place it.
    top = column.y + min(0.36 * spare, 20 * scale)
    lines = (
        *_moved(heading.lines, top + ornament_height + eased(2, 3)),
        *_moved(text.lines, top + text_at),
        *_moved(foot.lines, rule_at + 3.5 * scale),
    )
    return LaidOut(
        lines=tuple(line for line in lines if line.text),
        ornament=Rect(x=column.x, y=top, width=column.width, height=ornament_height),
        rule=Rect(x=column.x, y=rule_at, width=column.width, height=0) if foot.lines else None,
        points=points,
    )


def _outside(card: Card) -> LaidOut | DoesNotFit:
    """The front bears the ornament alone, so that the words are first read inside; the back names the shop."""
    front, back = panel_rect(card.size, Panel.RIGHT), panel_rect(card.size, Panel.LEFT)
    scale = front.width / BASE_WIDTH
    column = Rect(x=back.x + MARGIN * scale, y=0, width=back.width - 2 * MARGIN * scale, height=0)
    block = _stacked([" ".join(paragraphs(card.shop_name))], Role.FOOT, card, 8.5 * scale, column)
    top = back.height - 12 * scale - block.height
    if top < 0:
        return DoesNotFit(lines_left=len(block.lines))
    size = 0.46 * front.width
    return LaidOut(
        lines=tuple(line for line in _moved(block.lines, top) if line.text),
        ornament=Rect(x=front.x, y=0.44 * front.height - size / 2, width=front.width, height=size),
        rule=None,
        points=8.5 * scale,
    )


def _heading(card: Card, column: Rect, points: float) -> _Block:
    """The heading on one line where it can be made to fit, on more where not."""
    words = " ".join(paragraphs(card.heading))
    if not words:
        return _Block(lines=(), height=0.0)
    face = look_of(card.look).faces[Role.HEADING]
    while points > 0.7 * 24 and len(break_paragraph(words, face, points, column.width)) > 1:
        points -= 0.5
    return _stacked([words], Role.HEADING, card, points, column)


def _foot(card: Card, column: Rect, scale: float) -> _Block:
    """The shop's line, or the name and the rest on lines of their own where one line is too short."""
    whole = _printable(card.shop_line)
    if not whole:
        return _Block(lines=(), height=0.0)
    block = _stacked([whole], Role.FOOT, card, 8.5 * scale, column)
    if len(block.lines) == 1:
        return block
    name, *rest = whole.split(" · ")
    return _stacked([name, " · ".join(rest)] if rest else [name], Role.FOOT, card, 8.5 * scale, column)


def _stacked(words: list[str], role: Role, card: Card, points: float, column: Rect) -> _Block:
    """Centred lines."""
    face = look_of(card.look).faces[role]
    pitch, above = points * face.scale * POINT * face.leading, ascent(face, points)
    lines: list[Line] = []
    for words_of_line in words:
        for piece in break_paragraph(words_of_line, face, points, column.width):
            x = column.x + (column.width - piece.width) / 2
            lines.append(_line(piece, role, points, x, above + len(lines) * pitch))
    return _Block(lines=tuple(lines), height=len(lines) * pitch)


def _text(card: Card, column: Rect, points: float, ease: float) -> _Block:
    """The owner's words, set from the left, or from the right where the script asks for it."""
    face = look_of(card.look).faces[Role.TEXT]
    pitch = points * face.scale * POINT * face.leading * (0.88 + 0.12 * ease)
    above = ascent(face, points)
    lines: list[Line] = []
    y = 0.0
    for paragraph in paragraphs(card.text[:MOST_LETTERS]):
        if not paragraph:
            y += 0.75 * pitch
            continue
        for piece in break_paragraph(paragraph, face, points, column.width):
            x = column.right - piece.width if piece.rtl else column.x
            lines.append(_line(piece, Role.TEXT, points, x, y + above))
            y += _pitch(piece, face, points, pitch)
    return _Block(lines=tuple(lines), height=y)


def _pitch(piece: Piece, face: Face, points: float, pitch: float) -> float:
    """The line's own distance to the next; more only where a borrowed script stands taller than the face."""
    usual = points * face.scale * POINT * 1.6
    return max(pitch, piece.height) if piece.height > usual else pitch


def _line(piece: Piece, role: Role, points: float, x: float, baseline: float) -> Line:
    return Line(text=piece.text, role=role, points=points, x=x, baseline=baseline, width=piece.width, rtl=piece.rtl)


def _moved(lines: tuple[Line, ...], down: float) -> tuple[Line, ...]:
    return tuple(
        Line(
            text=line.text,
            role=line.role,
            points=line.points,
            x=line.x,
            baseline=line.baseline + down,
            width=line.width,
            rtl=line.rtl,
        )
        for line in lines
    )


def _too_many(card: Card, text: _Block, room: float) -> int:
    """How many lines of the text begin below the room, at least one."""
    if not text.lines:
        return 1
    pitch = text.height / len(text.lines)
    left = sum(1 for line in text.lines if line.baseline + 0.3 * pitch > room)
    if len(card.text) > MOST_LETTERS:
        left += round(len(text.lines) * (len(card.text) / MOST_LETTERS - 1))
    return max(1, left)


def _printable(text: str) -> str:
    """One paragraph without what paper cannot show: controls, halves of characters, space at its end."""
    whole = text.expandtabs(4).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(letter for letter in whole if letter >= " " and not "\x7f" <= letter <= "\x9f").rstrip()
