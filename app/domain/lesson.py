"""Where the way of working broke, and the plan so that it does not break again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    id: int = 0
    broke: str = ""
    plan: str = ""
    owner: str = ""
    by: date | None = None
    agreed: tuple[str, ...] = ()
    cause: str = ""
    in_use_since: date | None = None
    made_on: datetime | None = None
    cases: int = 0  # how many cases led to it or came back to it
    slips: int = 0  # of these, how many came in after the plan was in use
    last_slip: datetime | None = None

    @property
    def state(self) -> str:
        """`to-agree`, `in-use` or `came-back`, from the facts alone."""
        if self.in_use_since is None:
            return "to-agree"
        return "came-back" if self.slips else "in-use"


def in_use_since(names: Sequence[str], known: date | None, today: date) -> date | None:
    """A plan is in use from the day on which somebody first agreed to it, and no more once nobody does."""
    return (known or today) if names else None


CAUSES = ("people", "stock", "timing", "supplier", "wording", "price", "place", "other")
