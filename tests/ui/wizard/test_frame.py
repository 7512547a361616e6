"""The frame around the steps: where one is, what is known beside it, and that all of it can be read and reached."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.handling import HandlingFlow
from app.domain.query import CaseQuery
from app.domain.terms import Channel, FollowUpResult, Outcome, Stage, Step
from app.services.house import House
from app.ui.desk import Desk
from app.ui.widgets.case_words import step_name
from app.ui.widgets.field import Field
from app.ui.widgets.step_list import StepState
from app.ui.wizard.frame import WizardPage
from app.ui.wizard.problems import problem_words
from app.ui.wizard.shell import WizardShell
from tests.ui.conftest import SetClock
from tests.ui.wizard.hands import at_hear, buttons_of, press, started, step_of, wizard, write

MINE = (Step.SETTLE, Step.HEAR, Step.OWN, Step.ANSWER)


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk) -> WizardPage:
    return wizard(qtbot, desk)


@pytest.fixture
def regular(house: House, clock: SetClock) -> int:
    """A customer with two earlier complaints; the newest was answered, followed up and closed."""
    now = clock.now
    clock.now = now - timedelta(days=200)
    first = house.cases.start(here_or_on_phone=True).value
    house.cases.answer_all(first, {"words": "The tart was salty. Very.", "anger": 7})
    customer = house.cases.set_customer(first, {"name": "Dana Whitfield"}).value
    clock.now = now - timedelta(days=40)
    second = house.cases.start(here_or_on_phone=True).value
    house.cases.choose_customer(second, customer)
    house.cases.answer_all(
        second,
        {
            "words": "Wrong name on a birthday cake",
            "anger": 8,
            "promise": "New cake the same day",
            "promised_by": (now - timedelta(days=39)).date(),
            "outcome": Outcome.KEPT,
            "nothing_because": "A slip of the pen",
        },
    )
    house.follow_ups.record(second, FollowUpResult.HAPPY, anger=2)
    house.closing.close(second)
    clock.now = now
    return customer


def shown(widget: QWidget) -> list[str]:
    """All words that can be seen in it, in no order."""
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]
    return labels + [one.text() for one in buttons_of(widget)]


def link(qtbot: QtBot, frame: WizardPage, words: str) -> QAbstractButton:
    qtbot.waitUntil(lambda: words in shown(frame.shell.side))
    return next(one for one in buttons_of(frame.shell.side) if one.text() == words)


def test_earlier_complaints_are_told_with_their_end(
    qtbot: QtBot, frame: WizardPage, house: House, desk: Desk, regular: int
) -> None:
    number = started(frame, house)
    assert "You have met before" not in shown(frame.shell.side)
    desk.calls.run(house.cases.choose_customer, number, regular)
    expected = {
        "You have met before",
        "2 complaints before this one",
        "Wrong name on a birthday cake",
        "12 Oct. New cake the same day",
        "8 → 2",
        "stayed",
        "The tart was salty",
        "still open",
    }
    qtbot.waitUntil(lambda: expected <= set(shown(frame.shell.side)))
    assert frame.shell.visits.text() == "2 earlier visits"
    with qtbot.waitSignal(desk.list_requested) as wished:
        frame.shell.visits.click()
    assert wished.args == [CaseQuery(stage=Stage.ALL, customer_id=regular)]


def test_a_stranger_is_no_regular(qtbot: QtBot, frame: WizardPage, house: House) -> None:
    started(frame, house)
    at_hear(frame).who.lines["description"].setFocus()
    write("The man with the red umbrella")
    frame.leave()
    qtbot.waitUntil(lambda: "No complaint before this one" in shown(frame.shell.side))
    assert "You have met before" not in shown(frame.shell.side)
    assert frame.shell.visits.isHidden()
    assert frame.shell.header.title() == "The man with the red umbrella"


def test_what_is_still_open_leads_to_its_step(qtbot: QtBot, frame: WizardPage, house: House) -> None:
    number = started(frame, house)
    assert shown(frame.shell.side) == []  # nobody has had the time yet
    frame.forward()
    left = {problem_words(p.code) for p in HandlingFlow.missing(Step.HEAR, house.cases.case(number))}
    qtbot.waitUntil(lambda: left | {"Still open in this case"} == set(shown(frame.shell.side)))
    frame.go(Step.CLOSE)
    assert shown(frame.shell.side) == []  # the page lists all by itself
    whole = [p for p in HandlingFlow.problems(house.cases.case(number)) if p.step is not Step.CLOSE]
    assert {problem_words(p.code) for p in whole} <= set(shown(frame.shell.panel))
    frame.go(Step.ANSWER)
    frame.go(Step.OWN)
    frame.go(Step.ANSWER)
    link(qtbot, frame, "Choose where it began").click()
    assert step_of(frame) is Step.OWN
    link(qtbot, frame, "Write down what they say").click()
    assert step_of(frame) is Step.HEAR
    write("Stale")
    frame.leave()
    assert "Write down what they say" not in shown(frame.shell.side)


def test_every_problem_of_every_way_has_words(house: House) -> None:
    number = house.cases.start(here_or_on_phone=True).value
    for answers in (
        {"channel": Channel.REVIEW, "began_with": "supplier"},
        {"answer": "explain"},
        {"answer": "part-ways"},
        {"answer": "apologise"},
        {"answer": "apologise", "promise": "A cake"},
    ):
        house.cases.answer_all(number, answers)
        for problem in HandlingFlow.problems(house.cases.case(number)):
            assert problem_words(problem.code)


def test_steps_tell_how_far_they_are(qtbot: QtBot, frame: WizardPage, house: House, desk: Desk) -> None:
    number = started(frame, house)
    steps = frame.shell.steps
    assert steps.state("settle") is StepState.SKIPPED
    assert steps.state("hear") is StepState.CURRENT
    desk.calls.run(house.cases.set_customer, number, {"name": "Dana"})
    desk.calls.run(house.cases.answer_all, number, {"words": "Late", "anger": 4, "channel": "phone"})
    frame.go(Step.CLOSE)
    assert steps.state("hear") is StepState.DONE
    assert steps.state("own") is StepState.SKIPPED
    frame.go(Step.FOLLOW_UP)
    frame.go(Step.OWN)
    assert steps.state("follow_up") is StepState.OPEN
    qtbot.waitUntil(lambda: _keys(frame) == [step.value for step in Step])
    desk.calls.run(house.cases.answer, number, "answer", "part-ways")
    qtbot.waitUntil(lambda: _keys(frame) == [step.value for step in Step if step is not Step.FOLLOW_UP])


def _keys(frame: WizardPage) -> list[str]:
    names = {step_name(step): step.value for step in Step}
    return [names[one.text()] for one in buttons_of(frame.shell.steps)]


def test_foot_and_crumb_lead_where_they_say(qtbot: QtBot, frame: WizardPage, house: House, desk: Desk) -> None:
    started(frame, house)
    assert frame.shell.next.text() == "Next: Own it"
    with qtbot.waitSignal(desk.page_requested) as wished:
        frame.shell.finish.click()
    assert wished.args == ["today"]
    with qtbot.waitSignal(desk.page_requested) as wished:
        frame.shell.header.crumb_requested.emit("complaints")
    assert wished.args == ["complaints"]
    frame.go(Step.SETTLE)
    assert not frame.shell.back.isEnabled()
    frame.go(Step.CLOSE)
    assert frame.shell.next.isHidden()


def test_tab_goes_through_the_page_to_the_foot(frame: WizardPage, house: House) -> None:
    started(frame, house)
    met: list[QWidget | None] = []
    for _ in range(14):
        met.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    page, shell = at_hear(frame), frame.shell
    foot = [page.read_back, shell.back, shell.finish, shell.next]
    assert met[met.index(page.read_back) :][:4] == foot
    assert met.index(page.who.lines["name"]) < met.index(page.read_back)
    shell.finish.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert step_of(frame) is Step.OWN


def test_no_word_at_the_foot_is_cut(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk, width=948, height=640)
    started(frame, house)
    for step in Step:
        frame.go(step)
        last = frame.page.primary if frame.page is not None else None
        for one in (frame.shell.finish, last or frame.shell.next):
            qtbot.waitUntil(partial(_whole, one))
    frame.go(Step.OWN)
    assert (frame.shell.next.text(), frame.shell.next.toolTip()) == ("Next", "Next: Pick your answer")
    frame.resize(1200, 640)
    qtbot.waitUntil(lambda: frame.shell.next.text() == "Next: Pick your answer")


def _whole(button: QPushButton) -> bool:
    return button.isVisible() and button.width() >= button.sizeHint().width()


def test_the_step_that_is_open_is_in_sight(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk, width=948, height=420)
    started(frame, house)
    for step in (Step.CLOSE, Step.SETTLE, Step.FOLLOW_UP):
        frame.go(step)
        disc = frame.shell.steps.current_step()
        assert disc is not None
        qtbot.waitUntil(partial(_in_sight, disc))


def _in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_another_step_is_shown_from_its_top(qtbot: QtBot, desk: Desk, house: House, regular: int) -> None:
    frame = wizard(qtbot, desk, width=700, height=500)
    number = started(frame, house)
    house.cases.choose_customer(number, regular)
    frame.go(Step.CLOSE)
    for step in (Step.HEAR, Step.OWN, Step.ANSWER, Step.MAKE_RIGHT):
        frame.go(step)
        qtbot.waitUntil(lambda: frame.shell.middle.verticalScrollBar().maximum() > 0)
        assert frame.shell.middle.verticalScrollBar().value() == 0


def test_a_case_that_is_not_there_leads_to_the_list(qtbot: QtBot, frame: WizardPage, desk: Desk) -> None:
    with qtbot.waitSignals([desk.page_requested, desk.calls.refused]):
        frame.open_case(4711)
    assert frame.number is None


def test_words_to_say_aloud_follow_the_step(frame: WizardPage, house: House) -> None:
    started(frame, house)
    first = frame.shell.say.words()
    assert first.startswith("Say this now: “Thank you for telling me.")
    frame.go(Step.OWN)
    assert frame.shell.say.words() != first


def test_hidden_it_does_not_work_and_shown_it_is_up_to_date(frame: WizardPage, house: House, desk: Desk) -> None:
    number = started(frame, house)
    frame.hide()
    desk.calls.run(house.cases.answer, number, "wants", "A refund")
    frame.show()
    frame.show_page()
    assert "A refund" in [one.toPlainText() for one in frame.findChildren(QPlainTextEdit)]


@pytest.mark.parametrize("step", MINE)
def test_every_control_is_named_as_it_reads(frame: WizardPage, house: House, step: Step) -> None:
    number = started(frame, house)
    house.cases.answer_all(number, {"channel": "review", "began_with": "supplier", "answer": "explain"})
    frame.open_case(number, step)
    page = frame.page
    assert page is not None
    for one in buttons_of(frame):
        if isinstance(one, QPushButton) and one.text():
            assert _spoken(one) == one.text()
        else:
            assert _spoken(one) != ""
    for field in page.findChildren(Field):
        assert field.name_label().text() == field.editor.accessibleName()
    kinds = (QLineEdit, QPlainTextEdit, QComboBox)
    fields = [field.editor for field in page.findChildren(Field)]
    loose = [one for kind in kinds for one in page.findChildren(kind) if one not in fields]
    assert [one for one in loose if not isinstance(one.parentWidget(), QComboBox)] == []


def _spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    name: str = interface.text(QAccessible.Text.Name)
    return name


@pytest.mark.parametrize("size", [(1072, 800), (816, 640), (560, 600)])
@pytest.mark.parametrize("step", MINE)
def test_nothing_is_cut_off_at_the_side(
    qtbot: QtBot, frame: WizardPage, house: House, regular: int, step: Step, size: tuple[int, int]
) -> None:
    number = started(frame, house)
    house.cases.choose_customer(number, regular)
    house.cases.answer_all(number, {"channel": "review", "began_with": "supplier", "answer": "explain", "safety": True})
    frame.open_case(number, step)
    frame.resize(*size)
    qtbot.waitUntil(lambda: frame.shell.width() == size[0] and _cut(frame.shell) == [])


def _cut(shell: WizardShell) -> list[str]:
    """What has less room than it needs, or lies outside."""
    inside = shell.middle.widget()
    assert inside is not None
    found = ["page"] if inside.minimumSizeHint().width() > shell.middle.viewport().width() else []
    whole = QRect(0, 0, shell.width(), shell.height())
    for one in (shell.back, shell.finish, shell.next, shell.badge):
        place = QRect(one.mapTo(shell, one.rect().topLeft()), one.size())
        if not (one.isVisible() and whole.contains(place) and one.width() >= one.minimumSizeHint().width()):
            found.append(one.accessibleName())
    for part in (shell.side, shell.say, shell.steps):
        if not part.isVisible() or part.width() < part.minimumSizeHint().width():
            found.append(type(part).__name__)
    return found


def test_jumping_scrolls_to_the_top_and_focuses_what_lacks(frame: WizardPage, house: House) -> None:
    started(frame, house)
    bar = frame.shell.middle.verticalScrollBar()
    bar.setValue(bar.maximum())
    frame.go(Step.OWN)
    assert bar.value() == 0
    frame.go(Step.HEAR)
    assert at_hear(frame).words.editor.hasFocus()
    assert frame.focusWidget().focusPolicy() != Qt.FocusPolicy.NoFocus
