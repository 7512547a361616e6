"""What the foot of the window says, and the dialogs that belong to the whole program."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.changes import Changes, Done, of_case
from app.domain.errors import AppError
from app.services.house import House
from app.ui.crash import CrashDialog
from app.ui.desk import Desk
from app.ui.keys import KeysDialog
from app.ui.refusal_bar import RefusalBar


def test_a_refusal_stays_until_it_is_closed(qtbot: QtBot) -> None:
    bar = RefusalBar()
    qtbot.addWidget(bar)
    bar.refuse("The disk is full.")
    assert bar.sentence() == "The disk is full."
    assert bar.accessibleName() == "The disk is full."
    assert not bar._timer.isActive()
    with qtbot.waitSignal(bar.closed):
        bar.findChildren(QPushButton)[0].click()
    assert bar.sentence() == ""


def test_a_plain_word_goes_by_itself(qtbot: QtBot) -> None:
    bar = RefusalBar()
    qtbot.addWidget(bar)
    bar.tell("Saved as Card.pdf.")
    bar._timer.setInterval(1)
    with qtbot.waitSignal(bar.closed):
        bar._timer.start()


def test_a_change_is_sent_once_after_the_call(desk: Desk, house: House) -> None:
    heard: list[Changes] = []
    desk.hub.changed.connect(heard.append)
    done = desk.calls.run(house.cases.start, here_or_on_phone=True)
    assert done is not None
    assert heard == [of_case(done.value)]


def test_a_refused_call_changes_nothing_and_says_why(desk: Desk, house: House) -> None:
    heard: list[object] = []
    desk.hub.changed.connect(heard.append)
    desk.calls.refused.connect(heard.append)
    assert desk.calls.run(house.cases.answer, 77, "words", "no such case") is None
    assert [getattr(one, "code", None) for one in heard] == ["no_such_case"]
    here: list[AppError] = []
    assert desk.calls.run_here(here.append, house.cases.answer, 77, "words", "x") is None
    assert [error.code for error in here] == ["no_such_case"]
    assert len(heard) == 1


def test_nothing_changed_is_not_sent(desk: Desk) -> None:
    heard: list[object] = []
    desk.hub.changed.connect(heard.append)
    assert desk.calls.run(lambda: Done("same", Changes())) is not None
    assert heard == []


def test_what_is_due_is_asked_once_after_each_change(desk: Desk, house: House) -> None:
    assert desk.due() == []
    house.cases.start(here_or_on_phone=True)
    assert desk.due() == []
    desk.hub.changed.emit(Changes(everything=True))
    assert len(desk.due()) == 1


def test_the_crash_dialog_shows_places_to_copy(qtbot: QtBot, qapp: object) -> None:
    dialog = CrashDialog("ZeroDivisionError\n  page.py:7 in flush", Path("/tmp/amends.log"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert "page.py:7" in dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    dialog._copy.click()
    focused = dialog.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)  # Enter goes on
    assert dialog.isHidden()


def test_the_keys_are_listed(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    assert {"Ctrl+N", "Ctrl+K", "F1"} <= {keys for keys, _ in dialog.rows}
