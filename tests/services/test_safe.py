"""What one verb must never do to what another one wrote."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.domain.errors import AppError
from app.domain.query import CaseQuery
from app.domain.terms import MessageKind
from app.services.house import House
from tests.shop import NOW


@pytest.fixture
def number(house: House) -> int:
    number = house.cases.start(here_or_on_phone=True, came_in=NOW - timedelta(days=4)).value
    house.cases.set_customer(number, {"name": "Dana Whitfield"})
    return number


def refusal(verb: Callable[[], object]) -> str:
    with pytest.raises(AppError) as caught:
        verb()
    return caught.value.code


def test_a_printed_card_is_never_written_over(house: House, number: int) -> None:
    printed = house.messages.write(number, MessageKind.CARD, "I am sorry", card_kind="apology").value
    house.messages.printed(printed)
    other = house.messages.write(number, MessageKind.CARD, "Thank you", card_kind="thanks").value
    assert other != printed
    again = house.messages.write(number, MessageKind.CARD, "Sorry indeed", card_kind="apology").value
    assert again != printed
    assert house.messages.message(printed)[1].text == "I am sorry"


def test_a_card_that_waits_for_the_printer_keeps_its_words(house: House, number: int) -> None:
    waiting = house.messages.write(number, MessageKind.CARD, "I am sorry", card_kind="apology").value
    house.messages.make_ready(waiting, size="a6-folded", look="plain")
    other = house.messages.write(number, MessageKind.CARD, "Thank you", card_kind="thanks").value
    assert other != waiting
    assert house.messages.write(number, MessageKind.CARD, "I am truly sorry", card_kind="apology").value == waiting
    house.messages.rewrite(waiting, "Thank you, Dana", card_kind="thanks")
    card = house.messages.message(waiting)[1]
    assert (card.text, card.card_kind) == ("Thank you, Dana", "thanks")
    assert house.messages.message(other)[1].text == "Thank you"


def test_words_of_a_lesson_are_found_in_its_cases(house: House, number: int) -> None:
    lesson = house.lessons.learn(number, {"broke": "Names by ear"}).value
    house.lessons.change(lesson, {"plan": "Spell it in whispers"})
    assert list(house.lists.ids(CaseQuery(search="whisper"))) == [number]


def test_who_was_renamed_meanwhile_is_found_after_coming_back(house: House, number: int) -> None:
    customer = house.cases.case(number).customer
    assert customer is not None
    house.closing.delete(number)
    house.customers.change(customer.id, {"name": "Dana Okafor"})
    house.closing.restore(number)
    assert list(house.lists.ids(CaseQuery(search="okafor"))) == [number]


def test_what_is_closed_is_not_closed_twice(house: House, number: int) -> None:
    house.cases.answer_all(number, {"outcome": "kept", "nothing_because": "chance", "no_follow_up_because": "moved"})
    house.closing.close(number)
    assert refusal(lambda: house.closing.close(number)) == "already_closed"
    assert [entry.code for entry in house.cases.timeline(number)].count("closed") == 1


def test_a_plan_that_nobody_agrees_to_any_more_is_not_in_use(house: House, number: int) -> None:
    house.intake.answer(number, {"lesson": {"broke": "Names by ear", "agreed": ["Elif"]}})
    lesson = house.lessons.all()[0]
    assert lesson.state(NOW.date()) == "in-use"
    house.intake.answer(number, {"lesson": {"agreed": []}})
    assert house.lessons.lesson(lesson.id).state(NOW.date()) == "to-agree"
