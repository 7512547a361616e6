"""Takes in complaints as an owner would have, for the tests of Today."""

from datetime import date, datetime, timedelta

from app.domain.terms import MessageKind
from app.services.house import House


def complaint(
    house: House,
    who: str = "",
    words: str = "The cake had the wrong name on it.",
    *,
    ago: timedelta = timedelta(hours=1),
    **answers: object,
) -> int:
    """The number of a complaint that came in `ago`, by phone unless told otherwise."""
    number = house.cases.start(here_or_on_phone=False, came_in=house.clock() - ago).value
    house.cases.answer_all(number, {"words": words, "channel": "phone", **answers})
    if who:
        house.cases.set_customer(number, {"name": who})
    return number


def answered(house: House, who: str, *, days: int, anger: int | None = None) -> int:
    """One that was answered so many days ago."""
    number = complaint(house, who, ago=timedelta(days=days), anger=anger)
    house.messages.say(number, MessageKind.SPOKEN, "I am sorry.", on=house.clock() - timedelta(days=days))
    return number


def promised(house: House, who: str, by: date | datetime, *, days: int = 5, cost: int | None = None) -> int:
    """One whose only thing due is the promise."""
    number = answered(house, who, days=days)
    house.cases.answer_all(number, {"promise": "a new cake", "promised_by": by, "cost": cost})
    return number


def card(house: House, who: str, kind: str = "apology") -> tuple[int, int]:
    """One whose only thing due now is a card to print; its number and the card's."""
    number = answered(house, who, days=1)
    message_id = house.messages.write(number, MessageKind.CARD, "I am sorry.", card_kind=kind).value
    house.messages.make_ready(message_id, size="A6", look="classic")
    return number, message_id
