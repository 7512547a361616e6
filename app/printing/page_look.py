"""What printed pages are set in: typefaces, sizes and inks, read from their one file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from app.printing.looks import LOOKS_FILE, Face

PAGE_FILE: Final = LOOKS_FILE.parents[1] / "paper" / "page.toml"


class Style(StrEnum):
    """What a line of words is on the page."""

    TITLE = "title"
    PART = "part"
    NOTE = "note"
    LABEL = "label"
    TEXT = "text"
    FOOT = "foot"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLook:
    """The faces and sizes (points) by style, and the inks as #RRGGBB."""

    faces: Mapping[Style, Face]
    points: Mapping[Style, float]
    ink: str
    quiet: str
    rule: str

    def ink_of(self, style: Style) -> str:
        """Quiet where the words only say what others are."""
        return self.quiet if style in (Style.NOTE, Style.LABEL, Style.FOOT) else self.ink


@cache
def page_look() -> PageLook:
    """The look; OSError or tomllib.TOMLDecodeError where the file is gone or broken."""
    table = tomllib.loads(PAGE_FILE.read_text(encoding="utf-8"))
    faces = {style: table[style] for style in Style}
    points = {style: float(face.pop("points")) for style, face in faces.items()}
    made = {style: Face(**{**face, "families": tuple(face["families"])}) for style, face in faces.items()}
    return PageLook(faces=made, points=points, ink=table["ink"], quiet=table["quiet"], rule=table["rule"])
