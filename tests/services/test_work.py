"""A unit of work writes no more than it must, and leaves nothing that the list shows behind the case."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from app.domain.terms import FollowUpResult, MessageKind, Outcome
from app.services.house import House
from tests.shop import NOW


@pytest.fixture
def number(house: House) -> int:
    number = house.cases.start(here_or_on_phone=True, came_in=NOW - timedelta(days=9)).value
    house.cases.set_customer(number, {"name": "Dana Whitfield"})
    house.cases.answer_all(number, {"words": "Wrong name", "answer": "apologise"})
    house.messages.say(number, MessageKind.SPOKEN, "I am sorry", on=NOW - timedelta(days=8))
    house.follow_ups.record(number, FollowUpResult.HAPPY, anger=2)
    return number


def narrow(house: House, number: int) -> dict[str, object]:
    """What the list reads of a case."""
    names = ("who", "who_key", "standing", "answered_on", "anger_after", "title")
    row = house.store.first(f"SELECT {', '.join(names)} FROM cases WHERE id = ?", (number,))
    assert row is not None
    return dict(zip(names, row, strict=True))


def brought_in_line(house: House, number: int) -> dict[str, object]:
    """The same after a unit of work that looks at everything."""
    with house.cases.on_case(number):
        pass
    return narrow(house, number)


@pytest.mark.parametrize(
    "answers",
    [
        {"outcome": Outcome.LOST.value},
        {"outcome": ""},
        {"words": "Wrong name on the cake.\nAnd late."},
        {"anger": 3},
        {"answer": "explain"},
        {"came_in": NOW - timedelta(days=10)},
        {"promise": "a new cake", "promised_by": NOW + timedelta(days=2), "cost": "12"},
    ],
)
@pytest.mark.parametrize("closed", [False, True])
def test_after_any_answer_the_list_says_what_the_case_says(
    house: House, number: int, answers: Mapping[str, object], closed: bool
) -> None:
    house.cases.answer_all(number, {"outcome": Outcome.KEPT.value})
    if closed:
        house.store.connection.execute("UPDATE cases SET closed_on = '2026-11-20' WHERE id = ?", (number,))
        brought_in_line(house, number)
    house.cases.answer_all(number, answers)
    assert narrow(house, number) == brought_in_line(house, number)


def test_another_outcome_moves_a_closed_case_in_the_list(house: House, number: int) -> None:
    house.cases.answer_all(number, {"outcome": Outcome.KEPT.value, "nothing_because": "A slip of the pen."})
    house.closing.close(number)
    before = narrow(house, number)["standing"]
    house.cases.answer(number, "outcome", Outcome.LOST.value)
    assert narrow(house, number)["standing"] != before
    house.cases.answer(number, "outcome", Outcome.KEPT.value)
    assert narrow(house, number)["standing"] == before


def test_a_typed_key_still_says_when_the_case_changed(house: House, number: int) -> None:
    house.store.connection.execute("UPDATE cases SET changed_on = '' WHERE id = ?", (number,))
    house.cases.answer(number, "anger", 5)
    row = house.store.first("SELECT changed_on FROM cases WHERE id = ?", (number,))
    assert row is not None
    assert row[0] > "2026-11"
