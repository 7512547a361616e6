"""Dates as a person says them, by the locale and the moment that is now."""

import re
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

_Long = QLocale.FormatType.LongFormat
_Short = QLocale.FormatType.ShortFormat
_WEEK = 7


def due_words(due: date | datetime, now: datetime, locale: QLocale | None = None) -> str:
    """When something is or was due: "2 days late", "Today 3 pm", "Tomorrow", "Thu", "13 Nov", "13 Nov 2026".

    `now` has a zone; a `due` with a time is shown in the zone of `now`, a plain day is that day.
    """
    day, moment = _day_and_time(due, now)
    away = (day - now.date()).days
    if away < 0:
        return _tr("1 day late") if away == -1 else _tr("{days} days late").format(days=-away)
    if away == 0:
        return _today(moment, locale or QLocale())
    if away == 1:
        return _tr("Tomorrow")
    return _plain(day, now.date(), locale or QLocale(), weekday=away < _WEEK)


def past_words(then: date | datetime, now: datetime, locale: QLocale | None = None) -> str:
    """When something happened: "Today 10:12 am", "Yesterday", "Thu", "13 Nov", "13 Nov 2025"."""
    day, moment = _day_and_time(then, now)
    ago = (now.date() - day).days
    if ago == 0:
        return _today(moment, locale or QLocale())
    if ago == 1:
        return _tr("Yesterday")
    return _plain(day, now.date(), locale or QLocale(), weekday=0 < ago < _WEEK)


def date_words(then: date | datetime, now: datetime, locale: QLocale | None = None) -> str:
    """The date inside a sentence, never "Yesterday": "13 Nov", "13 Nov 2025"."""
    day, _ = _day_and_time(then, now)
    return _plain(day, now.date(), locale or QLocale(), weekday=False)


def full_words(when: date | datetime, now: datetime, locale: QLocale | None = None) -> str:
    """The whole date, for tooltips: "Saturday 21 November 2026", with its time if it has one."""
    chosen = locale or QLocale()
    day, moment = _day_and_time(when, now)
    words = chosen.toString(_qdate(day), _Long)
    return words if moment is None else f"{words}, {time_words(moment, chosen)}"


def day_line(now: datetime, locale: QLocale | None = None) -> str:
    """The day without its year, for the head of Today: "Saturday 21 November"."""
    chosen = locale or QLocale()
    return chosen.toString(_qdate(now.date()), _without_year(chosen.dateFormat(_Long)))


def time_words(moment: datetime, locale: QLocale | None = None) -> str:
    """The time of day: "3 pm" and "3:30 pm" where clocks have twelve hours, else "15:00"."""
    chosen = locale or QLocale()
    time = QTime(moment.hour, moment.minute)
    form = chosen.timeFormat(_Short)
    if "a" not in form.lower():
        return chosen.toString(time, form)
    return chosen.toString(time, "h:mm ap" if moment.minute else "h ap")


def is_late(due: date | datetime, now: datetime) -> bool:
    """Is it past? A plain day is past when it is over."""
    return due < now if isinstance(due, datetime) else due < now.date()


def due_tone(due: date | datetime, now: datetime) -> str:
    """The tone of a chip for it: coral when late, amber today, else none."""
    if is_late(due, now):
        return "coral"
    return "amber" if _day_and_time(due, now)[0] == now.date() else ""


def _day_and_time(when: date | datetime, now: datetime) -> tuple[date, datetime | None]:
    if isinstance(when, datetime):
        here = when.astimezone(now.tzinfo)
        return here.date(), here
    return when, None


def _today(moment: datetime | None, locale: QLocale) -> str:
    if moment is None:
        return _tr("Today")
    return _tr("Today {time}").format(time=time_words(moment, locale))


def _plain(day: date, today: date, locale: QLocale, *, weekday: bool) -> str:
    if weekday:
        return locale.toString(_qdate(day), "ddd")
    form = _short_month(locale.dateFormat(_Long))
    return locale.toString(_qdate(day), form if day.year != today.year else _without_year(form))


def _short_month(form: str) -> str:
    """The locale's long form without the weekday, with a short month; the order of day and month stays."""
    return re.sub(r"^[\W_]+|[\s,]+$", "", re.sub(r"dddd?[,،.]?\s*", "", form)).replace("MMMM", "MMM")


def _without_year(form: str) -> str:
    """The form without the year and what stands around it; marks of Chinese, Japanese and Korean go along."""
    return re.sub(r"^[\W_]+|[\s,]+$", "", re.sub(r"('[^']*')?[\s,.]*y{2,4}(年|년\s*|\s*'[^']*')?", "", form))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("when", text)
