"""A lesson, its causes and its state, in words."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain.lesson import CAUSES, Lesson
from app.domain.terms import LessonState
from app.lazy import lazy
from app.ui.widgets.when import date_words

if TYPE_CHECKING:
    import app.domain.case as case
    from app.domain.earlier_plan import EarlierPlan
else:  # Today needs no whole case
    case = lazy("app.domain.case")

_SHORTEST_HEAD, _LONGEST_HEAD = 12, 80  # characters
_WEEK = 7


def lesson_title(lesson: Lesson) -> str:
    """The plan, or where it broke while there is no plan."""
    return " ".join((lesson.plan or lesson.broke).split()) or _tr("A lesson without words yet")


def lesson_head(lesson: Lesson) -> str:
    """Where it broke, in the few words before a colon or the end of the sentence; else the plan."""
    first = next((line for line in (lesson.broke or lesson.plan).splitlines() if line.strip()), "")
    for end in (": ", "; ", ". "):
        head = first.partition(end)[0]
        first = head if len(head) >= _SHORTEST_HEAD else first
    return case.title_of(first, _LONGEST_HEAD) or _tr("A lesson without words yet")


def state_words(lesson: Lesson, now: datetime) -> str:
    """Such as "Holding. From 2 cases. In use since 4 Oct, 31 days without a slip." """
    state, _ = lesson_state(lesson, now.date())
    return f"{state}. {lesson_record(lesson, now)}".strip()


def cause_choices() -> list[tuple[object, str]]:
    """Where a way of working breaks, as pills."""
    words = {
        "people": _tr("People"),
        "stock": _tr("Stock"),
        "timing": _tr("Timing"),
        "supplier": _tr("Supplier"),
        "wording": _tr("How we said it"),
        "price": _tr("Price"),
        "place": _tr("The place"),
        "other": _tr("Something else"),
    }
    return [(cause, words[cause]) for cause in CAUSES]


def lesson_state(lesson: Lesson, today: date) -> tuple[str, str]:
    """The words and the tone of its chip."""
    return state_name(lesson.state(today))


def state_name(state: LessonState) -> tuple[str, str]:
    """The words and the tone of a state."""
    return {
        LessonState.TO_AGREE: (_tr("To agree"), "amber"),
        LessonState.ON_TRIAL: (_tr("On trial"), "amber"),
        LessonState.IN_USE: (_tr("In use"), "accent"),
        LessonState.HOLDING: (_tr("Holding"), "green"),
        LessonState.NOT_HOLDING: (_tr("Not holding"), "coral"),
        LessonState.RETIRED: (_tr("Retired"), ""),
    }[state]


def lesson_record(lesson: Lesson, now: datetime) -> str:
    """ "From 3 cases. In use since 4 Oct, 31 days without a slip." """
    supplier = _tr("Supplier: {name}.").format(name=lesson.supplier) if lesson.supplier else ""
    return " ".join(part for part in (_from(lesson), supplier, _how_it_stands(lesson, now)) if part)


def slip_words(lesson: Lesson, now: datetime) -> str:
    """What to say of a complaint that came although the plan was in use."""
    plan = " ".join((lesson.plan or lesson.broke).split())
    since = date_words(lesson.in_use_since, now) if lesson.in_use_since else ""
    words = _tr("The plan \u201c{plan}\u201d is in use since {day}.").format(plan=plan, day=since)
    times = _tr("It came back {count} times since then.").format(count=lesson.slips)
    return f"{words} {times if lesson.slips > 1 else _tr('It is the first time since then.')}"


def came_back_words(lesson: Lesson, now: datetime) -> str:
    """How often it came back although the plan is in use; empty where it did not."""
    if lesson.in_use_since is None or not lesson.slips:
        return ""
    words = (
        _tr("It came back {count} times since {day}.") if lesson.slips > 1 else _tr("It came back once since {day}.")
    )
    return words.format(count=lesson.slips, day=date_words(lesson.in_use_since, now))


def earlier_words(plan: "EarlierPlan", now: datetime) -> str:
    """When a plan was in use, and how often it came back meanwhile."""
    end = date_words(plan.ended_on, now)
    if plan.in_use_since is None:
        return _tr("Given up on {day}, before anyone agreed.").format(day=end)
    when = _tr("In use from {start} to {end}.").format(start=date_words(plan.in_use_since, now), end=end)
    if not plan.slips:
        return _tr("{when} Nothing came back.").format(when=when)
    if plan.slips == 1:
        return _tr("{when} It came back once.").format(when=when)
    return _tr("{when} It came back {count} times.").format(when=when, count=plan.slips)


def since_plan(lesson: Lesson, now: datetime) -> tuple[str, str]:
    """How the plan held until now: what a chip says, and what stands after it; the chip may be empty."""
    if lesson.in_use_since is None:
        return "", _tr("Nobody has agreed to it yet.")
    if lesson.last_slip is not None:
        chip = _tr("1 new case") if lesson.slips == 1 else _tr("{count} new cases").format(count=lesson.slips)
        return chip, _latest(lesson.last_slip.astimezone(now.tzinfo).date(), now)
    return "", " ".join(part for part in (_quiet_days(lesson.in_use_since, now), failed_words(lesson, now)) if part)


def failed_words(lesson: Lesson, now: datetime) -> str:
    """The owner's own answer that the plan does not hold; empty where it was not so."""
    if lesson.failed_on is None:
        return ""
    return _tr("You said on {day} that it does not hold.").format(day=date_words(lesson.failed_on, now))


def _quiet_days(since: date, now: datetime) -> str:
    days = (now.date() - since).days
    if days < 1:
        return _tr("In use since today.")
    if days == 1:
        return _tr("Nothing came back in 1 day.")
    return _tr("Nothing came back in {n} days.").format(n=days)


def _latest(day: date, now: datetime) -> str:
    ago = (now.date() - day).days
    near = {0: _tr("the latest today"), 1: _tr("the latest yesterday")}.get(ago)
    if near is not None:
        return near
    words = weekday_words(day) if 0 < ago < _WEEK else date_words(day, now)
    return _tr("the latest on {day}").format(day=words)


def _from(lesson: Lesson) -> str:
    if not lesson.cases:
        return ""
    return _tr("From 1 case.") if lesson.cases == 1 else _tr("From {count} cases.").format(count=lesson.cases)


def _how_it_stands(lesson: Lesson, now: datetime) -> str:
    state = lesson.state(now.date())
    if state is LessonState.RETIRED and lesson.retired_on is not None:
        return _tr("Retired on {day}.").format(day=date_words(lesson.retired_on, now))
    if state is LessonState.TO_AGREE:
        return _to_agree(lesson, now)
    if state is LessonState.NOT_HOLDING:
        if not lesson.slips:
            return failed_words(lesson, now)
        if lesson.slips == 1:
            return _tr("Came back once since the plan.")
        return _tr("Came back {count} times since the plan.").format(count=lesson.slips)
    if state is LessonState.ON_TRIAL and lesson.by is not None:
        return _tr("On trial until {day}.").format(day=date_words(lesson.by, now))
    return _in_use(lesson, now)


def _to_agree(lesson: Lesson, now: datetime) -> str:
    if lesson.by is None:
        return ""
    away = (lesson.by - now.date()).days
    if away < 0:
        return _tr("Was to be agreed by {day}.").format(day=date_words(lesson.by, now))
    near = {0: _tr("To agree today."), 1: _tr("To agree by tomorrow.")}.get(away)
    if near is not None:
        return near
    day = weekday_words(lesson.by) if away < _WEEK else date_words(lesson.by, now)
    return _tr("To agree by {day}.").format(day=day)


def _in_use(lesson: Lesson, now: datetime) -> str:
    since = lesson.in_use_since
    if since is None:
        return ""
    days = (now.date() - since).days
    if days < 1:
        return _tr("In use since today.")
    day = date_words(since, now)
    if days == 1:
        return _tr("In use since {day}, 1 day without a slip.").format(day=day)
    return _tr("In use since {day}, {days} days without a slip.").format(day=day, days=days)


def weekday_words(day: date) -> str:
    """ "Monday", by the locale."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd")


def _tr(text: str) -> str:
    return QCoreApplication.translate("lesson", text)
