"""All that is due at a moment, computed from the dates of cases and lessons; nothing is stored twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from operator import attrgetter
from typing import NamedTuple

from app.domain.lesson import EFFECT_CHECK_DAYS
from app.domain.moment import deadline
from app.domain.terms import Answer, Channel, DueKind, FollowUpResult

TRY_AGAIN_DAYS = 2  # nobody answered the call: our rule, soon enough to matter and late enough not to press
AGREE_AFTER_DAYS = 1  # a plan without a day: our rule, while those who were there still know what happened


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


class LessonDates(NamedTuple):
    """The dates of one lesson, of those that are not retired, that decide what is due.

    Its words and the newest slip are carried along.
    """

    lesson_id: int
    broke: str
    plan: str
    owner: str
    by: date | None
    plan_since: datetime | None  # when it was written down, or when the plan before this one was given up
    in_use_since: date | None
    checked_days: int  # of the last effect check of this plan that was answered, 0 for none
    slips: int  # that nobody has looked at; the next five are of these
    first_slip: datetime | None
    last_slip: datetime | None
    slip_case: int | None
    slip_customer: str
    slip_title: str

    @property
    def came_back(self) -> bool:
        """Whether the plan in use did not hold, and nobody has looked at it since."""
        return self.in_use_since is not None and self.slips > 0


class PutOff(NamedTuple):
    case_id: int
    kind: DueKind
    until: datetime
    reason: str


class LessonPutOff(NamedTuple):
    lesson_id: int
    kind: DueKind
    until: datetime
    reason: str
    made_on: datetime


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
    """Something that a complaint waits for."""

    case: CaseDates


@dataclass(frozen=True, slots=True)
class LessonReminder(Reminder):
    """Something that a plan waits for: to be agreed, to be looked at again, or to be judged."""

    lesson: LessonDates


def due(
    cases: Iterable[CaseDates],
    put_off: Iterable[PutOff],
    lessons: Iterable[LessonDates] = (),
    lessons_put_off: Iterable[LessonPutOff] = (),
    *,
    zone: tzinfo,
    follow_up_days: int,
    first_answer_hours: dict[Channel, int],
) -> list[Reminder]:
    """Everything open, the earliest first, at the same moment people before plans.

    Also what lies in the future, for the caller to cut.
    """
    found: list[Reminder] = []
    found += of_cases(cases, put_off, zone=zone, follow_up_days=follow_up_days, first_answer_hours=first_answer_hours)
    plans = of_lessons(lessons, lessons_put_off, zone=zone)
    if plans:
        found += plans
        found.sort(key=attrgetter("due"))
    return found


def people_first(reminders: Iterable[Reminder], now: datetime) -> list[Reminder]:
    """The order of Today: of what is late, people before plans; a plan that waits hurts nobody who is waiting.

    Otherwise they stay in the order in which they come.
    """
    people, plans, later = list[Reminder](), list[Reminder](), list[Reminder]()
    moment = now.timestamp()
    for one in reminders:
        if one.due.timestamp() >= moment:
            later.append(one)
        elif isinstance(one, CaseReminder):
            people.append(one)
        else:
            plans.append(one)
    return people + plans + later


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


def of_lessons(
    lessons: Iterable[LessonDates], put_off: Iterable[LessonPutOff], *, zone: tzinfo
) -> list[LessonReminder]:
    """What these lessons wait for, the earliest first. A lesson gives each kind at most once."""
    moved = {(one.lesson_id, one.kind): one for one in put_off}
    found = []
    for lesson in lessons:
        for reminder, since in _of_lesson(lesson, zone):
            later = moved.get((lesson.lesson_id, reminder.kind))
            # What was put off before there was this slip, or this plan, was another thing.
            if (
                later is None
                or (since is not None and later.made_on < since)
                or not _moves(later.until, reminder, zone)
            ):
                found.append(reminder)
            else:
                by_day = later.until > reminder.due
                found.append(LessonReminder(reminder.kind, later.until, by_day, later.reason, lesson))
    found.sort(key=lambda r: (r.due, r.lesson.lesson_id))
    return found


def _of_lesson(lesson: LessonDates, zone: tzinfo) -> Iterator[tuple[LessonReminder, datetime | None]]:
    """Each with the moment since which it could be put off."""
    if lesson.in_use_since is None:
        day = _to_agree(lesson, zone)
        if day is not None:
            yield LessonReminder(DueKind.LESSON, deadline(day, zone), True, "", lesson), lesson.plan_since
        return
    if lesson.first_slip is not None and lesson.last_slip is not None:
        came = _end_of_day(lesson.first_slip, zone)
        yield LessonReminder(DueKind.LESSON, came, True, "", lesson), lesson.last_slip
    days = next((days for days in EFFECT_CHECK_DAYS if days > lesson.checked_days), None)
    if days is not None:
        check = deadline(lesson.in_use_since + timedelta(days=days), zone)
        began = datetime.combine(lesson.in_use_since, time.min, zone)
        yield LessonReminder(DueKind.EFFECT_CHECK, check, True, "", lesson), began


def _to_agree(lesson: LessonDates, zone: tzinfo) -> date | None:
    """On which day: its own, or the next one; never where nothing is written down."""
    if not (lesson.broke or lesson.plan):
        return None
    if lesson.by is not None or lesson.plan_since is None:
        return lesson.by
    return lesson.plan_since.astimezone(zone).date() + timedelta(days=AGREE_AFTER_DAYS)


def days_to_ask(in_use_since: date, checked_days: int, today: date) -> int:
    """After how many days is asked now: the longest that went by, for it tells more; 0 once all are answered."""
    open_checks = [days for days in EFFECT_CHECK_DAYS if days > checked_days]
    gone = [days for days in open_checks if in_use_since + timedelta(days=days) <= today]
    return gone[-1] if gone else open_checks[0] if open_checks else 0
