"""The program goes over to the made-up shop, or ends where another Amends has that open."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.domain.errors import AppError
from app.system import paths
from app.system.machine import Machine
from app.system.single import SingleStart
from tests.shop import SetClock


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setattr(paths, "made_up_file", lambda: tmp_path / "made-up.amends")
    monkeypatch.setattr(paths, "log_file", lambda: tmp_path / "amends.log")
    program = Program(qapp, Machine(tmp_path / "machine.ini"), clock)
    assert program.open(tmp_path / "own.amends")
    qtbot.waitUntil(lambda: _is_backed_up(program))
    yield program
    for window in (program.window, program._first):
        if window is not None:
            window.hide()
            window.deleteLater()
    program.shut()


def _is_backed_up(program: Program) -> bool:
    """What comes after the first paint is done."""
    return program.runner is not None and program.runner.is_idle


def test_a_file_that_takes_no_writing_at_the_start_is_told_of_and_no_fault(program: Program, qtbot: QtBot) -> None:
    assert program.desk is not None
    assert program.house is not None
    refused: list[AppError] = []
    program.desk.calls.refused.connect(refused.append)
    program.house.store.connection.execute("PRAGMA query_only = 1")  # SQLite refuses as it does for such a file
    program._after_first_paint()
    assert [error.code for error in refused] == ["file_read_only"]
    program.house.store.connection.execute("PRAGMA query_only = 0")
    qtbot.waitUntil(lambda: _is_backed_up(program))


def test_the_made_up_shop_comes_in_place_of_the_first_questions(program: Program, qtbot: QtBot) -> None:
    program._on_made_up_wished()
    assert program.house is not None
    assert program.house.settings.shop().made_up
    assert program.window is not None
    qtbot.waitUntil(lambda: _is_backed_up(program))
    with qtbot.waitSignal(program.window.closing):
        program.window.close()


def test_a_made_up_shop_that_is_open_already_leaves_no_program_without_a_window(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = SingleStart(paths.made_up_file())
    assert other.try_lock()
    other.listen()
    ended: list[bool] = []
    monkeypatch.setattr(program, "_app", SimpleNamespace(quit=lambda: ended.append(True)))
    with qtbot.waitSignal(other.woken):
        program._on_made_up_wished()
    assert ended == [True]
    assert "open already" in capsys.readouterr().err
    other.release()
