"""The one question first, and where its answers lead."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.query import CaseQuery
from app.domain.terms import Stage, Step
from app.services.house import House
from app.ui.desk import Desk
from tests.ui.wizard.hands import at_hear, press, wizard


@pytest.mark.parametrize(
    ("key", "step", "here"),
    [
        (Qt.Key.Key_Y, Step.HEAR, True),
        (Qt.Key.Key_N, Step.SETTLE, False),
        (Qt.Key.Key_Return, Step.HEAR, True),
    ],
)
def test_a_key_answers_and_makes_the_case(
    qtbot: QtBot, desk: Desk, house: House, key: Qt.Key, step: Step, here: bool
) -> None:
    frame = wizard(qtbot, desk)
    frame.open_new()
    press(key)
    assert frame.number == 1
    assert frame.step is step
    case = house.cases.case(1)
    assert (case.step, case.on_phone) == (step, here)


def test_who_stands_there_is_written_down_at_once(qtbot: QtBot, desk: Desk) -> None:
    frame = wizard(qtbot, desk)
    frame.open_new()
    qtbot.mouseClick(frame.question.yes, Qt.MouseButton.LeftButton)
    assert at_hear(frame).words.editor.hasFocus()
    assert frame.shell.header.title() == "New complaint"


def test_the_arrow_and_enter_take_the_second_answer(qtbot: QtBot, desk: Desk) -> None:
    frame = wizard(qtbot, desk)
    frame.open_new()
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is frame.question.no
    press(Qt.Key.Key_Enter)
    assert frame.step is Step.SETTLE


def test_escape_goes_back_and_makes_no_case(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk)
    frame.open_new()
    with qtbot.waitSignal(desk.page_requested) as wished:
        press(Qt.Key.Key_Escape)
    assert wished.args == ["today"]
    assert list(house.lists.ids(CaseQuery(stage=Stage.ALL))) == []
