"""The sentences and layouts of drafts, read from their data."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.terms import Answer
from app.wording.joining import Grammar

BLANK = re.compile(r"\{(\w+)\}(\.?)")
BLANKS = frozenset(
    {
        *("name", "owner", "shop", "who", "when", "category", "wrong", "wrong_clause", "reason", "reason_because"),
        *("offer", "promise", "promise_clause", "promise_act", "differs", "changes"),
        *("release", "release_clause", "release_act", "refer", "refer_clause"),
    }
)
CIRCUMSTANCES = frozenset({"safety", "again", "kept", "offered", "nothing_promised", "near"})
KINDS = ("email", "letter", "spoken", "reply")
CARDS = ("apology", "thanks", "goodbye", "welcome-back")


@dataclass(frozen=True, slots=True)
class Saying:
    """One way to say a sentence: its text, the blanks it has, and the circumstance it is for."""

    text: str
    needs: frozenset[str]
    when: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """`layouts` maps (kind or card kind, answer) to paragraphs, each a tuple of names of sentences."""

    headings: Mapping[str, str]
    sentences: Mapping[str, tuple[Saying, ...]]
    layouts: Mapping[tuple[str, Answer], tuple[tuple[str, ...], ...]]
    grammar: Grammar


def load_parts(text: str) -> Parts:
    """Parts from the text of `drafts.toml`; raises `ValueError` where something in it is unknown or missing."""
    table = tomllib.loads(text)
    sentences = {name: tuple(_saying(one) for one in ways) for name, ways in table.get("sentences", {}).items()}
    layouts = {
        (kind, Answer(answer)): tuple(tuple(paragraph) for paragraph in paragraphs)
        for kind, by_answer in table.get("layouts", {}).items()
        for answer, paragraphs in by_answer.items()
    }
    parts = Parts(table.get("headings", {}), sentences, layouts, _grammar(table.get("grammar", {})))
    _check(parts)
    return parts


def _saying(raw: str | dict[str, str]) -> Saying:
    text, when = (raw, "") if isinstance(raw, str) else (raw["say"], raw["when"])
    return Saying(text, frozenset(match[1] for match in BLANK.finditer(text)), when)


def _grammar(table: dict[str, list[str]]) -> Grammar:
    try:
        return Grammar(**{name: tuple(words) for name, words in table.items()})
    except TypeError as unknown:
        raise ValueError(f"grammar: {unknown}") from None


def _check(parts: Parts) -> None:
    wanted = {(kind, answer) for kind in (*KINDS, *CARDS) for answer in Answer}
    if wanted != set(parts.layouts) or set(parts.headings) != set(CARDS):
        raise ValueError(f"layouts or headings: {sorted(wanted ^ set(parts.layouts))}")
    for where, paragraphs in parts.layouts.items():
        unknown = {name for paragraph in paragraphs for name in paragraph} - set(parts.sentences)
        if unknown:
            raise ValueError(f"{where}: no sentence {sorted(unknown)}")
    for name, ways in parts.sentences.items():
        for way in ways:
            if way.needs - BLANKS or (way.when and way.when not in CIRCUMSTANCES):
                raise ValueError(f"{name}: {way.text!r}")
