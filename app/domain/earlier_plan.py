"""A plan of a lesson that was given up for another."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPlan:
    """A plan that was tried and given up for another."""

    id: int
    plan: str
    owner: str = ""
    agreed: tuple[str, ...] = ()
    in_use_since: date | None = None
    ended_on: datetime
    slips: int = 0
