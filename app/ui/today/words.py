"""What a row of Today says of one thing that is due."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.due import CaseDates, CaseReminder, LessonReminder, Reminder
from app.domain.fold import fold
from app.domain.terms import Channel, DueKind, FollowUpResult
from app.lazy import lazy
from app.ui.today.said import NAME_LIMIT, Said, sentence
from app.ui.widgets.money import money_text
from app.ui.widgets.when import due_words, full_words, past_words
from app.ui.widgets.words import short_line

if TYPE_CHECKING:
    import app.ui.today.plan_words as plan_words
else:  # on most days no plan is due
    plan_words = lazy("app.ui.today.plan_words")

_WRITTEN = frozenset({Channel.MESSAGE, Channel.EMAIL, Channel.LETTER, Channel.REVIEW})
_LAST_MINUTE = time(23, 59)
_LOOKS = {
    DueKind.FIRST_ANSWER: ("phone", "amber"),
    DueKind.PROMISE: ("gift", "amber"),
    DueKind.FOLLOW_UP: ("calendar-check", "accent"),
    DueKind.CARD: ("printer", "plum"),
    DueKind.POST: ("envelope-simple", "plum"),
}


OF_A_LESSON = frozenset({DueKind.LESSON, DueKind.EFFECT_CHECK})


@dataclass(frozen=True, slots=True)
class RowWords:
    """All that a row shows; two rows that are equal look the same."""

    number: int  # of the case; of the lesson where the kind is in `OF_A_LESSON`
    kind: DueKind
    card_id: int | None
    icon: str
    tone: str
    title: str
    facts: str
    due: str
    due_in_full: str
    due_tone: str
    act: str
    primary: bool = False


class RowWriter:
    """`remedy_words` turns the code of a remedy into words; `symbol` is that of the shop's money."""

    def __init__(self, remedy_words: Callable[[str], str], symbol: str) -> None:
        self._remedy_words = cache(remedy_words)  # a few remedies make up most promises
        self._symbol = symbol

    def row(self, reminder: Reminder, now: datetime, *, coming: bool = False, primary: bool = False) -> RowWords:
        case = reminder.case if isinstance(reminder, CaseReminder) else None
        said = self._said(reminder, now)
        late = reminder.is_late(now)
        when = _day_or_moment(reminder, now)
        return RowWords(
            number=_number(reminder),
            kind=reminder.kind,
            card_id=case.card_id if case is not None else None,
            icon=said.icon,
            tone="coral" if late else "ink_2" if coming else said.tone,
            title=said.title,
            facts=" ".join(part for part in (*said.facts, _put_off(reminder)) if part),
            due=due_words(when, now),
            due_in_full=full_words(when, now),
            due_tone="coral" if late else "" if coming else said.tone,
            act=said.act,
            primary=primary,
        )

    def _said(self, reminder: Reminder, now: datetime) -> Said:
        if isinstance(reminder, LessonReminder):
            return plan_words.said(reminder, now)
        assert isinstance(reminder, CaseReminder), "a reminder is of a case or of a lesson"
        case, kind = reminder.case, reminder.kind
        icon, tone = _LOOKS[kind]
        if kind is DueKind.FIRST_ANSWER and case.channel in _WRITTEN:
            icon = "pencil-simple"
        return Said(icon, tone, _title(kind, case), self._facts(reminder, now), _act(kind, case))

    def _facts(self, reminder: CaseReminder, now: datetime) -> Iterable[str]:
        case = reminder.case
        about = sentence(case.title)
        if reminder.kind is DueKind.FIRST_ANSWER:
            return about, _waiting(case, now)
        if reminder.kind is DueKind.PROMISE:
            cost = money_text(case.promise_cost, self._symbol) if case.promise_cost else ""
            return sentence(self._remedy_words(case.promise_what)), sentence(cost)
        if reminder.kind is DueKind.FOLLOW_UP:
            return about, _since(case, now), _tried(case), _anger(case)
        if reminder.kind is DueKind.CARD:
            return about, _tr("The card is written.")
        assert case.card_printed_on is not None
        printed = past_words(case.card_printed_on, now)
        return about, _tr("Printed: {day}.").format(day=printed)


def _number(reminder: Reminder) -> int:
    if isinstance(reminder, CaseReminder):
        return reminder.case.case_id
    assert isinstance(reminder, LessonReminder)
    return reminder.lesson.lesson_id


def person(case: CaseDates) -> str:
    """What to call them in a sentence."""
    return short_line(case.customer, NAME_LIMIT) or _tr("the customer")


def people(reminders: Iterable[Reminder]) -> int:
    """How many people wait: a customer counts once, and each complaint of somebody unknown."""
    cases = [one.case for one in reminders if isinstance(one, CaseReminder)]
    return len({fold(case.customer) or str(case.case_id) for case in cases})


def _title(kind: DueKind, case: CaseDates) -> str:
    who = person(case)
    if kind is DueKind.FIRST_ANSWER:
        words = _tr("Answer {person}") if case.channel in _WRITTEN else _tr("Call {person} back")
        return words.format(person=who)
    if kind is DueKind.PROMISE:
        return _tr("Keep the promise to {person}").format(person=who)
    if kind is DueKind.FOLLOW_UP:
        return _tr("Follow up with {person}").format(person=who)
    words = _tr("Print the {card} for {person}") if kind is DueKind.CARD else _tr("Post the {card} to {person}")
    return words.format(card=_card(case.card_kind), person=who)


def _card(kind: str) -> str:
    return {
        "apology": _tr("apology card"),
        "thanks": _tr("thank-you card"),
        "goodbye": _tr("goodbye card"),
        "welcome-back": _tr("welcome-back card"),
    }.get(kind, _tr("card"))


def _act(kind: DueKind, case: CaseDates) -> str:
    if kind is DueKind.FIRST_ANSWER:
        return _tr("Write the answer") if case.channel in _WRITTEN else _tr("Start the call")
    return {
        DueKind.PROMISE: _tr("Mark as kept"),
        DueKind.FOLLOW_UP: _tr("Write how it went"),
        DueKind.CARD: _tr("Print"),
        DueKind.POST: _tr("Mark as posted"),
    }[kind]


def _waiting(case: CaseDates, now: datetime) -> str:
    came_in = case.came_in.astimezone(now.tzinfo)
    days = (now.date() - came_in.date()).days
    if days > 1:
        return _tr("Waiting {days} days for a first answer.").format(days=days)
    if days == 1:
        return _tr("Waiting since yesterday for a first answer.")
    return _tr("Waiting for a first answer.")


def _since(case: CaseDates, now: datetime) -> str:
    kept = case.promise_kept_on if case.promised_by is not None else None
    base = kept or case.answered_on
    days = (now.date() - base.astimezone(now.tzinfo).date()).days if base is not None else 0
    if days < 1:
        return ""
    if days == 7:
        return _tr("A week since you kept the promise.") if kept else _tr("A week since your answer.")
    if days == 1:
        return _tr("A day since you kept the promise.") if kept else _tr("A day since your answer.")
    words = _tr("{days} days since you kept the promise.") if kept else _tr("{days} days since your answer.")
    return words.format(days=days)


def _tried(case: CaseDates) -> str:
    return _tr("Nobody answered last time.") if case.follow_up_result is FollowUpResult.NO_ANSWER else ""


def _anger(case: CaseDates) -> str:
    if case.anger is None:
        return ""
    if case.anger_after is None:
        return _tr("Anger was {before}.").format(before=case.anger)
    return _tr("Anger was {before}, then {after}.").format(before=case.anger, after=case.anger_after)


def _put_off(reminder: Reminder) -> str:
    if not reminder.put_off_because:
        return ""
    return sentence(_tr("Put off: {reason}").format(reason=reminder.put_off_because))


def _day_or_moment(reminder: Reminder, now: datetime) -> date | datetime:
    """What was put off to a day is due on that day, also where it once had an hour."""
    here = reminder.due.astimezone(now.tzinfo)
    by_day = reminder.by_day or (here.hour, here.minute) == (_LAST_MINUTE.hour, _LAST_MINUTE.minute)
    return here.date() if by_day else here


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)
