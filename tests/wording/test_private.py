"""Nothing private can reach the customer, whatever the template."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.domain.case import Case, FollowUp, Message, Promise
from app.domain.customer import Customer
from app.domain.facing import facing
from app.domain.fields import FIELDS
from app.domain.shop import Shop
from app.domain.terms import Answer, BeganWith, Channel, FollowUpResult, Loss, MessageKind, Outcome
from app.wording.draft import draft
from tests.wording.samples import PARTS, TEMPLATES

SHOP = Shop(name="Bakery", owner="Rosa", address="14 Mill Lane", phone="555 0142")
NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
TEXTS: dict[str, Any] = {
    field: f"marker{field.replace('_', '')}"
    for field in (
        *("title", "words", "review_link", "facts", "supplier", "tried", "nothing_because"),
        *("no_follow_up_because", "best_way", "call_words"),
    )
}
# What else is private: a figure, a choice or a date; with what it would look like in a text.
OTHERS: dict[str, Any] = {
    "heat": 9,
    "anger": 8,
    "review_stars": 1,
    "read_back": True,
    "on_phone": False,
    "began_with": BeganWith.CUSTOMER,
    "losses": frozenset(Loss),
    "options": ("markeroption",),
    "follow_up_days": 7,
    "call_result": FollowUpResult.NOT_YET,
    "call_anger": 6,
    "outcome": Outcome.LOST,
    "fair": False,
    "treated_well": False,
}
OF_PROMISE: dict[str, Any] = {"cost": 4242, "promise_kept_on": datetime(2033, 5, 5, tzinfo=UTC)}
OF_CUSTOMER = Customer(
    name="Dana",
    phone="markerphone",
    email="markeremail",
    address="markeraddress",
    description="markerdescription",
)


def open_case(answer: Answer | None, **of_promise: Any) -> Case:
    """With what a customer may read, and nothing private."""
    promise = replace(Promise(remedy="bake_again", by=date(2026, 11, 22)), **of_promise)
    customer = Customer(name=OF_CUSTOMER.name)
    return Case(id=1, customer=customer, answer=answer, channel=Channel.REVIEW, promises=(promise,), came_in=NOW)


def with_private(case: Case) -> Case:
    """The same with everything private filled."""
    return replace(
        case,
        id=6543,
        customer=OF_CUSTOMER,
        promises=(replace(case.promise, cost=OF_PROMISE["cost"]),),
        messages=(Message(kind=MessageKind.CARD, text="markermessage"),),
        follow_ups=(FollowUp(result=FollowUpResult.NOT_YET, anger=7, words="markerfollowup", on=NOW),),
        lesson_id=5432,
        **TEXTS,
        **OTHERS,
    )


def test_every_private_field_is_filled_here() -> None:
    assert {name for name, field in FIELDS.items() if field.private} == set(TEXTS) | set(OTHERS) | set(OF_PROMISE)


@pytest.mark.parametrize("answer", [None, *Answer])
@pytest.mark.parametrize(("kind", "card"), TEMPLATES)
@pytest.mark.parametrize("kept_on", [None, OF_PROMISE["promise_kept_on"]])
def test_no_private_field_changes_a_word(
    kind: MessageKind, card: str, answer: Answer | None, kept_on: datetime | None
) -> None:
    case = open_case(answer, kept_on=kept_on)
    plain, private = (
        draft(
            facing(one, SHOP, category_words="", offer="bake it again", second_failure=True),
            kind,
            card,
            parts=PARTS,
            when_words=lambda when: "Sunday",
        )
        for one in (case, with_private(case))
    )
    assert private == plain
    assert "marker" not in private
    assert not any(c.isdigit() for c in private)
    assert "Rosa" in private  # what is meant for them did arrive
