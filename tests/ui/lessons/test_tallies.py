"""Again and again this year, below the lessons or with the details, and each row leads to its complaints."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services.house import House
from app.ui.desk import Desk
from app.ui.lessons.page import LessonsPage
from tests.ui.today.shop import complaint


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, house: House) -> LessonsPage:
    house.lessons.learn(complaint(house, "Dana", about="late"), {"broke": "Late boxes", "cause": "timing"})
    made = LessonsPage(desk)
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    made.show_page()
    return made


def test_one_complaint_is_no_pattern_and_two_are(page: LessonsPage, house: House, desk: Desk, qtbot: QtBot) -> None:
    assert not page.tallies.isVisible()
    complaint(house, "Nora", about="late")
    page.refresh()
    assert page.tallies.isVisible()
    assert [row.accessibleName() for row in page.tallies.rows()] == ["Late"]
    (tally,) = house.tallies.of_year()
    with qtbot.waitSignal(desk.list_requested) as wish:
        page.tallies.rows()[0].click()
    assert wish.args[0].again == tally.again


def test_a_supplier_shows_every_sign_of_its_name(page: LessonsPage, house: House) -> None:
    for who in ("Nora", "Sam"):
        number = complaint(house, who, about="other")
        house.cases.answer_all(number, {"began_with": "supplier", "supplier": "Mill & Sons, Ltd"})
    page.refresh()
    (row,) = page.tallies.rows()
    assert row.text() == "Mill && Sons, Ltd"  # to a button the first of the two is the mark of a key
    assert row.accessibleName() == "Mill & Sons, Ltd"


@pytest.mark.parametrize(("height", "below"), [(800, True), (560, False)])
def test_it_has_its_place_on_a_low_page_too(
    page: LessonsPage, house: House, qtbot: QtBot, height: int, below: bool
) -> None:
    complaint(house, "Nora", about="late")
    page.resize(816, height)
    page.refresh()

    def holder() -> QWidget | None:
        return page.tallies.parentWidget()

    qtbot.waitUntil(lambda: (holder() is page.detail) is not below)
    assert page.tallies.isVisible()
    page.resize(816, 800)
    qtbot.waitUntil(lambda: holder() is not page.detail)
