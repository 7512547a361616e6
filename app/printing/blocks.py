"""What a printed document is made of: plain blocks, one below another, that know nothing of pages or type."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.card import A4_PAPER, LETTER_PAPER, Sheet

PAPERS = {Sheet.A4: A4_PAPER, Sheet.LETTER: LETTER_PAPER}  # those that a document is laid out for


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A serif title with a quiet line under it; on a page that goes on with it, it stands small at the head."""

    text: str
    note: str = ""
    small: bool = False  # one of several on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text under its label; line breaks in it stay. An empty text takes no room, and nor does its label."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """Empty ruled lines to write on."""

    label: str = ""
    lines: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Short texts, or lines to write them on, beside one another; below one another where one of them is long."""

    parts: tuple[Labelled | Ruled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A list under its label, each entry with a mark before it, or with its number."""

    entries: tuple[str, ...]
    label: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """A line to sign on for each name, and some without a name."""

    label: str
    names: tuple[str, ...] = ()
    empty: int = 0


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own; never makes an empty page."""


Block: TypeAlias = Heading | Labelled | Beside | Lines | Ruled | Signatures | NewPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """`title` names the file and the job of the printer, `shop` stands at the foot of every page."""

    title: str
    shop: str = ""
    blocks: tuple[Block, ...]
