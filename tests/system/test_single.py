"""A second start wakes the first; a dead one does not stand in the way."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.system.single import SingleStart

_HOLD_AND_DIE = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.system.single import SingleStart
app = QCoreApplication([])
one = SingleStart(Path(sys.argv[1]))
assert one.try_lock()
one.listen()
os.kill(os.getpid(), signal.SIGKILL)
"""

_START_AGAIN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.system.single import SingleStart
app = QCoreApplication([])
second = SingleStart(Path(sys.argv[1]))
assert not second.try_lock()
print("asking", flush=True)
sys.exit(0 if second.wake_first("lessons") else 1)
"""


def test_the_second_start_wakes_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "shop.amends"
    first, second = SingleStart(file), SingleStart(file)
    assert first.try_lock()
    first.listen()
    assert not second.try_lock()
    with qtbot.waitSignal(first.woken) as woken:
        assert second.wake_first("lessons")
    assert woken.args == ["lessons"]
    first.release()
    assert second.try_lock()
    second.release()


def test_a_second_start_waits_for_a_first_that_does_not_listen_yet(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "shop.amends"
    first = SingleStart(file)
    assert first.try_lock()
    command = [sys.executable, "-c", _START_AGAIN, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second:
        assert second.stdout is not None
        assert second.stdout.readline() == "asking\n"
        with qtbot.waitSignal(first.woken) as woken:
            QTimer.singleShot(300, first.listen)  # as long as a window takes that has just been painted
        assert woken.args == ["lessons"]
        assert second.wait(timeout=10) == 0
    first.release()


def test_another_file_is_another_program(tmp_path: Path, qtbot: QtBot) -> None:
    one, other = SingleStart(tmp_path / "a.amends"), SingleStart(tmp_path / "b.amends")
    assert one.try_lock()
    assert other.try_lock()
    one.release()
    other.release()


def test_what_was_killed_does_not_stand_in_the_way(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "shop.amends"
    killed = subprocess.run([sys.executable, "-c", _HOLD_AND_DIE, str(file)], check=False, timeout=60)
    assert killed.returncode == -9
    assert file.with_name("shop.amends.lock").exists()
    one = SingleStart(file)
    assert one.try_lock()
    one.listen()
    second = SingleStart(file)
    with qtbot.waitSignal(one.woken):
        assert second.wake_first("today")
    one.release()


def test_nobody_there_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    assert not SingleStart(tmp_path / "nobody.amends").wake_first("today")
