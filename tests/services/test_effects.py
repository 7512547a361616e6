"""Plans come due by themselves, are judged with counts prepared from the complaints, and all of it can be undone."""

from datetime import date, timedelta

import pytest

from app.domain.due import LessonReminder
from app.domain.effect import Counts
from app.domain.errors import AppError
from app.domain.terms import DueKind, LessonState
from app.services.house import House
from tests.shop import SetClock

PLAN = {"broke": "Pick-up orders run late", "plan": "Start the boxes on Friday", "cause": "timing"}


def complaint(house: House, who: str = "", *, ago: timedelta = timedelta(hours=1), lesson: int | None = None) -> int:
    number = house.cases.start(here_or_on_phone=False, came_in=house.clock() - ago).value
    house.cases.answer_all(number, {"words": "The boxes were late.", "channel": "phone"})
    if who:
        house.cases.set_customer(number, {"name": who})
    if lesson is not None:
        house.lessons.link(number, lesson)
    return number


def learned(house: House, *, agreed: bool = True, **values: object) -> int:
    """A lesson from a complaint of an hour ago; its plan is in use from now on."""
    known = PLAN | ({"agreed": ["Elif"], "in_use_since": house.clock().date()} if agreed else {}) | values
    return house.lessons.learn(complaint(house, "Dana"), known).value


def plans(house: House) -> list[tuple[str, date, int]]:
    return [
        (one.kind.value, one.due.date(), one.lesson.lesson_id)
        for one in house.follow_ups.due()
        if isinstance(one, LessonReminder)
    ]


def test_a_plan_that_nobody_agreed_to_is_due_the_next_day_or_on_its_own(house: House, clock: SetClock) -> None:
    today = clock.now.date()
    lesson = learned(house, agreed=False)
    assert plans(house) == [("lesson", today + timedelta(days=1), lesson)]
    house.lessons.change(lesson, {"by": today + timedelta(days=5)})
    assert plans(house) == [("lesson", today + timedelta(days=5), lesson)]
    house.lessons.change(lesson, {"agreed": ["Elif"], "in_use_since": today})
    assert plans(house) == [("effect-check", today + timedelta(days=30), lesson)]
    house.lessons.change(lesson, {"agreed": [], "in_use_since": None})
    assert plans(house) == [("lesson", today + timedelta(days=5), lesson)]


def test_a_slip_is_due_at_once_names_its_case_and_goes_when_somebody_looked(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    clock.move(days=5)
    complaint(house, "Nora", lesson=lesson)
    newest = complaint(house, "Marcus", ago=timedelta(minutes=5), lesson=lesson)
    reminder = next(one for one in house.follow_ups.due() if one.kind is DueKind.LESSON)
    assert isinstance(reminder, LessonReminder)
    assert reminder.due.date() == clock.now.date()
    assert (reminder.lesson.slip_case, reminder.lesson.slip_customer, reminder.lesson.slips) == (newest, "Marcus", 2)
    assert reminder.lesson.slip_title
    clock.move(minutes=1)
    house.plans.keep_plan(lesson)
    assert [kind for kind, _, _ in plans(house)] == ["effect-check"]
    clock.move(days=2)
    complaint(house, "Ida", lesson=lesson)
    assert ("lesson", clock.now.date(), lesson) in plans(house)


def test_a_complaint_from_before_the_plan_or_in_the_trash_is_no_slip(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    clock.move(days=5)
    complaint(house, ago=timedelta(days=6), lesson=lesson)
    slip = complaint(house, lesson=lesson)
    assert [kind for kind, _, _ in plans(house)] == ["lesson", "effect-check"]
    house.closing.delete(slip)
    assert [kind for kind, _, _ in plans(house)] == ["effect-check"]


def test_another_plan_is_to_agree_from_the_day_on_which_the_first_was_given_up(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    clock.move(days=60)
    house.plans.change_plan(lesson, "A second oven on Saturdays")
    today = clock.now.date()
    assert plans(house) == [("lesson", today + timedelta(days=1), lesson)], "not two months late"
    house.lessons.change(lesson, {"agreed": ["Elif"], "in_use_since": today})
    assert plans(house) == [("effect-check", today + timedelta(days=30), lesson)]


def test_what_is_retired_or_merged_waits_for_nothing(house: House, clock: SetClock) -> None:
    first, second = learned(house), learned(house, broke="Late boxes")
    clock.move(days=5)
    house.plans.merge(first, second)
    assert {lesson for _, _, lesson in plans(house)} == {second}
    house.plans.retire(second)
    assert plans(house) == []


def test_put_off_and_its_undo(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    clock.move(days=31)
    before = plans(house)
    done = house.follow_ups.put_off_lesson(lesson, DueKind.EFFECT_CHECK, clock.now + timedelta(days=7), " quiet month ")
    assert done.changes.lessons == {lesson}
    reminder = next(one for one in house.follow_ups.due() if one.kind is DueKind.EFFECT_CHECK)
    assert (reminder.due, reminder.put_off_because) == (clock.now + timedelta(days=7), "quiet month")
    house.follow_ups.undo_put_off_lesson(done.value)
    assert plans(house) == before
    with pytest.raises(AppError, match="put_off_to_the_past"):
        house.follow_ups.put_off_lesson(lesson, DueKind.EFFECT_CHECK, clock.now)
    with pytest.raises(AppError, match="no_such_lesson"):
        house.follow_ups.put_off_lesson(99, DueKind.EFFECT_CHECK, clock.now + timedelta(days=1))


def test_the_answer_is_prepared_from_the_complaints(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    for days in (3, 10, 29, 31):  # the last one is out of the thirty days
        complaint(house, ago=timedelta(days=days), lesson=lesson)
        complaint(house, ago=timedelta(days=days))
    clock.move(days=20)
    complaint(house, lesson=lesson)
    complaint(house)
    complaint(house)
    clock.move(days=15)
    complaint(house, lesson=lesson)  # on the 35th day
    asked = house.effects.ask(lesson)
    assert (asked.days, asked.plan) == (30, "Start the boxes on Friday")
    assert asked.counts == Counts(before=4, before_of=7, since=1, since_of=3)
    assert asked.later == 1


def test_an_answer_ends_the_asking_keeps_its_counts_and_can_be_taken_back(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    clock.move(days=30)
    due = plans(house)
    done = house.effects.answer(lesson, 30, holds=True, words=" since the new list ")
    assert done.changes.lessons == {lesson}
    assert plans(house) == [("effect-check", clock.now.date() + timedelta(days=60), lesson)]
    complaint(house, ago=timedelta(days=2), lesson=lesson)
    (check,) = house.effects.of(lesson)
    assert (check.days, check.holds, check.words) == (30, True, "since the new list")
    assert check.counts == Counts(1, 1, 0, 0), "as it was on that day"
    assert house.effects.take_back(done.value).changes.lessons == {lesson}
    assert due[0] in plans(house)
    assert house.effects.of(lesson) == []


def test_ninety_one_days_go_by(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    agreed = clock.now.date()
    clock.move(days=91)
    assert plans(house) == [("effect-check", agreed + timedelta(days=30), lesson)]
    assert house.effects.ask(lesson).days == 90
    house.effects.answer(lesson, 30, holds=True)
    assert plans(house) == [("effect-check", agreed + timedelta(days=90), lesson)]
    house.effects.answer(lesson, 90, holds=False)
    assert plans(house) == []
    assert [check.days for check in house.effects.of(lesson)] == [90, 30]


def test_one_answer_for_a_season_is_enough(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    clock.move(days=91)
    house.effects.answer(lesson, 90, holds=True)
    assert plans(house) == []


def test_the_check_of_another_plan_is_asked_anew_and_the_old_answer_stays(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    clock.move(days=30)
    house.effects.answer(lesson, 30, holds=False)
    house.plans.change_plan(lesson, "A second oven")
    house.lessons.change(lesson, {"agreed": ["Elif"], "in_use_since": clock.now.date()})
    assert plans(house) == [("effect-check", clock.now.date() + timedelta(days=30), lesson)]
    assert len(house.effects.of(lesson)) == 1


def test_a_plan_that_is_said_not_to_hold_does_not_until_the_word_is_taken_back(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    clock.move(days=30)
    before = house.lessons.lesson(lesson)
    assert before.state(clock.now.date()) is LessonState.HOLDING
    check = house.effects.answer(lesson, 30, holds=False).value
    said = house.lessons.lesson(lesson)
    assert (said.state(clock.now.date()), said.asks, said.slips) == (LessonState.NOT_HOLDING, True, 0)
    assert (said.said_to_hold, said.said_on) == (False, clock.now)
    assert house.lessons.all() == [said]
    clock.move(hours=1)
    house.plans.keep_plan(lesson)
    kept = house.lessons.lesson(lesson)
    assert (kept.state(clock.now.date()), kept.asks) == (LessonState.NOT_HOLDING, False)
    house.plans.look_again(lesson, None)
    house.effects.take_back(check)
    assert house.lessons.lesson(lesson) == before


def test_a_later_answer_counts_and_no_answer_undoes_a_slip(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    clock.move(days=30)
    house.effects.answer(lesson, 30, holds=False)
    clock.move(days=60)
    house.effects.answer(lesson, 90, holds=True)
    now = house.lessons.lesson(lesson)
    assert (now.state(clock.now.date()), now.asks) == (LessonState.HOLDING, False)
    complaint(house, lesson=lesson)
    house.effects.answer(lesson, 90, holds=True)
    slipped = house.lessons.lesson(lesson)
    assert (slipped.state(clock.now.date()), slipped.asks) == (LessonState.NOT_HOLDING, True)


def test_an_answer_says_nothing_of_the_plan_that_follows(house: House, clock: SetClock) -> None:
    lesson = learned(house)
    clock.move(hours=1)
    house.effects.answer(lesson, 30, holds=False)
    house.plans.change_plan(lesson, "A second oven")
    assert house.lessons.lesson(lesson).state(clock.now.date()) is LessonState.TO_AGREE
    clock.move(hours=1)
    house.plans.agree(lesson, ["Elif"])  # on the same day
    now = house.lessons.lesson(lesson)
    assert (now.state(clock.now.date()), now.said_to_hold, now.asks) == (LessonState.IN_USE, None, False)


@pytest.mark.parametrize(
    ("days", "words", "code"), [(30, "x" * 200_000, "too_long"), (31, "", "unknown_choice"), (0, "", "unknown_choice")]
)
def test_what_cannot_be_noted_is_refused(house: House, days: int, words: str, code: str) -> None:
    lesson = learned(house)
    with pytest.raises(AppError, match=code):
        house.effects.answer(lesson, days, True, words)
    assert house.effects.of(lesson) == []


def test_only_a_plan_in_use_is_judged(house: House) -> None:
    for lesson in (learned(house, agreed=False), 99):
        with pytest.raises(AppError, match="plan_not_in_use"):
            house.effects.ask(lesson)


@pytest.mark.parametrize("name", ["by", "in_use_since"])
def test_a_slip_of_the_finger_does_not_stop_today(house: House, name: str) -> None:
    with pytest.raises(AppError, match="date_unreadable"):
        house.lessons.learn(complaint(house), PLAN | {name: "9999-12-31"})
    assert plans(house) == []
