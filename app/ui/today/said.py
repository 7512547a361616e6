"""What a row says of a thing itself, in lines that are short enough to be read at a glance."""

from collections.abc import Iterable
from typing import NamedTuple

from app.ui.widgets.words import short_line

NAME_LIMIT, _FACT_LIMIT = 60, 160  # characters; the whole of it is on the case's own pages


class Said(NamedTuple):
    """What a row says of the thing itself, whenever it is due; empty facts are left out."""

    icon: str
    tone: str
    title: str
    facts: Iterable[str]
    act: str


def sentence(words: str) -> str:
    """One line that ends as a sentence does."""
    line = short_line(words, _FACT_LIMIT)
    return line if not line or line[-1] in ".!?\u2026" else f"{line}."
