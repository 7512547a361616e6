"""Modules that are loaded late are loaded once, whoever asks."""

import sys
import threading
from pathlib import Path

import pytest

from app.lazy import lazy


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that takes its time, and notes each time that it is executed."""
    (tmp_path / "late_bread.py").write_text(
        "import sys\n"
        "import threading\n"
        "sys.baked = getattr(sys, 'baked', 0) + 1\n"
        "threading.Event().wait(0.2)\n"
        "class Loaf:\n"
        "    pass\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "baked", 0, raising=False)
    monkeypatch.delitem(sys.modules, "late_bread", raising=False)
    return "late_bread"


def test_it_is_executed_with_its_first_attribute(slow: str) -> None:
    module = lazy(slow)
    assert vars(sys)["baked"] == 0
    assert module.Loaf.__name__ == "Loaf"
    assert module.Loaf is lazy(slow).Loaf
    assert vars(sys)["baked"] == 1


def test_threads_that_ask_at_once_get_the_same_whole_module(slow: str) -> None:
    module = lazy(slow)
    together = threading.Barrier(4)
    found: list[type] = []

    def ask() -> None:
        together.wait()
        found.append(module.Loaf)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert vars(sys)["baked"] == 1
    assert len(found) == 4
    assert len(set(found)) == 1


def test_what_is_not_there_is_refused_when_it_is_asked_for() -> None:
    missing = lazy("late_cake")
    try:
        with pytest.raises(ModuleNotFoundError, match="late_cake"):
            _ = missing.Cream
    finally:
        del sys.modules["late_cake"]


def test_it_is_found_in_its_package(monkeypatch: pytest.MonkeyPatch, slow: str, tmp_path: Path) -> None:
    (tmp_path / "oven").mkdir()
    (tmp_path / "oven" / "__init__.py").touch()
    (tmp_path / slow).with_suffix(".py").rename(tmp_path / "oven" / "late_bread.py")
    monkeypatch.delitem(sys.modules, "oven", raising=False)
    monkeypatch.delitem(sys.modules, "oven.late_bread", raising=False)
    module = lazy("oven.late_bread")
    assert vars(sys)["baked"] == 0
    assert module.Loaf.__module__ == "oven.late_bread"
    assert sys.modules["oven"].late_bread is module
    assert module.__spec__ is not None
    assert module.__spec__.name == "oven.late_bread"


def test_a_module_without_such_a_name_says_so(slow: str) -> None:
    with pytest.raises(AttributeError, match="Roll"):
        _ = lazy(slow).Roll
