"""Customers: found while they are typed, joined when they are surely the same, and their history counted."""

from datetime import date

import pytest

from app.domain.customer import History
from app.services.house import House


@pytest.fixture
def filled(house: House) -> House:
    for who in (
        {"name": "Dana Whitfield", "phone": "555 0199", "email": "Dana@Example.com"},
        {"name": "Dänа Other", "phone": "+49 30 5550100"},
        {"description": "man with 100% beard"},
        {"phone": "0171-23 45 67"},
    ):
        house.intake.add({"customer": who})
    return house


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("dana w", ["Dana Whitfield"]),
        ("WHIT", ["Dana Whitfield"]),
        ("beard", ["man with 100% beard"]),
        ("dana@ex", ["Dana Whitfield"]),
        ("5550199", ["Dana Whitfield"]),
        ("030 555 01 00", ["Dänа Other"]),
        ("0171 234", ["0171-23 45 67"]),
        ("d", []),
        ("%", []),
        ("nobody", []),
        ("", []),
    ],
)
def test_found_while_typing(filled: House, typed: str, labels: list[str]) -> None:
    assert [one.label for one in filled.lists.find_customers(typed)] == labels


def test_listing_counts_complaints(filled: House) -> None:
    filled.intake.add({"customer": {"name": "dana whitfield", "phone": "(555) 0199"}})
    filled.closing.delete(3)
    rows = {one.label: (all_, open_) for one, all_, open_ in filled.lists.customers()}
    assert rows == {
        "Dana Whitfield": (2, 2),
        "Dänа Other": (1, 1),
        "man with 100% beard": (0, 0),
        "0171-23 45 67": (1, 1),
    }
    assert [one.label for one, _, _ in filled.lists.customers("555 01")] == ["Dana Whitfield", "Dänа Other"]
    assert [one.label for one, _, _ in filled.lists.customers("whit")] == ["Dana Whitfield"]
    assert filled.lists.any_customer()


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        ({"name": "Dana Whitfield", "phone": "(555)0199"}, 1),
        ({"phone": "5550199"}, 1),
        ({"email": "dana@example.COM"}, 1),
        ({"name": "DANA WHITFIELD", "email": "dana@example.com"}, 1),
        ({"name": "Somebody Else", "phone": "5550199"}, None),
        ({"name": "Dana Whitfield"}, None),  # namesakes are two people
        ({"phone": "55"}, None),
        ({"name": "New", "phone": "0171 234567"}, 4),  # a number without a name gets its name
    ],
)
def test_joined_when_surely_the_same(filled: House, typed: dict[str, str], joined: int | None) -> None:
    number = filled.intake.add({"customer": typed}).value
    customer = filled.cases.case(number).customer
    assert customer is not None
    assert customer.id == (joined or 5)


def test_index_finds_them(house: House) -> None:
    for column in ("phone_digits", "email_key"):
        plan = house.store.read(
            f"EXPLAIN QUERY PLAN SELECT id, name FROM customer WHERE {column} = ? AND {column} <> '' ORDER BY id",
            ("1",),
        )
        assert "USING INDEX" in str(plan), column


def test_history_counts_what_came_before(house: House) -> None:
    dana = {"name": "Dana", "phone": "555 0199"}
    said = [{"kind": "spoken", "text": "sorry"}]
    house.intake.add({"customer": dana, "about": "late", "came_in": "2025-01-01", "said": said})
    house.intake.add({"customer": dana, "about": "late", "came_in": "2026-10-20", "said": said})
    house.intake.add({"customer": dana, "about": "late", "came_in": "2026-11-01"})
    house.intake.add({"customer": dana, "about": "late", "came_in": "2026-11-20"})
    history = house.cases.history(house.cases.case(4))
    assert (history.complaints, history.last_60_days, history.same_about) == (3, 2, 1)
    assert history.last_came_in is not None
    assert history.last_came_in.date() == date(2026, 11, 1)
    assert house.cases.history(house.cases.case(1)).complaints == 0
    alone = house.intake.add({"words": "nobody"}).value
    assert house.cases.history(house.cases.case(alone)) == History()
