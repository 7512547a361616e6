"""The clock gives aware moments in a zone that knows summer time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import tzlocal

from app.system import clock


def test_the_moment_is_aware_and_now() -> None:
    moment = clock.system_clock()()
    assert moment.tzinfo is not None
    assert abs((datetime.now(UTC) - moment).total_seconds()) < 60


def test_a_zone_that_nobody_knows_is_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Mars/Olympus")
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Mars/Olympus")
    assert clock.local_zone() is UTC


def test_the_variable_goes_before_the_link(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    monkeypatch.setattr(clock, "_LOCAL", link)
    monkeypatch.delenv("TZ", raising=False)
    assert str(clock.local_zone()) == "Europe/Berlin"
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert str(clock.local_zone()) == "Asia/Tokyo"


def test_a_copied_file_in_place_of_a_link_is_asked_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(clock, "_LOCAL", tmp_path / "localtime")
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Africa/Nairobi")
    assert str(clock.local_zone()) == "Africa/Nairobi"
