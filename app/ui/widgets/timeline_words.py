"""The story of a case in sentences: what was logged, and what is due."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.case import Case, Promise, TimelineEntry
from app.domain.due import Reminder
from app.domain.moment import from_text
from app.domain.terms import Answer, DueKind, FollowUpResult, MessageKind, Outcome
from app.ui.widgets.case_words import came_words
from app.ui.widgets.when import due_words, past_words, time_words

RemedyWords = Callable[[str], str]  # a code of the catalogue, or own words, to what the owner reads
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line: `when` in words, then `words`; `tone` is coral for what is late."""

    on: datetime
    when: str
    words: str
    tone: str = ""


def story(
    case: Case,
    entries: Iterable[TimelineEntry],
    reminders: Iterable[Reminder],
    now: datetime,
    remedy_words: RemedyWords,
) -> list[StoryLine]:
    """All lines in the order of time; `reminders` are those of this case, `now` has the owner's zone."""
    lines = [
        StoryLine(entry.on, moment_words(entry.on, now), entry_words(entry, case, now, remedy_words))
        for entry in entries
    ]
    for one in reminders:
        late = one.is_late(now)
        when = moment_words(one.due, now, by_day=one.by_day)
        lines.append(StoryLine(one.due, when, due_line(one.kind, late=late), "coral" if late else ""))
    return sorted(lines, key=lambda line: line.on)


def moment_words(then: datetime, now: datetime, *, by_day: bool = False) -> str:
    """ "Thu 10:12 am", "Today 10:12 am", "13 Nov"; `by_day` leaves the hour out."""
    here = then.astimezone(now.tzinfo)
    day = here.date()
    words = past_words(day, now) if day <= now.date() else due_words(day, now)
    if by_day or abs((day - now.date()).days) >= _WEEK:
        return words
    return f"{words} {time_words(here)}"


def entry_words(entry: TimelineEntry, case: Case, now: datetime, remedy_words: RemedyWords) -> str:
    """The sentence of one entry; one of a newer Amends is only said to be a change."""
    made = _SENTENCES.get(entry.code)
    return made(entry.facts, case, now, remedy_words) if made else _tr("Changed")


def due_line(kind: DueKind, *, late: bool) -> str:
    """What is due, or was: "First answer was due"."""
    if late:
        return {
            DueKind.FIRST_ANSWER: _tr("First answer was due"),
            DueKind.PROMISE: _tr("Promise was due"),
            DueKind.FOLLOW_UP: _tr("Follow-up was due"),
            DueKind.CARD: _tr("Card was to be printed"),
            DueKind.POST: _tr("Card was to be posted"),
        }.get(kind, _tr("Was due"))
    return {
        DueKind.FIRST_ANSWER: _tr("First answer is due"),
        DueKind.PROMISE: _tr("Promise is due"),
        DueKind.FOLLOW_UP: _tr("Follow-up is due"),
        DueKind.CARD: _tr("Card is to be printed"),
        DueKind.POST: _tr("Card is to be posted"),
    }.get(kind, _tr("Is due"))


Facts = dict[str, object]


def _came_in(_facts: Facts, case: Case, _now: datetime, _words: RemedyWords) -> str:
    came = came_words(case.channel)
    return (
        came
        if case.anger is None
        else _tr("{line}, anger\N{NO-BREAK SPACE}{figure}").format(line=came, figure=case.anger)
    )


def _answer(facts: Facts, _case: Case, _now: datetime, _words: RemedyWords) -> str:
    return {
        Answer.APOLOGISE.value: _tr("You chose to apologise"),
        Answer.EXPLAIN.value: _tr("You chose to explain"),
        Answer.PART_WAYS.value: _tr("You chose to part ways"),
    }.get(str(facts.get("answer")), _tr("You took your answer back"))


def _promised(facts: Facts, case: Case, now: datetime, words: RemedyWords) -> str:
    promise = _promise(facts, case)
    if promise is None:
        return _tr("A promise was made")
    if promise.by is None:
        return _tr("Promised: {what}").format(what=_what(promise, words))
    return _tr("Promised: {what}, by {day}").format(what=_what(promise, words), day=_day_words(promise.by, now))


def _kept(facts: Facts, case: Case, _now: datetime, words: RemedyWords) -> str:
    promise = _promise(facts, case)
    return _tr("Promise kept: {what}").format(what=_what(promise, words)) if promise else _tr("Promise kept")


def _withdrawn(facts: Facts, case: Case, _now: datetime, words: RemedyWords) -> str:
    promise = _promise(facts, case)
    return _tr("Promise withdrawn: {what}").format(what=_what(promise, words)) if promise else _tr("Promise withdrawn")


def _said(facts: Facts, _case: Case, _now: datetime, _words: RemedyWords) -> str:
    return {
        MessageKind.SPOKEN.value: _tr("You told them"),
        MessageKind.EMAIL.value: _tr("You answered by e-mail"),
        MessageKind.LETTER.value: _tr("You answered by letter"),
        MessageKind.CARD.value: _tr("You answered with a card"),
        MessageKind.REPLY.value: _tr("You replied in public"),
    }.get(str(facts.get("kind")), _tr("You answered"))


def _printed(facts: Facts, _case: Case, _now: datetime, _words: RemedyWords) -> str:
    return {
        "apology": _tr("Apology card printed"),
        "thanks": _tr("Thank-you card printed"),
        "goodbye": _tr("Goodbye card printed"),
        "welcome-back": _tr("Welcome-back card printed"),
    }.get(str(facts.get("card")), _tr("Card printed"))


def _posted(facts: Facts, _case: Case, _now: datetime, _words: RemedyWords) -> str:
    return {
        "apology": _tr("Apology card posted"),
        "thanks": _tr("Thank-you card posted"),
        "goodbye": _tr("Goodbye card posted"),
        "welcome-back": _tr("Welcome-back card posted"),
    }.get(str(facts.get("card")), _tr("Card posted"))


def _follow_up(facts: Facts, _case: Case, _now: datetime, _words: RemedyWords) -> str:
    line = {
        FollowUpResult.HAPPY.value: _tr("Follow-up: they are happy"),
        FollowUpResult.NOT_YET.value: _tr("Follow-up: not right yet"),
        FollowUpResult.NO_ANSWER.value: _tr("Follow-up: nobody answered"),
    }.get(str(facts.get("result")), _tr("Follow-up"))
    anger = facts.get("anger")
    return line if anger is None else _tr("{line}, anger\N{NO-BREAK SPACE}{figure}").format(line=line, figure=anger)


def _put_off(facts: Facts, _case: Case, now: datetime, _words: RemedyWords) -> str:
    until = str(facts.get("until") or "")
    what = {
        DueKind.FIRST_ANSWER.value: _tr("First answer"),
        DueKind.PROMISE.value: _tr("Promise"),
        DueKind.FOLLOW_UP.value: _tr("Follow-up"),
        DueKind.CARD.value: _tr("Card to print"),
        DueKind.POST.value: _tr("Card to post"),
    }.get(str(facts.get("kind")), _tr("Something"))
    line = _tr("{what} put off").format(what=what)
    if until:
        line = _tr("{what} put off to {day}").format(what=what, day=_day_words(from_text(until), now))
    reason = str(facts.get("reason") or "").strip()
    return _tr("{line}: {reason}").format(line=line, reason=reason) if reason else line


def _closed(_facts: Facts, case: Case, _now: datetime, _words: RemedyWords) -> str:
    if case.outcome is None:
        return _tr("Closed")
    return {
        Outcome.STRONGER: _tr("Closed, stronger than before"),
        Outcome.KEPT: _tr("Closed, they stayed"),
        Outcome.PARTED: _tr("Closed, parted well"),
        Outcome.LOST: _tr("Closed, they are lost to us"),
    }[case.outcome]


def _reopened(_facts: Facts, _case: Case, _now: datetime, _words: RemedyWords) -> str:
    return _tr("Opened again")


def _attached(facts: Facts, _case: Case, _now: datetime, _words: RemedyWords) -> str:
    return _tr("Added: {name}").format(name=facts.get("name") or "")


def _lesson(_facts: Facts, _case: Case, _now: datetime, _words: RemedyWords) -> str:
    return _tr("It belongs to a lesson")


_SENTENCES: Final[dict[str, Callable[[Facts, Case, datetime, RemedyWords], str]]] = {
    "came_in": _came_in,
    "answer": _answer,
    "promised": _promised,
    "kept": _kept,
    "withdrawn": _withdrawn,
    "said": _said,
    "printed": _printed,
    "posted": _posted,
    "follow_up": _follow_up,
    "put_off": _put_off,
    "closed": _closed,
    "reopened": _reopened,
    "attached": _attached,
    "lesson": _lesson,
}
CODES: Final = frozenset(_SENTENCES)


def _promise(facts: Facts, case: Case) -> Promise | None:
    return next((one for one in case.promises if one.id == facts.get("promise")), None)


def _what(promise: Promise, words: RemedyWords) -> str:
    return promise.what or words(promise.remedy)


def _day_words(when: date | datetime, now: datetime) -> str:
    """A day in the middle of a sentence."""
    day = when.astimezone(now.tzinfo).date() if isinstance(when, datetime) else when
    near = {-1: _tr("yesterday"), 0: _tr("today"), 1: _tr("tomorrow")}.get((day - now.date()).days)
    if near is not None:
        return near
    return past_words(day, now) if day < now.date() else due_words(day, now)


def _tr(text: str) -> str:
    return QCoreApplication.translate("timeline", text)
