"""Finding: no case, no accents, any part of any word, short words, phones in any spacing."""

import pytest

from app.domain.query import CaseQuery
from app.domain.terms import Stage
from app.services.house import House
from app.store import search


def found(house: House, typed: str) -> list[int]:
    return sorted(house.lists.ids(CaseQuery(stage=Stage.ALL, search=typed)))


@pytest.fixture
def filled(house: House) -> House:
    house.intake.add(
        {
            "customer": {"name": "Zoë Müller", "phone": "+49 (30) 555-0199", "email": "zoe@example.com"},
            "words": "Die Crème brûlée war kalt. 100 % Ärger, Straße 5!",
            "facts": 'Sam signed "for" it_all',
            "about": "quality",
        }
    )
    house.intake.add({"customer": {"description": "man with the red bicycle"}, "words": "My coffee was cold, ok?"})
    house.intake.add(
        {"customer": {"name": "Олег Иванов"}, "words": "Хлеб чёрствый. 名前が違う", "supplier": "Northside"}
    )
    return house


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("creme BRULEE", [1]),
        ("CRÈME", [1]),
        ("muller", [1]),
        ("MÜLL", [1]),
        ("rul", [1]),  # the middle of a word
        ("ulle kal", [1]),
        ("strasse", [1]),
        ("kalt cold", []),
        ("bicycle", [2]),
        ("ok", [2]),  # two letters
        ("ok bicycle", [2]),
        ("o", [1, 2, 3]),
        ("%", [1]),
        ("_", [1]),
        ('"for"', [1]),
        ("хлеб", [3]),
        ("черств", [3]),
        ("名前が", [3]),
        ("北", []),
        ("northside", [3]),
        ("zoe@example", [1]),
        ("quality", [1]),
        ("", [1, 2, 3]),
        ("   ", [1, 2, 3]),
        ("nothing like it", []),
        ("AND", []),
        ("bicycle OR kalt", []),
        ("bicycle*", []),
        ("col\x00d", [2]),
        ("cold\ud800", [2]),
    ],
)
def test_words_are_found(filled: House, typed: str, numbers: list[int]) -> None:
    assert found(filled, typed) == numbers


@pytest.mark.parametrize("typed", ["5550199", "555 01 99", "(030) 555-0199", "+49 30 5550199", "0030/5550199", "0199"])
def test_phone_is_found_in_any_spacing(filled: House, typed: str) -> None:
    assert found(filled, typed) == [1]


def test_every_text_of_a_case_is_found(filled: House) -> None:
    filled.intake.answer(
        2,
        {
            "answer": "apologise", "promise": "a zeppelin ride", "promised_by": "2026-12-01", "promised_who": "Quentin",
            "said": [{"kind": "email", "text": "I am sorry about the marmalade", "on": "2026-11-21T10:12"}],
            "lesson": {"broke": "the kettle", "plan": "descale on fridays"},
            "follow_up": {"result": "happy", "words": "she laughed about the weasel"},
            "best_way": "knock twice", "title": "Lukewarm affair", "review_site": "Yellowpages",
        },
    )  # fmt: skip
    for word in ("zeppelin", "quentin", "marmalade", "kettle", "descale", "weasel", "knock", "lukewarm", "yellowp"):
        assert found(filled, word) == [2], word


def test_what_was_changed_is_found_by_its_new_words_alone(filled: House) -> None:
    filled.cases.answer(2, "words", "My tea was bitter")
    filled.cases.set_customer(2, {"description": "lady in green"})
    assert found(filled, "coffee") == found(filled, "bicycle") == []
    assert found(filled, "bitter green") == [2]


def test_a_pasted_page_or_megabyte_is_no_trouble(filled: House) -> None:
    assert found(filled, "cold " * 200_000) == [2]
    assert found(filled, " ".join(f"ab{n} x{n % 10}" for n in range(2000))) == []
    assert found(filled, "x" * 1_000_000) == []
    assert found(filled, "1" * 100_000) == []


def test_case_that_is_gone_is_no_longer_looked_at(filled: House) -> None:
    with filled.store.atomic():
        search.refresh(filled.store, 99)
    assert filled.store.read("SELECT case_id FROM search_text ORDER BY 1") == [(1,), (2,), (3,)]
