"""Puts candidates in order and says how alike each is, from 0 to 1: the same for all texts and files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

THRESHOLD = 0.35  # below it nothing is shown
_MEANING_FLOOR, _MEANING_ROOM = 0.15, 0.6
_WORDS_HALF = 12.0  # bm25 at which words alone say half of what they can
_WORDS_SHARE = 0.35
_SAME_CATEGORY = 0.06
_CALMED, _CALMED_FALL = 0.03, 3
_HELPED, _NOT_ALIKE = 0.12, 0.35  # for a text wholly like the one that it was said beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What is known of one that may be alike; `words` is bm25 (more is better), `meaning` a cosine."""

    number: int
    words: float = 0.0
    meaning: float = 0.0
    same_category: bool = False
    anger_fell: int | None = None
    helped: float = 0.0  # 0 to 1: how like this text is to the likest beside which it was said to help
    not_alike: float = 0.0
    came_in: float = 0.0  # any figure that grows with time


@dataclass(frozen=True, slots=True)
class Ranked:
    number: int
    score: float


def score(one: Candidate) -> float:
    """From 0 to 1."""
    meaning = min(max((one.meaning - _MEANING_FLOOR) / _MEANING_ROOM, 0.0), 1.0)
    words = one.words / (one.words + _WORDS_HALF) if one.words > 0 else 0.0
    base = (1 - _WORDS_SHARE) * meaning + _WORDS_SHARE * words
    factor = 1 + _SAME_CATEGORY * one.same_category + _HELPED * one.helped - _NOT_ALIKE * one.not_alike
    if one.anger_fell is not None and one.anger_fell >= _CALMED_FALL:
        factor += _CALMED
    return min(max(base * factor, 0.0), 1.0)


def rank(candidates: Iterable[Candidate], *, least: float = THRESHOLD, limit: int | None = 3) -> Sequence[Ranked]:
    """The best first; of equals the newest, then the highest number. Those below `least` are left out."""
    scored = sorted(((score(one), one.came_in, one.number) for one in candidates), reverse=True)
    return tuple(Ranked(number, value) for value, _, number in scored[:limit] if value >= least)


def with_verdicts(one: Candidate, helped: float, not_alike: float) -> Candidate:
    """`one` with what the owner said of it, each as far as the text is like the one that it was said beside."""
    return replace(one, helped=helped, not_alike=not_alike)


def of_lesson(meaning: float) -> float:
    """How like a lesson's own words are; they are short, and say what broke in place of what it felt like."""
    return score(Candidate(number=0, meaning=meaning, words=_WORDS_HALF))
