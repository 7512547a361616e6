"""Cuts a text into the words, and pieces of words, that the vectors' file holds."""

import re
from collections.abc import Sequence
from functools import lru_cache

from app.domain.fold import fold
from app.likeness import spelling

LONGEST = 20_000  # characters of a text that are read
MOST = 320  # words and pieces of a text that are read: some 250 words; what matters has been said by then
_LONGEST_PIECE = 24
_LONGEST_WORD = 60  # letters; of what is longer, the first so many are read
_REMEMBERED = 8_192  # words
_WORD = re.compile(r"[^\W_]+")


class Pieces:
    """The words and pieces of one file, each with its place. Immutable; may be asked from any thread."""

    def __init__(self, names: Sequence[str], common: bytes) -> None:
        """`common` has a byte a name, 1 for a word that a misspelt one may have been meant as."""
        self._places = {name: place for place, name in enumerate(names)}
        self._common = common
        self.put_right = lru_cache(_REMEMBERED)(self._put_right)
        self._of_word = lru_cache(_REMEMBERED)(self._cut)

    def __contains__(self, word: str) -> bool:
        return word in self._places

    def of_text(self, text: str) -> list[int]:
        """The places of what `text` is made of, in order; at most `MOST`. A word that cannot be made up is left out."""
        found: list[int] = []
        for word in _WORD.findall(fold(text[:LONGEST])):
            found += self._of_word(word[:_LONGEST_WORD])
            if len(found) >= MOST:
                return found[:MOST]
        return found

    def _put_right(self, word: str) -> str | None:
        return spelling.put_right(word, self._places, self._common)

    def _cut(self, word: str) -> tuple[int, ...]:
        """The place of `word`, or of what it was meant as, or of the longest pieces that make it up."""
        known = word if word in self._places else self.put_right(word)
        if known:
            return (self._places[known],)
        found: list[int] = []
        start = 0
        while start < len(word):
            for end in range(min(len(word), start + _LONGEST_PIECE), start, -1):
                place = self._places.get(word[start:end] if start == 0 else "##" + word[start:end])
                if place is not None:
                    found.append(place)
                    start = end
                    break
            else:
                return ()
        return tuple(found)
