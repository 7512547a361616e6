"""All that is due at a moment, computed from the dates of the cases; nothing is stored twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from app.domain.moment import deadline
from app.domain.terms import Answer, Channel, DueKind, FollowUpResult

TRY_AGAIN_DAYS = 2  # nobody answered the call: our rule, soon enough to matter and late enough not to press


class CaseDates(NamedTuple):
    """The dates of one case that decide what is due; `case_id` and `customer` are carried along for the screen."""

    case_id: int
    customer: str
    title: str
    channel: Channel | None
    answer: Answer | None
    came_in: datetime
    answered_on: datetime | None
    promise_what: str
    promised_by: date | datetime | None
    promise_kept_on: datetime | None
    promise_cost: int | None
    follow_up_days: int | None
    follow_up_result: FollowUpResult | None
    follow_up_on: datetime | None
    follow_up_skipped: bool
    closed: bool
    card_id: int | None
    card_kind: str
    card_ready_on: datetime | None
    card_printed_on: datetime | None
    anger: int | None
    anger_after: int | None


class PutOff(NamedTuple):
    case_id: int
    kind: DueKind
    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that is due: which, and by when; the screen finds its verb."""

    kind: DueKind
    due: datetime
    by_day: bool  # due on that day, at no particular hour
    put_off_because: str

    def is_late(self, now: datetime) -> bool:
        """Whether it is past; by the time that went by, for the hour before winter time comes twice on the clock."""
        return self.due.timestamp() < now.timestamp()

    def is_this_week(self, now: datetime) -> bool:
        """Whether Today shows it: late, due today, or within the seven days after today in the zone of `now`."""
        return self.due.astimezone(now.tzinfo).date() <= now.date() + timedelta(days=7)


@dataclass(frozen=True, slots=True)
class CaseReminder(Reminder):
    """For whom it is: something that a complaint waits for."""

    case: CaseDates


def due(
    cases: Iterable[CaseDates],
    put_off: Iterable[PutOff],
    *,
    zone: tzinfo,
    follow_up_days: int,
    first_answer_hours: dict[Channel, int],
) -> list[Reminder]:
    """Everything open, the earliest first; also what lies in the future, for the caller to cut."""
    return list(
        of_cases(cases, put_off, zone=zone, follow_up_days=follow_up_days, first_answer_hours=first_answer_hours)
    )


def of_cases(
    cases: Iterable[CaseDates],
    put_off: Iterable[PutOff],
    *,
    zone: tzinfo,
    follow_up_days: int,
    first_answer_hours: dict[Channel, int],
) -> list[CaseReminder]:
    """Everything open in these cases, the earliest first.

    What was put off is due when the putting-off ends. A case gives each kind at most once.
    """
    moved = {(one.case_id, one.kind): one for one in put_off}
    found = []
    for case in cases:
        for reminder in _of_case(case, zone, follow_up_days, first_answer_hours):
            later = moved.get((case.case_id, reminder.kind)) if moved else None
            if later is None or not _moves(later.until, reminder, zone):
                found.append(reminder)
            else:
                by_day = reminder.by_day and later.until > reminder.due
                found.append(CaseReminder(reminder.kind, later.until, by_day, later.reason, case))
    found.sort(key=lambda r: (r.due, r.case.case_id))
    return found


def _moves(until: datetime, reminder: Reminder, zone: tzinfo) -> bool:
    """Past its due moment, or to an hour of the very day on which it is due; an earlier one was of another time."""
    same_day = until.astimezone(zone).date() == reminder.due.astimezone(zone).date()
    return until > reminder.due or (reminder.by_day and same_day)


def _of_case(
    case: CaseDates, zone: tzinfo, follow_up_days: int, first_answer_hours: dict[Channel, int]
) -> Iterator[CaseReminder]:
    if not case.closed:
        if case.answered_on is None:
            hours = first_answer_hours.get(case.channel, 24) if case.channel else 24
            yield CaseReminder(DueKind.FIRST_ANSWER, case.came_in + timedelta(hours=hours), False, "", case)
        if case.promised_by is not None and case.promise_kept_on is None:
            by_day = not isinstance(case.promised_by, datetime)
            yield CaseReminder(DueKind.PROMISE, deadline(case.promised_by, zone), by_day, "", case)
        call = follow_up_due(case, follow_up_days)
        if call is not None:
            yield CaseReminder(DueKind.FOLLOW_UP, _end_of_day(call, zone), True, "", case)
    if case.card_ready_on is not None and case.card_printed_on is None:
        yield CaseReminder(DueKind.CARD, _end_of_day(case.card_ready_on, zone), True, "", case)
    elif case.card_printed_on is not None:
        yield CaseReminder(DueKind.POST, _end_of_day(case.card_printed_on, zone), True, "", case)


def follow_up_due(case: CaseDates, default_days: int) -> datetime | None:
    """When to call: days after the promise was kept, or after the answer where nothing was promised.

    None while a promise is open, once a result stands, where a reason was given, and on parting.
    """
    if case.follow_up_skipped or case.answer is Answer.PART_WAYS:
        return None
    promised = case.promised_by is not None
    base = case.promise_kept_on if promised else case.answered_on
    if base is None:
        return None
    if case.follow_up_on is not None and case.follow_up_on >= base:
        if case.follow_up_result is FollowUpResult.NO_ANSWER:
            return case.follow_up_on + timedelta(days=TRY_AGAIN_DAYS)
        return None
    return base + timedelta(days=case.follow_up_days or default_days)


def _end_of_day(moment: datetime, zone: tzinfo) -> datetime:
    return deadline(moment.astimezone(zone).date(), zone)
