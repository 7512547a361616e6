"""Sets the blocks of a document in rows of a given width, which a page takes or leaves whole."""

from dataclasses import dataclass, replace
from functools import cache, singledispatch

from app.printing.blocks import Beside, Block, Heading, Labelled, Lines, NewPage, Ruled, Signatures
from app.printing.layout import paragraphs
from app.printing.measure import POINT, Piece, ascent, break_paragraph
from app.printing.page_look import Style, page_look

# All in millimetres.
BLOCK_GAP = 5.0
HEADING_GAP = 9.0
PART_GAP = 1.5  # below a small heading
PARAGRAPH_GAP = 1.6
ENTRY_GAP = 0.8
LABEL_GAP = 0.6  # between a label and what it names
INDENT = 5.5  # of the entries of a list
COLUMN_GAP = 8.0
RULED_PITCH = 9.0  # room for handwriting: that of school paper for grown-ups
SIGNING_ROOM = 12.0
SIGNATURES_ACROSS = 2
LONGEST_BESIDE = 3  # lines; what is longer gets the whole width


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of words: the left end of its baseline."""

    text: str
    style: Style
    x: float
    baseline: float
    rtl: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A thin line across."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is never torn apart; `gap` is the room above it, `keep` ties it to the row that follows.

    `heading` is what this row begins; `breaks` puts it on a page of its own.
    """

    height: float
    words: tuple[Words, ...] = ()
    rules: tuple[Rule, ...] = ()
    gap: float = 0.0
    keep: bool = False
    heading: str = ""
    breaks: bool = False


def rows_of(blocks: tuple[Block, ...], width: float) -> list[Row]:
    """All rows from top to bottom, `width` mm wide."""
    found: list[Row] = []
    breaks, close = False, False
    for block in blocks:
        if isinstance(block, NewPage):
            breaks = True
        elif rows := _set(block, width):
            gap = min(rows[0].gap, PART_GAP) if close else rows[0].gap
            found += [replace(rows[0], gap=gap, breaks=breaks), *rows[1:]]
            breaks = False
            close = isinstance(block, Heading) and block.small
    return found


def pitch(style: Style) -> float:
    """From one baseline to the next."""
    look = page_look()
    return look.points[style] * look.faces[style].scale * POINT * look.faces[style].leading


def line(text: str, style: Style, x: float = 0.0) -> Words:
    """Words of one line that need no breaking, the baseline counted from the top of their row."""
    return Words(text=text, style=style, x=x, baseline=_ascent(style))


def pieces_of(text: str, style: Style, width: float) -> list[Piece]:
    """One paragraph, broken."""
    look = page_look()
    return break_paragraph(text, look.faces[style], look.points[style], width, even=False)


@cache
def _ascent(style: Style) -> float:
    look = page_look()
    return ascent(look.faces[style], look.points[style])


@singledispatch
def _set(block: object, width: float) -> list[Row]:
    raise TypeError(f"no block: {block!r}")


@_set.register
def _heading(block: Heading, width: float) -> list[Row]:
    title = " ".join(paragraphs(block.text))
    rows = _text(block.text, Style.PART if block.small else Style.TITLE, width)
    note = _text(block.note, Style.NOTE, width)
    if not rows:
        return _tied(note)
    named = "" if block.small else title
    first = replace(rows[0], gap=HEADING_GAP, heading=named)
    note = [replace(row, gap=row.gap + (1.5 if row is note[0] else 0)) for row in note]
    return _tied([first, *rows[1:], *note])


@_set.register
def _labelled(block: Labelled, width: float) -> list[Row]:
    return _under(block.label, _text(block.text, Style.TEXT, width), width)


@_set.register
def _lines(block: Lines, width: float) -> list[Row]:
    rows: list[Row] = []
    entries = [entry for entry in block.entries if any(paragraphs(entry))]
    for number, entry in enumerate(entries, 1):
        rows += _entry(f"{number}." if block.numbered else "•", entry, width, ENTRY_GAP if rows else 0.0)
    return _under(block.label, rows, width)


@_set.register
def _ruled(block: Ruled, width: float) -> list[Row]:
    rule = Rule(x=0, y=RULED_PITCH - 0.5, width=width)
    rows = [Row(height=RULED_PITCH, rules=(rule,), keep=at == 0 and block.lines > 1) for at in range(block.lines)]
    return _under(block.label, rows, width)


@_set.register
def _signatures(block: Signatures, width: float) -> list[Row]:
    column = (width - COLUMN_GAP) / SIGNATURES_ACROSS
    cells = [_cell(name, column) for name in (*block.names, *[""] * block.empty)]
    rows = [
        _beside_each_other(cells[at : at + SIGNATURES_ACROSS], column) for at in range(0, len(cells), SIGNATURES_ACROSS)
    ]
    return _under(block.label, rows, width)


@_set.register
def _beside(block: Beside, width: float) -> list[Row]:
    parts = [part for part in block.parts if isinstance(part, Ruled) or any(paragraphs(part.text))]
    if not parts:
        return []
    column = (width - COLUMN_GAP * (len(parts) - 1)) / len(parts)
    columns = [_set(part, column) for part in parts]
    if len(parts) == 1 or any(len(rows) > LONGEST_BESIDE + 1 for rows in columns):
        return [row for part in parts for row in _set(part, width)]
    return [replace(_beside_each_other([_stacked(rows) for rows in columns], column), gap=BLOCK_GAP)]


def _under(label: str, rows: list[Row], width: float) -> list[Row]:
    """The rows under their label, which never stands alone at the foot of a page."""
    if not rows:
        return []
    first = replace(rows[0], gap=LABEL_GAP) if label else replace(rows[0], gap=BLOCK_GAP)
    labels = _text(label, Style.LABEL, width)
    if labels:
        labels = _tied([replace(labels[0], gap=BLOCK_GAP), *labels[1:]])
    return [*labels, first, *rows[1:]]


def _text(text: str, style: Style, width: float) -> list[Row]:
    """Every line a row; the first two and the last two lines of a paragraph stay together."""
    rows: list[Row] = []
    gap = 0.0
    for paragraph in paragraphs(text):
        if not paragraph:
            gap = pitch(style) * 0.6
            continue
        rows += _paragraph(paragraph, style, width, (gap or PARAGRAPH_GAP) if rows else 0.0)
        gap = 0.0
    return rows


def _paragraph(text: str, style: Style, width: float, gap: float) -> list[Row]:
    pieces = pieces_of(text, style, width)
    last = len(pieces) - 1
    return [
        Row(
            height=_height(piece, style),
            words=(_placed(piece, style, 0.0, width),),
            gap=0.0 if at else gap,
            keep=at < last and at in (0, last - 1),
        )
        for at, piece in enumerate(pieces)
    ]


def _entry(mark: str, text: str, width: float, gap: float) -> list[Row]:
    """An entry beside its mark; from the right where its script is read so."""
    rows = _text(text, Style.TEXT, width - INDENT)
    rtl = rows[0].words[0].rtl
    marked = line(mark, Style.TEXT, width - INDENT / 2 if rtl else 0.0)
    if not rtl:
        rows = [_shifted(row, INDENT) for row in rows]
    return [replace(rows[0], words=(marked, *rows[0].words), gap=gap), *rows[1:]]


def _cell(name: str, width: float) -> Row:
    """The room for one signature, with the name under its line."""
    names = _stacked(_text(" ".join(paragraphs(name)), Style.NOTE, width))
    rule = Rule(x=0, y=SIGNING_ROOM, width=width)
    under = _shifted(names, 0.0, SIGNING_ROOM + 0.8)
    return Row(height=SIGNING_ROOM + 0.8 + max(names.height, pitch(Style.NOTE)), words=under.words, rules=(rule,))


def _beside_each_other(cells: list[Row], column: float) -> Row:
    placed = [_shifted(cell, at * (column + COLUMN_GAP)) for at, cell in enumerate(cells)]
    return Row(
        height=max(cell.height for cell in cells),
        words=tuple(words for cell in placed for words in cell.words),
        rules=tuple(rule for cell in placed for rule in cell.rules),
    )


def _stacked(rows: list[Row]) -> Row:
    """Several rows as one; the room above the first is left out."""
    words: list[Words] = []
    rules: list[Rule] = []
    y = 0.0
    for at, row in enumerate(rows):
        y += row.gap if at else 0.0
        moved = _shifted(row, 0.0, y)
        words += moved.words
        rules += moved.rules
        y += row.height
    return Row(height=y, words=tuple(words), rules=tuple(rules))


def _shifted(row: Row, right: float, down: float = 0.0) -> Row:
    return replace(
        row,
        words=tuple(replace(words, x=words.x + right, baseline=words.baseline + down) for words in row.words),
        rules=tuple(replace(rule, x=rule.x + right, y=rule.y + down) for rule in row.rules),
    )


def _tied(rows: list[Row]) -> list[Row]:
    """Each kept with the next; the last one too, since what it is the head of follows."""
    return [replace(row, keep=True) for row in rows]


def _placed(piece: Piece, style: Style, x: float, width: float) -> Words:
    left = x + width - piece.width if piece.rtl else x
    return replace(line(piece.text, style, left), rtl=piece.rtl)


def _height(piece: Piece, style: Style) -> float:
    """The line's own pitch; more only where a borrowed script stands taller than the face."""
    look = page_look()
    usual = look.points[style] * look.faces[style].scale * POINT * 1.6
    return max(pitch(style), piece.height) if piece.height > usual else pitch(style)
