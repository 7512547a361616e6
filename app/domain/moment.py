"""Moments as the file holds them: UTC text with the zone of entry behind it.

The text is that of RFC 9557, `2026-11-21T14:03:05Z[Europe/Berlin]`: it sorts as time, and keeps where it was typed.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FIRST_YEAR, LAST_YEAR = 1900, 2200  # of what may be typed
_STAMP = len("2026-11-21T14:03:05Z")
When = TypeVar("When", bound=date)


@cache
def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):  # a file from a machine with newer zones stays readable
        return UTC


def to_text(moment: datetime) -> str:
    """The stored text of an aware `datetime`; seconds are its precision."""
    zone = getattr(moment.tzinfo, "key", None)
    stamp = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{stamp}[{zone}]" if zone else stamp


def from_text(text: str) -> datetime:
    """The moment in its zone of entry; raises `ValueError` for anything else."""
    stamp, _, zone = text.partition("[")
    if len(stamp) != _STAMP or not stamp.endswith("Z"):  # fromisoformat takes more; strptime takes ten times as long
        raise ValueError(text)
    moment = datetime.fromisoformat(stamp)
    return moment.astimezone(_zone(zone.rstrip("]"))) if zone else moment


def known_from_text(text: str | None) -> datetime | None:
    """The moment, or None where the file holds none."""
    return from_text(text) if text else None


def when_to_text(when: date | datetime) -> str:
    return to_text(when) if isinstance(when, datetime) else when.isoformat()


def when_from_text(text: str) -> date | datetime:
    return from_text(text) if "T" in text else date.fromisoformat(text)


def deadline(when: date | datetime, zone: tzinfo) -> datetime:
    """The moment after which it is late: the hour itself, or the end of that day in `zone`."""
    if isinstance(when, datetime):
        return when
    return datetime.combine(when, time(23, 59, 59), zone)


def within_reach(when: When) -> When:
    """The same; raises `ValueError` for a slip of the finger, which would stop Today from counting days."""
    if not FIRST_YEAR <= when.year <= LAST_YEAR:
        raise ValueError(when)
    return when


def parse_when(text: str, zone: tzinfo) -> date | datetime:
    """ISO 8601 with or without an hour and a zone, as scripts give it; raises `ValueError`."""
    text = text.strip()
    if "T" not in text and " " not in text:
        return within_reach(date.fromisoformat(text))
    moment = within_reach(datetime.fromisoformat(text))
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def parse_moment(text: str, zone: tzinfo) -> datetime:
    """Like `parse_when`; a bare day means noon of it."""
    when = parse_when(text, zone)
    return when if isinstance(when, datetime) else datetime.combine(when, time(12), zone)


def days_after(moment: datetime, days: int) -> datetime:
    """The same hour on the clock, `days` later, also over a change to summer time."""
    return moment + timedelta(days=days)
