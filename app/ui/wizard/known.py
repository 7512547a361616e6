"""What the wizard's side shows of a case, asked of the file as one value."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.case import Case
from app.domain.category import label_of
from app.domain.customer import History
from app.domain.handling import HandlingFlow, Problem
from app.domain.terms import Outcome, Step
from app.services.house import House
from app.ui.widgets.again_words import place_words

MOST = 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier complaint of the same customer; `closed` with an outcome, or still open."""

    number: int
    title: str
    came_in: datetime
    done: str
    anger: int | None
    anger_after: int | None
    outcome: Outcome | None
    closed: bool


@dataclass(frozen=True, slots=True)
class Known:
    has_customer: bool
    history: History
    came_in: datetime
    now: datetime
    earlier: tuple[Earlier, ...]
    problems: tuple[Problem, ...]
    again: tuple[str, ...] = ()  # the third time this year, in sentences


def known_of(house: House, case: Case, at: Step) -> Known:
    """Missing is what the steps that were left lack. Raises `AppError` where the file can't be read."""
    earlier: tuple[Earlier, ...] = ()
    if case.customer is not None:
        numbers = [n for n in house.lists.cases_of_customer(case.customer.id) if n != case.id]
        before = [c for n in numbers[: MOST * 2] if (c := house.cases.case(n)).came_in <= case.came_in]
        earlier = tuple(_earlier(house, one) for one in before[:MOST])
    return Known(
        has_customer=case.customer is not None,
        history=house.cases.history(case),
        came_in=case.came_in,
        now=house.clock().replace(hour=12, minute=0, second=0, microsecond=0),
        earlier=earlier,
        problems=tuple(one for one in HandlingFlow.problems(case) if _is_left(one.step, case, at)),
        again=_again(house, case),
    )


def _again(house: House, case: Case) -> tuple[str, ...]:
    def category(code: str) -> str:
        return label_of(code, house.content.categories())

    return tuple(place_words(one, house.clock().year, category) for one in house.tallies.of_case(case.id))


def _is_left(step: Step, case: Case, at: Step) -> bool:
    """The close lists by itself what the case lacks."""
    return step in case.visited and step is not at and at is not Step.CLOSE


def _earlier(house: House, case: Case) -> Earlier:
    promise = case.promise
    return Earlier(
        number=case.id,
        title=case.title,
        came_in=case.came_in,
        done=promise.what or house.remedies.words(promise.remedy),
        anger=case.anger,
        anger_after=case.anger_after,
        outcome=case.outcome,
        closed=case.closed_on is not None,
    )
