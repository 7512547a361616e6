"""What each look sets a card in: typefaces, inks and the hand of the ornament, read from their one file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from app.domain.card import CardLook

LOOKS_FILE: Final = Path(__file__).resolve().parents[2] / "resources" / "cards" / "looks.toml"


class Role(StrEnum):
    """What a line of words is on the card."""

    HEADING = "heading"
    TEXT = "text"
    FOOT = "foot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A typeface; the fields are explained in the file."""

    families: tuple[str, ...]
    weight: int = 400
    italic: bool = False
    leading: float = 1.4
    scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The faces by role, and the inks as #RRGGBB; `mark` is the ink of fold and cut marks."""

    faces: Mapping[Role, Face]
    ink: str
    quiet: str
    rule: str
    ornament: str
    mark: str
    pen: bool
    frame: bool


def look_of(look: CardLook) -> Look:
    """The look as it is set."""
    return _looks()[look]


@cache
def _looks() -> dict[CardLook, Look]:
    """All looks; OSError or tomllib.TOMLDecodeError where the file is gone or broken."""
    with LOOKS_FILE.open("rb") as file:
        return {CardLook(name): _look(table) for name, table in tomllib.load(file).items()}


def _look(table: dict[str, Any]) -> Look:
    faces = {
        Role(role): Face(**{**face, "families": tuple(face["families"])}) for role, face in table.pop("faces").items()
    }
    return Look(faces=faces, **table)
