"""The clock gives aware moments in a zone that knows summer time."""

from datetime import UTC, datetime

import pytest
import tzlocal

from app.system import clock


def test_the_moment_is_aware_and_now() -> None:
    moment = clock.system_clock()()
    assert moment.tzinfo is not None
    assert abs((datetime.now(UTC) - moment).total_seconds()) < 60


def test_a_zone_that_nobody_knows_is_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Mars/Olympus")
    assert clock.local_zone() is UTC
