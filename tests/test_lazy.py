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


def test_what_is_not_there_is_refused_at_once() -> None:
    with pytest.raises(ModuleNotFoundError):
        lazy("late_cake")


def test_a_module_without_such_a_name_says_so(slow: str) -> None:
    with pytest.raises(AttributeError, match="Roll"):
        _ = lazy(slow).Roll
