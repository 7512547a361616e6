"""Settling, owning and answering: what is suggested, what is missing, and what an answer no longer uses."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.terms import Answer, BeganWith, Step
from app.services.house import House
from app.ui.desk import Desk
from app.ui.wizard.breathing import IN_MS, OUT_MS, SECONDS, BreathingGuide, circle_at
from app.ui.wizard.frame import WizardPage
from app.ui.wizard.problems import problem_words
from app.ui.wizard.standing import doubt_sentence
from tests.ui.conftest import SetClock
from tests.ui.wizard.hands import (
    at_answer,
    at_hear,
    at_own,
    at_settle,
    on_disk,
    press,
    started,
    step_of,
    wizard,
    write,
)


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk) -> WizardPage:
    return wizard(qtbot, desk)


def test_keys_alone_go_from_hearing_to_an_answer(frame: WizardPage, house: House) -> None:
    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    frame.open_new()
    press(Qt.Key.Key_Y)
    write("The bread was raw")
    press(Qt.Key.Key_Tab)
    write("A new loaf")
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_7, none, "7")
    press(Qt.Key.Key_Tab)
    write("Dana")
    press(Qt.Key.Key_Return, control)
    assert step_of(frame) is Step.OWN
    write("Oven was cold")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, control)
    assert step_of(frame) is Step.ANSWER
    press(Qt.Key.Key_Return)
    case = on_disk(house, 1)
    assert (case.words, case.wants, case.anger) == ("The bread was raw", "A new loaf", 7)
    assert (case.facts, case.began_with, case.answer) == ("Oven was cold", BeganWith.US, Answer.APOLOGISE)
    assert case.customer is not None
    assert case.customer.name == "Dana"


def test_the_supplier_is_asked_for_where_it_began_there(frame: WizardPage, house: House) -> None:
    number = started(frame, house, Step.OWN)
    page = at_own(frame)
    assert page.supplier.isHidden()
    page.began_row.chosen.emit(BeganWith.SUPPLIER)
    assert page.supplier.isVisible()
    assert page.supplier.editor.hasFocus()
    write("Mill & Sons")
    frame.leave()
    assert on_disk(house, number).supplier == "Mill & Sons"


def test_an_injury_stops_with_a_notice(frame: WizardPage, house: House) -> None:
    number = started(frame, house, Step.OWN)
    page = at_own(frame)
    assert page.stop.isHidden()
    page.safety.click()
    assert page.stop.isVisible()
    assert "insurer" in page.stop.words()
    assert on_disk(house, number).safety is True
    page.safety.click()
    assert page.stop.isHidden()


def test_the_sorry_is_read_before_it_is_written(frame: WizardPage, house: House, desk: Desk) -> None:
    number = started(frame, house, Step.OWN)
    page = at_own(frame)
    assert page.preview.isHidden()
    desk.calls.run(house.cases.answer, number, "about", "late")
    assert page.preview.text() == "“I am sorry about the delay.”"
    page.went_wrong.editor.setFocus()
    write("the cake that came too late.")
    assert page.preview.text() == "“I am sorry about the cake that came too late.”"
    frame.leave()
    assert on_disk(house, number).went_wrong == "the cake that came too late."


def test_suggestion_follows_what_is_known(frame: WizardPage, house: House, desk: Desk) -> None:
    number = started(frame, house, Step.ANSWER)
    page = at_answer(frame)
    assert page.choices[Answer.APOLOGISE].mark() == "Suggested"
    desk.calls.run(house.cases.answer_all, number, {"began_with": "customer", "read_back": True})
    assert page.choices[Answer.EXPLAIN].mark() == "Suggested"
    assert page.advice.words() == (
        "Explain is suggested. You listened, and they said: yes, that is it. Now a reason can be heard."
    )
    desk.calls.run(house.cases.answer, number, "safety", True)
    assert page.choices[Answer.APOLOGISE].mark() == "Suggested"
    assert page.choices[Answer.EXPLAIN].mark() == ""


def test_explain_is_taken_before_the_tick_and_says_what_is_missing(frame: WizardPage, house: House) -> None:
    number = started(frame, house, Step.ANSWER)
    page = at_answer(frame)
    assert page.not_yet.isHidden()
    page.choices[Answer.EXPLAIN].click()
    assert on_disk(house, number).answer is Answer.EXPLAIN
    assert page.not_yet.isVisible()
    page.not_yet.findChildren(type(frame.shell.next))[0].click()
    assert step_of(frame) is Step.HEAR
    at_hear(frame).read_back.click()
    frame.go(Step.ANSWER)
    assert at_answer(frame).not_yet.isHidden()


def test_another_answer_says_what_is_no_longer_used_and_can_be_undone(
    qtbot: QtBot, frame: WizardPage, desk: Desk, house: House
) -> None:
    number = started(frame, house, Step.ANSWER)
    house.cases.answer_all(number, {"answer": "explain", "reason": "The oven", "read_back": True})
    frame.open_case(number, Step.ANSWER)
    page = at_answer(frame)
    assert page.choices[Answer.EXPLAIN].isChecked()
    with qtbot.waitSignal(desk.undo_offered) as offered:
        page.choices[Answer.PART_WAYS].click()
    assert page.kept.words() == "All that you wrote is kept. Your reason is not used on this way."
    with pytest.raises(KeyError):
        frame.shell.steps.state(Step.FOLLOW_UP.value)
    assert offered.args is not None
    assert offered.args[0] == "The answer is now: Part ways."
    offered.args[1]()
    assert on_disk(house, number).answer is Answer.EXPLAIN
    assert page.choices[Answer.EXPLAIN].isChecked()
    assert page.kept.isHidden()


def test_heat_is_asked_and_breathing_ends_by_one_key(qtbot: QtBot, frame: WizardPage, house: House) -> None:
    number = started(frame, house, Step.SETTLE)
    page = at_settle(frame)
    press(Qt.Key.Key_7, text="7")
    assert on_disk(house, number).heat == 7
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
        page.guide.start_button.click()
        assert page.guide.is_running
        assert page.guide.words.text() == "Breathe in"
        press(key)
        assert not page.guide.is_running
    page.guide.start_button.click()
    frame.go(Step.HEAR)
    assert not page.guide.is_running


def test_breathing_is_four_in_and_six_out_and_ends_by_itself(qtbot: QtBot) -> None:
    guide = BreathingGuide(still=False)
    qtbot.addWidget(guide)
    guide.show()
    guide.start()
    guide.clock.setCurrentTime(IN_MS + 1)
    assert guide.words.text() == "Breathe out, slowly"
    assert circle_at(0) == pytest.approx(0, abs=0.01)
    assert circle_at(IN_MS) == pytest.approx(1, abs=0.01)
    assert circle_at(IN_MS + OUT_MS) == pytest.approx(0, abs=0.01)
    assert 60 <= SECONDS <= 90
    with qtbot.waitSignal(guide.ended):
        guide.clock.setCurrentTime(SECONDS * 1000)


def test_without_motion_the_words_count_down_alone(qtbot: QtBot) -> None:
    guide = BreathingGuide(still=True)
    qtbot.addWidget(guide)
    guide.show()
    guide.start()
    assert not guide.circle.isVisible()
    guide.clock.setCurrentTime(12_000)
    assert guide.left.text() == f"{SECONDS - 12} seconds left"
    guide.stop()


def _history(house: House, clock: SetClock, *days_ago: int) -> str:
    now = clock.now
    customer = 0
    for days in days_ago:
        clock.now = now - timedelta(days=days)
        number = house.cases.start(here_or_on_phone=True).value
        if customer:
            house.cases.choose_customer(number, customer)
        else:
            customer = house.cases.set_customer(number, {"name": "Dana"}).value
    case = house.cases.case(number)
    return doubt_sentence(house.cases.history(case), case.came_in)


@pytest.mark.parametrize(
    ("days_ago", "expected"),
    [
        ((0,), "No complaint before this one"),
        ((1500, 0), "First complaint in 4 years"),
        ((400, 0), "First complaint in a year"),
        ((200, 0), "One complaint before this one"),
        ((300, 200, 0), "2 complaints before this one"),
        ((50, 20, 0), "The third one in 60 days"),
    ],
)
def test_doubt_is_facts_only(house: House, clock: SetClock, days_ago: tuple[int, ...], expected: str) -> None:
    assert _history(house, clock, *days_ago) == expected


def test_every_problem_has_words(house: House) -> None:
    with pytest.raises(KeyError):
        problem_words("no_such_problem")
