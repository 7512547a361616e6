"""Where the way of working broke, and the plan so that it does not break again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.terms import LessonState

EFFECT_CHECK_DAYS = (30, 90)  # after a plan is in use: our rule, one month and one season
HOLDS_AFTER_DAYS = EFFECT_CHECK_DAYS[0]  # without a slip; before that nobody can know


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    id: int = 0
    broke: str = ""
    plan: str = ""
    owner: str = ""
    by: date | None = None
    agreed: tuple[str, ...] = ()
    cause: str = ""
    cause_words: str = ""  # the owner's own, beside the code
    whys: tuple[str, ...] = ()  # each the answer to "why?" of the one before
    in_use_since: date | None = None
    made_on: datetime | None = None
    looked_at_on: datetime | None = None  # slips up to then were looked at, and the plan was kept
    retired_on: datetime | None = None
    cases: int = 0  # how many cases led to it or came back to it
    slips: int = 0  # of these, how many came in after the plan was in use
    last_slip: datetime | None = None
    said_to_hold: bool | None = None  # the owner's latest answer about the plan in use, if any
    said_on: datetime | None = None
    supplier: str = ""  # the one that its cases name; empty where they name none, or several

    @property
    def asks(self) -> bool:
        """Whether it came back or was said not to hold, and nobody has looked at the plan since."""
        if self.retired_on is not None:
            return False
        told = [one for one in (self.last_slip, self.failed_on) if one is not None]
        return bool(told) and (self.looked_at_on is None or max(told) > self.looked_at_on)

    @property
    def failed_on(self) -> datetime | None:
        """When the owner said that the plan in use does not hold, unless another answer came later."""
        return self.said_on if self.said_to_hold is False else None

    def state(self, today: date) -> LessonState:
        """From the facts alone: who agreed, the dates, the slips, the owner's answer.

        A slip tells more than a date: a plan on trial that did not keep it from happening does not hold.
        So does the owner who says that it does not hold; one who says that it holds undoes no slip.
        """
        if self.retired_on is not None:
            return LessonState.RETIRED
        if self.in_use_since is None:
            return LessonState.TO_AGREE
        if self.slips or self.said_to_hold is False:
            return LessonState.NOT_HOLDING
        if self.by is not None and self.by > today:
            return LessonState.ON_TRIAL
        if today - self.in_use_since >= timedelta(days=HOLDS_AFTER_DAYS):
            return LessonState.HOLDING
        return LessonState.IN_USE


def in_use_since(names: Sequence[str], known: date | None, today: date) -> date | None:
    """A plan is in use from the day on which somebody first agreed to it, and no more once nobody does."""
    return (known or today) if names else None


CAUSES = ("people", "stock", "timing", "supplier", "wording", "price", "place", "other")
WHYS = 5  # "why?" is asked so often, as quality circles do: the first answers name what happened, the last the cause
