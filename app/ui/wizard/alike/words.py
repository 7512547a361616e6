"""What the panel of like complaints says."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.lesson import Lesson
from app.ui.widgets.lesson_words import lesson_record
from app.ui.widgets.when import date_words


def count_words(cases: int) -> str:
    """ "2 complaints like this one" """
    if cases == 1:
        return _tr("1 complaint like this one")
    return _tr("{count} complaints like this one").format(count=cases)


def found_words(cases: int, lessons: int) -> str:
    """The same with the lesson, in one line; empty where there is nothing."""
    if not cases:
        return _tr("A lesson of yours is about this") if lessons else ""
    return (
        _tr("{complaints}, and what you learned").format(complaints=count_words(cases))
        if lessons
        else (count_words(cases))
    )


def short_words(cases: int) -> str:
    """ "2 like this: look", or that there is a lesson alone."""
    if not cases:
        return _tr("A lesson: look")
    return _tr("{count} like this: look").format(count=cases)


def would_be_words(lesson: Lesson, now: datetime, *, linked: bool) -> str:
    """What this complaint would be to the plan: "In use since 4 Oct. This would be the first slip." """
    since = lesson.in_use_since
    if linked or since is None or lesson.retired_on is not None:
        return lesson_record(lesson, now)
    if lesson.slips == 0:
        words = _tr("In use since {day}. This would be the first slip.")
    elif lesson.slips == 1:
        words = _tr("In use since {day}. It came back once; this would be the second time.")
    else:
        words = _tr("In use since {day}. It came back {count} times; this would be one more.")
    return words.format(day=date_words(since, now), count=lesson.slips)


def _tr(text: str) -> str:
    return QCoreApplication.translate("alike", text)
