"""Finding complaints, and what each choice on the page does."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.query import CaseQuery, Column
from app.domain.terms import Stage, Step
from app.services.house import House
from app.ui.cases.page import ComplaintsPage
from app.ui.desk import Desk
from tests.ui.cases.conftest import DANA, IRENE, JOEL, MARCUS, TOM, ZOE, MakePage, listed

OPEN, CLOSED = [TOM, ZOE, MARCUS, DANA], [IRENE, JOEL]


def press(page: ComplaintsPage, words: str) -> None:
    QCoreApplication.sendPostedEvents()  # a pill that has just been made is shown by these
    named = [one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisibleTo(page)]
    assert len(named) == 1, words
    named[0].click()


def find(qtbot: QtBot, page: ComplaintsPage, words: str) -> None:
    """Types, as a keyboard or an input method does, and waits for the pause."""
    page.search.setText(words)
    page.search.edited.emit(words)
    qtbot.waitUntil(lambda: page.query().search == words)


@pytest.mark.parametrize(
    ("pill", "numbers"),
    [
        ("Open 4", OPEN),
        ("Waiting on us 2", [MARCUS, DANA]),
        ("Promised 1", [MARCUS]),
        ("Closed", CLOSED),
        ("All", CLOSED + OPEN),
    ],
)
def test_pills_show_their_cases_and_counts(page: ComplaintsPage, pill: str, numbers: list[int]) -> None:
    press(page, pill)
    assert listed(page) == numbers


def test_head_says_how_many_are_open_and_closed(page: ComplaintsPage) -> None:
    assert "4 open, 2 closed" in [one.text() for one in page.findChildren(type(page.side._who))]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("REHEARSAL", DANA),
        ("hears", DANA),
        ("zoe muller", ZOE),
        ("ZOË", ZOE),
        ("5550199", DANA),
        ("555-01 99", DANA),
        ("030 5550177", ZOE),
        ("cake late", MARCUS),
        ("3", ZOE),
    ],
)
def test_search_minds_no_case_accents_parts_or_spacing(
    qtbot: QtBot, page: ComplaintsPage, typed: str, number: int
) -> None:
    find(qtbot, page, typed)
    assert number in listed(page)
    assert TOM not in listed(page)


def test_escape_shows_all_again(qtbot: QtBot, page: ComplaintsPage) -> None:
    find(qtbot, page, "rehearsal")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.query().search == "")
    assert listed(page) == OPEN


def test_enter_searches_without_a_pause(qtbot: QtBot, page: ComplaintsPage) -> None:
    page.search.setText("rehearsal")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert listed(page) == [DANA]


def test_what_is_found_elsewhere_is_one_click_away(qtbot: QtBot, page: ComplaintsPage) -> None:
    find(qtbot, page, "sourdough")
    assert listed(page) == []
    press(page, "1 more in closed")
    assert listed(page) == [JOEL]
    assert page.query().stage is Stage.ALL


def test_what_is_found_nowhere_says_what_to_try(qtbot: QtBot, page: ComplaintsPage) -> None:
    find(qtbot, page, "marzipan")
    words = " ".join(one.text() for one in page._nothing.findChildren(type(page.side._who)))
    assert "“marzipan”" in words
    assert not page.side.isVisible()
    press(page, "Clear the search")
    assert listed(page) == OPEN


@pytest.mark.parametrize(
    ("column", "numbers"),
    [
        (Column.NUMBER, [1, 2, 3, 4, 5, 6]),
        (Column.CUSTOMER, [DANA, IRENE, JOEL, MARCUS, TOM, ZOE]),
        (Column.TITLE, [MARCUS, JOEL, ZOE, IRENE, TOM, DANA]),
        (Column.STANDING, [DANA, MARCUS, TOM, ZOE, JOEL, IRENE]),
        (Column.ANGER, [JOEL, IRENE, ZOE, MARCUS, DANA, TOM]),
        (Column.CAME_IN, [1, 2, 3, 4, 5, 6]),
    ],
)
def test_a_click_on_a_head_sorts_and_a_second_turns(page: ComplaintsPage, column: Column, numbers: list[int]) -> None:
    press(page, "All")
    if page.query().sort is column:
        page.table.sort_requested.emit(Column.NUMBER)
    page.table.horizontalHeader().sectionClicked.emit(list(Column).index(column))
    assert listed(page) == numbers
    page.table.horizontalHeader().sectionClicked.emit(list(Column).index(column))
    assert listed(page) == numbers[::-1]


def test_heads_are_reached_and_pressed_by_keys(qtbot: QtBot, page: ComplaintsPage) -> None:
    head = page.table.horizontalHeader()
    qtbot.keyClick(head, Qt.Key.Key_Right)
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert page.query().sort is Column.CUSTOMER
    assert listed(page) == [DANA, MARCUS, TOM, ZOE]


def test_the_chosen_case_stays_chosen_in_another_order(page: ComplaintsPage) -> None:
    page.table.choose(ZOE)
    page.table.sort_requested.emit(Column.CUSTOMER)
    assert page.table.number() == ZOE
    assert page.table.currentIndex().row() == listed(page).index(ZOE)


def test_about_narrows_to_a_category_in_use(page: ComplaintsPage) -> None:
    press(page, "About")
    menu = page.filters._menu
    assert [action.text() for action in menu.actions()] == ["Everything", "Late", "Wrong order"]
    menu.actions()[1].trigger()
    menu.close()
    assert listed(page) == [ZOE, MARCUS]
    press(page, "About: Late")
    menu.actions()[0].trigger()
    menu.close()
    assert listed(page) == OPEN


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_one_key_opens_the_case_where_it_stands(qtbot: QtBot, page: ComplaintsPage, desk: Desk, key: Qt.Key) -> None:
    page.table.choose(MARCUS)
    with qtbot.waitSignal(desk.case_requested) as opened:
        qtbot.keyClick(page.table, key)
    assert opened.args == [MARCUS]


def test_double_click_opens_too(qtbot: QtBot, page: ComplaintsPage, desk: Desk) -> None:
    place = page.table.visualRect(page.table.model().index(1, 2)).center()
    with qtbot.waitSignal(desk.case_requested) as opened:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [ZOE]


def test_delete_goes_to_the_trash_and_undo_brings_it_back(qtbot: QtBot, page: ComplaintsPage, desk: Desk) -> None:
    page.table.choose(ZOE)
    with qtbot.waitSignal(desk.undo_offered) as offered:
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert listed(page) == [TOM, MARCUS, DANA]
    assert page.table.number() == MARCUS
    press(page, "Trash 1")
    assert listed(page) == [ZOE]
    press(page, "Open 3")
    offered.args[1]()
    assert listed(page) == OPEN
    assert "Trash" not in " ".join(one.text() for one in page.findChildren(QPushButton) if one.isVisibleTo(page))


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot, page: ComplaintsPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_End)
    assert page.table.number() == OPEN[-1]
    qtbot.keyClick(page.table, Qt.Key.Key_Home)
    assert page.table.number() == OPEN[0]


def test_tab_goes_on_to_the_filters_also_after_the_trash_came(qtbot: QtBot, page: ComplaintsPage) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    QCoreApplication.sendPostedEvents()
    page.focus_search()
    qtbot.keyClick(page.search, Qt.Key.Key_Tab)
    taken = page.focusWidget()
    assert isinstance(taken, QPushButton)
    assert taken.text() == "Open 3"


def test_trash_gives_back_what_is_in_it(qtbot: QtBot, page: ComplaintsPage, desk: Desk) -> None:
    page.delete(DANA)
    press(page, "Trash 1")
    qtbot.waitUntil(lambda: any(one.text() == "Bring back" for one in page.side.findChildren(QPushButton)))
    with qtbot.waitSignal(desk.undo_offered):
        press(page, "Bring back")
    assert page.query().stage is Stage.OPEN
    assert listed(page) == OPEN


def test_the_side_tells_the_story_and_goes_on(qtbot: QtBot, page: ComplaintsPage, desk: Desk) -> None:
    page.table.choose(MARCUS)
    qtbot.waitUntil(lambda: page.side._who.text() == "Marcus Oyelaran")
    told = [line.words for line in page.side._story.lines()]
    assert told[0] == "Complaint, anger\N{NO-BREAK SPACE}7"
    assert "You chose to apologise" in told
    assert any(words.startswith("Promised: A new cake, by") for words in told)
    late = [line for line in page.side._story.lines() if line.tone == "coral"]
    assert [line.words for line in late] == ["First answer was due"]
    with qtbot.waitSignal(desk.case_requested) as opened:
        press(page, "Go on: Make it right")
    assert opened.args == [MARCUS]


def test_a_query_of_another_page_is_shown_with_a_way_back(page: ComplaintsPage, shop: House) -> None:
    zoe = shop.cases.case(ZOE).customer
    assert zoe is not None
    page.show_query(CaseQuery(stage=Stage.ALL, customer_id=zoe.id))
    assert listed(page) == [ZOE]
    press(page, "Only Zoë Müller")
    assert listed(page) == CLOSED + OPEN


def test_a_change_elsewhere_is_seen_at_once(page: ComplaintsPage, desk: Desk, shop: House) -> None:
    desk.calls.run(shop.cases.answer, DANA, "title", "Diana instead of Dana")
    assert page.table.model().index(3, 2).data() == "Diana instead of Dana"
    desk.calls.run(shop.cases.visit, DANA, Step.OWN)
    assert page.table.model().index(3, 3).data() == "Own it"


def test_a_change_while_hidden_is_seen_on_coming_back(page: ComplaintsPage, desk: Desk, shop: House) -> None:
    page.hide()
    desk.calls.run(shop.closing.delete, TOM)
    page.show()
    page.show_page()
    assert listed(page) == [ZOE, MARCUS, DANA]


def test_a_shop_without_complaints_says_what_will_be_here(qtbot: QtBot, make_page: MakePage, desk: Desk) -> None:
    page = make_page()
    assert not page.search.isVisible()
    with qtbot.waitSignal(desk.new_complaint_requested):
        press(page, "New complaint")


def test_ctrl_k_selects_what_was_searched(page: ComplaintsPage) -> None:
    page.search.set_text("cake")
    page.focus_search()
    assert page.search.selectedText() == "cake"


def test_every_button_is_called_as_it_is_labelled(page: ComplaintsPage) -> None:
    page.table.choose(MARCUS)
    page._show_side()
    for one in page.findChildren(QPushButton):
        if one.isVisibleTo(page):
            assert one.accessibleName() == one.text() != ""
    assert page.table.accessibleName() == "Complaints"
    assert page.search.accessibleName() == "Search everything"
