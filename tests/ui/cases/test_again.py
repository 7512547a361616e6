"""The third time this year beside the list, and the list of what came up again and again."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.query import CaseQuery
from app.domain.terms import Stage
from app.services.house import House
from tests.ui.cases.conftest import MakePage, take_in
from tests.ui.conftest import SetClock


def late(house: House, clock: SetClock, *names: str) -> list[int]:
    found = []
    for name in names:
        clock.move(minutes=5)
        found.append(take_in(house, name, "Two hours late.", about="late"))
    return found


def test_the_third_of_its_kind_says_so_and_the_second_does_not(
    house: House, clock: SetClock, make_page: MakePage, qtbot: QtBot
) -> None:
    _, second, third = late(house, clock, "Ada", "Ben", "Cleo")
    page = make_page()
    page.side.show_case(third)
    assert page.side.again.words() == "Third complaint about “Late” this year."
    assert page.side.again.isVisible()
    page.side.show_case(second)
    assert not page.side.again.isVisible()
    house.closing.delete(third)
    page.side.show_case(third)
    assert not page.side.again.isVisible()


def test_a_supplier_that_the_list_is_about_shows_every_sign_of_its_name(
    house: House, clock: SetClock, make_page: MakePage
) -> None:
    for number in late(house, clock, "Ada", "Ben"):
        house.cases.answer_all(number, {"began_with": "supplier", "supplier": "Mill & Sons"})
    tally = next(one for one in house.tallies.of_year() if one.what == "Mill & Sons")
    page = make_page()
    page.show_query(CaseQuery(stage=Stage.ALL, again=tally.again))
    only = next(made for made in page.filters.findChildren(QPushButton) if made.text().startswith("Only"))
    assert (only.text(), only.accessibleName()) == ("Only Mill && Sons, 2026", "Only Mill & Sons, 2026")


def test_the_list_of_what_came_up_again_says_so_and_lets_go(
    house: House, clock: SetClock, make_page: MakePage, qtbot: QtBot
) -> None:
    numbers = late(house, clock, "Ada", "Ben")
    take_in(house, "Cleo", "Stale.", about="quality")
    clock.now += timedelta(days=1)
    (tally,) = house.tallies.of_year()
    page = make_page()
    page.show_query(CaseQuery(stage=Stage.ALL, again=tally.again))
    assert {page.model.number_at(at) for at in range(page.model.rowCount())} == set(numbers)
    only = next(made for made in page.filters.findChildren(QPushButton) if made.text().startswith("Only"))
    assert (only.text(), only.accessibleName()) == ("Only Late, 2026", "Only Late, 2026")
    only.click()
    assert page.query() == replace(CaseQuery(stage=Stage.ALL), again=None)
    assert page.model.rowCount() == 3
    assert not only.isVisible()
