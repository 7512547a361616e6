"""The moment now, in the zone of this machine."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.lazy import lazy

if TYPE_CHECKING:
    import tzlocal
else:  # knows every system, which takes its time
    tzlocal = lazy("tzlocal")

Clock = Callable[[], datetime]
_LOCAL = Path("/etc/localtime")


def local_zone() -> tzinfo:
    """The zone by its name where the system tells it, so that summer time is right; UTC at the worst."""
    try:
        return ZoneInfo(_linked_name() or tzlocal.get_localzone_name() or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _linked_name() -> str:
    """The name behind the link that most systems set, where no variable says otherwise; empty for none."""
    if "TZ" in os.environ:
        return ""
    _, found, name = str(_LOCAL.resolve()).partition("/zoneinfo/")
    return name if found else ""


def system_clock() -> Clock:
    """A clock that asks for the zone once: who travels with the shop's desktop starts it again."""
    zone = local_zone()

    def now() -> datetime:
        return datetime.now(zone)

    return now
