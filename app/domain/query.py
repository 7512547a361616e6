"""Which complaints are listed, and in which order."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from app.domain.terms import Stage


class Column(StrEnum):
    NUMBER = "number"
    CUSTOMER = "customer"
    TITLE = "title"
    STANDING = "standing"
    ANGER = "anger"
    CAME_IN = "came_in"


class InCommon(StrEnum):
    """What complaints may have in common."""

    CATEGORY = "category"
    CAUSE = "cause"
    SUPPLIER = "supplier"


class Again(NamedTuple):
    """Complaints with one thing in common that came in from `since` on and before `until`.

    `values` are the codes or the spellings of that one thing.
    """

    by: InCommon
    values: tuple[str, ...]
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuery:
    stage: Stage = Stage.OPEN
    about: str = ""
    customer_id: int | None = None
    again: Again | None = None
    search: str = ""
    sort: Column = Column.CAME_IN
    descending: bool = True

    def sorted_by(self, column: Column) -> "CaseQuery":
        """A second click on the same column turns the order round."""
        return replace(self, sort=column, descending=not self.descending if column is self.sort else False)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list."""

    id: int
    customer: str
    title: str
    step: str
    answer: str
    outcome: str
    anger: int | None
    anger_after: int | None
    came_in: datetime
    closed: bool
    follow_up_due: datetime | None  # where the call is what comes next
