"""Gathers the cases and lessons that may be like a text: by rare words from FTS5, and by all vectors in memory.

A row holds one of the rarest words AND any other word that is not everywhere: the plain OR of all words of a long text
takes some twenty times as long, for the same cases at the top.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.likeness.meaning import DIMENSIONS, similarities, unpack
from app.store.database import Store
from app.store.stems import Stems

if TYPE_CHECKING:
    from numpy.typing import NDArray

RARE_POSTINGS = 5_000  # rows in all that hold the words which open the gate
COMMON = 0.3  # a word that is in a larger share of the cases says nothing
MOST_WORDS = 200  # of a text; the rarest are kept
WIDTH = 100  # candidates by words, and as many by vectors
_SMALL = 200  # cases up to which no word is left out for being common


@dataclass(frozen=True, slots=True)
class Found:
    """One that may be alike: what bm25 gives (from 0 up), and the cosine of the vectors."""

    number: int
    words: float
    meaning: float


class Rows:
    """The packed vectors of one table, unpacked in memory; only what is new is read again."""

    def __init__(self, table: str, key: str) -> None:
        self._sql = f"SELECT id, {key}, vector FROM {table} WHERE id > ? ORDER BY id"
        self._last = 0
        self._places: dict[int, int] = {}
        self._numbers = np.zeros(0, np.int64)
        self._matrix = np.zeros((0, DIMENSIONS), np.int8)

    def refresh(self, store: Store) -> bool:
        """Read what was made since; whether there was anything."""
        rows = store.read(self._sql, (self._last,))
        if not rows:
            return False
        self._last = rows[-1][0]
        self._reserve(len(self._places) + len(rows))
        places = [self._places.setdefault(row[1], len(self._places)) for row in rows]
        self._numbers[places] = [row[1] for row in rows]
        self._matrix[places] = unpack([row[2] for row in rows])
        return True

    def _reserve(self, count: int) -> None:
        if count > len(self._matrix):
            room = max(count, len(self._matrix) * 5 // 4, 64)
            for name in ("_numbers", "_matrix"):
                old = getattr(self, name)
                new = np.zeros((room, *old.shape[1:]), old.dtype)
                new[: len(old)] = old
                setattr(self, name, new)

    def __len__(self) -> int:
        return len(self._places)

    @property
    def numbers(self) -> "NDArray[np.int64]":
        return self._numbers[: len(self)]

    def similarities(self, vector: bytes) -> "NDArray[np.float32]":
        """With each row, in the order of `numbers`."""
        return similarities(self._matrix[: len(self)], vector)

    def similar_to(self, numbers: Iterable[int], vector: bytes) -> dict[int, float]:
        """The cosine with each of these that has a row."""
        known = [number for number in numbers if number in self._places]
        near = similarities(self._matrix[[self._places[number] for number in known]], vector)
        return dict(zip(known, near.tolist(), strict=True))


class Seeker:
    """Lives as long as the connection that it reads through; for one thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.stems = Stems()
        self.cases = Rows("like_vector", "case_id")
        self.lessons = Rows("like_lesson", "lesson_id")

    def refresh(self) -> None:
        self.cases.refresh(self._store)
        self.lessons.refresh(self._store)

    def candidates(self, terms: Sequence[str], vector: bytes, *, width: int = WIDTH) -> list[Found]:
        """Those that may be alike, in no order; also some that were deleted since."""
        words = self.by_words(terms, width)
        near = self.cases.similarities(vector)
        numbers = self.cases.numbers
        best = np.argpartition(near, -width)[-width:] if len(near) > width else np.arange(len(near))
        found = {int(numbers[place]): float(near[place]) for place in best}
        found |= self.cases.similar_to(words.keys() - found.keys(), vector)
        return [Found(number, words.get(number, 0.0), meaning) for number, meaning in found.items()]

    def near_lessons(self, vector: bytes, *, width: int = WIDTH) -> list[tuple[int, float]]:
        """The ids of those whose own words are nearest, with the cosine."""
        near = self.lessons.similarities(vector)
        best = np.argsort(-near, kind="stable")[:width]
        return [(int(self.lessons.numbers[place]), float(near[place])) for place in best]

    def by_words(self, terms: Sequence[str], width: int = WIDTH) -> dict[int, float]:
        """bm25, turned so that more is better, of the best by words alone."""
        asked = self._question(terms)
        if not asked:
            return {}
        rows = self._store.read(
            "SELECT rowid, -rank FROM like_words WHERE like_words MATCH ? ORDER BY rank LIMIT ?", (asked, width)
        )
        return {row[0]: row[1] for row in rows}

    def _question(self, terms: Sequence[str]) -> str:
        self.stems.learn(terms)
        stems = {stem: word for word in terms for stem in self.stems.of([word])}
        counts = self.frequencies(stems)
        known = {word: min(counts[s] for s in self.stems.of([word])) for stem, word in stems.items() if stem in counts}
        words = sorted(known, key=lambda word: (known[word], word))[:MOST_WORDS]
        total = max(len(self.cases), 1)
        rare: list[str] = []
        postings = 0
        for word in words:
            postings += known[word]
            if rare and postings > RARE_POSTINGS:
                break
            rare.append(word)
        others = [w for w in words[len(rare) :] if known[w] < COMMON * total]
        if total > _SMALL:
            rare = [w for w in rare if known[w] < COMMON * total] or rare[:1]
        asked = " OR ".join(_quoted(word) for word in rare)
        return f"({asked}) AND ({' OR '.join(_quoted(word) for word in others)})" if others else asked

    def frequencies(self, stems: Iterable[str]) -> dict[str, int]:
        """In how many cases each is; those that are in none are left out."""
        rows = self._store.read(
            "SELECT word, cases FROM like_frequency WHERE word <> '' AND word IN (SELECT value FROM json_each(?))",
            (json.dumps(list(stems)),),
        )
        return dict(rows)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
