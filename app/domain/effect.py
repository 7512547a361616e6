"""Whether a plan holds: complaints of its kind before it and since, in spans of the same length."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from app.domain.moment import deadline


@dataclass(frozen=True, slots=True)
class Counts:
    """Complaints that belong to the lesson, of all that came in during the same days; never as a share of them."""

    before: int
    before_of: int
    since: int
    since_of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectQuestion:
    """What is asked after `days` in use, with its answer prepared."""

    lesson_id: int
    plan: str  # or where it broke, while no plan is written down
    in_use_since: date
    days: int
    counts: Counts
    later: int = 0  # complaints of the lesson that came in after these days


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectCheck:
    """An answer that was given, with the counts of that moment."""

    id: int
    lesson_id: int
    in_use_since: date  # of the plan that was judged
    days: int
    holds: bool
    words: str
    made_on: datetime
    counts: Counts


@dataclass(frozen=True, slots=True)
class Spans:
    """`days` before a plan came into use and `days` after: each is (after this moment, up to that one)."""

    before: tuple[datetime, datetime]
    since: tuple[datetime, datetime]


def spans(in_use_since: date, agreed_on: datetime | None, days: int, zone: tzinfo) -> Spans:
    """From the moment at which it was agreed, or where only the day is known from the end of that day."""
    began = (agreed_on or deadline(in_use_since, zone)).astimezone(zone)
    length = timedelta(days=days)
    return Spans((began - length, began), (began, began + length))
