"""The question whether a plan holds: its prepared answer, three ways out, each with an undo, and it is freed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError
from app.domain.terms import DueKind
from app.services.house import House
from app.ui.desk import Desk
from app.ui.effects.dialog import EffectDialog, ask_effect
from app.ui.widgets.effect_words import check_words
from app.ui.widgets.text_box import TextBox
from tests.ui.conftest import SetClock
from tests.ui.today.shop import complaint

Undo = Callable[[], object]


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def undo(desk: Desk) -> list[tuple[str, Undo]]:
    kept: list[tuple[str, Undo]] = []
    desk.undo_offered.connect(lambda words, undo: kept.append((words, undo)))
    return kept


@pytest.fixture
def dialog(desk: Desk, lesson: int, page: QWidget) -> EffectDialog:
    made = ask_effect(desk, lesson, page)
    assert made is not None
    return made


def checks_due(house: House) -> list[timedelta]:
    return [one.due - house.clock() for one in house.follow_ups.due() if one.kind is DueKind.EFFECT_CHECK]


def test_the_answer_is_prepared_in_counts(dialog: EffectDialog) -> None:
    assert dialog.counts.text() == ("Before the plan, 4 of 7 complaints in 30 days were of this kind.\nSince: 1 of 2.")
    assert "%" not in dialog.counts.text()


def test_it_holds_with_words_and_undo(
    dialog: EffectDialog, house: House, lesson: int, undo: list[tuple[str, Undo]], qtbot: QtBot, clock: SetClock
) -> None:
    box = dialog.words.editor
    assert isinstance(box, TextBox)
    qtbot.keyClicks(box, "One box was late.")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.holds.click()
    (check,) = house.effects.of(lesson)
    assert (check.holds, check.days, check.words) == (True, 30, "One box was late.")
    assert check_words(check, clock.now) == (
        "21 Dec, after 30 days: it holds. Before the plan, 4 of 7 complaints in 30 days were of this kind."
        " Since: 1 of 2. One box was late."
    )
    assert undo[-1][0] == "Noted: the plan holds."
    undo[-1][1]()
    assert house.effects.of(lesson) == []


def test_it_does_not_hold_leads_to_the_lesson(
    dialog: EffectDialog, desk: Desk, house: House, lesson: int, undo: list[tuple[str, Undo]], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.lesson_requested) as wish:
        dialog.fails.click()
    assert wish.args == [lesson]
    assert [check.holds for check in house.effects.of(lesson)] == [False]
    undo[-1][1]()
    assert house.effects.of(lesson) == []


def test_not_now_puts_it_off_for_a_week(
    dialog: EffectDialog, house: House, lesson: int, undo: list[tuple[str, Undo]]
) -> None:
    dialog.not_now.click()
    assert house.effects.of(lesson) == []
    (until,) = checks_due(house)
    assert until.days == 7
    assert undo[-1][0].startswith("Put off.")
    undo[-1][1]()
    (until,) = checks_due(house)
    assert until.days == 0


def test_not_now_keeps_what_was_typed(dialog: EffectDialog, house: House, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.words.editor, "Too early to say")
    dialog.not_now.click()
    assert "Too early to say" in [one.put_off_because for one in house.follow_ups.due()]


def test_leaving_it_changes_nothing_and_frees_it(
    dialog: EffectDialog, house: House, lesson: int, page: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert house.effects.of(lesson) == []
    assert page.findChild(EffectDialog) is None


def test_escape_asks_before_typed_words_are_lost(dialog: EffectDialog, house: House, lesson: int, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.words.editor, "One box was late.")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    (asked,) = dialog.findChildren(QMessageBox)
    assert asked.text() == "Throw these words away?"
    assert dialog.isVisible()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)  # back to writing
    assert dialog.isVisible()
    assert dialog._typed() == "One box was late."
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    (asked,) = dialog.findChildren(QMessageBox)
    away = next(one for one in asked.buttons() if one.text() == "Throw them away")
    with qtbot.waitSignal(dialog.destroyed):
        away.click()
    assert house.effects.of(lesson) == []


def test_it_is_answered_by_keys_alone(dialog: EffectDialog, house: House, lesson: int, qtbot: QtBot) -> None:
    assert dialog.focusWidget() is dialog.holds
    dialog.focusNextChild()
    assert dialog.focusWidget() is dialog.fails
    qtbot.keyClick(dialog.fails, Qt.Key.Key_Return)
    assert [check.holds for check in house.effects.of(lesson)] == [False]


def test_a_plan_that_is_given_up_meanwhile_is_said_in_place(
    dialog: EffectDialog, house: House, lesson: int, undo: list[tuple[str, Undo]], qtbot: QtBot
) -> None:
    house.plans.retire(lesson)
    dialog.holds.click()
    assert "not in use" in dialog.words.error()
    assert dialog.isVisible()
    assert undo == []
    dialog.reject()


def test_a_plan_that_is_not_in_use_opens_no_question(desk: Desk, house: House, page: QWidget) -> None:
    refused: list[AppError] = []
    desk.calls.refused.connect(refused.append)
    number = house.lessons.learn(complaint(house), {"broke": "Late"}).value
    assert ask_effect(desk, number, page) is None
    assert [error.code for error in refused] == ["plan_not_in_use"]


def test_what_came_after_the_days_is_told(
    desk: Desk, house: House, clock: SetClock, lesson: int, page: QWidget
) -> None:
    clock.move(days=12)
    house.lessons.link(complaint(house), lesson)
    made = ask_effect(desk, lesson, page)
    assert made is not None
    assert "After these 30 days there was 1 more." in [part.text() for part in made.findChildren(type(made.counts))]
    made.reject()


def test_every_button_is_named_as_it_reads(dialog: EffectDialog) -> None:
    assert all(made.accessibleName() == made.text() for made in dialog.findChildren(QPushButton))
    dialog.reject()
