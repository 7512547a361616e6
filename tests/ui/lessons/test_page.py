"""The page of lessons: what each row says, and changing a lesson in place."""

from datetime import date

from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from app.services.house import House
from app.store.database import open_store
from app.ui.desk import Desk
from app.ui.lessons.page import LessonsPage
from tests.ui.conftest import SetClock
from tests.ui.lessons.conftest import came_back, learned


def test_what_needs_the_owner_comes_first(house: House, clock: SetClock, page: LessonsPage) -> None:
    learned(house, "Names taken down wrong", "Read them back.", agreed=("Elif",))
    slipping = learned(house, "Late pick-ups", "Start on Friday.", agreed=("Elif", "Sam"))
    learned(house, "Nobody answers the phone")
    clock.move(days=5)
    for _ in range(3):
        came_back(house, slipping)
    clock.move(days=31)
    page.show_page()
    assert [(one.strong, one.chip, one.third) for one in page.rows.entries()] == [
        ("Late pick-ups", "Not holding", "From 4 cases. Came back 3 times since the plan."),
        ("Nobody answers the phone", "To agree", "From 1 case."),
        ("Names taken down wrong", "Holding", "From 1 case. In use since 21 Nov, 36 days without a slip."),
    ]
    assert page.rows.choice() == slipping
    assert [one.text() for one in page.detail.agreed.names if one.isChecked()] == ["Elif", "Sam"]


def test_the_line_at_the_head_counts(house: House, page: LessonsPage) -> None:
    learned(house, "One", agreed=("Elif",))
    learned(house, "Two")
    page.show_page()
    assert page.header._subtitle.text() == "1 in use, 1 still to put into practice"


def test_a_new_day_is_seen_at_midnight_and_typing_goes_on(
    house: House, desk: Desk, clock: SetClock, page: LessonsPage, qtbot: QtBot
) -> None:
    learned(house, "Names", "Read the name back", agreed=("Elif",))
    clock.move(days=29)
    page.show_page()
    assert page.rows.entries()[0].chip == "In use"
    page.detail.owner.setFocus()
    qtbot.keyClicks(page.detail.owner, "Sam")
    clock.move(days=1)
    desk.minute_passed.emit()
    assert page.rows.entries()[0].chip == "Holding"
    assert page.detail._record.text() == "Nothing came back in 30 days."
    assert page.detail.owner.text() == "Sam"


def test_a_minute_of_the_same_day_reads_nothing_anew(house: House, desk: Desk, page: LessonsPage) -> None:
    lesson = learned(house, "Names", "Read the name back")
    page.show_page()
    house.lessons.change(lesson, {"plan": "Spell it"})  # past the hub: only a reading of the file would show it
    desk.minute_passed.emit()
    assert page.rows.entries()[0].second == "Read the name back"


def test_what_is_typed_is_saved_by_itself(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    lesson = learned(house, "Names")
    page.show_page()
    qtbot.keyClicks(page.detail.plan, "Read the name back")
    qtbot.waitUntil(lambda: house.lessons.lesson(lesson).plan == "Read the name back")
    assert page.rows.entries()[0].second == "Read the name back"


def test_leaving_the_page_saves_at_once(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    lesson = learned(house, "Names")
    page.show_page()
    qtbot.keyClicks(page.detail.owner, "Elif")
    page.hide()
    assert house.lessons.lesson(lesson).owner == "Elif"
    assert not page.has_unsaved


def test_going_to_another_lesson_saves_the_one_that_was_typed_in(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    older = learned(house, "Names")
    newer = learned(house, "Pick-ups")
    page.show_page()
    assert page.detail.lesson_id() == newer
    qtbot.keyClicks(page.detail.owner, "Sam")
    page.show_lesson(older)
    assert house.lessons.lesson(newer).owner == "Sam"
    assert house.lessons.lesson(older).owner == ""
    assert page.detail.owner.text() == ""
    assert page.rows.choice() == older


def test_a_day_that_is_none_is_said_at_its_field(house: House, page: LessonsPage) -> None:
    lesson = learned(house, "Names")
    page.show_page()
    line = page.detail.by.line()
    line.setText("soonish")
    line.editingFinished.emit()
    assert "no day" in page.detail.fields["by"].error()
    line.setText("2026-12-01")
    line.editingFinished.emit()
    assert page.detail.fields["by"].error() == ""
    assert house.lessons.lesson(lesson).by == date(2026, 12, 1)


def test_its_complaints_lead_to_themselves(house: House, desk: Desk, page: LessonsPage, qtbot: QtBot) -> None:
    lesson = learned(house, "Names", ago=3)
    page.show_lesson(lesson)
    entry = page.detail.cases.entries()[0]
    assert (entry.strong, entry.third, entry.chip) == ("Complaint about Names", "Wed", "Open")
    page.detail.cases.choose(entry.key)
    with qtbot.waitSignal(desk.case_requested) as opened:
        qtbot.keyClick(page.detail.cases, Qt.Key.Key_Return)
    assert opened.args == [entry.key]


def test_the_keys_go_through_the_lessons(house: House, page: LessonsPage, qtbot: QtBot) -> None:
    older = learned(house, "Names")
    learned(house, "Pick-ups")
    page.show_page()
    qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    assert page.detail.lesson_id() == older
    assert page.detail.broke.text() == "Names"


def test_a_change_elsewhere_is_shown_and_leaves_typing_alone(
    house: House, desk: Desk, page: LessonsPage, qtbot: QtBot
) -> None:
    lesson = learned(house, "Names")
    page.show_page()
    qtbot.keyClicks(page.detail.plan, "Read")
    desk.calls.run(house.lessons.change, lesson, {"owner": "Elif", "plan": "Something else"})
    assert page.detail.owner.text() == "Elif"
    assert page.detail.plan.text() == "Read"


def test_without_lessons_the_page_says_what_will_be_here(house: House, page: LessonsPage) -> None:
    page.show_page()
    assert page.empty.isVisible()
    assert not page.rows.isVisible()
    learned(house, "Names")
    page.refresh()
    assert not page.empty.isVisible()
    assert page.rows.isVisible()


def test_every_field_is_named_by_its_label(house: House, page: LessonsPage) -> None:
    learned(house, "Names")
    page.show_page()
    for field in page.detail.fields.values():
        assert field.editor.accessibleName() == field.name_label().text()
        assert field.name_label().buddy() is not None
    assert page.rows.accessibleName() == "Lessons"
    assert page.detail.cases.accessibleName() == "Complaints that led to it"


def test_a_paste_without_end_is_refused_at_its_field(house: House, page: LessonsPage) -> None:
    lesson = learned(house, "Names", "Read them back.")
    page.show_page()
    paste = QMimeData()
    paste.setText("x" * 1_000_000)
    page.detail.plan.insertFromMimeData(paste)
    assert page.detail.fields["plan"].error()
    page.leave()
    assert house.lessons.lesson(lesson).plan == "Read them back."


def test_house_rules_are_one_press_away(page: LessonsPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page_requested) as asked:
        page.rules.click()
    assert asked.args == ["rules"]


def test_refused_words_of_a_lesson_that_is_gone_go_to_no_other(
    house: House, page: LessonsPage, desk: Desk, qtbot: QtBot
) -> None:
    other = learned(house, "Names", "Read them back.")
    gone = learned(house, "Pick-ups", "Start on Friday.")
    page.show_lesson(gone)
    house.store.connection.execute("PRAGMA busy_timeout = 1")
    blocking = open_store(house.store.path)
    blocking.connection.execute("BEGIN IMMEDIATE")
    page.detail.plan.setFocus()
    qtbot.keyClicks(page.detail.plan, "Or on Thursday.")
    assert not page.leave()
    blocking.connection.execute("ROLLBACK")
    blocking.close()
    desk.calls.run(house.plans.merge, gone, other)
    assert page.leave()
    assert house.lessons.lesson(other).plan == "Read them back."
