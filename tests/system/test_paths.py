"""The owner's file lies where each system wants it."""

import sys
from pathlib import Path

import pytest

from app.system import paths


def test_linux_follows_xdg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.own_file() == tmp_path / "amends" / "shop.amends"
    monkeypatch.delenv("XDG_DATA_HOME")
    assert paths.data_folder() == Path.home() / ".local" / "share" / "amends"


def test_windows_and_macos(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "win32")
    assert paths.data_folder() == tmp_path / "Amends"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert paths.made_up_file() == Path.home() / "Library" / "Application Support" / "Amends" / "made-up shop.amends"


def test_the_made_up_shop_has_a_file_of_its_own() -> None:
    assert paths.made_up_file() != paths.own_file()
