"""Gathers the cases and lessons that may be like a text: by rare words from FTS5, and by all vectors in memory.

A row holds one of the rarest words AND any other word that is not everywhere: the plain OR of all words of a long text
takes some twenty times as long, for the same cases at the top.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from app.store.database import Store
from app.store.held import Held
from app.store.likeness import FILLERS
from app.store.stems import Stems

if TYPE_CHECKING:
    from numpy.typing import NDArray

RARE_POSTINGS = 5_000  # rows in all that hold the words which open the gate
COMMON = 0.3  # a word that is in a larger share of the cases says nothing
MOST_WORDS = 200  # of a text; the rarest are kept
WIDTH = 100  # candidates by words, and as many by vectors
_SMALL = 500  # cases up to which no word is left out for being common


@dataclass(frozen=True, slots=True)
class Found:
    """One that may be alike: its share of the words (from 0 up, rarely above 1), and how near in meaning (-1 to 1)."""

    number: int
    words: float
    meaning: float


class Seeker:
    """Lives as long as the connection that it reads through; for one thread."""

    def __init__(self, store: Store, usual: Sequence[bytes]) -> None:
        """`usual`: packed vectors of usual complaints, from which the mean begins."""
        self._store = store
        self.stems = Stems()
        self._cases = Held("like_vector", "case_id", usual)
        self._lessons = Held("like_lesson", "lesson_id", usual)

    def refresh(self) -> None:
        self._cases.refresh(self._store)
        self._lessons.refresh(self._store)

    def near(self, vector: bytes) -> "NDArray[np.float32]":
        """How near each case is in meaning, for `candidates` and `nearness`."""
        return self._cases.nearness(vector)

    def nearness(self, numbers: Iterable[int], near: "NDArray[np.float32]") -> dict[int, float]:
        """That of these cases, where they have been read."""
        return self._cases.nearness_of(numbers, near)

    def candidates(self, terms: Sequence[str], near: "NDArray[np.float32]", *, width: int = WIDTH) -> list[Found]:
        """Those that may be alike, in no order; also some that were deleted since."""
        asked = Asked(self.stems, terms, self._frequencies, len(self._cases))
        words = self._by_words(asked, width)
        numbers = self._cases.numbers
        best = np.argpartition(near, -width)[-width:] if len(near) > width else np.arange(len(near))
        found = {int(numbers[place]): float(near[place]) for place in best}
        found |= self._cases.nearness_of(words, near)
        share = {number: asked.share(value) for number, value in words.items()}
        return [Found(number, share.get(number, 0.0), meaning) for number, meaning in found.items()]

    def near_lessons(self, vector: bytes, *, width: int = WIDTH) -> list[tuple[int, float]]:
        """The ids of those whose own words are nearest, with how near."""
        near = self._lessons.nearness(vector)
        best = np.argsort(-near, kind="stable")[:width]
        return [(int(self._lessons.numbers[place]), float(near[place])) for place in best]

    def _by_words(self, asked: "Asked", width: int) -> dict[int, float]:
        """bm25, turned so that more is better, of the best by words alone."""
        question = asked.question()
        if not question:
            return {}
        rows = self._store.read(
            "SELECT rowid, -rank FROM like_words WHERE like_words MATCH ? ORDER BY rank LIMIT ?", (question, width)
        )
        return {row[0]: row[1] for row in rows if row[0] > 0}

    def _frequencies(self, stems: Iterable[str]) -> dict[str, int]:
        """In how many cases each is; those that are in none are left out."""
        rows = self._store.read(
            "SELECT word, cases FROM like_frequency WHERE word <> '' AND word IN (SELECT value FROM json_each(?))",
            (json.dumps(list(stems)),),
        )
        return dict(rows)


class Asked:
    """The words of one text, with what each weighs in this file."""

    def __init__(
        self, stems: Stems, terms: Sequence[str], counted: Callable[[Iterable[str]], dict[str, int]], cases: int
    ) -> None:
        stems.learn(terms)
        of_word = {word: stems.of([word]) for word in dict.fromkeys(terms)}
        every = {stem for found in of_word.values() for stem in found}
        counts = counted(every)
        self._cases = cases
        # One word a stem: bm25 would count the same stem twice.
        words = {tuple(found): word for word, found in of_word.items() if any(stem in counts for stem in found)}
        self._known = {word: min(counts.get(stem, 0) for stem in found) for found, word in words.items()}
        self._weight = sum(_idf(counts.get(stem, 0), cases + FILLERS) for stem in every)

    def question(self) -> str:
        """What FTS5 is asked; empty where no word is known."""
        words = sorted(self._known, key=lambda word: (self._known[word], word))[:MOST_WORDS]
        if self._cases > _SMALL:
            words = [word for word in words if self._known[word] < COMMON * self._cases] or words[:1]
        held = list(accumulate(self._known[word] for word in words))
        count = max(sum(postings <= RARE_POSTINGS for postings in held), 1)
        rare, others = (" OR ".join(map(_quoted, some)) for some in (words[:count], words[count:]))
        return f"({rare}) AND ({others})" if others else rare

    def share(self, bm25: float) -> float:
        """bm25 as a cosine would have it: not the more, the more words are asked for."""
        return bm25 / sqrt(self._weight) if self._weight else 0.0


def _idf(count: int, cases: int) -> float:
    return log(1 + max(cases - count + 0.5, 0.5) / (count + 0.5))


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
