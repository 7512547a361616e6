"""The page of complaints over a small shop: four open, two closed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.domain.terms import FollowUpResult, MessageKind, Outcome, Step
from app.services.house import House
from app.ui.cases.page import ComplaintsPage
from app.ui.desk import Desk
from tests.ui.conftest import SetClock

MakePage = Callable[[], ComplaintsPage]
DANA, MARCUS, ZOE, TOM, JOEL, IRENE = range(1, 7)


def take_in(house: House, name: str, words: str, **answers: object) -> int:
    number = house.cases.start(here_or_on_phone=True).value
    phone = str(answers.pop("phone", ""))
    house.cases.set_customer(number, {"name": name, "phone": phone})
    house.cases.answer_all(number, {"words": words, **answers})
    return number


@pytest.fixture
def shop(house: House, clock: SetClock) -> House:
    """One case a person, a day apart, the oldest first."""
    clock.now -= timedelta(days=6)
    take_in(
        house, "Dana Whitfield", "Wrong name on the rehearsal cake.", phone="555 0199", anger=8, about="wrong_order"
    )
    clock.move(days=1)
    take_in(house, "Marcus Oyelaran", "Birthday cake two hours late.", anger=7, about="late", answer="apologise")
    house.cases.answer_all(MARCUS, {"remedy": "A new cake", "promised_by": date(2026, 11, 30)})
    house.cases.visit(MARCUS, Step.MAKE_RIGHT)
    clock.move(days=1)
    take_in(house, "Zoë Müller", "Dinner box cold on arrival.", phone="+49 30 555-01 77", anger=6, about="late")
    house.messages.say(ZOE, MessageKind.SPOKEN, "I am sorry.")
    house.cases.visit(ZOE, Step.FOLLOW_UP)
    clock.move(days=1)
    take_in(house, "Tom Becker", "Wanted a refund for a cake he had eaten.", anger=9, answer="part-ways")
    house.messages.say(TOM, MessageKind.LETTER, "Thank you for your years with us.")
    house.cases.visit(TOM, Step.SAY)
    clock.move(days=1)
    for name, words, outcome in (
        ("Joel Hart", "Burnt sourdough, twice.", Outcome.STRONGER),
        ("Irene Walsh", "Pick-up order given to someone else.", Outcome.LOST),
    ):
        number = take_in(house, name, words, anger=5, answer="apologise", outcome=outcome, nothing_because="A slip")
        house.messages.say(number, MessageKind.SPOKEN, "I am sorry.")
        house.follow_ups.record(number, FollowUpResult.HAPPY, anger=1)
        house.closing.close(number)
        clock.move(hours=1)
    return house


@pytest.fixture
def make_page(qtbot: QtBot, desk: Desk) -> MakePage:
    kept: list[ComplaintsPage] = []  # qtbot itself keeps none alive: it would go while it is painted

    def make() -> ComplaintsPage:
        page = ComplaintsPage(desk)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1072, 800)
        page.show()
        page.show_page()
        return page

    return make


@pytest.fixture
def page(shop: House, make_page: MakePage) -> ComplaintsPage:
    return make_page()


def listed(page: ComplaintsPage) -> list[int]:
    """The numbers as the table shows them."""
    column = 0
    model = page.table.model()
    return [int(model.index(at, column).data()) for at in range(model.rowCount())]
