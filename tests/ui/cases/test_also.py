"""A search finds what says the same in other words, too."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.query import CaseQuery
from app.domain.terms import Stage
from app.services.house import House
from app.ui.cases.also import FEW_ROWS, AlsoAlike
from app.ui.cases.page import ComplaintsPage
from app.ui.desk import Desk
from app.ui.widgets.row_list import Key
from tests.shop import SetClock
from tests.ui import like_shop
from tests.ui.cases.conftest import MakePage, listed
from tests.ui.cases.test_page import find
from tests.ui.like_shop import BREAD, CAKE, ICING, OTHER_WORDS, TYPED


@pytest.fixture
def lesson(house: House, clock: SetClock) -> int:
    found = like_shop.fill(house, clock)
    house.likeness.catch_up()
    return found


@pytest.fixture
def page(lesson: int, make_page: MakePage, desk: Desk) -> ComplaintsPage:
    made = make_page()
    made.show_query(CaseQuery(stage=Stage.ALL))
    made.activateWindow()
    return made


def keys(also: AlsoAlike) -> list[Key]:
    return [entry.key for entry in also.rows.entries()]


def test_like_cases_and_the_lesson_come_up_though_no_letter_is_the_same(
    qtbot: QtBot, page: ComplaintsPage, lesson: int
) -> None:
    find(qtbot, page, OTHER_WORDS)
    assert listed(page) == []
    qtbot.waitUntil(page.also.isVisible)
    assert {("case", CAKE), ("case", ICING)} <= set(keys(page.also))
    assert keys(page.also)[-1] == ("lesson", lesson)
    spoken = [entry.spoken() for entry in page.also.rows.entries()]
    assert any("The birthday cake had the wrong name on it" in words and "stayed" in words for words in spoken)
    assert any("Read the name back letter by letter" in words and "In use" in words for words in spoken)


def test_what_stands_in_the_list_is_not_said_twice(qtbot: QtBot, page: ComplaintsPage) -> None:
    find(qtbot, page, "wrong name icing nobody")
    assert listed(page) == [ICING]
    qtbot.waitUntil(page.also.isVisible)
    assert ("case", CAKE) in keys(page.also)
    assert ("case", ICING) not in keys(page.also)


def test_one_word_is_enough_where_few_rows_have_it(qtbot: QtBot, page: ComplaintsPage) -> None:
    assert FEW_ROWS >= 1
    find(qtbot, page, "mouldy")
    assert listed(page) == [BREAD]
    qtbot.waitUntil(lambda: page._desk.asker.is_idle)
    assert ("case", BREAD) not in keys(page.also)


def test_nothing_is_there_for_a_number_and_after_the_search(qtbot: QtBot, page: ComplaintsPage) -> None:
    find(qtbot, page, TYPED)
    qtbot.waitUntil(page.also.isVisible)
    find(qtbot, page, "3")
    qtbot.waitUntil(page.also.isHidden)
    find(qtbot, page, TYPED)
    qtbot.waitUntil(page.also.isVisible)
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.also.isHidden)


def test_nothing_is_there_where_nothing_is_alike(qtbot: QtBot, page: ComplaintsPage) -> None:
    find(qtbot, page, "parking ticket municipal court hearing")
    qtbot.waitUntil(lambda: page._desk.asker.is_idle)
    assert page.also.isHidden()


def test_enter_leads_on_and_opens(qtbot: QtBot, page: ComplaintsPage, desk: Desk) -> None:
    find(qtbot, page, OTHER_WORDS)
    qtbot.waitUntil(page.also.isVisible)
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(page.also.rows.hasFocus)
    first = keys(page.also)[0]
    with qtbot.waitSignal(desk.case_requested) as opened:
        qtbot.keyClick(page.also.rows, Qt.Key.Key_Return)
    assert [("case", number) for number in opened.args] == [first]


def test_the_lesson_opens(qtbot: QtBot, page: ComplaintsPage, desk: Desk, lesson: int) -> None:
    find(qtbot, page, OTHER_WORDS)
    qtbot.waitUntil(page.also.isVisible)
    page.also.rows.setFocus()
    qtbot.keyClick(page.also.rows, Qt.Key.Key_End)
    with qtbot.waitSignal(desk.lesson_requested) as opened:
        qtbot.keyClick(page.also.rows, Qt.Key.Key_Return)
    assert opened.args == [lesson]
