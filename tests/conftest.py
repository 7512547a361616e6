"""Keeps tests apart from the owner's files and from each other, and fails what leaves a window, timer or thread."""

import gc
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.needs import NEEDS, missing

# Before anything imports Qt: no test may see or touch the files of the person at the keyboard.
_HOME = Path(tempfile.mkdtemp(prefix="amends-tests-"))
_FOLDERS = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}
for _variable, _folder in _FOLDERS.items():
    (_HOME / _folder).mkdir(mode=0o700)
    os.environ[_variable] = str(_HOME / _folder)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests compare words and dates; what the computer speaks must not matter.
os.environ["LC_ALL"] = "C.UTF-8"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all",
        action="store_true",
        help="fail, rather than skip, tests whose printer queue, screen reader or notification daemon is not installed",
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in NEEDS:
        reason = missing(marker) if item.get_closest_marker(marker) else None
        if reason and item.config.getoption("--all"):
            pytest.fail(f"--all wants this test to run, but it cannot. {reason}", pytrace=False)
        if reason:
            pytest.skip(reason)


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def isolated_home() -> Path:
    """The folder below which HOME and all XDG folders of this test session lie."""
    return _HOME


@pytest.fixture(scope="module", autouse=True)
def _looks_at_what_is_new() -> None:
    """What lives by now stays: the look for running timers after each test goes through newer things alone."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _leaves_nothing_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    threads = set(threading.enumerate())
    shows_windows = not {"qapp", "qtbot", "qtmodeltester"}.isdisjoint(request.fixturenames)
    timers = _active_timers() if shows_windows else set()
    yield
    left = [f"thread {thread.name}" for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    if shows_windows:
        left += _close_windows()
        left += [f"running timer of {name}" for _, name in _active_timers() - timers]
    if left:
        pytest.fail(f"The test left behind: {', '.join(left)}.", pytrace=False)


def _qt(module: str) -> ModuleType:
    # Looked up and not imported: a test without a window must not pay for Qt.
    return sys.modules[module]


def _close_windows() -> list[str]:
    """Closes what is still on screen, so that the next test starts clean, and names it."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    widgets, core = _qt("PySide6.QtWidgets"), _qt("PySide6.QtCore")
    if not isinstance(core.QCoreApplication.instance(), widgets.QApplication):
        return []
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    names = []
    for window in widgets.QApplication.topLevelWidgets():
        if window.isVisible():
            names.append(f"open window {type(window).__name__} “{window.windowTitle()}”")
            window.hide()
            window.deleteLater()
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    # What a test copied must not outlive Python: the clipboard would free it after the interpreter is gone.
    _qt("PySide6.QtGui").QGuiApplication.clipboard().clear()
    return names


def _active_timers() -> set[tuple[int, str]]:
    """The running QTimers that Python knows, by address, with the class of their parent."""
    if "PySide6.QtCore" not in sys.modules or "shiboken6" not in sys.modules:
        return set()
    timer_type, is_valid = _qt("PySide6.QtCore").QTimer, _qt("shiboken6").isValid
    return {
        (id(thing), type(thing.parent()).__name__)
        for thing in gc.get_objects()
        if isinstance(thing, timer_type) and is_valid(thing) and thing.isActive()
    }
