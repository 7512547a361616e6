"""Runs one way in a process of its own to the middle of step 5, where the power goes: FILE WAY."""

import os
import signal
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.domain.terms import Answer
from tests.e2e.running import BEGIN, Running
from tests.e2e.ways import WAYS, set_up, to_the_middle_of_step_5
from tests.shop import SetClock

SAVED_WITHIN_MS = 1100  # "at the latest one second after the last key", and a tenth for a busy machine


def _fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """A fault must end the process at once, else the test waits for it."""
    traceback.print_exception(kind, fault, trace)
    sys.stderr.flush()
    os._exit(3)


def _power_cut() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Never comes back: killed, or ended with 3 by a fault."""
    sys.excepthook = _fault
    app = QApplication(["amends"])
    running = Running(app, Path(sys.argv[1]), SetClock(BEGIN))
    set_up()
    to_the_middle_of_step_5(WAYS[Answer(sys.argv[2])])
    QTimer.singleShot(SAVED_WITHIN_MS, _power_cut)
    app.exec()
    del running  # held until then, or the program would be swept up


if __name__ == "__main__":
    main()
