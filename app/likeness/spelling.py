"""Finds the likeliest known word one slip of the fingers away from a word that is not known."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, combinations
from math import log

SHORTEST = 4  # letters; below, nearly every word is one slip away from another
LONGEST = 24
_DOUBLES = re.compile(r"([a-z])\1+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
# How unlikely a slip is, as a factor on the word's place among the words in order of their use (natural logarithm).
_SWAPPED, _DOUBLED, _VOWEL, _ONE_MORE, _OTHER, _FIRST = 0.0, 0.0, 1.0, 1.5, 3.0, 3.0


def _slips(word: str) -> Iterator[tuple[float, str]]:
    """Every string one slip away, with how unlikely that slip is; some come twice."""
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        first = 0.0 if at else _FIRST
        if right:
            yield first + (_DOUBLED if right[0] == left[-1:] else _ONE_MORE), left + right[1:]
        if len(right) > 1:
            yield first + _SWAPPED, left + right[1] + right[0] + right[2:]
        for letter in _LETTERS:
            if right and letter != right[0]:
                yield (
                    first + (_VOWEL if letter in _VOWELS and right[0] in _VOWELS else _OTHER),
                    left + letter + right[1:],
                )
            yield first + (_DOUBLED if letter == left[-1:] else _ONE_MORE), left + letter + right


def _doublings(word: str) -> Iterator[tuple[float, str]]:
    """Every string that has other letters double than `word` has, at most two of them: "tommorow", "dissapointed"."""
    single = _DOUBLES.sub(r"\1", word)
    for count in range(3):
        for places in combinations(range(len(single)), count):
            yield _DOUBLED, "".join(letter * (1 + (at in places)) for at, letter in enumerate(single))


def put_right(word: str, places: Mapping[str, int], common: bytes) -> str | None:
    """The likeliest word in `places`, which gives each its place in order of use; `word` is folded.

    `common` has a byte a place, 1 for a word that may have been meant. A slip is one letter too many, too few, another,
    or two neighbours swapped; or letters doubled wrongly. None for a word that is known, too short or too long, or not
    of plain letters, and where nothing is near.
    """
    if word in places or not SHORTEST <= len(word) <= LONGEST or not (word.isascii() and word.isalpha()):
        return None
    near = [
        (unlikely + log(place + 100), slip)
        for unlikely, slip in chain(_slips(word), _doublings(word))
        if (place := places.get(slip)) is not None and common[place] and len(slip) >= SHORTEST
    ]
    return min(near)[1] if near else None
