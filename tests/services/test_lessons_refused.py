"""What is refused of a plan saves nothing, and what was typed is never lost."""

from datetime import timedelta

import pytest

from app.domain.errors import AppError
from app.services.house import House
from tests.services.test_lessons_plans import TODAY, complaint, found, lesson_in_use
from tests.shop import SetClock, everything


def test_words_of_a_new_plan_stay_when_the_old_one_is_taken_up_again(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    before = house.lessons.lesson(lesson)
    ended = house.plans.change_plan(lesson).value
    house.lessons.change(lesson, {"plan": "Something half typed"})
    clock.move(minutes=1)
    house.plans.take_up_again(ended)
    assert house.lessons.lesson(lesson) == before
    (kept,) = house.plans.earlier(lesson)
    assert (kept.plan, kept.agreed, kept.in_use_since) == ("Something half typed", (), None)
    assert (kept.ended_on, kept.slips) == (clock.now, 0)
    assert found(house, "Friday") == {1}
    assert found(house, "typed") == set()
    house.plans.take_up_again(kept.id)
    assert house.lessons.lesson(lesson).plan == "Something half typed"
    assert [plan.plan for plan in house.plans.earlier(lesson)] == ["Pack on Friday"]


def test_a_plan_is_in_use_since_no_day_to_come(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    new = complaint(house)
    before = everything(house.store)
    tomorrow = TODAY + timedelta(days=1)
    for refused in (
        lambda: house.lessons.change(lesson, {"plan": "Another", "in_use_since": tomorrow}),
        lambda: house.lessons.learn(new, {"plan": "Another", "in_use_since": tomorrow.isoformat()}),
        lambda: house.intake.answer(new, {"lesson": {"plan": "Another", "in_use_since": tomorrow.isoformat()}}),
    ):
        with pytest.raises(AppError, match="in_the_future") as error:
            refused()
        assert str(error.value.facts["field"]).removeprefix("lesson.") == "in_use_since"
        assert everything(house.store) == before
    house.lessons.change(lesson, {"in_use_since": TODAY})
    assert house.lessons.lesson(lesson).in_use_since == TODAY
