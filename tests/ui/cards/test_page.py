"""The list of cards: what waits first, each with the act that comes next."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.terms import MessageKind
from app.services.house import House
from app.ui.cards.page import SENT_AT_FIRST, CardsPage
from app.ui.desk import Desk
from tests.ui.cards.conftest import Offers, press, stored
from tests.ui.conftest import SetClock


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> CardsPage:
    made = CardsPage(desk)
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    made.show_page()
    return made


def card(house: House, name: str, kind: str = "apology", state: str = "written") -> int:
    case_id = house.cases.start(here_or_on_phone=True).value
    house.cases.answer(case_id, "words", "The cake carried the wrong name.")
    if name:
        house.cases.set_customer(case_id, {"name": name})
    message_id = house.messages.write(case_id, MessageKind.CARD, "Dear you,", card_kind=kind).value
    house.messages.make_ready(message_id, size="a6-folded", look="plain")
    if state in ("printed", "posted"):
        house.messages.printed(message_id)
    if state == "posted":
        house.messages.posted(message_id)
    return message_id


def names(page: CardsPage) -> list[str]:
    return [line.accessibleName() for line in page.lines]


def acts(page: CardsPage, at: int) -> list[str]:
    return [made.text() for made in page.lines[at].findChildren(QAbstractButton)]


def test_an_empty_list_says_what_will_be_here(page: CardsPage, desk: Desk, qtbot: QtBot) -> None:
    assert page.lines == []
    with qtbot.waitSignal(desk.page_requested) as heard:
        press(page, "Show the complaints")
    assert heard.args == ["complaints"]


def test_what_waits_comes_first_with_its_act(page: CardsPage, house: House, clock: SetClock) -> None:
    card(house, "Ann Lee", "welcome-back", "posted")
    clock.move(minutes=1)
    card(house, "Dana Whitfield", "apology", "printed")
    clock.move(minutes=1)
    card(house, "", "thanks")
    page.show_page()
    assert names(page) == ["Thank-you card", "Apology card for Dana Whitfield", "Welcome-back card for Ann Lee"]
    assert acts(page, 0) == ["Print", "Open the complaint"]
    assert acts(page, 1) == ["Mark as posted", "Look at the card", "Open the complaint"]
    assert acts(page, 2) == ["Look at the card", "Open the complaint"]


def test_print_opens_the_card(page: CardsPage, house: House, desk: Desk, qtbot: QtBot) -> None:
    message_id = card(house, "Dana")
    page.show_page()
    with qtbot.waitSignal(desk.card_requested) as heard:
        press(page, "Print")
    assert heard.args == [message_id]
    with qtbot.waitSignal(desk.case_requested) as case:
        press(page, "Open the complaint")
    assert case.args == [house.messages.message(message_id)[0]]


def test_posted_moves_it_down_and_can_be_taken_back(page: CardsPage, house: House, offers: Offers) -> None:
    message_id = card(house, "Dana", state="printed")
    page.show_page()
    press(page, "Mark as posted")
    assert stored(house, message_id).given_on is not None
    assert acts(page, 0) == ["Look at the card", "Open the complaint"]
    offers.take_back()
    assert stored(house, message_id).given_on is None
    assert acts(page, 0)[0] == "Mark as posted"


def test_the_next_row_is_in_use_after_an_act(page: CardsPage, house: House, qtbot: QtBot) -> None:
    card(house, "Ann", state="printed")
    card(house, "Dana", state="printed")
    page.show_page()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.lines[0].focus_first()
    page.lines[0].findChildren(QAbstractButton)[0].click()
    assert page.lines[0].isAncestorOf(page.focusWidget())
    assert acts(page, 0)[0] == "Mark as posted"


def test_a_new_name_is_shown_at_once(page: CardsPage, house: House, desk: Desk) -> None:
    message_id = card(house, "Dana")
    page.show_page()
    desk.calls.run(house.cases.set_customer, house.messages.message(message_id)[0], {"name": "Dana Whitfield"})
    assert names(page) == ["Apology card for Dana Whitfield"]


def test_many_sent_ones_come_on_demand(page: CardsPage, house: House) -> None:
    for number in range(SENT_AT_FIRST + 3):
        card(house, f"Customer {number}", state="posted")
    page.show_page()
    assert len(page.lines) == SENT_AT_FIRST
    press(page, "Show more")
    assert len(page.lines) == SENT_AT_FIRST + 3


def test_names_are_plain_text_and_never_cut_without_a_tooltip(page: CardsPage, house: House, qtbot: QtBot) -> None:
    card(house, "<b>Dana</b> " + "of the very long name " * 8)
    page.resize(500, 500)
    page.show_page()
    assert names(page)[0].startswith("Apology card for <b>Dana</b>")
    assert page.lines[0].width() <= page.width()
