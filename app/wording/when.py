"""A promised date as a person would say it."""

from datetime import date, datetime, time

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEK = 7  # from here on the name of the day alone is ambiguous


def say_when(when: date | datetime, today: date, *, aloud: bool = False) -> str:
    """ "Sunday at noon" within the week ahead, else "Thursday 26 November", with the year if it is another.

    `aloud` may say "today" and "tomorrow"; on paper these would be wrong by the time it is read.
    """
    if isinstance(when, datetime):
        return f"{_day(when.date(), today, aloud=aloud)} at {_hour(when.time())}"
    return _day(when, today, aloud=aloud)


def _day(day: date, today: date, *, aloud: bool) -> str:
    ahead = (day - today).days
    if aloud and ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    name = DAYS[day.weekday()]
    if 0 < ahead < WEEK:
        return name
    full = f"{name} {day.day} {MONTHS[day.month - 1]}"
    return full if day.year == today.year else f"{full} {day.year}"


def _hour(at: time) -> str:
    if (at.hour, at.minute) in ((0, 0), (12, 0)):
        return "noon" if at.hour else "midnight"
    half = "am" if at.hour < 12 else "pm"
    hour = at.hour % 12 or 12
    return f"{hour}:{at.minute:02d} {half}" if at.minute else f"{hour} {half}"
