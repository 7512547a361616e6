"""What can be done with a lesson on its page, and the way back from it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services.house import House
from app.store.database import open_store
from app.ui.desk import Desk
from app.ui.lessons.page import LessonsPage
from app.ui.paper.dialog import PrintDialog
from app.ui.widgets.pick_dialog import PickDialog
from app.ui.widgets.row_list import cross
from tests.ui.conftest import SetClock
from tests.ui.lessons.conftest import Undo, came_back, click, learned, texts


def name(page: LessonsPage, wanted: str) -> QPushButton:
    return next(one for one in page.detail.agreed.names if one.text() == wanted)


def add_name(page: LessonsPage, qtbot: QtBot, names: str) -> None:
    click(qtbot, page.detail.agreed.another)
    qtbot.keyClicks(page.detail.agreed.line, names)
    qtbot.keyClick(page.detail.agreed.line, Qt.Key.Key_Return)


def test_the_first_name_puts_the_plan_in_use_and_more_names_keep_the_day(
    house: House, clock: SetClock, page: LessonsPage, undo: Undo, qtbot: QtBot
) -> None:
    lesson = learned(house, "Names", "Read them back.")
    page.show_page()
    add_name(page, qtbot, "Elif")
    assert house.lessons.lesson(lesson).in_use_since == date(2026, 11, 21)
    assert undo.words == ["Agreed. The plan is in use from today."]
    clock.move(days=10)
    add_name(page, qtbot, "Sam, Elif,")
    kept = house.lessons.lesson(lesson)
    assert kept.agreed == ("Elif", "Sam")
    assert kept.in_use_since == date(2026, 11, 21)
    assert len(undo.words) == 1


def test_a_name_half_typed_is_taken_on_leaving(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    lesson = learned(house, "Names", "Read them back.")
    page.show_page()
    click(qtbot, page.detail.agreed.another)
    qtbot.keyClicks(page.detail.agreed.line, "Elif")
    page.leave()
    assert house.lessons.lesson(lesson).agreed == ("Elif",)


def test_a_name_that_the_disk_refused_stays_in_its_field(
    house: House, page: LessonsPage, desk: Desk, qtbot: QtBot
) -> None:
    lesson = learned(house, "Names", "Read them back.")
    page.show_page()
    refused: list[object] = []
    desk.calls.refused.connect(refused.append)
    house.store.connection.execute("PRAGMA busy_timeout = 1")
    other = open_store(house.store.path)
    other.connection.execute("BEGIN IMMEDIATE")
    add_name(page, qtbot, "Elif")
    assert not page.leave()
    assert page.has_unsaved
    assert page.detail.agreed.line.text() == "Elif"
    assert len(refused) == 2  # once for the key, once for leaving
    other.connection.execute("ROLLBACK")
    other.close()
    assert page.leave()
    assert house.lessons.lesson(lesson).agreed == ("Elif",)
    assert page.detail.agreed.line.isHidden() or not page.detail.agreed.line.text()


def test_who_agrees_elsewhere_is_one_click_away(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    learned(house, "Pick-ups", agreed=("Elif", "Noor"))
    lesson = learned(house, "Names", "Read them back.")
    page.show_lesson(lesson)
    assert not name(page, "Noor").isChecked()
    assert name(page, "Noor").accessibleDescription() == "Noor has not agreed yet"
    click(qtbot, name(page, "Noor"))
    assert house.lessons.lesson(lesson).agreed == ("Noor",)
    assert name(page, "Noor").isChecked()
    assert name(page, "Noor").accessibleDescription() == "Noor agreed"


def test_the_names_keep_their_places_while_one_clicks_through_them(
    house: House, page: LessonsPage, qtbot: QtBot
) -> None:
    learned(house, "Pick-ups", agreed=("Elif", "Noor", "Sam"))
    lesson = learned(house, "Names", "Read them back.")
    page.show_lesson(lesson)
    places = [one.text() for one in page.detail.agreed.names]
    for wanted in reversed(places):
        click(qtbot, name(page, wanted))
        assert [one.text() for one in page.detail.agreed.names] == places
    assert set(house.lessons.lesson(lesson).agreed) == set(places)


def test_a_name_shows_every_sign_of_it(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    lesson = learned(house, "Names", "Read them back.", agreed=("Mill & Sons",))
    page.show_lesson(lesson)
    one = name(page, "Mill && Sons")  # to a button the first of the two is the mark of a key
    assert one.accessibleName() == "Mill & Sons"
    click(qtbot, one)
    assert house.lessons.lesson(lesson).agreed == ()


def test_a_long_name_does_not_widen_the_page(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    whole = "Everybody who works here on Saturdays before Christmas"
    lesson = learned(house, "Names", "Read them back.")
    page.show_lesson(lesson)
    before = page.detail.minimumSizeHint().width()
    add_name(page, qtbot, whole)
    layout = page.detail.layout()
    assert layout is not None
    layout.activate()
    assert page.detail.minimumSizeHint().width() == before
    (one,) = page.detail.agreed.names
    assert one.text() == "Everybody who works her\u2026"
    assert one.accessibleName() == whole
    assert one.toolTip() == f"{whole} agreed"
    click(qtbot, one)
    assert house.lessons.lesson(lesson).agreed == ()


def test_no_name_takes_the_agreement_back_and_undo_gives_the_day_again(
    house: House, clock: SetClock, page: LessonsPage, undo: Undo, qtbot: QtBot
) -> None:
    lesson = learned(house, "Names", agreed=("Elif",))
    clock.move(days=10)
    page.show_page()
    before = house.lessons.lesson(lesson)
    click(qtbot, name(page, "Elif"))
    assert house.lessons.lesson(lesson).state(clock.now.date()) == "to-agree"
    assert undo.take_back() == "Nobody agrees to the plan now, so it is not in use."
    assert house.lessons.lesson(lesson) == before


def test_another_plan_ends_the_one_in_use(
    house: House, clock: SetClock, page: LessonsPage, undo: Undo, qtbot: QtBot
) -> None:
    lesson = learned(house, "Late pick-ups", "Start on Friday.", agreed=("Elif",))
    clock.move(days=5)
    came_back(house, lesson)
    page.show_page()
    page.detail.plan.setFocus()
    click(qtbot, page.detail.change_button)
    assert page.detail.plan.text() == ""
    assert page.detail.plan.hasFocus()
    qtbot.keyClicks(page.detail.plan, "Start on Thursday.")
    page.leave()
    now = house.lessons.lesson(lesson)
    assert (now.plan, now.state(clock.now.date())) == ("Start on Thursday.", "to-agree")
    told = texts(page.detail.history)
    assert "Start on Friday." in told
    assert "In use from 21 Nov to 26 Nov. It came back once." in told
    undo.take_back()
    assert page.detail.plan.text() == "Start on Friday."
    assert "Start on Thursday." in texts(page.detail.history)  # typed meanwhile: not lost
    assert house.lessons.lesson(lesson).slips == 1
    assert page.rows.entries()[0].chip == "Not holding"


def test_a_plan_ended_by_mistake_is_taken_up_again_later(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    lesson = learned(house, "Late pick-ups", "Start on Friday.", agreed=("Elif",))
    page.show_page()
    click(qtbot, page.detail.change_button)
    page.hide()
    page.show()
    page.show_page()
    again = next(one for one in page.detail.history.findChildren(QPushButton) if one.text() == "Take it up again")
    click(qtbot, again)
    assert house.lessons.lesson(lesson).agreed == ("Elif",)
    assert page.detail.plan.text() == "Start on Friday."
    assert not page.detail.history.isVisible()


def test_a_plan_that_nobody_agreed_to_is_only_written_anew(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    lesson = learned(house, "Late pick-ups", "Start on Friday.")
    page.show_page()
    click(qtbot, page.detail.change_button)
    assert page.detail.plan.hasFocus()
    assert house.lessons.lesson(lesson).plan == "Start on Friday."
    assert house.plans.earlier(lesson) == []


def test_a_plan_that_did_not_hold_says_so_until_it_is_looked_at(
    house: House, clock: SetClock, page: LessonsPage, undo: Undo, qtbot: QtBot
) -> None:
    lesson = learned(house, "Late pick-ups", "Start on Friday.", agreed=("Elif",))
    clock.move(days=5)
    came_back(house, lesson)
    clock.move(hours=1)
    came_back(house, lesson)
    page.show_page()
    notice = page.detail.did_not_hold
    assert notice.words() == (
        "The plan did not hold. It came back 2 times since 21 Nov. Change it, or keep it as it is."
    )
    clock.move(hours=1)
    page.detail.keep_button.setFocus()
    click(qtbot, page.detail.keep_button)
    assert not notice.isVisible()
    assert page.focusWidget() is page.detail.change_button  # a key too many writes into no field
    assert not house.lessons.lesson(lesson).asks
    undo.take_back()
    assert notice.isVisible()
    click(qtbot, page.detail.keep_button)
    clock.move(hours=1)
    came_back(house, lesson)
    page.refresh()
    assert notice.isVisible()


def test_a_plan_that_is_said_not_to_hold_asks_for_another(
    house: House, clock: SetClock, page: LessonsPage, desk: Desk, qtbot: QtBot
) -> None:
    lesson = learned(house, "Late pick-ups", "Start on Friday.", agreed=("Elif",))
    clock.move(days=30)
    page.show_page()
    assert page.rows.entries()[0].chip == "Holding"
    done = desk.calls.run(house.effects.answer, lesson, 30, False)
    assert done is not None
    notice = page.detail.did_not_hold
    assert notice.isVisible()
    assert notice.words() == (
        "The plan did not hold. You said on 21 Dec that it does not hold. Change it, or keep it as it is."
    )
    assert page.rows.entries()[0].chip == "Not holding"
    assert page.detail._record.text().endswith("You said on 21 Dec that it does not hold.")
    desk.calls.run(house.effects.take_back, done.value)
    assert not notice.isVisible()
    assert page.rows.entries()[0].chip == "Holding"


def test_retired_and_taken_back_into_use(house: House, page: LessonsPage, undo: Undo, qtbot: QtBot) -> None:
    lesson = learned(house, "Wasps", "A net.", agreed=("Elif",))
    page.show_page()
    click(qtbot, page.detail.retire_button)
    assert page.rows.entries()[0].chip == "Retired"
    assert page.header._subtitle.text() == "0 in use, 1 retired"
    undo.take_back()
    assert page.rows.entries()[0].chip == "In use"
    click(qtbot, page.detail.retire_button)
    assert page.detail.retire_button.text() == "Take it back into use"
    assert not page.detail.change_button.isVisible()
    click(qtbot, page.detail.retire_button)
    assert house.lessons.lesson(lesson).retired_on is None
    assert page.detail.change_button.isVisible()
    undo.take_back()
    assert house.lessons.lesson(lesson).retired_on is not None


def test_two_lessons_are_made_one(house: House, desk: Desk, page: LessonsPage, undo: Undo, qtbot: QtBot) -> None:
    known = learned(house, "Names taken down wrong", "Read them back.")
    double = learned(house, "Wrong names on the telephone")
    desk.lesson_requested.connect(page.show_lesson)
    page.show_page()
    page.show_lesson(double)
    click(qtbot, page.detail.merge_button)
    dialog = page.detail.findChild(PickDialog)
    assert dialog is not None
    assert [entry.key for entry in dialog.rows.entries()] == [known]
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    assert [entry.key for entry in page.rows.entries()] == [known]
    assert page.detail.lesson_id() == known
    assert len(page.detail.cases.entries()) == 2
    undo.take_back()
    assert {entry.key for entry in page.rows.entries()} == {known, double}


def test_a_complaint_is_taken_out_and_put_back(
    house: House, desk: Desk, page: LessonsPage, undo: Undo, qtbot: QtBot
) -> None:
    lesson = learned(house, "Names", "Read them back.", agreed=("Elif",))
    slip = came_back(house, lesson)
    opened: list[object] = []
    desk.case_requested.connect(opened.append)
    page.show_page()
    rows = page.detail.cases
    place = cross(rows.visualRect(rows.model().index(0, 0))).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert house.cases.case(slip).lesson_id is None
    assert opened == []
    assert page.rows.entries()[0].chip == "In use"
    undo.take_back()
    assert page.rows.entries()[0].chip == "Not holding"
    rows.choose(slip)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert house.cases.case(slip).lesson_id is None


def test_a_complaint_is_found_and_added(house: House, page: LessonsPage, undo: Undo, qtbot: QtBot) -> None:
    lesson = learned(house, "Names", "Read them back.")
    for words in ("The cake said Diana", "Bread was hard"):
        number = house.cases.start(here_or_on_phone=False).value
        house.cases.answer_all(number, {"words": words})
    page.show_page()
    click(qtbot, page.detail.link_button)
    dialog = page.detail.findChild(PickDialog)
    assert dialog is not None
    assert len(dialog.rows.entries()) == 2
    qtbot.keyClicks(dialog.words, "diana")
    qtbot.waitUntil(lambda: len(dialog.rows.entries()) == 1)
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    assert house.cases.case(number - 1).lesson_id == lesson
    undo.take_back()
    assert house.cases.case(number - 1).lesson_id is None


def test_enter_takes_the_row_that_one_went_to(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    known, another, double = (learned(house, words) for words in ("Names taken down wrong", "Late", "Names unclear"))
    page.show_page()
    page.show_lesson(double)
    click(qtbot, page.detail.merge_button)
    dialog = page.detail.findChild(PickDialog)
    assert dialog is not None
    dialog.rows.setFocus()
    dialog.rows.choose(known)
    before = dialog.rows.currentIndex().row()
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Up if before else Qt.Key.Key_Down)
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert {entry.key for entry in page.rows.entries()} == {known, another}
    assert page.detail.lesson_id() == another


def test_nothing_found_is_said(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    learned(house, "Names", "Read them back.")
    page.show_page()
    click(qtbot, page.detail.link_button)
    dialog = page.detail.findChild(PickDialog)
    assert dialog is not None
    assert dialog.nothing.isVisible()
    assert not dialog.take.isEnabled()


def test_cause_and_whys_are_saved(house: House, page: LessonsPage, undo: Undo, qtbot: QtBot) -> None:
    lesson = learned(house, "Late", "Start on Friday.")
    page.show_page()
    timing = next(one for one in page.detail.cause.findChildren(QPushButton) if one.text() == "Timing")
    click(qtbot, timing)
    qtbot.keyClicks(page.detail.cause_words, "Saturdays")
    click(qtbot, page.detail.whys.fold)
    qtbot.keyClicks(page.detail.whys.lines[0], "Packed too late")
    page.leave()
    kept = house.lessons.lesson(lesson)
    assert (kept.cause, kept.cause_words, kept.whys) == ("timing", "Saturdays", ("Packed too late",))
    click(qtbot, page.detail.whys.use)
    assert house.lessons.lesson(lesson).broke == page.detail.broke.text() == "Packed too late"
    undo.take_back()
    assert house.lessons.lesson(lesson).broke == page.detail.broke.text() == "Late"


def test_how_the_plan_did_is_told(house: House, clock: SetClock, page: LessonsPage) -> None:
    lesson = learned(house, "Late", "Start on Friday.", agreed=("Elif",))
    clock.move(days=31)
    house.effects.answer(lesson, 30, True, "Nobody waits any more")
    page.show_page()
    assert any("it holds" in words and "Nobody waits" in words for words in texts(page.detail.history))


def test_many_lessons_can_be_seen_by_state(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    for at in range(15):
        learned(house, f"Place {at}")
    page.show_page()
    assert not page.filter.isVisible()
    used = learned(house, "Names", agreed=("Elif",))
    page.refresh()
    assert page.filter.isVisible()
    pill = next(one for one in page.filter.findChildren(QPushButton) if one.text() == "In use 1")
    click(qtbot, pill)
    assert [entry.key for entry in page.rows.entries()] == [used]
    assert page.detail.lesson_id() == used
    page.show_lesson(1)
    assert len(page.rows.entries()) == 16
    assert page.rows.choice() == 1


def test_sheets_are_shown_for_one_and_for_all_to_agree(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    used = learned(house, "Names", agreed=("Elif",))
    page.show_page()
    assert not page.sheets.isVisible()
    for broke in ("Pick-ups", "Dough"):
        learned(house, broke)
    page.refresh()
    assert page.sheets.text() == "Sheet for all to agree (2)"
    click(qtbot, page.sheets)
    page.show_lesson(used)
    click(qtbot, page.detail.sheet_button)
    both, one = page.findChildren(PrintDialog)
    assert (both._count.text(), one._count.text()) == ("2 pages", "1 page")
