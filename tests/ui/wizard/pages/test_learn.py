"""The lesson: one that is known, a new one, or a reason why there is none."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.lesson import Lesson
from app.domain.terms import Step
from app.ui.widgets.chip import Chip
from app.ui.widgets.pick_dialog import PickDialog
from app.ui.wizard.pages.learn import LearnPage
from tests.ui.conftest import SetClock
from tests.ui.wizard.pages.walk import Walk

BROKE, PLAN = "Where did our way of working break?", "The plan, so that it does not break again"
NONE = "Nothing to learn, because"


def lesson_of(walk: Walk) -> Lesson:
    assert walk.case.lesson_id is not None
    return walk.house.lessons.lesson(walk.case.lesson_id)


def has_field(walk: Walk, name: str) -> bool:
    return any(one.accessibleName() == name for one in walk.shown(QPlainTextEdit))


@pytest.fixture
def known(walk: Walk, clock: SetClock) -> int:
    """A lesson of an earlier complaint, in use for three days."""
    clock.move(days=-3)
    other = walk.house.cases.start(here_or_on_phone=True).value
    lesson = walk.house.lessons.learn(other, {"plan": "Read the name back"}).value
    walk.house.lessons.change(lesson, {"agreed": ["Sam"], "in_use_since": clock.now.date()})
    clock.move(days=3)
    return lesson


def test_new_lesson_is_saved_as_typed(walk: Walk, qtbot: QtBot) -> None:
    walk.open(Step.LEARN).type(BROKE, "Names by ear")
    qtbot.waitUntil(lambda: walk.case.lesson_id is not None, timeout=1000)
    walk.type(PLAN, "Spell it back").press("How we said it").type("Who owns it", "Rosa")
    walk.type("By when", "12/1/2026").leave("By when").type("Who agreed to it", "Sam, Ada").save()
    lesson = lesson_of(walk)
    assert (lesson.broke, lesson.plan, lesson.cause, lesson.owner) == (
        "Names by ear",
        "Spell it back",
        "wording",
        "Rosa",
    )
    assert (lesson.by, lesson.agreed) == (date(2026, 12, 1), ("Sam", "Ada"))
    assert lesson.in_use_since == date(2026, 11, 21)
    walk.type("Who agreed to it", "", over=True).save()
    assert lesson_of(walk).in_use_since is None


def test_lesson_comes_back_as_it_was(walk: Walk) -> None:
    walk.house.lessons.learn(walk.number, {"broke": "Names by ear", "agreed": ["Sam"], "by": date(2026, 12, 1)})
    walk.open(Step.LEARN)
    assert (walk.text(BROKE), walk.text("Who agreed to it"), walk.text("By when")) == (
        "Names by ear",
        "Sam",
        "12/1/2026",
    )


def test_words_that_are_no_day_stay(walk: Walk) -> None:
    walk.open(Step.LEARN).type("By when", "soon").leave("By when")
    assert walk.sees("That is no day that can be read.")
    walk.press("Stock")
    assert walk.text("By when") == "soon"
    assert lesson_of(walk).by is None


def test_known_lesson_is_one_click_away(walk: Walk, known: int) -> None:
    walk.open(Step.LEARN)
    assert walk.sees("Has it happened before?")
    assert walk.sees("From 1 case. In use since Nov 18, 3 days without a slip.")
    assert "In use" in [chip.text() for chip in walk.shown(Chip)]
    walk.press("It is this one")
    assert walk.case.lesson_id == known
    assert not walk.sees("A new lesson")
    assert walk.take_back().startswith("This complaint belongs to that lesson now.")
    assert walk.case.lesson_id is None
    assert walk.sees("A new lesson")


def test_what_came_back_is_said_at_once(walk: Walk, known: int) -> None:
    opened: list[object] = []
    walk.desk.lesson_requested.connect(opened.append)
    walk.open(Step.LEARN).press("It is this one")
    assert walk.sees(
        "This came back: The plan “Read the name back” is in use since Nov 18. It is the first time since then."
    )
    walk.press("Change the plan")
    assert opened == [known]
    walk.take_back()
    assert not walk.sees("This came back")
    assert not walk.house.lessons.is_slip(walk.number)


def test_linked_lesson_is_opened_or_let_go(walk: Walk) -> None:
    other = walk.house.cases.start(here_or_on_phone=True).value
    known = walk.house.lessons.learn(other, {"plan": "Read the name back"}).value
    opened: list[object] = []
    walk.desk.lesson_requested.connect(opened.append)
    walk.open(Step.LEARN).press("It is this one")
    assert walk.sees("It belongs to a lesson that you know: Read the name back")
    assert walk.sees("To agree. From 2 cases.")
    walk.press("Open the lesson")
    assert opened == [known]
    walk.press("It is another one")
    assert walk.case.lesson_id is None
    walk.take_back()
    assert walk.case.lesson_id == known


def test_nothing_to_learn_lets_go_of_the_lesson(walk: Walk, known: int) -> None:
    walk.open(Step.LEARN).press("It is this one").type(NONE, "It was the storm").save()
    assert (walk.case.lesson_id, walk.case.nothing_because) == (None, "It was the storm")
    walk.take_back()
    assert (walk.case.lesson_id, walk.case.nothing_because) == (known, "")


def test_lesson_takes_the_place_of_the_reason(walk: Walk, known: int) -> None:
    walk.know(nothing_because="It was the storm").open(Step.LEARN).press("It is this one")
    assert (walk.case.lesson_id, walk.case.nothing_because) == (known, "")
    walk.take_back()
    assert (walk.case.lesson_id, walk.case.nothing_because) == (None, "It was the storm")
    walk.type(PLAN, "A tent").save()
    assert walk.case.nothing_because == ""
    assert lesson_of(walk).plan == "A tent"
    walk.take_back()
    assert walk.case.nothing_because == "It was the storm"


def test_more_lessons_are_a_click_away(walk: Walk) -> None:
    for at in range(5):
        other = walk.house.cases.start(here_or_on_phone=True).value
        walk.house.lessons.learn(other, {"plan": f"Plan {at}"})
    walk.open(Step.LEARN)
    assert sum(walk.sees(f"Plan {at}") for at in range(5)) == 3
    walk.press("Show all 5 lessons")
    assert all(walk.sees(f"Plan {at}") for at in range(5))
    assert not walk.has_button("Show all 5 lessons")


def test_many_lessons_are_looked_through(walk: Walk) -> None:
    for at in range(14):
        other = walk.house.cases.start(here_or_on_phone=True).value
        walk.house.lessons.learn(other, {"broke": f"Place {at}", "plan": "Fridge" if at == 2 else "x"})
    (wanted,) = (lesson.id for lesson in walk.house.lessons.all() if lesson.plan == "Fridge")
    walk.open(Step.LEARN).press("Look through all 14 lessons")
    dialog = walk.page.findChild(PickDialog)
    assert dialog is not None
    assert len(dialog.rows.entries()) == 14
    QTest.keyClicks(dialog.words, "fridge")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert walk.case.lesson_id == wanted


def test_likest_lessons_come_first(walk: Walk, clock: SetClock) -> None:
    lessons = []
    for at in range(5):
        other = walk.house.cases.start(here_or_on_phone=True).value
        lessons.append(walk.house.lessons.learn(other, {"plan": f"Plan {at}"}).value)
    walk.house.lessons.change(lessons[1], {"agreed": ["Sam"], "in_use_since": clock.now.date()})
    walk.house.plans.retire(lessons[4])
    page = walk.open(Step.LEARN).page
    assert isinstance(page, LearnPage)
    assert page.known.shown() == [lessons[1], lessons[3], lessons[2]]
    page.known.rank([lessons[0], lessons[4], 4711])
    assert page.known.shown() == [lessons[0], lessons[4], lessons[1]]
    walk.press("It is this one")
    assert walk.case.lesson_id == lessons[0]


def test_rows_do_not_move_under_the_hand(walk: Walk) -> None:
    lessons = []
    for at in range(3):
        other = walk.house.cases.start(here_or_on_phone=True).value
        lessons.append(walk.house.lessons.learn(other, {"plan": f"Plan {at}"}).value)
    page = walk.open(Step.LEARN).page
    assert isinstance(page, LearnPage)
    walk.wizard.window().activateWindow()
    walk.shown_named("It is this one")[2].setFocus()
    page.known.rank([lessons[0]])
    assert page.known.shown() == lessons[::-1]


def test_a_lesson_of_its_own_goes_along_with_the_known_one(walk: Walk, known: int) -> None:
    walk.open(Step.LEARN).type(BROKE, "Names by ear").save()
    own = walk.case.lesson_id
    assert walk.sees("Has it happened before?")
    walk.press("It is this one")
    assert walk.case.lesson_id == known
    assert [lesson.id for lesson in walk.house.lessons.all()] == [known]
    walk.take_back()
    assert walk.case.lesson_id == own
    assert walk.text(BROKE) == "Names by ear"


def test_why_is_asked_five_times_and_the_last_is_where_it_broke(walk: Walk) -> None:
    walk.open(Step.LEARN).type(BROKE, "Late")
    assert not has_field(walk, "1. Why did it happen?")
    walk.press("Ask why five times").type("1. Why did it happen?", "Packed too late")
    walk.type("2. And why was that?", "Nobody is down for it").save()
    assert has_field(walk, "3. And why was that?")
    assert not has_field(walk, "4. And why was that?")
    assert lesson_of(walk).whys == ("Packed too late", "Nobody is down for it")
    walk.press("Use as where it broke")
    assert walk.text(BROKE) == lesson_of(walk).broke == "Nobody is down for it"
    walk.take_back()
    assert walk.text(BROKE) == lesson_of(walk).broke == "Late"
    walk.press("Ask why five times")
    assert walk.has_button("Ask why five times (2 answered)")


def test_cause_has_room_for_own_words(walk: Walk) -> None:
    walk.open(Step.LEARN).press("Stock")
    walk.type("The cause in your own words", "Flour ran out").save()
    assert (lesson_of(walk).cause, lesson_of(walk).cause_words) == ("stock", "Flour ran out")


def test_typing_goes_on_while_it_is_saved(walk: Walk) -> None:
    walk.open(Step.LEARN).type("Who agreed to it", "Sam, ").save()
    walk.type("Who agreed to it", "Ada").save()
    assert lesson_of(walk).agreed == ("Sam", "Ada")


def _in_sight(walk: Walk, part: QWidget) -> bool:
    room = walk.wizard.shell.middle.viewport()
    return room.rect().contains(QRect(part.mapTo(room, QPoint()), part.size()))


@pytest.mark.parametrize(("width", "height"), [(1072, 760), (816, 600)])
def test_what_has_the_focus_is_in_sight_in_a_low_window(
    walk: Walk, qtbot: QtBot, clock: SetClock, width: int, height: int
) -> None:
    for at in range(3):
        other = walk.house.cases.start(here_or_on_phone=True).value
        walk.house.lessons.learn(other, {"broke": f"Place {at} " * 20, "plan": f"Plan {at} " * 20})
    walk.wizard.resize(width, height)
    walk.open(Step.LEARN)
    page = walk.page
    assert isinstance(page, LearnPage)
    field = page._form.field("broke")
    qtbot.waitUntil(field.editor.hasFocus)
    qtbot.waitUntil(lambda: _in_sight(walk, field))


def test_the_likest_lesson_has_the_focus(walk: Walk, qtbot: QtBot, known: int) -> None:
    page = walk.open(Step.LEARN).page
    assert isinstance(page, LearnPage)
    qtbot.waitUntil(lambda: walk.desk.asker.is_idle)
    page.rank_lessons([known])
    page.focus_first()
    qtbot.waitUntil(lambda: walk.wizard.focusWidget() in walk.shown_named("It is this one"))


@pytest.mark.parametrize(("others", "act"), [(1, "Open the lesson"), (0, "Change the plan")])
def test_a_key_after_taking_a_lesson_does_not_let_it_go(
    walk: Walk, qtbot: QtBot, request: pytest.FixtureRequest, others: int, act: str
) -> None:
    if others:
        other = walk.house.cases.start(here_or_on_phone=True).value
        walk.house.lessons.learn(other, {"plan": "Read the name back"})
    else:
        request.getfixturevalue("known")
    walk.open(Step.LEARN).press_key("It is this one")
    linked = walk.case.lesson_id
    assert linked is not None
    qtbot.waitUntil(lambda: walk.wizard.focusWidget() in walk.shown_named(act))
    focused = walk.wizard.focusWidget()
    assert focused is not None
    qtbot.waitUntil(lambda: _in_sight(walk, focused))
    QTest.keyClicks(focused, "x")
    walk.save()
    assert walk.case.lesson_id == linked
    walk.take_back()
    qtbot.waitUntil(lambda: walk.wizard.focusWidget() in (walk.editor(BROKE), *walk.shown_named("It is this one")))


def test_an_undo_takes_back_the_words_that_let_the_lesson_go(walk: Walk, known: int) -> None:
    walk.open(Step.LEARN).press("It is this one").type(NONE, "x").save()
    assert walk.case.lesson_id is None
    walk.take_back()  # with the caret still in the field
    assert walk.text(NONE) == ""
    walk.type(NONE, "").save()
    assert walk.case.lesson_id == known


def test_nobody_owns_it_before_a_name_is_written(walk: Walk) -> None:
    line = walk.open(Step.LEARN).editor("Who owns it")
    assert (line.placeholderText(), walk.text("Who owns it")) == ("", "")
