"""What is like a complaint comes up while it is typed: earlier ones, what became of them, and their lesson."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.alike import Verdict
from app.domain.terms import Step
from app.services.house import House
from app.ui.desk import Desk
from app.ui.wizard.alike.panel import LikePanel
from app.ui.wizard.frame import WizardPage
from app.ui.wizard.pages.learn import LearnPage
from tests.shop import SetClock
from tests.ui import like_shop
from tests.ui.like_shop import BREAD, CAKE, ICING, RUDE, TYPED
from tests.ui.wizard.hands import at_hear, at_own, box, press, started, wizard, write

NARROW = 816  # what a window of 1024 leaves beside its side bar


@pytest.fixture
def lesson(house: House, clock: SetClock) -> int:
    found = like_shop.fill(house, clock)
    house.likeness.catch_up()
    return found


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk, lesson: int) -> WizardPage:
    return wizard(qtbot, desk)


@pytest.fixture
def panel(frame: WizardPage) -> LikePanel:
    return frame.shell.side.alike


def shown(panel: LikePanel) -> list[int]:
    """The numbers in the panel, from its top."""
    return [row.number for row in panel.rows if row.isVisible() and row.number is not None]


def words_of(part: QWidget) -> list[str]:
    return [one.text() for one in part.findChildren(QLabel) if one.isVisible()]


def typed(qtbot: QtBot, frame: WizardPage, house: House, text: str = TYPED) -> int:
    """A new complaint with that text just typed, and what is like it found."""
    number = started(frame, house)
    at_hear(frame)
    write(text)
    panel = frame.shell.side.alike
    qtbot.waitUntil(panel.isVisible, timeout=20_000)
    return number


def named(panel: LikePanel, name: str) -> QAbstractButton:
    found = [one for one in panel.findChildren(QAbstractButton) if one.isVisible() and one.accessibleName() == name]
    assert len(found) == 1, name
    return found[0]


def test_like_complaints_come_up_while_they_are_typed(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House
) -> None:
    typed(qtbot, frame, house)
    assert {CAKE, ICING} <= set(shown(panel))
    assert BREAD not in shown(panel)
    row = next(row for row in panel.rows if row.number == CAKE)
    words = words_of(row)
    assert words[0].startswith("The birthday cake had the wrong name")
    assert any(one.endswith("New cake the same day") for one in words)
    assert {"8 → 2", "stayed"} <= set(words)
    assert house.cases.case(5).words == ""  # nothing was saved yet: it is the text in the field that counts


def test_the_lesson_that_belongs_comes_up_with_its_state(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House
) -> None:
    typed(qtbot, frame, house)
    words = words_of(panel.learned)
    assert "Read the name back letter by letter" in words
    assert "In use" in words
    assert any(one.endswith("This would be the first slip.") for one in words)


def test_there_is_no_panel_where_nothing_is_alike(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House, desk: Desk
) -> None:
    started(frame, house)
    assert not panel.isVisible()
    write("The municipal court sent me a parking ticket hearing date")
    qtbot.waitUntil(lambda: not frame.alike._pause.isActive() and desk.asker._runner.is_idle)
    assert not panel.isVisible()


def test_what_is_shown_stays_until_something_else_is_found_and_its_rows_with_it(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House, desk: Desk
) -> None:
    typed(qtbot, frame, house)
    before = shown(panel)
    controls = [row.open for row in panel.rows]
    hidden: list[object] = []
    frame.alike.answered.connect(lambda: hidden.append(panel.isVisible()))
    write(" Everybody saw it.")
    assert panel.isVisible()
    qtbot.waitUntil(lambda: len(hidden) > 0)
    assert shown(panel)[0] == before[0]
    assert [row.open for row in panel.rows] == controls
    assert frame.focusWidget() is at_hear(frame).words.editor


def test_emptied_words_empty_the_panel(qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House) -> None:
    typed(qtbot, frame, house)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: not panel.isVisible())


def test_it_stays_on_own_and_learn_and_is_gone_between(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House
) -> None:
    typed(qtbot, frame, house)
    frame.go(Step.OWN)
    assert {CAKE, ICING} <= set(shown(panel))
    frame.go(Step.ANSWER)
    assert not panel.isVisible()
    frame.go(Step.LEARN)
    qtbot.waitUntil(lambda: {CAKE, ICING} <= set(shown(panel)))


def test_on_learn_the_lesson_of_like_complaints_is_offered_first(
    qtbot: QtBot, frame: WizardPage, house: House, lesson: int
) -> None:
    for number, plan in ((BREAD, "Throw away what is two days old"), (RUDE, "Greet everybody who comes in")):
        house.lessons.learn(number, {"broke": "Nobody looked", "plan": plan})
    typed(qtbot, frame, house)
    frame.go(Step.LEARN)
    page = frame.page
    assert isinstance(page, LearnPage)
    qtbot.waitUntil(lambda: page.known.shown()[:1] == [lesson])
    assert len(page.known.shown()) == 3


def test_facts_are_looked_for_too(qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House) -> None:
    started(frame, house, Step.OWN)
    box(at_own(frame).facts).setFocus()
    write(TYPED)
    qtbot.waitUntil(lambda: {CAKE, ICING} <= set(shown(panel)), timeout=20_000)


def test_another_complaint_does_not_show_what_was_like_the_one_before(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House
) -> None:
    typed(qtbot, frame, house)
    started(frame, house)
    assert not panel.isVisible()


def test_one_opens_and_there_is_a_way_back(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House, desk: Desk
) -> None:
    number = typed(qtbot, frame, house)
    ways: list[tuple[str, object]] = []
    desk.way_back_offered.connect(lambda words, back: ways.append((words, back)))
    desk.case_requested.connect(frame.open_case)
    desk.step_requested.connect(frame.open_case)
    title = panel.rows[0].title.text()
    opened = panel.rows[0].number
    named(panel, f"Open: {title}").click()
    assert frame.number == opened
    assert house.cases.case(number).words == TYPED
    words, back = ways[-1]
    assert words == f"You were at complaint {number}."
    assert callable(back)
    back()
    assert (frame.number, frame.step) == (number, Step.HEAR)
    assert ways[-1] == ("", None)


def test_it_helped_is_kept_and_taken_back(qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House) -> None:
    number = typed(qtbot, frame, house)
    row = panel.rows[0]
    other = row.number
    assert other is not None
    helped = named(panel, f"It helped: {row.title.text()}")
    helped.setFocus()
    press(Qt.Key.Key_Return)
    assert helped.isChecked()
    verdicts = {one.number: one.verdict for one in house.likeness.like(TYPED, case_id=number).cases}
    assert verdicts[other] is Verdict.HELPED
    press(Qt.Key.Key_Space, text=" ")
    assert not helped.isChecked()
    verdicts = {one.number: one.verdict for one in house.likeness.like(TYPED, case_id=number).cases}
    assert verdicts[other] is None


def test_not_alike_is_offered_to_be_taken_back_and_does_not_come_up_again(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House, desk: Desk
) -> None:
    number = typed(qtbot, frame, house)
    undos: list[tuple[str, object]] = []
    desk.undo_offered.connect(lambda words, undo: undos.append((words, undo)))
    row = panel.rows[0]
    other = row.number
    assert other is not None
    row.not_alike.click()
    assert row.not_alike.isChecked()
    assert row.isVisible()  # nothing jumps under the hand
    assert undos[0][0] == f"“{house.cases.case(other).title}” will not come up here again."
    write(" Everybody saw it.")
    qtbot.waitUntil(lambda: other not in shown(panel))
    qtbot.waitUntil(lambda: desk.asker.is_idle, timeout=10_000)  # nothing else asks again
    undo = undos[0][1]
    assert callable(undo)
    undo()
    assert other in [one.number for one in house.likeness.like(TYPED, case_id=number).cases]
    qtbot.waitUntil(lambda: other in shown(panel))


def test_only_one_of_the_two_can_be_said(qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House) -> None:
    typed(qtbot, frame, house)
    row = panel.rows[0]
    row.helped.click()
    row.not_alike.click()
    assert (row.helped.isChecked(), row.not_alike.isChecked()) == (False, True)


def test_on_own_the_lesson_can_be_taken_and_given_back(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House, desk: Desk, lesson: int
) -> None:
    number = typed(qtbot, frame, house)
    assert not panel.learned.take.isVisible()  # they are still talking
    frame.go(Step.OWN)
    undos: list[object] = []
    desk.undo_offered.connect(lambda _, undo: undos.append(undo))
    named(panel, "It is this lesson: Read the name back letter by letter").click()
    assert house.cases.case(number).lesson_id == lesson
    assert not panel.learned.take.isVisible()
    undo = undos[0]
    assert callable(undo)
    undo()
    assert house.cases.case(number).lesson_id is None
    assert panel.learned.take.isVisible()


def test_the_lesson_says_at_once_that_it_came_back_with_this_one(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House, desk: Desk, lesson: int
) -> None:
    typed(qtbot, frame, house)
    frame.go(Step.OWN)
    undos: list[object] = []
    desk.undo_offered.connect(lambda _, undo: undos.append(undo))
    named(panel, "It is this lesson: Read the name back letter by letter").click()
    qtbot.waitUntil(lambda: "Not holding" in words_of(panel.learned))
    assert "From 3 cases. Came back once since the plan." in words_of(panel.learned)
    undo = undos[0]
    assert callable(undo)
    undo()
    qtbot.waitUntil(lambda: "In use" in words_of(panel.learned))
    assert any(words.endswith("This would be the first slip.") for words in words_of(panel.learned))


def test_the_lesson_opens_with_a_way_back(
    qtbot: QtBot, frame: WizardPage, panel: LikePanel, house: House, desk: Desk, lesson: int
) -> None:
    number = typed(qtbot, frame, house)
    ways: list[str] = []
    desk.way_back_offered.connect(lambda words, _: ways.append(words))
    with qtbot.waitSignal(desk.lesson_requested) as opened:
        panel.learned.open.click()
    assert opened.args == [lesson]
    assert ways == [f"You were at complaint {number}."]


def test_in_a_narrow_window_a_word_beside_the_label_leads_to_it(
    qtbot: QtBot, desk: Desk, house: House, lesson: int
) -> None:
    frame = wizard(qtbot, desk, NARROW, 640)
    panel = frame.shell.side.alike
    typed(qtbot, frame, house)
    link = frame.alike._glance.link
    assert link.isVisible()
    assert link.text().endswith("like this: look")
    assert link.accessibleName().endswith("complaints like this one, and what you learned. Look")
    assert at_hear(frame).words.isAncestorOf(link)
    link.click()
    assert panel.rows[0].open.hasFocus()
    assert not panel.rows[0].visibleRegion().isEmpty()


def test_that_word_keeps_its_room_while_one_types(qtbot: QtBot, desk: Desk, house: House, lesson: int) -> None:
    frame = wizard(qtbot, desk, NARROW, 640)
    typed(qtbot, frame, house)
    glance, wants = frame.alike._glance, at_hear(frame).wants
    qtbot.waitUntil(lambda: glance.isVisible() and wants.y() > at_hear(frame).words.geometry().bottom() > 100)
    room = at_hear(frame).words.editor.y()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Backspace)
    qtbot.waitUntil(glance.isHidden)
    frame.grab()
    assert at_hear(frame).words.editor.y() == room


def test_beside_the_page_no_word_is_needed(qtbot: QtBot, frame: WizardPage, house: House) -> None:
    typed(qtbot, frame, house)
    assert not frame.alike._glance.link.isVisible()
    frame.resize(NARROW, 640)
    qtbot.waitUntil(frame.alike._glance.link.isVisible)
    frame.resize(1072, 800)
    qtbot.waitUntil(lambda: not frame.alike._glance.link.isVisible())
