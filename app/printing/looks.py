"""What each look sets a card in: typefaces, inks and the hand of the ornament.

These are printed matter, not the program's theme: they are the same in light and dark.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.card import CardLook


class Role(StrEnum):
    """What a line of words is on the card."""

    HEADING = "heading"
    TEXT = "text"
    FOOT = "foot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A typeface: families in the order in which they are asked for a letter; weight 400 is regular, 600 semibold.

    `leading` is the distance from one baseline to the next, in parts of the type size; `scale` evens out how large
    a face looks at the same type size.
    """

    families: tuple[str, ...]
    weight: int = 400
    italic: bool = False
    leading: float = 1.4
    scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The faces by role, the inks as #RRGGBB, and whether the ornament is a pen's line rather than a filled shape."""

    faces: dict[Role, Face]
    ink: str
    quiet: str
    rule: str
    ornament: str
    pen: bool


SERIF = ("Source Serif Pro",)
SANS = ("Manrope", "Source Serif Pro")

LOOKS = {
    CardLook.HANDWRITTEN: Look(
        faces={
            Role.HEADING: Face(families=SERIF, weight=600, leading=1.15),
            # Intuitive lacks some letters of Polish and Turkish; the serif stands in for them.
            Role.TEXT: Face(families=("Intuitive", "Source Serif Pro"), leading=1.5, scale=1.04),
            Role.FOOT: Face(families=SERIF),
        },
        ink="#26242B", quiet="#6B6570", rule="#CFC8BF", ornament="#1F6F68", pen=True,
    ),
    CardLook.CLASSIC: Look(
        faces={
            Role.HEADING: Face(families=SERIF, italic=True, leading=1.15),
            Role.TEXT: Face(families=SERIF, leading=1.44),
            Role.FOOT: Face(families=SERIF, italic=True),
        },
        ink="#26242B", quiet="#6B6570", rule="#CFC8BF", ornament="#6C4A7E", pen=False,
    ),
    CardLook.PLAIN: Look(
        faces={
            Role.HEADING: Face(families=SANS, weight=600, leading=1.2),
            Role.TEXT: Face(families=SANS, leading=1.5, scale=0.92),
            Role.FOOT: Face(families=SANS, scale=0.94),
        },
        ink="#26242B", quiet="#6B6570", rule="#CFC8BF", ornament="#6B6570", pen=True,
    ),
}  # fmt: skip
