"""The moment now, in the zone of this machine."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tzlocal

Clock = Callable[[], datetime]


def local_zone() -> tzinfo:
    """The zone by its name where the system tells it, so that summer time is right; UTC at the worst."""
    try:
        return ZoneInfo(tzlocal.get_localzone_name() or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def system_clock() -> Clock:
    """A clock that asks for the zone once: who travels with the shop's desktop starts it again."""
    zone = local_zone()

    def now() -> datetime:
        return datetime.now(zone)

    return now
