"""The page of house rules: written, changed, put in order, taken out, printed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.playbook import RULE_LIMIT, Rule
from app.domain.terms import Step
from app.services.house import House
from app.ui.desk import Desk
from app.ui.paper.dialog import PrintDialog
from app.ui.playbook.page import RulesPage

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[RulesPage]:
    desk.theme.apply(qapp)
    made = RulesPage(desk)
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()


@pytest.fixture
def ids(house: House) -> list[int]:
    """Two of the step Hear them out, one of Say it, one of none."""
    made: list[tuple[str, Step | None]] = [
        ("Read the name back.", Step.HEAR),
        ("Let them finish.", Step.HEAR),
        ("Answer a letter by a letter.", Step.SAY),
        ("Never argue.", None),
    ]
    return [house.playbook.add(text, step).value for text, step in made]


@pytest.fixture
def undo(desk: Desk) -> list[object]:
    offered: list[object] = []
    desk.undo_offered.connect(lambda words, undo: offered.extend((words, undo)))
    return offered


def order(house: House) -> list[int]:
    return [rule.id for rule in house.playbook.all()]


def only(house: House) -> Rule:
    (rule,) = house.playbook.all()
    return rule


def take_back(undo: list[object]) -> None:
    act = undo[-1]
    assert callable(act)
    act()


def test_rules_stand_under_their_steps(page: RulesPage, ids: list[int]) -> None:
    page.show_page()
    assert page.rows.words() == [
        "Hear them out", "Read the name back.", "Let them finish.",
        "Say it", "Answer a letter by a letter.",
        "In general", "Never argue.",
    ]  # fmt: skip
    assert page.rows.choice() == ids[0]
    assert page.detail.text.text() == "Read the name back."


def test_arrow_keys_pass_over_the_names_of_steps(page: RulesPage, ids: list[int], qtbot: QtBot) -> None:
    page.show_page()
    seen = []
    for _ in range(4):
        seen.append(page.rows.choice())
        qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    assert seen == ids
    assert page.detail.text.text() == "Never argue."


def test_empty_page_leads_to_the_first_rule(page: RulesPage, house: House, qtbot: QtBot) -> None:
    page.show_page()
    assert page.empty.isVisible()
    assert not page.rows.isVisible()
    assert not page.print_button.isVisible()
    act = next(one for one in page.empty.findChildren(QPushButton) if one.text() == "Write one now")
    act.click()
    assert not page.empty.isVisible()
    qtbot.waitUntil(page.detail.text.hasFocus)
    qtbot.keyClicks(page.detail.text, "Read the name back.")
    page.detail.step.setCurrentText("Hear them out")
    page.detail.step.activated.emit(page.detail.step.currentIndex())
    assert (only(house).text, only(house).step) == ("Read the name back.", Step.HEAR)
    assert page.rows.words() == ["Hear them out", "Read the name back."]
    assert page.rows.choice() == only(house).id


def test_new_rule_is_saved_by_itself_once_it_has_words(page: RulesPage, house: House, qtbot: QtBot) -> None:
    house.playbook.add("Let them finish.", Step.HEAR)
    page.show_page()
    page.new_button.click()
    assert page.rows.choice() is None
    page.leave()
    assert len(house.playbook.all()) == 1  # nothing was written
    qtbot.keyClicks(page.detail.text, "Read the name ")
    qtbot.waitUntil(lambda: len(house.playbook.all()) == 2)
    qtbot.keyClicks(page.detail.text, "back.")
    page.leave()
    assert [rule.text for rule in house.playbook.of_step(Step.HEAR)] == ["Let them finish.", "Read the name back."]


def test_change_of_words_is_saved_on_leaving(page: RulesPage, house: House, ids: list[int], qtbot: QtBot) -> None:
    page.show_page()
    page.rows.opened.emit(ids[0])
    assert page.detail.text.hasFocus()
    page.detail.text.selectAll()
    qtbot.keyClicks(page.detail.text, "Spell it.")
    assert page.has_unsaved
    page.hide()
    assert not page.has_unsaved
    assert house.playbook.rule(ids[0]).text == "Spell it."


def test_another_rule_gets_none_of_the_words_of_the_first(
    page: RulesPage, house: House, ids: list[int], qtbot: QtBot
) -> None:
    page.show_page()
    page.detail.text.selectAll()
    qtbot.keyClicks(page.detail.text, "Spell it.")
    qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    assert [house.playbook.rule(one).text for one in ids[:2]] == ["Spell it.", "Let them finish."]
    assert page.detail.text.text() == "Let them finish."


def test_double_is_refused_at_its_field_and_stays_in_sight(
    page: RulesPage, house: House, ids: list[int], qtbot: QtBot
) -> None:
    page.show_page()
    page.detail.text.selectAll()
    qtbot.keyClicks(page.detail.text, "let them FINISH")
    qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    assert page.detail.text_field.error() == (
        "“Let them finish.” is one of your house rules already. Please write another one."
    )
    assert page.rows.choice() == ids[0]
    assert page.detail.text.text() == "let them FINISH"
    assert page.has_unsaved
    assert house.playbook.rule(ids[0]).text == "Read the name back."
    qtbot.keyClicks(page.detail.text, " first")
    assert page.leave()
    assert page.detail.text_field.error() == ""


def test_words_all_taken_away_come_back(page: RulesPage, house: House, ids: list[int], qtbot: QtBot) -> None:
    page.show_page()
    page.detail.text.selectAll()
    qtbot.keyClick(page.detail.text, Qt.Key.Key_Delete)
    page.detail.typed.flush()
    assert page.detail.text_field.error()
    assert page.leave()
    assert page.detail.text.text() == house.playbook.rule(ids[0]).text == "Read the name back."
    assert not page.detail.text_field.error()


def test_paste_that_is_no_line_is_refused_whole(page: RulesPage, house: House, ids: list[int]) -> None:
    page.show_page()
    mime = QMimeData()
    mime.setText("a" * RULE_LIMIT)
    page.detail.text.insertFromMimeData(mime)
    assert "one line of up to 200 characters" in page.detail.text_field.error()
    assert page.leave()
    assert house.playbook.rule(ids[0]).text == "Read the name back."


def test_keys_put_in_order_within_the_step(page: RulesPage, house: House, ids: list[int], qtbot: QtBot) -> None:
    page.show_page()
    qtbot.keyClick(page.rows, Qt.Key.Key_Down, ALT)
    assert order(house) == [ids[1], ids[0], ids[2], ids[3]]
    assert page.rows.choice() == ids[0]
    assert page.rows.words()[1:3] == ["Let them finish.", "Read the name back."]
    qtbot.keyClick(page.rows, Qt.Key.Key_Down, ALT)
    assert order(house) == [ids[1], ids[0], ids[2], ids[3]]
    qtbot.keyClick(page.rows, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(page.rows, Qt.Key.Key_Up, ALT)
    assert order(house) == ids


def test_buttons_put_in_order(page: RulesPage, house: House, ids: list[int]) -> None:
    page.show_page()
    assert (page.detail.up.isEnabled(), page.detail.down.isEnabled()) == (False, True)
    page.detail.down.click()
    assert order(house) == [ids[1], ids[0], ids[2], ids[3]]
    assert (page.detail.up.isEnabled(), page.detail.down.isEnabled()) == (True, False)
    page.detail.up.click()
    assert order(house) == ids


def drop(page: RulesPage, row: int, place: QPoint) -> None:
    """Drag that row of the list and let it go there."""
    rows = page.rows
    mime = rows.model().mimeData([rows.model().index(row, 0)])
    left, move = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction
    for event in (
        QDragEnterEvent(place, move, mime, left, NONE),
        QDragMoveEvent(place, move, mime, left, NONE),
        QDropEvent(QPointF(place), move, mime, left, NONE),
    ):
        QApplication.sendEvent(rows.viewport(), event)
        assert event.isAccepted()


def edge(page: RulesPage, row: int, below: int) -> QPoint:
    """A point so many pixels below the upper edge of that row; above it for less than 0."""
    place = page.rows.visualRect(page.rows.model().index(row, 0))
    return QPoint(place.center().x(), place.top() + below)


@pytest.mark.parametrize(
    ("row", "onto", "expected", "step"),
    [
        (1, 3, [1, 0, 2, 3], Step.HEAR),  # below its neighbour, above the next step's name
        (2, 1, [1, 0, 2, 3], Step.HEAR),
        (1, 5, [1, 2, 0, 3], Step.SAY),  # below the last of another step
        (6, 4, [0, 1, 3, 2], Step.SAY),
        (4, 1, [2, 0, 1, 3], Step.HEAR),
    ],
)
def test_drag_and_drop(
    page: RulesPage, house: House, ids: list[int], undo: list[object], qtbot: QtBot,
    row: int, onto: int, expected: list[int], step: Step,
) -> None:  # fmt: skip
    page.show_page()
    qtbot.waitUntil(lambda: page.rows.visualRect(page.rows.model().index(6, 0)).height() > 0)
    moved = page.rows.row(row).rule
    assert moved is not None
    drop(page, row, edge(page, onto, 2))
    qtbot.waitUntil(lambda: order(house) == [ids[at] for at in expected])
    assert house.playbook.rule(moved.id).step is step
    take_back(undo)
    assert order(house) == ids
    assert house.playbook.rule(moved.id) == moved


def test_drop_below_all_and_where_it_was(page: RulesPage, house: House, ids: list[int], qtbot: QtBot) -> None:
    page.show_page()
    qtbot.waitUntil(lambda: page.rows.visualRect(page.rows.model().index(6, 0)).height() > 0)
    drop(page, 1, QPoint(40, page.rows.viewport().height() - 10))
    qtbot.waitUntil(lambda: order(house) == [ids[1], ids[2], ids[3], ids[0]])
    assert house.playbook.rule(ids[0]).step is None


def test_another_step_by_choice(page: RulesPage, house: House, ids: list[int], undo: list[object]) -> None:
    page.show_page()
    page.detail.step.setCurrentText("Say it")
    page.detail.step.activated.emit(page.detail.step.currentIndex())
    assert order(house) == [ids[1], ids[2], ids[0], ids[3]]
    assert undo[0] == "The rule belongs to “Say it” now."
    assert page.rows.choice() == ids[0]
    take_back(undo)
    assert order(house) == ids
    assert page.detail.step.currentText() == "Hear them out"


def test_out_of_the_book_and_back(
    page: RulesPage, house: House, ids: list[int], undo: list[object], qtbot: QtBot
) -> None:
    page.show_page()
    qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    qtbot.keyClick(page.rows, Qt.Key.Key_Delete)
    assert order(house) == [ids[0], ids[2], ids[3]]
    assert undo[0] == "“Let them finish.” is no house rule any more."
    assert page.detail.rule_id() == ids[2]
    take_back(undo)
    assert order(house) == ids
    assert page.rows.words()[2] == "Let them finish."


def test_refused_words_of_a_rule_that_is_out_go_to_no_other(
    page: RulesPage, house: House, ids: list[int], qtbot: QtBot
) -> None:
    page.show_page()
    page.detail.text.selectAll()
    qtbot.keyClicks(page.detail.text, "never ARGUE")
    page.detail.remove.click()
    assert order(house) == ids[1:]
    assert page.detail.rule_id() == ids[1]
    assert page.detail.text_field.error() == ""
    house.playbook.remove(ids[3])  # nothing refuses these words any more
    assert page.leave()
    assert house.playbook.rule(ids[1]).text == "Let them finish."


def test_last_one_out_leaves_the_empty_page(page: RulesPage, house: House, undo: list[object]) -> None:
    house.playbook.add("Read the name back.")
    page.show_page()
    page.detail.remove.click()
    assert house.playbook.all() == []
    assert page.empty.isVisible()
    take_back(undo)
    assert not page.empty.isVisible()
    assert page.rows.words() == ["In general", "Read the name back."]


def test_rule_leads_to_its_complaint(page: RulesPage, house: House, desk: Desk, qtbot: QtBot) -> None:
    number = house.cases.start(here_or_on_phone=True).value
    house.playbook.add("Read the name back.", Step.HEAR, number)
    page.show_page()
    with qtbot.waitSignal(desk.case_requested) as asked:
        page.detail.from_case.click()
    assert asked.args == [number]
    assert page.detail.from_case.text() == f"It grew from complaint No. {number}"


def test_way_back(page: RulesPage, desk: Desk, qtbot: QtBot) -> None:
    page.show_page()
    with qtbot.waitSignal(desk.page_requested) as asked:
        crumb(page, "Lessons").click()
    assert asked.args == ["lessons"]
    page.come_from(12)
    with qtbot.waitSignal(desk.case_requested) as back:
        crumb(page, "Complaint No. 12").click()
    assert back.args == [12]


def crumb(page: RulesPage, words: str) -> QPushButton:
    return next(one for one in page.header.findChildren(QPushButton) if one.text() == words)


def test_print_shows_all_rules_on_paper(page: RulesPage, ids: list[int], qtbot: QtBot) -> None:
    page.show_page()
    page.print_button.click()
    dialog = page.findChild(PrintDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "House rules"
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()


def test_change_elsewhere_is_shown(page: RulesPage, house: House, desk: Desk, ids: list[int]) -> None:
    page.show_page()
    desk.calls.run(house.playbook.change, ids[0], "Spell it.")
    assert page.rows.words()[1] == page.detail.text.text() == "Spell it."
    page.hide()
    desk.calls.run(house.playbook.remove, ids[1])
    page.show()
    page.show_page()
    assert "Let them finish." not in page.rows.words()


def test_long_rule_is_shown_whole(page: RulesPage, house: House) -> None:
    house.playbook.add("bread " * 33, Step.HEAR)
    house.playbook.add("a" * RULE_LIMIT, Step.HEAR)
    page.show_page()
    rows = page.rows
    one = rows.fontMetrics().lineSpacing()
    for at in (1, 2):
        assert rows.sizeHintForIndex(rows.model().index(at, 0)).height() > 2 * one
