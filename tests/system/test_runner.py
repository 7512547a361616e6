"""One job at a time beside the window."""

import gc
import threading

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError
from app.system.runner import Progress, Runner


def fail(_value: object) -> None:
    pytest.fail("this must not be called")


@pytest.fixture
def runner(qtbot: QtBot) -> Runner:
    return Runner()


def test_a_job_runs_elsewhere_and_its_value_comes_back_here(runner: Runner, qtbot: QtBot) -> None:
    here = threading.get_ident()
    seen: list[object] = []

    def work(progress: Progress) -> int:
        progress.tell(1, 2)
        return threading.get_ident()

    def done(value: object) -> None:
        seen.extend((value, threading.get_ident()))

    with qtbot.waitSignals([runner.idle, runner.progressed]):
        runner.start(work, done, fail)
    runner.stop()
    assert seen[0] != here
    assert seen[1] == here


def test_a_refusal_and_a_bug_go_different_ways(runner: Runner, qtbot: QtBot) -> None:
    refused: list[AppError] = []
    faults: list[object] = []
    runner.faulted.connect(faults.append)

    def refuse(_progress: Progress) -> None:
        raise AppError("backup_failed", folder="/x", why="disk_full")

    def break_down(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(runner.idle):
        runner.start(refuse, fail, refused.append)
        runner.start(break_down, fail, fail)
    runner.stop()
    assert [error.code for error in refused] == ["backup_failed"]
    assert len(faults) == 1


def test_a_cancelled_job_is_told(runner: Runner, qtbot: QtBot) -> None:
    begun = threading.Event()
    stopped: list[object] = []

    def work(progress: Progress) -> str:
        begun.set()
        assert progress._cancelled.wait(10)
        return "stopped early" if progress.is_cancelled else "went on"

    progress = runner.start(work, stopped.append, fail)
    assert begun.wait(10)
    with qtbot.waitSignal(runner.idle):
        progress.cancel()
    runner.stop()
    assert stopped == ["stopped early"]


def test_stop_without_a_job_is_nothing(runner: Runner) -> None:
    runner.stop()
    assert runner.is_idle


def test_what_is_to_be_done_last_is_done_on_the_thread(runner: Runner, qtbot: QtBot) -> None:
    places: list[int] = []
    with qtbot.waitSignal(runner.idle):
        runner.start(lambda _: places.append(threading.get_ident()), lambda _: None, fail)
    runner.stop(lambda: places.append(threading.get_ident()))
    assert len(places) == 2
    assert places[0] == places[1] != threading.get_ident()


def test_nothing_is_swept_on_the_thread(runner: Runner, qtbot: QtBot) -> None:
    """A widget that is part of a cycle may be destroyed in the window's thread alone."""
    swept: list[int] = []

    class Knot:
        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            swept.append(threading.get_ident())

    def work(_progress: Progress) -> None:
        for _ in range(2 * gc.get_threshold()[0]):
            Knot()

    with qtbot.waitSignal(runner.idle):
        runner.start(work, lambda _: None, fail)
    runner.stop()
    gc.collect()
    assert swept
    assert set(swept) == {threading.get_ident()}
    assert gc.isenabled()


def test_a_runner_that_is_stopped_amid_a_job_lets_sweep_again(runner: Runner) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        progress._cancelled.wait(10)

    runner.start(work, lambda _: None, fail)
    assert begun.wait(10)
    assert not gc.isenabled()
    runner.stop()
    assert gc.isenabled()
