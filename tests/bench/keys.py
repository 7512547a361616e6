"""How long a key in the wizard holds the window's thread, over 100,000 cases.

python -m tests.bench.keys [FILE]. Without FILE it fills one first; a FILE is copied, not changed. Sixty words are typed
into "What they say happened" key by key. Every run of events counts: the key itself, painting, the save that
follows, and what it makes the pages show anew.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.domain.terms import Step
from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.theme import Theme
from app.ui.window import MainWindow
from tests.bench import many
from tests.bench.one_field import TEXT, house_over

EVERY_MS = 20  # far faster than hands
AT_ONCE = 0.0003  # seconds between two events of one run
TARGET = 16.0


class TimedApplication(QApplication):
    """Notes how long each run of events held the thread, in ms; events that follow at once belong to one run."""

    def __init__(self) -> None:
        super().__init__(["amends"])
        self.runs: list[float] = []
        self._depth = 0
        self._ended = 0.0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        began = time.perf_counter()
        self._depth += 1
        try:
            return super().notify(receiver, event)
        finally:
            self._depth -= 1
            if not self._depth:
                self._note(began, time.perf_counter())

    def _note(self, began: float, ended: float) -> None:
        if self.runs and began - self._ended < AT_ONCE:
            self.runs[-1] += (ended - self._ended) * 1000
        else:
            self.runs.append((ended - began) * 1000)
        self._ended = ended


class Typist(QObject):
    """Types the text into what has the focus."""

    def __init__(self, app: TimedApplication, text: str) -> None:
        super().__init__()
        self._app = app
        self._left = list(text)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_key)

    @Slot()
    def start(self) -> None:
        self._app.runs.clear()
        self._timer.start()

    @Slot()
    def _on_key(self) -> None:
        target = QApplication.focusWidget()
        if not self._left or target is None:
            self._timer.stop()
            QTimer.singleShot(1500, QApplication.quit)  # the last save belongs to it
            return
        letter = self._left.pop(0)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def main(file: Path | None) -> None:
    app = TimedApplication()
    with tempfile.TemporaryDirectory(prefix="amends-keys-") as folder:
        copy = Path(folder) / "shop.amends"
        if file is None:
            many.fill(copy, 100_000)
        else:
            shutil.copyfile(file, copy)
        theme = Theme("light")
        theme.apply(app)
        house = house_over(copy)
        desk = Desk(house, theme)
        window = MainWindow(desk, Machine(Path(folder) / "machine.ini"))
        window.start()
        window.show()
        number = house.cases.start(here_or_on_phone=True).value
        window.pages.open_step(number, Step.HEAR)
        window.activateWindow()
        typist = Typist(app, TEXT)
        QTimer.singleShot(1000, typist.start)
        app.exec()
        said = house.cases.case(number).words
        house.store.close()
    longest = sorted(app.runs)
    print(f"{len(TEXT)} keys, {len(said)} characters in the file, {len(longest)} runs of events, ms")
    print(f"median {median(longest):.1f}   p99 {quantiles(longest, n=100)[-1]:.1f}   longest {longest[-1]:.1f}", end="")
    print(f"   target {TARGET:.0f}   over it: {sum(1 for one in longest if one > TARGET)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
