"""What is found for a complaint while it is typed: earlier ones that are really alike, and the lessons of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.lesson import Lesson
from app.domain.terms import Outcome


class Verdict(StrEnum):
    """What the owner said of one that was shown."""

    HELPED = "helped"
    NOT_ALIKE = "not-alike"


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeCase:
    """One earlier complaint; `score` from 0 to 1, comparable between texts and files."""

    number: int
    score: float
    title: str
    customer: str
    came_in: datetime
    done: str  # code of the remedy or the words of the promise; empty where nothing was promised
    anger: int | None = None
    anger_after: int | None = None
    outcome: Outcome | None = None
    closed: bool = False
    cost: int | None = None  # cents
    lesson_id: int | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeLesson:
    lesson: Lesson
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """The best first; both empty where nothing is alike enough."""

    cases: tuple[LikeCase, ...] = ()
    lessons: tuple[LikeLesson, ...] = ()
