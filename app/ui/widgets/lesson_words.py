"""A lesson, its causes and its state, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.lesson import CAUSES, Lesson
from app.ui.widgets.when import date_words, past_words


def lesson_title(lesson: Lesson) -> str:
    """The plan, or where it broke while there is no plan."""
    return " ".join((lesson.plan or lesson.broke).split()) or _tr("A lesson without words yet")


def state_words(lesson: Lesson, now: datetime) -> str:
    """Such as "Came back once. From 2 cases. In use since 4 Oct, 12 days without a slip." """
    state, _ = lesson_state(lesson)
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


def lesson_state(lesson: Lesson) -> tuple[str, str]:
    """The words and the tone of its chip."""
    if lesson.state == "to-agree":
        return _tr("To agree"), "amber"
    if lesson.state == "in-use":
        return _tr("In use"), "green"
    if lesson.slips == 1:
        return _tr("Came back once"), "coral"
    if lesson.slips == 2:
        return _tr("Came back twice"), "coral"
    return _tr("Came back {count} times").format(count=lesson.slips), "coral"


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
    if since is None:
        return ""
    if since >= now.date():
        return _tr("In use since today.")
    slip = lesson.last_slip.astimezone(now.tzinfo).date() if lesson.last_slip is not None else since
    days = (now.date() - max(since, slip)).days
    day = date_words(since, now)
    if days < 1:
        return _tr("In use since {day}; it came back today.").format(day=day)
    if days == 1:
        return _tr("In use since {day}, 1 day without a slip.").format(day=day)
    return _tr("In use since {day}, {days} days without a slip.").format(day=day, days=days)


def _tr(text: str) -> str:
    return QCoreApplication.translate("lesson", text)
