"""Puts candidates in order and says how alike each is, from 0 to 1: the same for all texts and files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp, log, sqrt

THRESHOLD = 0.5  # below it nothing is shown; measured by tests/bench/like.py
_WORDS_WEIGH = 0.11  # of the words beside the meaning
_MIDDLE, _STEEP = 0.43, 10.0  # where it begins to be told, and how fast that changes
# By chance alone the best of many is nearer than the best of few: by the spread of the nearness of unlike texts times
# the root of 2 ln(cases), the mean of the highest of so many draws from a normal distribution. `_MIDDLE` is of `_FEW`.
_SPREAD, _FEW, _FEWEST = 0.13, 50, 10
# What else speaks for or against it, on the scale of the logistic function.
_SAME_CATEGORY = 0.3
_CALMED, _CALMED_FALL = 0.1, 3
_MOST_ODDS = 30.0
_HELPED, _NOT_ALIKE = 1.0, 2.0  # for a text wholly like the one that it was said beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What is known of one that may be alike; `words` from 0 to about 3, `meaning` from -1 to 1."""

    number: int
    words: float = 0.0
    meaning: float = 0.0
    same_category: bool = False
    anger_fell: int | None = None
    helped: float = 0.0  # 0 to 1: how like this text is to the likest beside which it was said to help
    not_alike: float = 0.0
    came_in: str = ""  # in the order of time


@dataclass(frozen=True, slots=True)
class Ranked:
    number: int
    score: float


def score(one: Candidate, cases: int = _FEW) -> float:
    """From 0 to 1; the same figure is as hard to reach by chance in a file of few `cases` as in one of many."""
    odds = _STEEP * (one.meaning + _WORDS_WEIGH * one.words - _MIDDLE - _SPREAD * (_luck(cases) - _luck(_FEW)))
    odds += _SAME_CATEGORY * one.same_category + _HELPED * one.helped - _NOT_ALIKE * one.not_alike
    if one.anger_fell is not None and one.anger_fell >= _CALMED_FALL:
        odds += _CALMED
    return 1 / (1 + exp(-min(max(odds, -_MOST_ODDS), _MOST_ODDS)))


def _luck(cases: int) -> float:
    return sqrt(2 * log(max(cases, 0) + _FEWEST))


def rank(candidates: Iterable[Candidate], cases: int = _FEW) -> Sequence[Ranked]:
    """The best of a file of so many cases first; of equals the newest, then the highest number."""
    scored = sorted(((score(one, cases), one.came_in, one.number) for one in candidates), reverse=True)
    return tuple(Ranked(number, value) for value, _, number in scored)


def with_verdicts(one: Candidate, helped: float, not_alike: float) -> Candidate:
    """`one` with what the owner said of it, each as far as the text is like the one that it was said beside."""
    return replace(one, helped=helped, not_alike=not_alike)


def of_lesson(meaning: float, lessons: int = _FEW) -> float:
    """How like a lesson's own words are: they are few, and say what broke in place of what it felt like."""
    return score(Candidate(number=0, meaning=meaning), lessons)
