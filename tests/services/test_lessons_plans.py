"""What becomes of a plan, and the way back from each act: the file is as it was."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.effect import Counts
from app.domain.errors import AppError
from app.domain.lesson import Lesson
from app.domain.query import CaseQuery
from app.domain.terms import LessonState, Stage
from app.services.house import House
from tests.shop import NOW, SetClock, everything

TODAY = NOW.date()


def complaint(house: House, words: str = "Late again", **answers: object) -> int:
    number = house.cases.start(here_or_on_phone=False).value
    house.cases.answer_all(number, {"words": words, **answers})
    return number


def lesson_in_use(house: House, clock: SetClock, broke: str = "Boxes late", plan: str = "Pack on Friday") -> int:
    """Made forty days ago by its first complaint, in use since then."""
    clock.move(days=-40)
    number = complaint(house)
    lesson = house.lessons.learn(number, {"broke": broke, "plan": plan, "owner": "Elif"}).value
    house.lessons.change(lesson, {"agreed": ["Elif"], "in_use_since": clock.now.date(), "by": clock.now.date()})
    clock.move(days=40)
    return lesson


def slip(house: House, lesson: int, words: str = "And again") -> int:
    number = complaint(house, words)
    house.lessons.link(number, lesson)
    return number


def found(house: House, words: str) -> set[int]:
    return set(house.lists.ids(CaseQuery(stage=Stage.ALL, search=words)))


def without_stamps(house: House) -> dict[str, list[tuple[object, ...]]]:
    """All of the file but the moment at which a complaint was last changed, and the counters of what finds it."""
    kept = {name: rows for name, rows in everything(house.store).items() if not name.startswith("like_")}
    kept["cases"] = house.store.read("SELECT id, lesson_id, title, step, deleted_on FROM cases")
    return kept


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Europe/Berlin", "America/New_York"])
def test_a_plan_of_an_earlier_day_is_slipped_from_the_next_day_of_the_shop_on(
    house: House, clock: SetClock, zone: str
) -> None:
    clock.now = NOW.astimezone(ZoneInfo(zone))
    midnight = datetime(2026, 10, 12, tzinfo=ZoneInfo(zone))
    first, before, after = (
        house.cases.start(here_or_on_phone=False, came_in=midnight + timedelta(hours=hours)).value
        for hours in (-72, -1, 1)
    )
    values = {"broke": "Boxes late", "plan": "Pack on Friday", "agreed": ["Elif"], "in_use_since": date(2026, 10, 11)}
    lesson = house.lessons.learn(first, values).value
    house.lessons.link(before, lesson)
    house.lessons.link(after, lesson)
    assert house.lessons.slips_of(lesson) == [after]
    assert house.effects.ask(lesson, 30).counts == Counts(before=2, before_of=2, since=1, since_of=1)


def test_a_changed_plan_is_to_agree_and_the_old_one_is_kept(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    slip(house, lesson)
    done = house.plans.change_plan(lesson, "Pack on Thursday")
    now = house.lessons.lesson(lesson)
    assert (now.plan, now.owner, now.agreed, now.by) == ("Pack on Thursday", "Elif", (), None)
    assert (now.state(TODAY), now.slips, now.cases) == (LessonState.TO_AGREE, 0, 2)
    (old,) = house.plans.earlier(lesson)
    assert (old.plan, old.agreed, old.in_use_since, old.slips) == (
        "Pack on Friday", ("Elif",), TODAY - timedelta(days=40), 1,
    )  # fmt: skip
    assert old.ended_on == clock.now
    assert done.changes.lessons == {lesson}
    assert done.changes.cases == {1, 2}
    assert found(house, "Thursday") == {1, 2}
    assert found(house, "Friday") == set()


def test_a_changed_plan_is_taken_up_again_as_it_was(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    slip(house, lesson)
    house.plans.keep_plan(lesson)
    before = without_stamps(house)
    ended = house.plans.change_plan(lesson).value
    done = house.plans.take_up_again(ended)
    assert without_stamps(house) == before
    assert done.changes.cases == {1, 2}
    assert found(house, "Friday") == {1, 2}
    with pytest.raises(AppError, match="no_such_plan"):
        house.plans.take_up_again(ended)


def test_a_new_plan_is_slipped_only_by_what_comes_after_it(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    slip(house, lesson)
    house.plans.change_plan(lesson, "Pack on Thursday")
    clock.move(days=1)
    house.lessons.change(lesson, {"agreed": ["Elif"], "in_use_since": clock.now.date()})
    assert house.lessons.lesson(lesson).slips == 0
    clock.move(days=1)
    later = slip(house, lesson)
    assert house.lessons.slips_of(lesson) == [later]


def test_too_long_a_plan_changes_nothing(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    before = everything(house.store)
    with pytest.raises(AppError, match="too_long"):
        house.plans.change_plan(lesson, "x" * 200_000)
    assert everything(house.store) == before


def test_who_agrees_puts_a_plan_in_use_and_taking_it_back_is_undone(house: House, clock: SetClock) -> None:
    lesson = house.lessons.learn(complaint(house), {"broke": "Boxes late", "plan": "Pack on Friday"}).value
    house.plans.agree(lesson, ["Elif"])
    clock.move(days=2)
    house.plans.agree(lesson, ["Elif", " Sam "])
    now = house.lessons.lesson(lesson)
    assert (now.agreed, now.in_use_since) == (("Elif", "Sam"), TODAY)
    slip(house, lesson)
    before = without_stamps(house)
    done = house.plans.agree(lesson, [])
    assert house.lessons.lesson(lesson).state(TODAY) is LessonState.TO_AGREE
    assert not house.lessons.is_slip(2)
    assert done.changes.cases == {1, 2}
    house.plans.undo_agree(lesson, done.value)
    assert without_stamps(house) == before


def test_a_plan_that_was_looked_at_is_asked_for_again_with_the_next_slip(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    assert not house.lessons.lesson(lesson).asks
    slip(house, lesson)
    assert house.lessons.lesson(lesson).asks
    clock.move(hours=1)
    before = house.plans.keep_plan(lesson).value
    assert not house.lessons.lesson(lesson).asks
    assert house.lessons.lesson(lesson).state(TODAY) is LessonState.NOT_HOLDING
    house.plans.look_again(lesson, before)
    assert house.lessons.lesson(lesson).asks
    house.plans.keep_plan(lesson)
    clock.move(hours=1)
    slip(house, lesson)
    assert house.lessons.lesson(lesson).asks


def test_a_slip_that_is_known_only_now_was_not_looked_at(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    slip(house, lesson)
    clock.move(hours=1)
    unlinked = complaint(house)
    clock.move(hours=1)
    house.plans.keep_plan(lesson)
    before = without_stamps(house)
    linked = house.lessons.link(unlinked, lesson).value
    assert house.lessons.lesson(lesson).asks
    house.lessons.undo_link(linked)
    assert not house.lessons.lesson(lesson).asks
    assert without_stamps(house) == before


def test_a_retired_plan_has_no_slips_any_more(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    first = slip(house, lesson)
    clock.move(hours=1)
    house.plans.retire(lesson)
    clock.move(days=3)
    after = slip(house, lesson)
    now = house.lessons.lesson(lesson)
    assert (now.state(TODAY), now.slips, now.asks) == (LessonState.RETIRED, 1, False)
    assert house.lessons.is_slip(first)
    assert not house.lessons.is_slip(after)
    when = house.plans.unretire(lesson).value
    assert house.lessons.lesson(lesson).slips == 2
    house.plans.retire(lesson, when)
    assert house.lessons.lesson(lesson) == now


def test_two_lessons_become_one(house: House, clock: SetClock) -> None:
    known = lesson_in_use(house, clock)
    double = lesson_in_use(house, clock, "Cakes late", "A list on the wall")
    in_trash = slip(house, double)
    house.closing.delete(in_trash)
    house.plans.change_plan(double, "A bigger list")
    done = house.plans.merge(double, known)
    assert [lesson.id for lesson in house.lessons.all()] == [known]
    assert house.lessons.cases_of(known) == [2, 1]
    assert {plan.plan for plan in house.plans.earlier(known)} == {"A list on the wall", "A bigger list"}
    assert [entry.facts for entry in house.cases.timeline(2) if entry.code == "lesson"] == [{"lesson": known}]
    assert found(house, "Friday") == {1, 2}
    assert found(house, "wall") == set()
    assert done.changes.lessons == {known, double}
    assert done.changes.cases == {1, 2}
    house.closing.restore(in_trash)
    assert house.lessons.cases_of(known) == [in_trash, 2, 1]


def test_merged_lessons_become_two_again(house: House, clock: SetClock) -> None:
    known = lesson_in_use(house, clock)
    double = lesson_in_use(house, clock, "Cakes late", "A list on the wall")
    clock.move(days=1)
    house.effects.answer(double, 30, holds=True)
    house.plans.change_plan(double, "A bigger list")
    before = without_stamps(house)
    merged = house.plans.merge(double, known).value
    house.plans.unmerge(merged)
    assert without_stamps(house) == before


def test_a_lesson_without_a_plan_takes_that_of_the_other(house: House, clock: SetClock) -> None:
    planned = lesson_in_use(house, clock)
    bare = house.lessons.learn(complaint(house), {"broke": "Boxes are late"}).value
    before = without_stamps(house)
    merged = house.plans.merge(planned, bare).value
    now = house.lessons.lesson(bare)
    assert (now.broke, now.plan, now.agreed) == ("Boxes are late", "Pack on Friday", ("Elif",))
    assert house.lessons.slips_of(bare) == [2]
    assert house.plans.earlier(bare) == []
    house.plans.unmerge(merged)
    assert without_stamps(house) == before


def test_a_plan_that_was_judged_is_so_in_the_lesson_that_takes_it(house: House, clock: SetClock) -> None:
    planned = lesson_in_use(house, clock)
    house.effects.answer(planned, 30, holds=True)
    bare = house.lessons.learn(complaint(house), {"broke": "Boxes are late"}).value
    house.plans.merge(planned, bare)
    assert house.effects.ask(bare).days == 90
    (check,) = house.effects.of(bare)
    assert (check.days, check.holds) == (30, True)


def test_a_check_of_another_plan_answers_nothing_of_this_one(house: House, clock: SetClock) -> None:
    clock.move(days=-40)
    both = []
    for broke in ("Boxes late", "Cakes late"):
        lesson = house.lessons.learn(complaint(house), {"broke": broke, "plan": "Pack on Friday"}).value
        house.plans.agree(lesson, ["Elif"])
        both.append(lesson)
    clock.move(days=40)
    house.effects.answer(both[1], 30, holds=True)
    house.plans.merge(both[1], both[0])
    assert house.effects.ask(both[0]).days == 30


def test_a_merged_lesson_is_there_no_more(house: House, clock: SetClock) -> None:
    known, double, third = (house.lessons.learn(complaint(house), {"broke": x}).value for x in ("Late", "Slow", "Lost"))
    house.plans.merge(double, known)
    for act in (
        lambda: house.lessons.link(complaint(house), double),
        lambda: house.plans.merge(third, double),
        lambda: house.plans.merge(double, third),
        lambda: house.lessons.change(double, {"broke": "Very slow"}),
        lambda: house.plans.agree(double, ["Elif"]),
    ):
        with pytest.raises(AppError, match="no_such_lesson"):
            act()


def test_a_plan_that_nobody_agreed_to_yet_is_not_given_up_for_that_of_the_other(house: House, clock: SetClock) -> None:
    known = house.lessons.learn(complaint(house), {"broke": "Boxes late", "plan": "Pack on Thursday"}).value
    house.plans.merge(lesson_in_use(house, clock), known)
    assert (house.lessons.lesson(known).plan, house.lessons.lesson(known).in_use_since) == ("Pack on Thursday", None)
    assert [plan.plan for plan in house.plans.earlier(known)] == ["Pack on Friday"]


def test_a_lesson_is_not_merged_into_itself(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    with pytest.raises(AppError, match="lesson_into_itself"):
        house.plans.merge(lesson, lesson)
    with pytest.raises(AppError, match="no_such_lesson"):
        house.plans.merge(lesson, 7)


def test_a_link_is_a_slip_at_once_and_none_once_it_is_undone(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    first = house.lessons.cases_of(lesson)[0]
    number = complaint(house)
    before = without_stamps(house)
    done = house.lessons.link(number, lesson)
    came_back = house.lessons.slip_of(number)
    assert came_back is not None
    assert (came_back.id, came_back.slips) == (lesson, 1)
    assert (house.lessons.is_slip(number), house.lessons.is_slip(first)) == (True, False)
    assert done.changes.lessons == {lesson}
    house.lessons.undo_link(done.value)
    assert house.lessons.slip_of(number) is None
    assert without_stamps(house) == before


def test_unlinking_is_undone_with_its_line_in_the_story(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    number = slip(house, lesson)
    clock.move(days=2)
    before = without_stamps(house)
    linked = house.lessons.link(number, None).value
    assert "lesson" not in [entry.code for entry in house.cases.timeline(number)]
    clock.move(minutes=1)
    house.lessons.undo_link(linked)
    assert without_stamps(house) == before


def test_a_lesson_without_words_that_nothing_leads_to_is_not_listed(house: House, clock: SetClock) -> None:
    known = lesson_in_use(house, clock)
    number = complaint(house)
    house.lessons.learn(number, {"cause": "timing"})
    linked = house.lessons.link(number, known).value
    assert [lesson.id for lesson in house.lessons.all()] == [known]
    house.lessons.undo_link(linked)
    assert len(house.lessons.all()) == 2


def test_supplier_is_named_where_the_cases_name_one(house: House) -> None:
    def learned() -> Lesson:
        (listed,) = house.lessons.all()
        assert house.lessons.lesson(listed.id) == listed
        return listed

    first = complaint(house, supplier="Northside Doughs")
    lesson = house.lessons.learn(first, {"broke": "Stale dough"}).value
    assert learned().supplier == "Northside Doughs"
    slip(house, lesson)
    third = complaint(house, supplier="northside  doughs")
    house.lessons.link(third, lesson)
    assert learned().supplier.lower() == "northside doughs"
    house.cases.answer(third, "supplier", "Someone else")
    assert learned().supplier == ""


def test_words_of_a_lesson_find_all_its_complaints(house: House) -> None:
    first = complaint(house)
    lesson = house.lessons.learn(first, {"broke": "Boxes late"}).value
    second = slip(house, lesson)
    done = house.lessons.learn(second, {"broke": "Ribbons late"})
    assert found(house, "Ribbons") == {first, second}
    assert found(house, "Boxes") == set()
    assert done.changes.cases == {first, second}


def test_an_emptied_lesson_stays_while_something_hangs_on_it(house: House) -> None:
    first, second = complaint(house), complaint(house)
    merged = house.plans.merge(
        house.lessons.learn(first, {"broke": "Cakes late"}).value,
        lesson := house.lessons.learn(second, {"broke": "Boxes late"}).value,
    ).value
    house.lessons.link(first, None)
    house.lessons.learn(second, {"broke": ""})
    assert house.lessons.lesson(lesson).cases == 1
    house.plans.unmerge(merged)
    planned = house.lessons.learn(third := complaint(house), {"plan": "Pack on Friday"}).value
    ended = house.plans.change_plan(planned).value
    house.lessons.learn(third, {"plan": ""})
    house.plans.take_up_again(ended)
    assert house.lessons.lesson(planned).plan == "Pack on Friday"


def test_people_are_those_who_agree_and_own(house: House) -> None:
    assert house.lessons.people() == []
    for agreed in (["Elif", "Sam"], ["Elif"], []):
        house.lessons.learn(complaint(house), {"broke": "x", "agreed": agreed, "owner": "Noor"})
    assert house.lessons.people() == ["Noor", "Elif", "Sam"]


def test_on_trial_until_its_day(house: House, clock: SetClock) -> None:
    lesson = lesson_in_use(house, clock)
    house.lessons.change(lesson, {"by": date(2026, 12, 1)})
    assert house.lessons.lesson(lesson).state(TODAY) is LessonState.ON_TRIAL
    assert house.lessons.lesson(lesson).state(date(2026, 12, 1)) is LessonState.HOLDING
