"""Writes the first draft of a message from what a customer may read of a case."""

from collections.abc import Callable
from datetime import date, datetime
from re import Match

from app.domain.errors import AppError
from app.domain.facing import Facing
from app.domain.handling import CARD_OF
from app.domain.terms import Answer, MessageKind
from app.wording.blanks import NAMES, Known, known
from app.wording.joining import begun, closed
from app.wording.parts import BLANK, CARDS, Parts, Saying


def draft(
    facing: Facing,
    kind: MessageKind,
    card_kind: str = "",
    *,
    parts: Parts,
    when_words: Callable[[date | datetime], str],
) -> str:
    """The text, its paragraphs apart by an empty line; without an answer it is an apology.

    `card_kind` counts for cards alone; empty, it is the one that goes with the answer. `when_words` says the
    promised date (`when.say_when`). Raises `AppError("unknown_choice")` for a card kind that does not exist.
    """
    answer = facing.answer or Answer.APOLOGISE
    layout: str = kind
    if kind is MessageKind.CARD:
        layout = _known_card(card_kind or CARD_OF[answer])
    what = known(facing, parts.grammar, when_words, on_card=kind is MessageKind.CARD)
    paragraphs = []
    for names in parts.layouts[layout, answer]:
        said = [_say(parts.sentences[name], what) for name in names]
        paragraphs.append(" ".join(sentence for sentence in said if sentence))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def heading(card_kind: str, parts: Parts) -> str:
    """The words in large on the front of a card; raises `AppError("unknown_choice")`."""
    return parts.headings[_known_card(card_kind)]


def _known_card(card_kind: str) -> str:
    if card_kind not in CARDS:
        raise AppError("unknown_choice", field="card_kind", value=card_kind, known=", ".join(CARDS))
    return card_kind


def _say(ways: tuple[Saying, ...], what: Known) -> str:
    for way in ways:
        if way.needs <= what.blanks.keys() and (not way.when or way.when in what.circumstances):
            return _fill(way.text, what.blanks)
    return ""


def _fill(text: str, blanks: dict[str, str]) -> str:
    """In one pass, so that what an owner typed is never read as a blank itself."""

    def put(match: Match[str]) -> str:
        name, stop = match.groups()
        piece = blanks[name]
        if match.start() == 0 and name not in NAMES:
            piece = begun(piece)
        return piece if closed(piece) else piece + stop

    return BLANK.sub(put, text)
