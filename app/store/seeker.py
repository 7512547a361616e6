"""Gathers the cases and lessons that may be like a text: by rare words from FTS5, and by all vectors in memory.

A row holds one of the rarest words AND any other word that is not everywhere: the plain OR of all words of a long text
takes some twenty times as long, for the same cases at the top. The words of those that were gathered are then weighed
here and not by FTS5: its contentless tables go on counting rows that were deleted or changed (a test shows it), and in
a file of three cases its bm25 takes a word that two of them hold for nothing.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from app.store.database import Store
from app.store.held import Held
from app.store.likeness import text_of
from app.store.stems import Stems

if TYPE_CHECKING:
    from numpy.typing import NDArray

RARE_POSTINGS = 5_000  # rows in all that hold the words which open the gate
COMMON = 0.3  # a word that is in a larger share of the cases says nothing
MOST_WORDS = 200  # of a text; the rarest are kept
WIDTH = 80  # candidates by words, and as many by vectors
_READ = 2_000  # characters of a candidate's text whose words are weighed
_USUAL_CASES = 100  # as if so many more, without these words, were in the file: a word is telling in a file of three
_USUAL_LENGTH = 25.0  # words of a usual text, stop words left out
_K1, _B = 1.2, 0.75  # of bm25, as FTS5 has them
_PROOF = 4.0  # weight of a word that few hold: one that two texts share may be the shop's trade, several are no chance
_SMALL = 500  # cases up to which no word is left out for being common


@dataclass(frozen=True, slots=True)
class Found:
    """One that may be alike: its share of the words (from 0 up, rarely above 1), and how near in meaning (-1 to 1)."""

    number: int
    words: float
    meaning: float


class Seeker:
    """Lives as long as the connection that it reads through; for one thread."""

    def __init__(self, store: Store, read: Callable[[str], Sequence[str]], usual: Sequence[bytes]) -> None:
        """`read` gives the words of a text; `usual`: packed vectors of usual complaints, from which the mean begins."""
        self._store = store
        self._read = read
        self.stems = Stems()
        self._counted = lru_cache(maxsize=500)(self._count)  # while one types, mostly the same come again
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
        numbers = self._cases.numbers
        best = np.argpartition(near, -width)[-width:] if len(near) > width else np.arange(len(near))
        found = {int(numbers[place]): float(near[place]) for place in best}
        found |= self._cases.nearness_of(self._by_words(asked, width), near)
        texts = text_of(self._store, found)
        return [
            Found(number, asked.share(self._counted(texts[number][:_READ])), meaning)
            for number, meaning in found.items()
            if number in texts
        ]

    def _count(self, text: str) -> Counter[str]:
        """How often each stem is in a text."""
        return Counter(self.stems.of(self._read(text)))

    @property
    def lessons(self) -> int:
        """How many have been read."""
        return len(self._lessons)

    def near_lessons(self, vector: bytes, *, width: int = WIDTH) -> list[tuple[int, float]]:
        """The ids of those whose own words are nearest, with how near."""
        near = self._lessons.nearness(vector)
        best = np.argsort(-near, kind="stable")[:width]
        return [(int(self._lessons.numbers[place]), float(near[place])) for place in best]

    def _by_words(self, asked: "Asked", width: int) -> list[int]:
        """The best by words alone."""
        question = asked.question()
        if not question:
            return []
        rows = self._store.read(
            "SELECT rowid FROM like_words WHERE like_words MATCH ? ORDER BY rank LIMIT ?", (question, width)
        )
        return [row[0] for row in rows]

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
        self._weights = {stem: _idf(counts.get(stem, 0), cases + _USUAL_CASES) for stem in sorted(every)}
        self._whole = sqrt(sum(self._weights.values()))

    def question(self) -> str:
        """What FTS5 is asked; empty where no word is known."""
        words = sorted(self._known, key=lambda word: (self._known[word], word))[:MOST_WORDS]
        if self._cases > _SMALL:
            words = [word for word in words if self._known[word] < COMMON * self._cases] or words[:1]
        held = list(accumulate(self._known[word] for word in words))
        count = max(sum(postings <= RARE_POSTINGS for postings in held), 1)
        rare, others = (" OR ".join(map(_quoted, some)) for some in (words[:count], words[count:]))
        return f"({rare}) AND ({others})" if others else rare

    def share(self, counted: Counter[str]) -> float:
        """The bm25 of a text of these stems as a cosine would have it: not the more, the more words are asked for."""
        if not self._whole:
            return 0.0
        longer = _K1 * (1 - _B + _B * counted.total() / _USUAL_LENGTH)
        shared = ((weight, counted[stem]) for stem, weight in self._weights.items() if stem in counted)
        held = sum(weight * often * (_K1 + 1) / (often + longer) for weight, often in shared)
        return held * held / (held + _PROOF) / self._whole


def _idf(count: int, cases: int) -> float:
    return log(1 + max(cases - count + 0.5, 0.5) / (count + 0.5))


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
