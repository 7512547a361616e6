"""The page of customers: finding one, and changing what is known in place."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.query import CaseQuery
from app.domain.terms import Stage
from app.services.house import House
from app.store import customers
from app.ui.customers.page import MOST, CustomersPage
from app.ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[CustomersPage]:
    made = CustomersPage(desk)
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    yield made
    made.hide()


def _customer(house: House, **values: str) -> int:
    """A customer with one complaint that came in 3 days ago."""
    number = house.cases.start(here_or_on_phone=False, came_in=house.clock() - timedelta(days=3)).value
    house.cases.answer_all(number, {"words": "The bread was stale."})
    return house.cases.set_customer(number, values).value


def _another(house: House, customer: int, outcome: str = "") -> int:
    number = house.cases.start(here_or_on_phone=False).value
    house.cases.choose_customer(number, customer)
    house.cases.answer_all(number, {"words": "Late again."})
    if outcome:
        answers = {"outcome": outcome, "nothing_because": "weather", "no_follow_up_because": "moved away"}
        house.cases.answer_all(number, answers)
        house.closing.close(number)
    return number


def _names(page: CustomersPage) -> list[str]:
    return [one.strong for one in page.rows.entries()]


def test_each_row_says_who_how_to_reach_them_and_how_many(house: House, page: CustomersPage) -> None:
    dana = _customer(house, name="Dana Whitfield", phone="555 01 77", email="dana@example.org")
    _another(house, dana, "kept")
    _customer(house, description="the man with the dog")
    _customer(house, phone="555 99")
    page.show_page()
    assert [(one.strong, one.third, one.chip) for one in page.rows.entries()] == [
        ("555 99", "1 complaint", "1 open"),
        ("Dana Whitfield", "555 01 77, dana@example.org, 2 complaints", "1 open"),
        ("the man with the dog", "1 complaint", "1 open"),
    ]


@pytest.mark.parametrize("typed", ["whit", "DANA", "55501", "555 017", "ana@exam"])
def test_a_customer_is_found_by_any_part(house: House, page: CustomersPage, qtbot: QtBot, typed: str) -> None:
    _customer(house, name="Dana Whitfield", phone="555 01 77", email="dana@example.org")
    _customer(house, name="Marcus Oyelaran", phone="444 22", email="m@example.org")
    page.show_page()
    qtbot.keyClicks(page.find_box, typed)
    qtbot.waitUntil(lambda: _names(page) == ["Dana Whitfield"])


def test_who_is_looked_for_is_shown_and_no_other(house: House, page: CustomersPage, qtbot: QtBot) -> None:
    _customer(house, name="Abigail Stone")
    dana = _customer(house, name="Dana Whitfield")
    page.show_page()
    assert page.detail.customer_id() != dana
    qtbot.keyClicks(page.find_box, "dana")
    qtbot.waitUntil(lambda: page.detail.customer_id() == dana)
    assert page.rows.choice() == dana


def test_enter_goes_to_the_first_who_is_found(house: House, page: CustomersPage, qtbot: QtBot) -> None:
    _customer(house, name="Ada")
    marcus = _customer(house, name="Marcus Oyelaran")
    page.show_page()
    qtbot.keyClicks(page.find_box, "marc")
    qtbot.keyClick(page.find_box, Qt.Key.Key_Return)
    assert page.detail.customer_id() == marcus
    assert page.detail.name.text() == "Marcus Oyelaran"


def test_nobody_found_is_said_and_keeps_the_one_shown(house: House, page: CustomersPage, qtbot: QtBot) -> None:
    dana = _customer(house, name="Dana")
    page.show_page()
    qtbot.keyClicks(page.find_box, "zzz")
    qtbot.waitUntil(lambda: not page.rows.entries())
    assert "Nobody by these words" in page.hint.text()
    assert page.detail.customer_id() == dana
    assert not page.empty.isVisible()


def test_a_new_name_is_saved_and_stands_in_their_complaints(house: House, page: CustomersPage, qtbot: QtBot) -> None:
    dana = _customer(house, name="Dana")
    page.show_page()
    page.detail.name.selectAll()
    qtbot.keyClicks(page.detail.name, "Dana Whitfield")
    qtbot.waitUntil(lambda: _names(page) == ["Dana Whitfield"])
    assert house.lists.customer(dana).name == "Dana Whitfield"  # type: ignore[union-attr]  # it was just made
    found = house.lists.ids(CaseQuery(stage=Stage.ALL, search="whitfield"))
    assert [house.lists.rows(found)[number].customer for number in found] == ["Dana Whitfield"]


def test_the_address_keeps_its_lines(house: House, page: CustomersPage, qtbot: QtBot) -> None:
    dana = _customer(house, name="Dana")
    page.show_page()
    page.detail.address.insertPlainText("4 Mill Lane\nOakham")
    page.hide()
    customer = house.lists.customer(dana)
    assert customer is not None
    assert customer.address == "4 Mill Lane\nOakham"


def test_what_is_too_long_is_refused_at_its_field_and_stays(house: House, page: CustomersPage, qtbot: QtBot) -> None:
    dana = _customer(house, name="Dana")
    marcus = _customer(house, name="Marcus")
    page.show_customer(dana)
    page.detail.address.insertPlainText("x" * 1500)
    assert not page.leave()
    assert page.detail.fields["address"].error()
    page.show_customer(marcus)
    assert page.detail.customer_id() == dana
    qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    assert page.detail.customer_id() == dana
    assert page.rows.choice() == dana
    assert len(page.detail.address.text()) == 1500
    page.detail.address.clear()
    assert page.leave()
    assert page.detail.fields["address"].error() == ""


def test_every_complaint_of_theirs_leads_to_itself(house: House, desk: Desk, page: CustomersPage, qtbot: QtBot) -> None:
    dana = _customer(house, name="Dana")
    later = _another(house, dana, "stronger")
    page.show_customer(dana)
    entries = page.detail.cases.entries()
    assert [(one.strong, one.third, one.chip) for one in entries] == [
        ("Late again", "Today 10:12", "Stronger than before"),
        ("The bread was stale", "Wed", "Open"),
    ]
    page.detail.cases.choose(later)
    with qtbot.waitSignal(desk.case_requested) as opened:
        qtbot.keyClick(page.detail.cases, Qt.Key.Key_Return)
    assert opened.args == [later]


def test_the_keys_go_through_the_customers(house: House, page: CustomersPage, qtbot: QtBot) -> None:
    _customer(house, name="Ada")
    ben = _customer(house, name="Ben")
    page.show_page()
    qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    assert page.detail.customer_id() == ben


def test_one_who_went_is_no_longer_shown(house: House, desk: Desk, page: CustomersPage) -> None:
    ada = _customer(house, name="Ada")
    ben = _customer(house, name="Ben")
    page.show_customer(ben)
    number = house.lists.cases_of_customer(ben)[0]
    desk.calls.run(house.cases.choose_customer, number, ada)
    assert _names(page) == ["Ada"]
    assert page.detail.customer_id() == ada


def test_without_customers_the_page_says_what_will_be_here(desk: Desk, page: CustomersPage, qtbot: QtBot) -> None:
    page.show_page()
    assert page.empty.isVisible()
    with qtbot.waitSignal(desk.new_complaint_requested):
        page.empty.findChildren(QPushButton)[0].click()


def test_every_field_is_named_by_its_label(house: House, page: CustomersPage) -> None:
    _customer(house, name="Dana")
    page.show_page()
    for field in page.detail.fields.values():
        assert field.editor.accessibleName() == field.name_label().text()
        assert field.name_label().buddy() is not None
    assert page.find_box.accessibleName() == "Find a customer"


def test_a_paste_without_end_is_refused_at_its_field(house: House, page: CustomersPage) -> None:
    dana = _customer(house, name="Dana")
    page.show_page()
    QApplication.clipboard().setText("x" * 100_000)
    page.detail.name.paste()
    assert page.detail.fields["name"].error()
    page.leave()
    known = house.lists.customer(dana)
    assert known is not None
    assert known.name == "Dana"


def test_one_beyond_the_list_is_found_by_name(house: House, page: CustomersPage) -> None:
    with house.store.atomic():
        made = [customers.add(house.store, {"name": f"Ada {at:03}"}, house.clock()) for at in range(MOST)]
    zoe = _customer(house, name="Zoe Last")
    page.show_page()
    assert len(page.rows.entries()) == len(made)
    assert str(MOST) in page.hint.text()
    page.show_customer(zoe)
    assert _names(page) == ["Zoe Last"]
    assert page.detail.customer_id() == zoe
    assert page.rows.choice() == zoe
