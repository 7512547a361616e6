"""A lesson, its causes and its state, in words."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.domain.lesson import CAUSES, Lesson
from app.domain.terms import LessonState
from app.ui.widgets.when import date_words, past_words


def lesson_title(lesson: Lesson) -> str:
    """The plan, or where it broke while there is no plan."""
    return " ".join((lesson.plan or lesson.broke).split()) or _tr("A lesson without words yet")


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
    return {
        LessonState.TO_AGREE: (_tr("To agree"), "amber"),
        LessonState.ON_TRIAL: (_tr("On trial"), "amber"),
        LessonState.IN_USE: (_tr("In use"), "accent"),
        LessonState.HOLDING: (_tr("Holding"), "green"),
        LessonState.NOT_HOLDING: (_tr("Not holding"), "coral"),
        LessonState.RETIRED: (_tr("Retired"), ""),
    }[lesson.state(today)]


def lesson_record(lesson: Lesson, now: datetime) -> str:
    """ "From 3 cases. In use since 4 Oct, 31 days without a slip." """
    return " ".join(part for part in (_from(lesson), _in_use(lesson, now)) if part)


def since_plan(lesson: Lesson, now: datetime) -> str:
    """How the plan held until now; empty before it is in use."""
    if lesson.in_use_since is None:
        return ""
    if lesson.last_slip is not None:
        last = past_words(lesson.last_slip, now)
        return _tr("The latest: {day}.").format(day=last)
    days = (now.date() - lesson.in_use_since).days
    if days < 1:
        return _tr("In use since today.")
    return _tr("Nothing came back in 1 day.") if days == 1 else _tr("Nothing came back in {n} days.").format(n=days)


def _from(lesson: Lesson) -> str:
    if not lesson.cases:
        return ""
    return _tr("From 1 case.") if lesson.cases == 1 else _tr("From {count} cases.").format(count=lesson.cases)


def _in_use(lesson: Lesson, now: datetime) -> str:
    since = lesson.in_use_since
    if since is None or lesson.retired_on is not None:
        return ""
    if lesson.slips == 1:
        return _tr("Came back once since the plan.")
    if lesson.slips:
        return _tr("Came back {count} times since the plan.").format(count=lesson.slips)
    days = (now.date() - since).days
    if days < 1:
        return _tr("In use since today.")
    day = date_words(since, now)
    if days == 1:
        return _tr("In use since {day}, 1 day without a slip.").format(day=day)
    return _tr("In use since {day}, {days} days without a slip.").format(day=day, days=days)


def _tr(text: str) -> str:
    return QCoreApplication.translate("lesson", text)
