"""A lesson, its causes and its state, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.lesson import CAUSES, Lesson
from app.ui.wizard.pages.inside import when_inside


def lesson_title(lesson: Lesson) -> str:
    """The plan, or where it broke while there is no plan."""
    return " ".join((lesson.plan or lesson.broke).split()) or _tr("A lesson without words yet")


def state_words(lesson: Lesson, now: datetime) -> str:
    """Whether the plan is in use, and how often it came back."""
    if lesson.in_use_since is None:
        return _tr("The plan is not agreed yet.")
    since = when_inside(lesson.in_use_since, now)
    if lesson.slips == 0:
        return _tr("In use since {since}. It has not come back.").format(since=since)
    if lesson.slips == 1:
        return _tr("In use since {since}. It came back once.").format(since=since)
    return _tr("In use since {since}. It came back {count} times.").format(since=since, count=lesson.slips)


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


def _tr(text: str) -> str:
    return QCoreApplication.translate("lessons", text)
