"""The guards of tests/conftest.py do fail the tests that they are there for."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT

CARELESS = '''
"""Tests that each leave something behind, and some that do not."""

import os
import threading
import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths, QTimer, qWarning
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

KEPT = []
GO_ON = threading.Event()


def test_tidy_window(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    timer = QTimer(widget)
    timer.start(60_000)
    widget.show()


def test_open_window(qtbot: QtBot) -> None:
    KEPT.append(QWidget())
    KEPT[-1].show()


def test_open_dialog(qtbot: QtBot) -> None:
    KEPT.append(QDialog())
    KEPT[-1].open()


def test_running_timer(qtbot: QtBot) -> None:
    KEPT.append(QTimer())
    KEPT[-1].start(60_000)


def test_qt_warning(qtbot: QtBot) -> None:
    qWarning("out of order")


def test_python_warning() -> None:
    warnings.warn("old", DeprecationWarning)


def test_running_thread() -> None:
    thread = threading.Thread(target=GO_ON.wait)
    thread.start()


def test_last_thread_ends() -> None:
    GO_ON.set()


def test_own_folders() -> None:
    places = [Path.home(), QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation),
              QSettings("Amends", "Amends").fileName(), os.environ["XDG_RUNTIME_DIR"]]
    assert all("amends-tests-" in str(place) for place in places), places


@pytest.mark.cups
def test_wants_a_printer() -> None:
    pass
'''
GOOD = {"test_tidy_window", "test_last_thread_ends", "test_own_folders"}
BAD = {"test_open_window", "test_open_dialog", "test_running_timer", "test_qt_warning", "test_python_warning"}


def _run(folder: Path, *words: str) -> dict[str, set[str]]:
    """The names of the careless tests by how they ended, from a process of its own."""
    file = folder / "test_careless.py"
    file.write_text(CARELESS, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(ROOT / "pyproject.toml"),
        "--rootdir",
        str(folder),
        "-rA",
        "-v",
    ]
    command += ["-p", "tests.conftest", "-p", "no:cacheprovider", *words, str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    ended: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) \S*::(\w+)", done.stdout, re.MULTILINE):
        ended.setdefault(outcome, set()).add(name)
    for name in re.findall(r"::(\w+) SKIPPED", done.stdout):
        ended.setdefault("SKIPPED", set()).add(name)
    return ended


def test_what_is_left_behind_fails_its_test(tmp_path: Path) -> None:
    ended = _run(tmp_path)
    assert ended["FAILED"] | ended["ERROR"] == BAD | {"test_running_thread"}
    assert ended["PASSED"] >= GOOD


def test_what_is_not_installed_is_skipped_and_fails_with_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bare.py").write_text(
        "from tests import needs\nneeds.NEEDS['cups'] = (needs.Need('no-such-program', 'no-such-package'),)\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    only = ("-p", "bare", "-k", "wants_a_printer")
    assert _run(tmp_path, *only) == {"SKIPPED": {"test_wants_a_printer"}}
    assert _run(tmp_path, *only, "--all")["ERROR"] == {"test_wants_a_printer"}
