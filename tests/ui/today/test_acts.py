"""What the buttons and keys of Today do, and that all of it can be taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.query import CaseQuery
from app.domain.terms import MessageKind, Stage, Step
from app.services.house import House
from app.store.database import open_store
from app.ui.desk import Desk
from app.ui.today.page import TodayPage
from app.ui.today.put_off import PutOffDialog
from tests.ui.conftest import SetClock
from tests.ui.today.conftest import Wishes
from tests.ui.today.shop import answered, card, complaint, promised


def _titles(page: TodayPage) -> list[str]:
    return [row.words.title for row in page.rows() if row.words]


def test_start_the_call_goes_to_the_words_once_they_were_heard(house: House, page: TodayPage, wishes: Wishes) -> None:
    heard = complaint(house, "Dana", ago=timedelta(days=2))
    unheard = complaint(house, "Nora", "", ago=timedelta(days=1))
    page.show_page()
    for row in page.rows():
        row.act_button().click()
    assert wishes.made == [("step", heard, Step.SAY), ("step", unheard, Step.HEAR)]


def test_a_kept_promise_leaves_today_and_comes_back_by_undo(
    house: House, clock: SetClock, page: TodayPage, wishes: Wishes
) -> None:
    number = promised(house, "Marcus", clock.now.date())
    page.show_page()
    page.rows()[0].act_button().click()
    assert house.cases.case(number).promise.kept_on == clock.now
    assert _titles(page) == ["Follow up with Marcus"]
    wishes.undo[-1][1]()
    assert house.cases.case(number).promise.kept_on is None
    assert _titles(page) == ["Keep the promise to Marcus"]


def test_follow_up_and_print_go_to_their_pages(house: House, page: TodayPage, wishes: Wishes) -> None:
    number = answered(house, "Priya", days=7)
    _, message_id = card(house, "Tom")
    page.show_page()
    for row in page.today.rows():
        row.act_button().click()
    assert wishes.made == [("step", number, Step.FOLLOW_UP), ("card", message_id)]


def test_a_posted_card_leaves_today_and_comes_back_by_undo(house: House, page: TodayPage, wishes: Wishes) -> None:
    _, message_id = card(house, "Tom")
    house.messages.printed(message_id)
    page.show_page()
    page.today.rows()[0].act_button().click()
    assert house.messages.message(message_id)[1].given_on is not None
    assert "Post the apology card to Tom" not in _titles(page)
    wishes.undo[-1][1]()
    assert house.messages.message(message_id)[1].given_on is None
    assert "Post the apology card to Tom" in _titles(page)


def _dialog(page: TodayPage) -> PutOffDialog:
    page.rows()[0].put_off_button().click()
    dialog = page.findChild(PutOffDialog)
    assert dialog is not None
    return dialog


def test_put_off_with_a_reason_is_due_again_on_its_day(
    house: House, clock: SetClock, page: TodayPage, wishes: Wishes, qtbot: QtBot
) -> None:
    number = complaint(house, "Dana")
    page.show_page()
    dialog = _dialog(page)
    qtbot.mouseClick(dialog.pills.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    dialog.reason.editor.setFocus()
    qtbot.keyClicks(dialog.reason.editor, "back on Tuesday")
    dialog.go.click()
    assert house.cases.timeline(number)[-1].facts["reason"] == "back on Tuesday"
    assert not page.overdue.rows()
    assert [row.words.due for row in page.coming.rows() if row.words] == ["Tue"]
    assert "Put off: back on Tuesday." in page.coming.rows()[0].accessibleDescription()
    clock.move(days=3)
    page._desk.minute_passed.emit()
    assert [row.words.due for row in page.today.rows() if row.words] == ["Today"]
    clock.move(days=1)
    page._desk.minute_passed.emit()
    assert [row.words.due for row in page.overdue.rows() if row.words] == ["1 day late"]
    wishes.undo[-1][1]()
    assert [row.words.due for row in page.overdue.rows() if row.words] == ["4 days late"]


def test_words_that_the_disk_refused_stay_in_the_put_off(
    house: House, page: TodayPage, wishes: Wishes, qtbot: QtBot
) -> None:
    number = complaint(house, "Dana")
    page.show_page()
    dialog = _dialog(page)
    qtbot.keyClicks(dialog.reason.editor, "back on Tuesday")
    house.store.connection.execute("PRAGMA busy_timeout = 1")
    other = open_store(house.store.path)
    other.connection.execute("BEGIN IMMEDIATE")
    dialog.go.click()
    assert dialog.isVisible()
    assert dialog.reason.error()
    assert wishes.undo == []
    other.connection.execute("ROLLBACK")
    other.close()
    dialog.go.click()
    assert not dialog.isVisible()
    assert house.cases.timeline(number)[-1].facts["reason"] == "back on Tuesday"


def test_put_off_takes_any_later_day_and_no_other(house: House, clock: SetClock, page: TodayPage) -> None:
    complaint(house, "Dana")
    page.show_page()
    dialog = _dialog(page)
    box = dialog._date_box()
    box.set_day(clock.now.date())
    dialog.go.click()
    assert dialog.day.error() == "Pick a day after today."
    assert len(page.overdue.rows()) == 1
    box.line().setText("soon")
    box.line().editingFinished.emit()
    dialog.go.click()
    assert "no day" in dialog.day.error()
    box.line().setText("2026-12-24")
    box.line().editingFinished.emit()
    dialog.go.click()
    assert house.follow_ups.due()[0].due.date() == date(2026, 12, 24)


def test_leaving_the_put_off_changes_nothing_and_frees_the_dialog(house: House, page: TodayPage, qtbot: QtBot) -> None:
    complaint(house, "Dana")
    page.show_page()
    dialog = _dialog(page)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.stay.click()
    assert _titles(page) == ["Call Dana back"]
    assert page.findChild(PutOffDialog) is None


def test_keys_go_through_the_rows_and_open_the_case(
    house: House, clock: SetClock, page: TodayPage, wishes: Wishes, qtbot: QtBot
) -> None:
    first = complaint(house, "Dana", ago=timedelta(days=2))
    second = promised(house, "Marcus", clock.now.date())
    page.show_page()
    rows = page.rows()
    assert page.focusWidget() is rows[0]
    qtbot.keyClick(rows[0], Qt.Key.Key_Up)
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert page.focusWidget() is rows[1]
    qtbot.keyClick(rows[1], Qt.Key.Key_Down)
    qtbot.keyClick(rows[1], Qt.Key.Key_Enter)
    qtbot.keyClick(rows[1].act_button(), Qt.Key.Key_Up)
    assert page.focusWidget() is rows[0]
    assert wishes.made == [("case", first), ("case", second)]


def test_the_next_row_has_the_focus_after_an_act(house: House, clock: SetClock, page: TodayPage, qtbot: QtBot) -> None:
    for who in ("Ada", "Ben"):
        promised(house, who, clock.now.date() - timedelta(days=1), days=9)
    page.show_page()
    act = page.rows()[0].act_button()
    act.setFocus()
    qtbot.keyClick(act, Qt.Key.Key_Return)
    focused = next(row for row in page.rows() if row.has_focus_within())
    assert focused.words is not None
    assert focused.words.title == "Keep the promise to Ben"


def test_a_double_click_acts_once(house: House, clock: SetClock, page: TodayPage, qtbot: QtBot) -> None:
    for who in ("Ada", "Ben", "Cleo"):
        promised(house, who, clock.now.date())
    page.show_page()
    act = page.rows()[0].act_button()
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    middle = QPointF(act.rect().center())
    left = Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, middle, act.mapToGlobal(middle), left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(act, event)
    assert [title for title in _titles(page) if title.startswith("Keep")] == [
        "Keep the promise to Ben",
        "Keep the promise to Cleo",
    ]


def test_searching_goes_to_the_list_with_the_words(page: TodayPage, wishes: Wishes, qtbot: QtBot) -> None:
    page.show_page()
    qtbot.keyClicks(page.search, "cake")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    wanted = ("list", CaseQuery(stage=Stage.ALL, search="cake"))
    assert wishes.made == [wanted]
    assert page.search.text() == ""
    qtbot.keyClicks(page.search, "cake")
    qtbot.waitUntil(lambda: len(wishes.made) == 2)
    assert wishes.made[1] == wanted


def test_every_control_is_named_by_what_is_read(house: House, page: TodayPage) -> None:
    complaint(house, "Dana & Co")
    page.show_page()
    row = page.rows()[0]
    assert row.accessibleName() == "Call Dana & Co back"
    assert QAccessible.queryAccessibleInterface(row).role() == QAccessible.Role.Button
    assert row.accessibleDescription().endswith("Today 09:12")
    for made in (row.act_button(), row.put_off_button()):
        assert made.accessibleName() == made.text()
        assert made.accessibleDescription() == "Call Dana & Co back"
    assert page.search.accessibleName() == "Search everything"


def test_a_page_behind_others_waits_until_it_is_brought(house: House, desk: Desk, page: TodayPage) -> None:
    page.show_page()
    page.hide()
    desk.calls.run(house.messages.write, complaint(house, "Dana"), MessageKind.EMAIL, "Dear Dana")
    assert not page.rows()
    page.show()
    page.show_page()
    assert len(page.rows()) == 1


@pytest.mark.parametrize("width", [600, 816, 1072, 1600])
def test_no_row_is_cut_at_any_width(house: House, clock: SetClock, page: TodayPage, width: int, qtbot: QtBot) -> None:
    complaint(house, "A customer with a name that goes on and on until nobody reads it", "Late again. " * 30)
    promised(house, "Marcus", clock.now.date(), cost=4800)
    page.resize(width, 640)
    page.show_page()
    qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in page.rows()))
    for row in page.rows():
        assert row.rect().contains(row.act_button().geometry())
        assert row.rect().contains(row.chip().geometry())
        assert page.rect().right() >= row.mapTo(page, row.rect().topRight()).x()
