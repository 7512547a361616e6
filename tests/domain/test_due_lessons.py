"""What plans wait for: to be agreed, to be looked at once they came back, to be judged after a month and a season."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.due import CaseReminder, LessonDates, LessonPutOff, LessonReminder, due, of_lessons, people_first
from app.domain.lesson import EFFECT_CHECK_DAYS
from app.domain.shop import FIRST_ANSWER_HOURS
from app.domain.terms import DueKind
from tests.domain.test_due import BERLIN, MOMENTS, NOTHING, evening

WRITTEN = datetime(2026, 9, 7, 16, tzinfo=BERLIN)
AGREED = date(2026, 9, 10)
SLIP = datetime(2026, 10, 1, 8, tzinfo=BERLIN)
NOTED = LessonDates(
    lesson_id=1,
    broke="Pick-up orders run late",
    plan="Start the boxes on Friday",
    owner="Elif",
    by=None,
    plan_since=WRITTEN,
    in_use_since=None,
    checked_days=0,
    slips=0,
    first_slip=None,
    last_slip=None,
    slip_case=None,
    slip_customer="",
    slip_title="",
)
IN_USE = {"in_use_since": AGREED}
SLIPPED = IN_USE | {"slips": 1, "first_slip": SLIP, "last_slip": SLIP, "slip_case": 9}
CHECK, LESSON = DueKind.EFFECT_CHECK, DueKind.LESSON


def of(*put_off: LessonPutOff, **known: Any) -> list[LessonReminder]:
    return of_lessons([NOTED._replace(**known)], put_off, zone=BERLIN)


def told(*put_off: LessonPutOff, **known: Any) -> dict[str, datetime]:
    return {one.kind.value: one.due for one in of(*put_off, **known)}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, {"lesson": evening(2026, 9, 8)}),  # no day given: the day after it was written down
        ({"by": date(2026, 9, 20)}, {"lesson": evening(2026, 9, 20)}),
        ({"by": date(2026, 9, 1)}, {"lesson": evening(2026, 9, 1)}),
        ({"plan": ""}, {"lesson": evening(2026, 9, 8)}),  # a plan is to be found
        ({"broke": "", "plan": ""}, {}),  # nothing is written down yet
        ({"plan_since": None}, {}),
        ({"plan_since": None, "by": date(2026, 9, 20)}, {"lesson": evening(2026, 9, 20)}),
        (IN_USE, {"effect-check": evening(2026, 10, 10)}),
        (IN_USE | {"by": date(2026, 9, 20)}, {"effect-check": evening(2026, 10, 10)}),
        (IN_USE | {"checked_days": 30}, {"effect-check": evening(2026, 12, 9)}),
        (IN_USE | {"checked_days": 90}, {}),
        (SLIPPED, {"lesson": evening(2026, 10, 1), "effect-check": evening(2026, 10, 10)}),
    ],
)
def test_what_a_plan_waits_for(known: dict[str, Any], expected: dict[str, datetime]) -> None:
    assert told(**known) == expected


def test_all_of_them_are_for_a_day() -> None:
    assert all(one.by_day for one in (*of(), *of(**SLIPPED)))


def test_a_second_slip_does_not_make_the_first_younger() -> None:
    later = SLIP + timedelta(days=9)
    assert told(**SLIPPED | {"slips": 2, "last_slip": later})["lesson"] == evening(2026, 10, 1)


def test_the_day_is_that_of_the_shop() -> None:
    late = datetime(2026, 10, 1, 23, tzinfo=ZoneInfo("America/New_York"))
    assert told(**SLIPPED | {"first_slip": late, "last_slip": late})["lesson"] == evening(2026, 10, 2)
    assert told(plan_since=late) == {"lesson": evening(2026, 10, 3)}


@pytest.mark.parametrize(("agreed", "day"), [(date(2026, 9, 25), 25), (date(2026, 10, 24), 23)])
def test_thirty_days_over_a_change_of_the_clock_end_at_night(agreed: date, day: int) -> None:
    (one,) = of(in_use_since=agreed)
    assert (one.due.day, one.due.hour, one.due.minute) == (day, 23, 59)
    assert one.due.date() == agreed + timedelta(days=30)


def test_put_off_moves_one_kind_until_then_with_its_reason() -> None:
    until = evening(2026, 10, 20)
    put_off = LessonPutOff(1, CHECK, until, "few orders in October", evening(2026, 10, 10))
    found = {one.kind: one for one in of(put_off, **SLIPPED)}
    assert (found[CHECK].due, found[CHECK].put_off_because) == (until, "few orders in October")
    assert (found[LESSON].due, found[LESSON].put_off_because) == (evening(2026, 10, 1), "")
    assert told(put_off._replace(lesson_id=2), **IN_USE)["effect-check"] == evening(2026, 10, 10)


def test_a_newer_slip_shows_at_once_whatever_was_put_off_before() -> None:
    until = evening(2026, 11, 20)
    before = LessonPutOff(1, LESSON, until, "", SLIP - timedelta(days=3))
    after = before._replace(made_on=SLIP + timedelta(hours=1))
    assert told(before, **SLIPPED)["lesson"] == evening(2026, 10, 1), "the talk was put off, not this"
    assert told(after, **SLIPPED)["lesson"] == until
    newer = SLIPPED | {"slips": 2, "last_slip": SLIP + timedelta(days=2)}
    assert told(after, **newer)["lesson"] == evening(2026, 10, 1)


def test_another_plan_is_asked_about_anew() -> None:
    until = evening(2027, 1, 20)
    put_off = LessonPutOff(1, CHECK, until, "", evening(2026, 10, 10))
    assert told(put_off, **IN_USE)["effect-check"] == until
    assert told(put_off, in_use_since=date(2026, 10, 15))["effect-check"] == evening(2026, 11, 14)
    talk = LessonPutOff(1, LESSON, until, "", WRITTEN + timedelta(hours=1))
    assert told(talk) == {"lesson": until}
    assert told(talk, plan_since=WRITTEN + timedelta(days=2)) == {"lesson": evening(2026, 9, 10)}


def test_people_come_before_plans_at_the_same_moment() -> None:
    case = NOTHING._replace(case_id=50, answered_on=WRITTEN, promised_by=date(2026, 9, 8))
    rules: Any = {"zone": BERLIN, "follow_up_days": 7, "first_answer_hours": FIRST_ANSWER_HOURS}
    found = due([case], [], [NOTED, NOTED._replace(lesson_id=2, by=date(2026, 9, 7))], [], **rules)
    assert [one.kind.value for one in found] == ["lesson", "promise", "lesson"]


def test_time_goes_by() -> None:
    """Each morning of 91 days, with the check of a month answered on its third reminder."""
    answered: list[int] = []
    seen: dict[int, str] = {}
    for day in range(92):
        now = datetime(2026, 9, 10, 9, tzinfo=BERLIN) + timedelta(days=day)
        found = of(**IN_USE, checked_days=max(answered, default=0))
        late = [one for one in found if one.due.date() <= now.date()]
        if late:
            seen[day] = late[0].kind.value
        if day == 32:
            answered.append(30)
    assert list(seen) == [30, 31, 32, 90, 91]
    assert set(seen.values()) == {"effect-check"}


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def lessons(draw: st.DrawFn) -> LessonDates:
    slips = draw(st.integers(0, 3))
    between = sorted(draw(st.tuples(MOMENTS, MOMENTS)))
    return NOTED._replace(
        plan=draw(st.sampled_from(["", "A plan"])),
        by=draw(st.none() | DAYS),
        plan_since=draw(st.none() | MOMENTS),
        in_use_since=draw(st.none() | DAYS),
        checked_days=draw(st.sampled_from([0, *EFFECT_CHECK_DAYS])),
        slips=slips,
        first_slip=between[0] if slips else None,
        last_slip=between[1] if slips else None,
    )


PUT_OFFS = st.builds(
    LessonPutOff, st.integers(1, 5), st.sampled_from([LESSON, CHECK]), MOMENTS, st.just("later"), MOMENTS
)


@given(st.lists(lessons(), max_size=5), st.lists(PUT_OFFS, max_size=6))
def test_nothing_is_due_twice_and_nothing_disappears(found: list[LessonDates], put_off: list[LessonPutOff]) -> None:
    numbered = [one._replace(lesson_id=at) for at, one in enumerate(found, start=1)]

    def by_key(told: list[LessonReminder]) -> dict[tuple[int, DueKind], LessonReminder]:
        keys = {(one.lesson.lesson_id, one.kind): one for one in told}
        assert len(keys) == len(told), "each kind at most once"
        return keys

    plain = by_key(of_lessons(numbered, [], zone=BERLIN))
    moved_list = of_lessons(numbered, put_off, zone=BERLIN)
    moved = by_key(moved_list)
    assert set(moved) == set(plain), "putting off neither loses nor adds"
    assert [one.due for one in moved_list] == sorted(one.due for one in moved_list)
    for key, one in moved.items():
        assert one.due >= plain[key].due or one.due.date() == plain[key].due.date()
        untils = [p.until for p in put_off if (p.lesson_id, p.kind) == key]
        assert one.due in untils if one.put_off_because else one.due == plain[key].due
    for it in numbered:
        kinds = {kind for number, kind in plain if number == it.lesson_id}
        assert (CHECK in kinds) == (it.in_use_since is not None and it.checked_days < EFFECT_CHECK_DAYS[-1])
        if it.in_use_since is not None:
            assert (LESSON in kinds) == (it.slips > 0)
        else:
            assert (LESSON in kinds) == (it.by is not None or it.plan_since is not None)


def test_of_what_is_late_people_come_before_plans() -> None:
    now = datetime(2026, 10, 11, 9, tzinfo=BERLIN)
    check, plan = of(**SLIPPED)[1], of(**SLIPPED)[0]
    person = CaseReminder(DueKind.FIRST_ANSWER, now - timedelta(hours=1), False, "", NOTHING)
    later = CaseReminder(DueKind.POST, now + timedelta(days=9), True, "", NOTHING)
    agree = of(by=date(2026, 10, 12))[0]
    assert people_first([plan, check, person, agree, later], now) == [person, plan, check, agree, later]
