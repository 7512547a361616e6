"""The main window: its pages, its keys, what it says at the foot, and how it closes."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError
from app.domain.terms import MessageKind, Step
from app.services.house import House
from app.store.database import open_store
from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.keys import KeysDialog
from app.ui.sentences import sentence
from app.ui.window import MainWindow
from app.ui.wizard.frame import WizardPage
from tests.ui.conftest import SetClock


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(desk, Machine(tmp_path / "machine.ini"))
    qtbot.addWidget(window)
    window.start()
    window.show()
    qtbot.waitExposed(window)
    yield window
    window._minute.stop()
    window._counting.stop()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(window, key, modifier)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_page_with_nothing_to_show_is_not_in_the_side_bar(window: MainWindow, house: House, desk: Desk) -> None:
    assert window.side.pages() == ["today", "complaints"]
    started = desk.calls.run(house.cases.start, here_or_on_phone=True)
    assert started is not None
    desk.calls.run(house.cases.set_customer, started.value, {"name": "Dana"})
    desk.calls.run(house.lessons.learn, started.value, {"broke": "Names are taken down by ear."})
    card = desk.calls.run(house.messages.write, started.value, MessageKind.CARD, "Dear Dana", card_kind="apology")
    assert card is not None
    desk.calls.run(house.messages.make_ready, card.value, size="a6-folded", look="plain")
    window.count()
    assert window.side.pages() == ["today", "complaints", "lessons", "cards", "customers"]


def test_house_rules_lead_back_to_where_they_were_opened(window: MainWindow, house: House, desk: Desk) -> None:
    number = house.cases.start(here_or_on_phone=True).value
    house.playbook.add("Read the name back.")
    window.count()
    assert "lessons" in window.side.pages()
    for way, name in (("Lessons", "lessons"), (f"Complaint No. {number}", "wizard"), ("Lessons", "lessons")):
        if name == "wizard":
            desk.case_requested.emit(number)
        desk.page_requested.emit("rules")
        assert (window.pages.name, window.side.current_page()) == ("rules", "lessons")
        page = window.pages.page("rules")
        next(one for one in page.findChildren(QPushButton) if one.text() == way and one.isVisible()).click()
        assert window.pages.name == name
        window.pages.turn_to("today")


def test_the_keys_turn_pages(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_2, CTRL)
    assert window.pages.name == "complaints"
    press(qtbot, window, Qt.Key.Key_3, CTRL)
    assert window.pages.name == "settings"
    press(qtbot, window, Qt.Key.Key_6, CTRL)
    assert window.pages.name == "settings"
    press(qtbot, window, Qt.Key.Key_1, CTRL)
    assert window.pages.name == "today"
    press(qtbot, window, Qt.Key.Key_N, CTRL)
    assert window.pages.name == "wizard"
    assert window.side.current_page() == "complaints"
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    assert window.pages.name == "complaints"


def test_f1_lists_the_keys_and_the_list_goes_away(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()


def test_what_was_done_can_be_undone_from_the_foot(window: MainWindow, qtbot: QtBot) -> None:
    undone: list[bool] = []
    window.desk.offer_undo("Deleted.", lambda: undone.append(True))
    assert window.undo_bar.sentence() == "Deleted."
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert undone == [True]
    assert window.undo_bar.isHidden()
    assert window._foot.contentsMargins().bottom() == 0


def test_a_refusal_is_said_as_a_sentence(window: MainWindow, house: House) -> None:
    window.desk.calls.run(house.cases.answer, 99, "words", "x")
    assert window.refusal_bar.sentence() == sentence(AppError("no_such_case", number=99))


def test_the_badge_counts_what_is_due_today(window: MainWindow, house: House, desk: Desk, qtbot: QtBot) -> None:
    came_in = house.clock() - timedelta(days=2)
    desk.calls.run(house.cases.start, here_or_on_phone=False, came_in=came_in)
    qtbot.waitUntil(lambda: window.side._entries["today"].count == "1")


def test_the_shops_name_stands_in_the_title(window: MainWindow, house: House, desk: Desk) -> None:
    assert window.windowTitle() == "Rosa’s Bakery \u2013 Amends"
    desk.calls.run(house.settings.change, name="Rosa and Daughter", made_up=True)
    assert window.windowTitle() == "Rosa and Daughter (made up) \u2013 Amends"


def test_the_foot_of_the_side_bar_tells_of_the_backup(window: MainWindow, house: House) -> None:
    house.backups.back_up()
    window.show_backup()
    assert window.side._note.text().startswith("Backed up")
    window.show_backup_failed(AppError("backup_failed", folder="/x", why="disk_full"))
    assert window.side._note.text() == "The last backup failed"
    assert window.refusal_bar.sentence()


def test_a_window_left_open_over_midnight_says_the_day_of_the_backup(
    window: MainWindow, house: House, desk: Desk, clock: SetClock
) -> None:
    house.backups.back_up()
    clock.now = datetime.now().astimezone()  # the disk has its own clock
    desk.backed_up.emit()
    assert re.fullmatch(r"Backed up .*\d.*", window.side._note.text())
    clock.move(days=1)
    desk.minute_passed.emit()
    assert window.side._note.text() == "Backed up Yesterday"
    window.show_backup_failed(AppError("backup_failed", folder="/x", why="disk_full"))
    desk.minute_passed.emit()
    assert window.side._note.text() == "The last backup failed"


def test_the_window_comes_back_where_it_was(window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    window.resize(780, 560)
    with qtbot.waitSignal(window.closing):
        window.close()
    other = MainWindow(desk, window._machine)
    qtbot.addWidget(other)
    assert (other.width(), other.height()) == (780, 560)


def test_words_that_the_disk_refuses_keep_the_window_open(
    window: MainWindow, house: House, qtbot: QtBot, desk: Desk
) -> None:
    """Also words of a page that is not shown any more."""
    number = house.cases.start(here_or_on_phone=True).value
    desk.step_requested.emit(number, Step.LEARN)
    wizard = window.pages.currentWidget()
    assert isinstance(wizard, WizardPage)
    owner = next(one for one in wizard.findChildren(QLineEdit) if one.accessibleName() == "Who owns it")
    house.store.connection.execute("PRAGMA busy_timeout = 1")
    other = open_store(house.store.path)
    other.connection.execute("BEGIN IMMEDIATE")
    qtbot.keyClicks(owner, "Sam")
    desk.page_requested.emit("today")

    def stay() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.defaultButton().click()

    QTimer.singleShot(0, stay)
    with qtbot.assertNotEmitted(window.closing):
        window.close()
    assert window.isVisible()
    other.connection.execute("ROLLBACK")
    other.close()
    with qtbot.waitSignal(window.closing):
        window.close()
    assert [lesson.owner for lesson in house.lessons.all()] == ["Sam"]


def test_no_page_flashes_a_window_of_its_own(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    """A part that is shown before it has its place is a window for a moment, and takes the keys with it."""
    qtbot.waitUntil(lambda: qapp.focusWindow() is window.windowHandle())
    others: list[object] = []
    qapp.focusWindowChanged.connect(others.append)
    for name in ("complaints", "lessons", "rules", "cards", "customers", "settings", "today"):
        window.pages.turn_to(name)
    window.pages.open_new()
    with qtbot.waitSignal(window.side.destroyed, timeout=1, raising=False):  # one round of events
        pass
    qapp.focusWindowChanged.disconnect(others.append)
    assert others == []


@pytest.mark.parametrize("name", ["today", "complaints", "lessons", "rules", "cards", "customers", "settings"])
def test_tab_never_stops_where_nothing_shows_it(window: MainWindow, name: str) -> None:
    """A nameless scroll area in the way of Tab would swallow the focus without a ring."""
    window.pages.turn_to(name)
    stops = [
        area
        for area in window.pages.page(name).findChildren(QScrollArea)
        if area.focusPolicy() & Qt.FocusPolicy.TabFocus and not area.accessibleName()
    ]
    assert stops == []
