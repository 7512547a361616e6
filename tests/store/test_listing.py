"""The list of complaints: its order, its filters, its counts."""

from datetime import date, timedelta

import pytest

from app.domain.query import CaseQuery, Column
from app.domain.terms import MessageKind, Stage
from app.services.house import House
from tests.shop import SetClock


@pytest.fixture
def filled(house: House, clock: SetClock) -> House:
    """1 waits for an answer, 2 is promised, 3 is closed, 4 is in the trash, 5 is answered; all of one week."""
    house.intake.add({"customer": {"name": "Émile"}, "words": "Zebra", "anger": 3, "about": "late", "came_in": day(5)})
    house.intake.add({"customer": {"name": "adam"}, "words": "apple", "anger": 9, "about": "late", "came_in": day(1)})
    house.intake.add({"customer": {"name": "Berta"}, "words": "Äther", "about": "price", "came_in": day(3)})
    house.intake.add({"customer": {"name": "Carl"}, "words": "mist", "anger": 0, "came_in": day(2)})
    house.intake.add({"customer": {"name": "Dora"}, "words": "quiet", "anger": 9, "came_in": day(4)})
    said = [{"kind": "spoken", "text": "I am sorry"}]
    house.intake.answer(2, {"answer": "apologise", "remedy": "refund_whole", "promised_by": "2026-12-01", "said": said})
    house.intake.answer(
        3,
        {
            "said": said, "lesson": {"none_because": "chance"}, "no_follow_up_because": "gone", "outcome": "lost",
            "answer": "apologise", "closed_on": "2026-11-21T10:12",
        },
    )  # fmt: skip
    house.intake.answer(5, {"said": said})
    house.closing.delete(4)
    clock.move(minutes=5)
    return house


def day(before: int) -> str:
    return f"2026-11-{21 - before:02d}T09:00"


@pytest.mark.parametrize(
    ("stage", "numbers"),
    [
        (Stage.OPEN, {1, 2, 5}),
        (Stage.WAITING, {1}),
        (Stage.PROMISED, {2}),
        (Stage.CLOSED, {3}),
        (Stage.ALL, {1, 2, 3, 5}),
        (Stage.TRASH, {4}),
    ],
)
def test_stages(filled: House, stage: Stage, numbers: set[int]) -> None:
    assert set(filled.lists.ids(CaseQuery(stage=stage))) == numbers


def test_counts_agree_with_the_stages(filled: House) -> None:
    counts = filled.lists.counts()
    for name in ("open", "waiting", "promised", "closed", "trash"):
        assert getattr(counts, name) == len(filled.lists.ids(CaseQuery(stage=Stage(name)))), name


@pytest.mark.parametrize(
    ("column", "rising"),
    [
        (Column.NUMBER, [1, 2, 3, 5]),
        (Column.CUSTOMER, [2, 3, 5, 1]),  # adam Berta Dora Émile
        (Column.TITLE, [2, 3, 5, 1]),  # apple Äther quiet Zebra
        (Column.STANDING, [1, 5, 2, 3]),
        (Column.ANGER, [3, 1, 2, 5]),  # none said comes first
        (Column.CAME_IN, [1, 5, 3, 2]),
    ],
)
def test_every_column_sorts_both_ways(filled: House, column: Column, rising: list[int]) -> None:
    query = CaseQuery(stage=Stage.ALL, sort=column, descending=False)
    assert list(filled.lists.ids(query)) == rising
    assert list(filled.lists.ids(query.sorted_by(column))) == rising[::-1]


def test_filters_narrow_together(filled: House) -> None:
    assert list(filled.lists.ids(CaseQuery(stage=Stage.ALL, about="late"))) == [2, 1]
    assert list(filled.lists.ids(CaseQuery(stage=Stage.ALL, about="late", search="zebr"))) == [1]
    assert list(filled.lists.ids(CaseQuery(stage=Stage.ALL, about="late", search="quiet"))) == []
    customer = filled.cases.case(1).customer
    assert customer is not None
    assert list(filled.lists.ids(CaseQuery(stage=Stage.ALL, customer_id=customer.id))) == [1]
    assert filled.lists.abouts() == ["late", "price"]


def test_rows_are_those_asked_for(filled: House) -> None:
    rows = filled.lists.rows([3, 1, 999])
    assert set(rows) == {1, 3}
    row = rows[3]
    assert (row.customer, row.title, row.closed, row.outcome) == ("Berta", "Äther", True, "lost")
    assert filled.lists.rows([]) == {}


def test_row_of_who_waits_for_the_call_says_when_it_comes(filled: House, clock: SetClock) -> None:
    promise = filled.cases.case(2).promise
    filled.promises.keep(promise.id)
    filled.cases.answer(2, "nothing_because", "a slip")
    filled.cases.settle_place(2)
    card = filled.messages.write(2, MessageKind.CARD, "Dear Adam", card_kind="apology").value
    filled.messages.make_ready(card, size="a6-folded", look="plain")
    due = filled.lists.rows([2, 1])[2].follow_up_due
    assert due is not None
    assert due.date() == date(2026, 11, 28)
    assert filled.lists.rows([1])[1].follow_up_due is None
    clock.now += timedelta(days=8)
    filled.intake.answer(2, {"follow_up": {"result": "happy"}})
    assert filled.lists.rows([2])[2].follow_up_due is None


def test_listed_documents_hold_what_scripts_need(filled: House) -> None:
    documents = filled.intake.listed(CaseQuery(stage=Stage.ALL), limit=2)
    assert documents[0] == {
        "number": 2,
        "customer": "adam",
        "title": "apple",
        "stage": "open",
        "anger_before": 9,
        "anger_after": None,
        "came_in": "2026-11-20T09:00:00+01:00",
    }
    assert [row["number"] for row in documents] == [2, 3]
    assert filled.intake.listed(CaseQuery(stage=Stage.ALL), limit=0) == []


def test_more_than_one_page_is_listed_in_order(house: House) -> None:
    with house.store.atomic():
        for number in range(1, 1204):
            house.intake.add({"words": f"n{number}"})
    rows = house.intake.listed(CaseQuery(stage=Stage.ALL, sort=Column.NUMBER, descending=False))
    assert [row["number"] for row in rows] == list(range(1, 1204))
