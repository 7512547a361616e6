"""The lesson: one that is known, a new one, or a reason why there is none."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.lesson import Lesson
from app.domain.terms import Step
from tests.ui.conftest import SetClock
from tests.ui.wizard.pages.walk import Walk

BROKE, PLAN = "Where did our way of working break?", "The plan, so that it does not break again"
NONE = "Nothing to learn, because"


def lesson_of(walk: Walk) -> Lesson:
    assert walk.case.lesson_id is not None
    return walk.house.lessons.lesson(walk.case.lesson_id)


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
    assert walk.sees("In use. From 1 case. In use since Nov 18, 3 days without a slip.")
    walk.press("It is this one")
    assert walk.case.lesson_id == known
    assert walk.sees("It belongs to a lesson that you know: Read the name back")
    assert walk.sees("Not holding. From 2 cases.")
    assert not walk.sees("A new lesson")
    walk.take_back()
    assert walk.case.lesson_id is None
    assert walk.sees("A new lesson")


def test_linked_lesson_is_opened_or_let_go(walk: Walk, known: int) -> None:
    opened: list[object] = []
    walk.desk.lesson_requested.connect(opened.append)
    walk.open(Step.LEARN).press("It is this one").press("Open the lesson")
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


def test_typing_goes_on_while_it_is_saved(walk: Walk) -> None:
    walk.open(Step.LEARN).type("Who agreed to it", "Sam, ").save()
    walk.type("Who agreed to it", "Ada").save()
    assert lesson_of(walk).agreed == ("Sam", "Ada")
