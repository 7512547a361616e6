"""What a card is: its kind, its size on paper, its look, and the words that the customer will read."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.tokens import tokens_left


@dataclass(frozen=True, slots=True, kw_only=True)
class Millimetres:
    """A width and a height on paper, in millimetres."""

    width: float
    height: float

    def turned(self) -> "Millimetres":
        """The same paper turned by a quarter."""
        return Millimetres(width=self.height, height=self.width)

    def is_same_paper(self, other: "Millimetres", tolerance: float = 0.5) -> bool:
        """Whether both are one paper, whichever way it lies; print systems round to whole points (0.35 mm)."""
        return any(
            abs(self.width - way.width) <= tolerance and abs(self.height - way.height) <= tolerance
            for way in (other, other.turned())
        )


# ISO 216: A4 210 x 297, A5 148 x 210 mm. ANSI/ASME Y14.1, size A ("Letter"): 8.5 x 11 in.
A4_PAPER = Millimetres(width=210.0, height=297.0)
A5_PAPER = Millimetres(width=148.0, height=210.0)
LETTER_PAPER = Millimetres(width=215.9, height=279.4)


class CardKind(StrEnum):
    """Why the card is sent."""

    APOLOGY = "apology"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    WELCOME_BACK = "welcome-back"


class CardSize(StrEnum):
    """A card that is printed flat and folded once down its middle; it opens like a book."""

    A6_FOLDED = "a6-folded"
    A5_FOLDED = "a5-folded"

    @property
    def flat(self) -> Millimetres:
        """The unfolded card, lying: A5 for A6 folded, A4 for A5 folded (ISO 216)."""
        return _FLAT[self]

    @property
    def panel(self) -> Millimetres:
        """One side of the folded card: exactly half of the flat one (so 148.5 mm, not 148, for A5 out of A4)."""
        return Millimetres(width=self.flat.width / 2, height=self.flat.height)

    @property
    def fold_at(self) -> float:
        """Distance of the upright fold from the left edge of the flat card, in millimetres."""
        return self.flat.width / 2


_FLAT = {CardSize.A6_FOLDED: A5_PAPER.turned(), CardSize.A5_FOLDED: A4_PAPER.turned()}


class CardLook(StrEnum):
    """How the words are set."""

    HANDWRITTEN = "handwritten"
    CLASSIC = "classic"
    PLAIN = "plain"


class Sheet(StrEnum):
    """The paper in the printer: the flat card itself, or a common sheet that is cut afterwards."""

    CARD = "card"
    A4 = "a4"
    LETTER = "letter"

    def paper(self, size: CardSize) -> Millimetres:
        """The sheet's own size, upright for a4 and letter, lying for the flat card."""
        return {Sheet.CARD: size.flat, Sheet.A4: A4_PAPER, Sheet.LETTER: LETTER_PAPER}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card ready to be set; it holds nothing but what the customer will read.

    `heading` stands above the text ("I am sorry"); an empty heading or shop field is left out.
    `text` keeps its paragraphs as line breaks.
    """

    kind: CardKind
    size: CardSize
    look: CardLook
    heading: str
    text: str
    shop_name: str = ""
    shop_address: str = ""
    shop_phone: str = ""

    @property
    def shop_line(self) -> str:
        """The shop's name, address and phone on one line, without gaps for what is not known."""
        parts = (self.shop_name, self.shop_address, self.shop_phone)
        return " · ".join(" ".join(part.split()) for part in parts if part.strip())

    def token_left(self) -> str | None:
        """The first unfilled token in any of the words, or None."""
        found = (token for words in (self.heading, self.text, self.shop_line) for token in tokens_left(words))
        return next(found, None)
