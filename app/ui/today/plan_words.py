"""What a row of Today says of a plan: to agree, to look at again, or to judge."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.due import LessonDates, LessonReminder, days_to_ask
from app.domain.terms import DueKind
from app.ui.today.said import NAME_LIMIT, Said, sentence
from app.ui.widgets.when import date_words
from app.ui.widgets.words import short_line

_PLAN_LIMIT = 100  # characters: what can be read at a glance


def said(reminder: LessonReminder, now: datetime) -> Said:
    """Icon, tone, title, facts and act; a plan that did not hold is coral on any day."""
    lesson = reminder.lesson
    if reminder.kind is DueKind.EFFECT_CHECK:
        return Said("question", "accent", _question(lesson, now), (_in_use(lesson, now),), _tr("Answer"))
    if lesson.came_back:
        title = _tr("It came back: {what}").format(what=_short(lesson.broke or lesson.plan))
        return Said("lightbulb", "coral", title, (_slip(lesson), _often(lesson)), _tr("Look at the plan"))
    return Said("lightbulb", "amber", _to_agree(lesson), (_why(lesson), _owner(lesson)), _tr("Open the lesson"))


def _question(lesson: LessonDates, now: datetime) -> str:
    assert lesson.in_use_since is not None, "only a plan in use is judged"
    days = days_to_ask(lesson.in_use_since, lesson.checked_days, now.date())
    return _tr("Does it hold? {days} days of: {plan}").format(days=days, plan=_short(lesson.plan or lesson.broke))


def _in_use(lesson: LessonDates, now: datetime) -> str:
    assert lesson.in_use_since is not None
    return _tr("In use since {day}.").format(day=date_words(lesson.in_use_since, now))


def _slip(lesson: LessonDates) -> str:
    """The newest complaint by its name, so that the owner knows it again."""
    who = short_line(lesson.slip_customer, NAME_LIMIT) or _tr("A customer")
    if not lesson.slip_title:
        return _tr("{person}: complaint {number}.").format(person=who, number=lesson.slip_case)
    return _tr("{person}: {title}").format(person=who, title=sentence(lesson.slip_title))


def _often(lesson: LessonDates) -> str:
    if lesson.slips < 2:
        return ""
    return _tr("The newest of {count} since you last looked at the plan.").format(count=lesson.slips)


def _to_agree(lesson: LessonDates) -> str:
    if lesson.plan:
        return _tr("Agree the plan: {plan}").format(plan=_short(lesson.plan))
    return _tr("Find a plan: {what}").format(what=_short(lesson.broke))


def _why(lesson: LessonDates) -> str:
    return sentence(lesson.broke) if lesson.plan else ""


def _owner(lesson: LessonDates) -> str:
    return _tr("{person} owns it.").format(person=short_line(lesson.owner, NAME_LIMIT)) if lesson.owner.strip() else ""


def _short(words: str) -> str:
    return short_line(words, _PLAN_LIMIT)


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)
