"""What is due, and when: by channel, promise, call and card; put off, never lost, never twice."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.due import TRY_AGAIN_DAYS, CaseDates, CaseReminder, PutOff, due, follow_up_due, of_cases
from app.domain.shop import FIRST_ANSWER_HOURS
from app.domain.terms import Answer, Channel, DueKind, FollowUpResult

BERLIN = ZoneInfo("Europe/Berlin")
CAME_IN = datetime(2026, 11, 2, 10, tzinfo=BERLIN)
LATER = CAME_IN + timedelta(days=1)
NOTHING = CaseDates(
    case_id=1,
    customer="Dana",
    title="Wrong name",
    channel=Channel.EMAIL,
    answer=None,
    came_in=CAME_IN,
    answered_on=None,
    promise_what="",
    promised_by=None,
    promise_kept_on=None,
    promise_cost=None,
    follow_up_days=None,
    follow_up_result=None,
    follow_up_on=None,
    follow_up_skipped=False,
    closed=False,
    card_id=None,
    card_kind="",
    card_ready_on=None,
    card_printed_on=None,
    anger=None,
    anger_after=None,
)


def of(*put_off: PutOff, **known: Any) -> list[CaseReminder]:
    return of_cases(
        [NOTHING._replace(**known)],
        put_off,
        zone=BERLIN,
        follow_up_days=7,
        first_answer_hours=FIRST_ANSWER_HOURS,
    )


def told(*put_off: PutOff, **known: Any) -> dict[str, datetime]:
    return {reminder.kind.value: reminder.due for reminder in of(*put_off, **known)}


def evening(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 23, 59, 59, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("channel", "hours"),
    [
        (Channel.COUNTER, 0),
        (Channel.PHONE, 0),
        (Channel.MESSAGE, 24),
        (Channel.LETTER, 24),
        (Channel.EMAIL, 24),
        (Channel.REVIEW, 24),
        (None, 24),
    ],
)
def test_the_first_answer_is_due_by_channel(channel: Channel | None, hours: int) -> None:
    assert told(channel=channel) == {"first-answer": CAME_IN + timedelta(hours=hours)}


def test_the_hours_are_the_owners_to_set_and_a_channel_without_them_has_a_day() -> None:
    for hours, expected in (({Channel.EMAIL: 4}, 4), ({}, 24)):
        (one,) = due([NOTHING], [], zone=BERLIN, follow_up_days=7, first_answer_hours=hours)
        assert one.due == CAME_IN + timedelta(hours=expected)
        assert not one.by_day


def test_a_promise_for_a_day_is_late_when_that_day_is_over() -> None:
    (one,) = [r for r in of(promised_by=date(2026, 11, 5)) if r.kind is DueKind.PROMISE]
    assert one.by_day
    assert one.due == evening(2026, 11, 5)
    assert not one.is_late(datetime(2026, 11, 5, 23, tzinfo=BERLIN))
    assert one.is_late(datetime(2026, 11, 6, tzinfo=BERLIN))


def test_a_promise_for_an_hour_is_late_after_that_hour() -> None:
    hour = datetime(2026, 11, 5, 12, tzinfo=BERLIN)
    (one,) = [r for r in of(promised_by=hour) if r.kind is DueKind.PROMISE]
    assert not one.by_day
    assert not one.is_late(hour)
    assert one.is_late(hour + timedelta(seconds=1))


NO_ANSWER, HAPPY, NOT_YET = FollowUpResult.NO_ANSWER, FollowUpResult.HAPPY, FollowUpResult.NOT_YET
KEPT = datetime(2026, 11, 5, 9, tzinfo=BERLIN)
PROMISED = {"answered_on": LATER, "promised_by": date(2026, 11, 6)}


@pytest.mark.parametrize(
    ("known", "call"),
    [
        ({}, None),  # not answered yet
        ({"answered_on": LATER}, evening(2026, 11, 10)),  # nothing was promised
        ({"answered_on": LATER, "follow_up_days": 3}, evening(2026, 11, 6)),
        ({"answered_on": LATER, "follow_up_days": 14}, evening(2026, 11, 17)),
        (PROMISED, None),  # the promise is open: it is due, not the call
        (PROMISED | {"promise_kept_on": KEPT}, evening(2026, 11, 12)),
        (PROMISED | {"promise_kept_on": KEPT, "answered_on": None}, evening(2026, 11, 12)),
        (PROMISED | {"promise_kept_on": KEPT, "follow_up_skipped": True}, None),
        (PROMISED | {"promise_kept_on": KEPT, "answer": Answer.PART_WAYS}, None),
        (PROMISED | {"promise_kept_on": KEPT, "answer": Answer.EXPLAIN}, evening(2026, 11, 12)),
        (PROMISED | {"promise_kept_on": KEPT, "closed": True}, None),
        ({"answered_on": LATER, "follow_up_result": HAPPY, "follow_up_on": KEPT}, None),
        ({"answered_on": LATER, "follow_up_result": NOT_YET, "follow_up_on": KEPT}, None),
        ({"answered_on": LATER, "follow_up_result": NO_ANSWER, "follow_up_on": KEPT}, evening(2026, 11, 7)),
        # not happy, a second promise was kept after that call: call once more
        (
            PROMISED
            | {"promise_kept_on": KEPT, "follow_up_result": NOT_YET, "follow_up_on": KEPT - timedelta(hours=1)},
            evening(2026, 11, 12),
        ),
    ],
)
def test_the_call_about_a_week_later(known: dict[str, Any], call: datetime | None) -> None:
    assert told(**known).get("follow-up") == call


def test_the_call_falls_on_the_day_where_the_shop_is() -> None:
    """Kept late in the evening in New York is the next day in Berlin."""
    kept = datetime(2026, 11, 5, 23, tzinfo=ZoneInfo("America/New_York"))
    assert told(**PROMISED, promise_kept_on=kept)["follow-up"] == evening(2026, 11, 13)


def test_the_call_over_a_change_of_the_clock_is_seven_days_later() -> None:
    kept = datetime(2026, 10, 20, 23, 30, tzinfo=BERLIN)
    assert told(**PROMISED, promise_kept_on=kept)["follow-up"] == evening(2026, 10, 27)


def test_trying_again_counts_from_the_call() -> None:
    case = NOTHING._replace(answered_on=LATER, follow_up_result=NO_ANSWER, follow_up_on=KEPT)
    assert follow_up_due(case, 7) == KEPT + timedelta(days=TRY_AGAIN_DAYS)


def test_a_card_is_to_print_then_to_post_also_of_a_closed_case() -> None:
    for closed in (False, True):
        known = {"answered_on": LATER, "follow_up_skipped": True, "closed": closed}
        assert told(**known) == {}
        assert told(**known, card_ready_on=LATER) == {"card": evening(2026, 11, 3)}
        assert told(**known, card_ready_on=LATER, card_printed_on=KEPT) == {"post": evening(2026, 11, 5)}
        assert told(**known, card_printed_on=KEPT) == {"post": evening(2026, 11, 5)}


def test_a_closed_case_is_due_no_answer_promise_or_call() -> None:
    assert told(closed=True, promised_by=date(2026, 11, 5)) == {}


def test_parting_leaves_an_open_promise_due() -> None:
    known = {"answer": Answer.PART_WAYS, "answered_on": LATER, "promised_by": date(2026, 11, 5)}
    assert told(**known) == {"promise": evening(2026, 11, 5)}


def test_put_off_moves_one_kind_of_one_case_until_then() -> None:
    until = datetime(2026, 11, 9, 8, tzinfo=BERLIN)
    put_off = PutOff(1, DueKind.PROMISE, until, "flour comes on Monday")
    found = {r.kind: r for r in of(put_off, promised_by=date(2026, 11, 5))}
    assert found[DueKind.PROMISE].due == until
    assert found[DueKind.PROMISE].put_off_because == "flour comes on Monday"
    assert found[DueKind.FIRST_ANSWER].due == CAME_IN + timedelta(hours=24)
    assert found[DueKind.FIRST_ANSWER].put_off_because == ""
    assert told(put_off._replace(case_id=2), promised_by=date(2026, 11, 5))["promise"] == evening(2026, 11, 5)


def test_a_putting_off_that_is_over_before_it_is_due_changes_nothing() -> None:
    early = PutOff(1, DueKind.PROMISE, CAME_IN, "no reason")
    (one,) = [r for r in of(early, promised_by=date(2026, 11, 5)) if r.kind is DueKind.PROMISE]
    assert (one.due, one.put_off_because) == (evening(2026, 11, 5), "")


BOUNDS = [datetime(2026, month, 1, tzinfo=UTC).replace(tzinfo=None) for month in (1, 12)]
MOMENTS = st.datetimes(*BOUNDS, timezones=st.just(BERLIN))
MAYBE = st.none() | MOMENTS
CASES = st.builds(
    NOTHING._replace,
    channel=st.none() | st.sampled_from(Channel),
    answer=st.none() | st.sampled_from(Answer),
    came_in=MOMENTS,
    answered_on=MAYBE,
    promised_by=MAYBE | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    promise_kept_on=MAYBE,
    follow_up_days=st.none() | st.integers(1, 365),
    follow_up_result=st.none() | st.sampled_from(FollowUpResult),
    follow_up_on=MAYBE,
    follow_up_skipped=st.booleans(),
    closed=st.booleans(),
    card_ready_on=MAYBE,
    card_printed_on=MAYBE,
)


@given(
    st.lists(CASES, max_size=6),
    st.lists(st.builds(PutOff, st.integers(1, 6), st.sampled_from(DueKind), MOMENTS, st.just("later")), max_size=6),
)
def test_nothing_is_due_twice_and_nothing_disappears(cases: list[CaseDates], put_off: list[PutOff]) -> None:
    numbered = [case._replace(case_id=at) for at, case in enumerate(cases, start=1)]
    rules: Any = {"zone": BERLIN, "follow_up_days": 7, "first_answer_hours": FIRST_ANSWER_HOURS}
    plain = of_cases(numbered, [], **rules)
    moved = of_cases(numbered, put_off, **rules)

    def keys(found: list[CaseReminder]) -> list[tuple[int, DueKind]]:
        return [(reminder.case.case_id, reminder.kind) for reminder in found]

    assert len(set(keys(plain))) == len(plain)
    assert sorted(keys(moved)) == sorted(keys(plain)), "putting off neither loses nor adds"
    assert [r.due for r in moved] == sorted(r.due for r in moved)
    first = {key: reminder.due for key, reminder in zip(keys(plain), plain, strict=True)}
    for key, reminder in zip(keys(moved), moved, strict=True):
        same_day = reminder.due.astimezone(BERLIN).date() == first[key].astimezone(BERLIN).date()
        assert reminder.due >= first[key] or same_day, "later, or at an hour of the very day"
    for case in numbered:
        kinds = {kind for case_id, kind in keys(plain) if case_id == case.case_id}
        assert (DueKind.FIRST_ANSWER in kinds) == (not case.closed and case.answered_on is None)
        is_open = case.promised_by is not None and case.promise_kept_on is None
        assert (DueKind.PROMISE in kinds) == (not case.closed and is_open)
        assert not (DueKind.PROMISE in kinds and DueKind.FOLLOW_UP in kinds)
        assert not (DueKind.CARD in kinds and DueKind.POST in kinds)
        assert (DueKind.POST in kinds) == (case.card_printed_on is not None)


def test_nobody_is_due_where_there_is_nobody() -> None:
    assert (
        due(
            [],
            [PutOff(1, DueKind.CARD, CAME_IN.astimezone(UTC), "")],
            zone=UTC,
            follow_up_days=7,
            first_answer_hours={},
        )
        == []
    )


@pytest.mark.parametrize(
    ("by", "shown"),
    [(date(2026, 11, 1), True), (date(2026, 11, 5), True), (date(2026, 11, 12), True), (date(2026, 11, 13), False)],
)
def test_today_shows_what_is_late_and_what_comes_within_seven_days(by: date, shown: bool) -> None:
    now = datetime(2026, 11, 5, 0, 30, tzinfo=BERLIN)  # still the 4th in UTC
    (one,) = [reminder for reminder in of(promised_by=by) if reminder.kind is DueKind.PROMISE]
    assert one.is_this_week(now) is shown


def test_what_is_due_today_can_be_put_off_for_an_hour() -> None:
    ready = datetime(2026, 11, 21, 10, 0, tzinfo=BERLIN)
    in_an_hour = datetime(2026, 11, 21, 11, 0, tzinfo=BERLIN)

    def card(until: datetime) -> CaseReminder:
        found = of(PutOff(NOTHING.case_id, DueKind.CARD, until, "hot"), card_id=1, card_ready_on=ready)
        return next(one for one in found if one.kind is DueKind.CARD)

    today = card(in_an_hour)
    assert (today.due, today.by_day, today.put_off_because) == (in_an_hour, False, "hot")
    assert card(in_an_hour - timedelta(days=1)).by_day, "a putting-off of another time moves nothing"


@pytest.mark.parametrize("night", [datetime(2027, 3, 27, 22, tzinfo=UTC), datetime(2026, 10, 24, 22, tzinfo=UTC)])
@pytest.mark.parametrize("minutes", [0, 30, 150, 190, 210])
def test_nothing_is_lost_over_a_change_of_the_clock(night: datetime, minutes: int) -> None:
    """Through the night in steps of ten minutes: what is there stays there, and what is late stays late."""
    came_in = (night + timedelta(minutes=minutes)).astimezone(BERLIN) - timedelta(days=1)
    answered_on, promised_by = came_in - timedelta(days=6), came_in + timedelta(days=1)
    found = [
        *of(came_in=came_in),
        *of(case_id=2, came_in=answered_on, answered_on=answered_on),
        *of(case_id=3, came_in=answered_on, answered_on=answered_on, promised_by=promised_by),
    ]
    assert [one.kind.value for one in found] == ["first-answer", "follow-up", "promise"]
    before: set[str] = set()
    for step in range(36 * 6):
        now = (night + timedelta(minutes=10 * step)).astimezone(BERLIN)
        assert all(one.is_this_week(now) for one in found)
        late = {one.kind.value for one in found if one.is_late(now)}
        assert before <= late
        before = late
    assert before == {"first-answer", "follow-up", "promise"}
