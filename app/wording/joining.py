"""Makes what an owner typed fit into a sentence, whatever its capitals, stops and line breaks."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from app.domain.fold import clean
from app.domain.tokens import without_marks

_STOPS = ".!?…。！？؟۔"
_LOOSE = " ,;:" + _STOPS
_CLOSERS = "\"'”’»)]"
_BULLET = re.compile(r"^(?:[-*•–]\s+)+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*\s+")
_TITLE_CASE = re.compile(r"[A-Z][a-z'-]*")
_LOOK = 300  # characters: the shape of a phrase shows in its first words


class Shape(StrEnum):
    CLAUSE = "clause"  # "the cake had the wrong name"
    ACT = "act"  # "bring a new cake"
    THING = "thing"  # "the wrong name on the cake"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Lists of words in small letters, as `drafts.toml` explains them."""

    lead_ins: tuple[str, ...]
    openers: tuple[str, ...]
    names: tuple[str, ...]
    subjects: tuple[str, ...]
    articles: tuple[str, ...]
    verbs: tuple[str, ...]
    stops: tuple[str, ...]
    acts: tuple[str, ...]
    objects: tuple[str, ...]
    asks: tuple[str, ...]
    because: tuple[str, ...]
    myself: tuple[str, ...]
    near: tuple[str, ...]
    abbreviations: tuple[str, ...]
    gifts: tuple[str, ...]


def plain(word: str) -> str:
    """A word as the lists hold it."""
    return word.lower().replace("’", "'").strip('"“”,;:.!?()…')


def one_line(text: str) -> str:
    """A short text without line breaks, control characters and marks of a token; empty if it says nothing."""
    line = " ".join(without_marks(clean(text)).split())
    return line if any(c.isalnum() for c in line) else ""


def running(text: str) -> str:
    """Free text as running sentences: a new line that begins anew begins a sentence; no stop at the end."""
    pieces: list[str] = []
    for raw in without_marks(clean(text)).splitlines():
        line = " ".join(_BULLET.sub("", raw.strip()).split())
        if not line:
            continue
        if pieces and pieces[-1][-1] not in _LOOSE and not closed(pieces[-1]) and not line[0].islower():
            pieces[-1] += "."
        pieces.append(line)
    return _without_end(" ".join(pieces))


def _without_end(text: str) -> str:
    core = text.strip(_LOOSE)
    return core if any(c.isalnum() for c in core) else ""


def closed(text: str) -> bool:
    """Whether a full stop after it would be one too many."""
    return text.rstrip(_CLOSERS).endswith(tuple(_STOPS))


def first_sentence(text: str, grammar: Grammar) -> str:
    """The first sentence of running text, without its stop."""
    for end in _SENTENCE_END.finditer(text):
        last = plain(text[text.rfind(" ", 0, end.start()) + 1 : end.start()])
        if len(last) > 1 and last not in grammar.abbreviations and not text[end.end()].islower():
            return _without_end(text[: end.end()])
    return text


def shape(text: str, grammar: Grammar) -> Shape:
    """What kind of phrase it is; a thing when in doubt."""
    words = [plain(word) for word in text[:_LOOK].split()] + ["", ""]
    first, second = words[0], words[1]
    if first.partition("'")[0] in grammar.subjects or f"{first} {second}" in grammar.subjects:
        waits = second.endswith("ing") and second not in grammar.acts  # "you waiting so long"
        return Shape.THING if waits else Shape.CLAUSE
    if first in grammar.acts and second in grammar.objects:
        return Shape.ACT
    tells = first in grammar.articles or second in grammar.verbs
    return Shape.CLAUSE if tells and _tells(words, grammar) else Shape.THING


def _tells(words: list[str], grammar: Grammar) -> bool:
    """Whether a verb belongs to the whole: in "the cake you got was dry" one does, in "a wait that was long" none."""
    narrowed = False
    for before, word in pairwise(words):
        narrowed = narrowed or before in grammar.stops
        if word in grammar.verbs and (not narrowed or before in grammar.verbs or before.endswith("ed")):
            return True
    return False


def inside(text: str, grammar: Grammar, names: frozenset[str]) -> str:
    """As it stands inside a sentence: without the capital that only began it; `names` (small letters) keep theirs."""
    first, _, rest = text.partition(" ")
    bare = first.replace("’", "'").rstrip(",;:")
    word = bare.lower()
    if not _TITLE_CASE.fullmatch(bare) or word.partition("'")[0] == "i" or word in names or word in grammar.names:
        return text
    if word not in grammar.openers and (word.endswith("'s") or rest[:1].isupper()):
        return text  # "Dana's cake" and "Black Forest cake" are names, most likely
    return text[0].lower() + text[1:]


def begun(text: str) -> str:
    """As it stands at the beginning of a sentence."""
    upper = text[:1].upper()
    return upper + text[1:] if len(upper) == 1 else text


def without_lead_in(text: str, openings: tuple[str, ...]) -> str:
    """`text` without the first of these openings that it begins with, as whole words."""
    low = text[:_LOOK].lower().replace("’", "'")
    for opening in openings:
        if low.startswith(opening + " "):
            return text[len(opening) + 1 :].lstrip(_LOOSE)
    return text
