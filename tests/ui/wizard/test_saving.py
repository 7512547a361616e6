"""What is typed is in the file within the second, on leaving, and after the disk said no."""

from collections.abc import Iterator

import pytest
import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.errors import AppError
from app.domain.terms import Answer, Step
from app.services.house import House
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.widgets.typed import SAVE_AFTER_MS
from app.ui.wizard.frame import WizardPage
from app.ui.wizard.saving import RETRY_MS
from tests.ui.wizard.hands import at_hear, at_own, box, choices, on_disk, press, started, step_of, wizard, words, write

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def locked(house: House) -> Iterator[driver.Connection]:
    """Another program that keeps the file to itself until it rolls back."""
    house.store.connection.execute("PRAGMA busy_timeout = 1")
    other = driver.connect(str(house.store.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def test_words_are_on_the_disk_within_a_second_of_the_key(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk)
    number = started(frame, house)
    write("The cake said Diana")
    assert frame.has_unsaved
    qtbot.waitUntil(lambda: on_disk(house, number).words == "The cake said Diana", timeout=1000)
    assert not frame.has_unsaved
    assert SAVE_AFTER_MS < 1000


def test_a_fast_typist_is_saved_while_typing(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk)
    number = started(frame, house)
    typed = 0

    def saved_between_two_keys() -> bool:
        nonlocal typed
        write("a")
        typed += 1
        return on_disk(house, number).words != ""

    qtbot.waitUntil(saved_between_two_keys, timeout=2000)
    assert box(at_hear(frame).words).toPlainText() == "a" * typed


@pytest.mark.parametrize("way", ["leave", "step list", "next", "back", "another case", "new"])
def test_every_way_out_saves_first(qtbot: QtBot, desk: Desk, house: House, way: str) -> None:
    frame = wizard(qtbot, desk)
    number = started(frame, house)
    write("Too salty 😊 مر Zoë")
    other = house.cases.start(here_or_on_phone=True).value
    ways = {
        "leave": frame.leave,
        "step list": lambda: frame.shell.steps.step_requested.emit(Step.CLOSE.value),
        "next": frame.shell.next.click,
        "back": frame.shell.back.click,
        "another case": lambda: frame.open_case(other),
        "new": frame.open_new,
    }
    ways[way]()
    assert on_disk(house, number).words == "Too salty 😊 مر Zoë"


def test_control_characters_stay_out_and_the_rest_stays_in(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk)
    number = started(frame, house)
    page = at_hear(frame)
    box(page.words).insertFromMimeData(words("a\0b\x07c\u202ed\r\ne"))
    frame.leave()
    assert on_disk(house, number).words == "abc\u202ed\ne"


def test_back_and_forth_loses_no_answer(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk)
    number = started(frame, house)
    write("Hair in the bread")
    press(Qt.Key.Key_Right, ALT)
    assert step_of(frame) is Step.OWN
    write("We found it too")
    press(Qt.Key.Key_Left, ALT)
    assert step_of(frame) is Step.HEAR
    assert box(at_hear(frame).words).toPlainText() == "Hair in the bread"
    press(Qt.Key.Key_Return, CONTROL)
    assert box(at_own(frame).facts).toPlainText() == "We found it too"
    case = on_disk(house, number)
    assert (case.words, case.facts, case.step) == ("Hair in the bread", "We found it too", Step.OWN)


def test_it_goes_on_where_it_was_left(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk)
    number = started(frame, house)
    write("Late again")
    frame.go(Step.OWN)
    again = wizard(qtbot, desk)
    again.open_case(number)
    assert again.step is Step.OWN
    again.go(Step.HEAR)
    assert box(at_hear(again).words).toPlainText() == "Late again"


def test_a_refused_answer_stays_in_its_field_and_keeps_no_other_back(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk)
    number = started(frame, house)
    page = at_hear(frame)
    page.words.editor.setFocus()
    write("Good words")
    page.about.editor.setFocus()
    write("x" * 81)
    frame.leave()
    case = on_disk(house, number)
    assert (case.words, case.about) == ("Good words", "")
    expected = sentence(AppError("too_long", field="about", length=81, limit=80))
    assert page.about.error() == expected
    assert frame.shell.badge.words() == expected
    assert frame.has_unsaved
    page.words.editor.setFocus()
    write("!")
    frame.leave()
    assert choices(page.about).currentText() == "x" * 81
    page.about.editor.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    write("Bread")
    frame.leave()
    assert on_disk(house, number).about == "Bread"
    assert page.about.error() == ""
    assert frame.shell.badge.words() == "Every word is saved"
    assert not frame.has_unsaved


def test_a_disk_that_says_no_loses_nothing(
    qtbot: QtBot, desk: Desk, house: House, request: pytest.FixtureRequest
) -> None:
    frame = wizard(qtbot, desk)
    number = started(frame, house)
    locked = request.getfixturevalue("locked")
    write("Nothing is lost")
    frame.leave()
    assert frame.has_unsaved
    assert frame.shell.badge.words() == sentence(AppError("file_busy", file=str(house.store.path)))
    write(", not one word")
    frame.go(Step.OWN)
    frame.go(Step.HEAR)
    assert box(at_hear(frame).words).toPlainText() == "Nothing is lost, not one word"
    locked.execute("ROLLBACK")
    qtbot.waitUntil(lambda: frame.shell.badge.words() == "Every word is saved", timeout=RETRY_MS + 2000)
    assert on_disk(house, number).words == "Nothing is lost, not one word"
    assert not frame.has_unsaved


def test_another_case_does_not_lose_what_waits_for_the_disk(
    qtbot: QtBot, desk: Desk, house: House, request: pytest.FixtureRequest
) -> None:
    frame = wizard(qtbot, desk)
    other = house.cases.start(here_or_on_phone=True).value
    number = started(frame, house)
    locked = request.getfixturevalue("locked")
    write("First case")
    frame.open_case(other, Step.HEAR)
    assert box(at_hear(frame).words).toPlainText() == ""
    frame.open_case(number, Step.HEAR)
    assert box(at_hear(frame).words).toPlainText() == "First case"
    locked.execute("ROLLBACK")
    frame.leave()
    assert on_disk(house, number).words == "First case"
    assert on_disk(house, other).words == ""


def test_a_change_from_elsewhere_is_shown_but_not_over_what_is_typed(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk)
    number = started(frame, house)
    page = at_hear(frame)
    write("Mine")
    desk.calls.run(house.cases.answer_all, number, {"words": "Theirs", "wants": "A refund", "answer": "part-ways"})
    assert box(page.words).toPlainText() == "Mine"
    assert box(page.wants).toPlainText() == "A refund"
    frame.go(Step.FOLLOW_UP)
    assert house.cases.case(number).answer is Answer.PART_WAYS
    assert step_of(frame) is Step.CLOSE


def test_the_wizard_is_freed_with_its_window(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = WizardPage(desk)
    frame.show()
    started(frame, house)
    pages = []
    for step in Step:
        frame.go(step)
        pages.append(frame.page)
    frame.close()
    frame.deleteLater()
    parts = [frame, frame.shell, frame.shell.side, frame.question, *pages]
    qtbot.waitUntil(lambda: not any(isValid(part) for part in parts))
    desk.calls.run(house.cases.answer, 1, "wants", "Nobody listens any more")
    assert house.cases.case(1).wants == "Nobody listens any more"
