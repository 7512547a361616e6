"""What like complaints cost while a complaint is typed, over 100,000 cases, and how soon they are on the screen.

python -m tests.bench.like_typing [FILE]. Without FILE it fills one first; a FILE is copied, not changed. Sixty words
are typed key by key, with the panel and without it: every run of events that holds the window's thread counts. Then
thirty sentences are typed, each in the place of the one before, and the time from the last key to the last paint of
the panel is taken.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.terms import Step
from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.theme import Theme
from app.ui.window import MainWindow
from app.ui.wizard.frame import WizardPage
from tests.bench import many
from tests.bench.keys import TARGET, TimedApplication
from tests.bench.one_field import TEXT, house_over

KEY_MS, PAUSE_MS = 25, 900  # faster than hands; longer than anything may take
SENTENCES = 30
PAINTED_TARGET = 200.0


class Watched(TimedApplication):
    """Notes also when something inside a part was last painted."""

    def __init__(self) -> None:
        super().__init__()
        self.part: QWidget | None = None
        self.painted = 0.0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        told = super().notify(receiver, event)
        if event.type() == QEvent.Type.Paint and isinstance(receiver, QWidget) and self._is_watched(receiver):
            self.painted = time.perf_counter()
        return told

    def _is_watched(self, painted: QWidget) -> bool:
        return self.part is not None and (painted is self.part or self.part.isAncestorOf(painted))


class Typist(QObject):
    """Types the texts, each in the place of the one before; `took` has ms from last key to paint, where any came."""

    def __init__(self, app: Watched, texts: list[str]) -> None:
        super().__init__()
        self._app = app
        self._texts = texts
        self._left: list[str] = []
        self._last = 0.0
        self.took: list[float] = []
        self._keys = QTimer(self)
        self._keys.setInterval(KEY_MS)
        self._keys.timeout.connect(self._on_key)

    @Slot()
    def start(self) -> None:
        self._app.runs.clear()
        self._next()

    @Slot()
    def _next(self) -> None:
        if self._last and self._app.painted > self._last:
            self.took.append((self._app.painted - self._last) * 1000)
        if not self._texts:
            QApplication.quit()
            return
        self._left = list(self._texts.pop(0))
        _press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, "")
        self._keys.start()

    @Slot()
    def _on_key(self) -> None:
        _press(Qt.Key(0), Qt.KeyboardModifier.NoModifier, self._left.pop(0))
        if not self._left:
            self._keys.stop()
            self._last = time.perf_counter()
            QTimer.singleShot(PAUSE_MS, self._next)


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier, text: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None, "the field has the focus"
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifier, text))


def run(file: Path, kind: str) -> None:
    """One kind of typing in this process: "with", "without", or "sentences"."""
    app = Watched()
    theme = Theme("light")
    theme.apply(app)
    house = house_over(file)
    desk = Desk(house, theme)
    if kind == "without":
        desk.asker.stop()
    window = MainWindow(desk, Machine(file.with_name("machine.ini")))
    window.start()
    window.resize(1280, 800)  # the panel beside the page
    window.show()
    number = house.cases.start(here_or_on_phone=True).value
    window.pages.open_step(number, Step.HEAR)
    window.activateWindow()
    page = window.pages.page("wizard")
    assert isinstance(page, WizardPage)
    app.part = page.shell.side.alike
    typist = Typist(app, sentences(house.store.path) if kind == "sentences" else [TEXT])
    QTimer.singleShot(3000, typist.start)  # the vectors of the file are read by then
    app.exec()
    began = time.perf_counter()
    desk.shut()
    stopped = (time.perf_counter() - began) * 1000
    house.store.close()
    runs, took = sorted(app.runs), sorted(typist.took)
    if kind == "sentences":
        print(
            f"last key to panel painted, {len(took)} of {SENTENCES} texts: median {median(took):.0f}"
            f"   p95 {quantiles(took, n=20)[-1]:.0f}   longest {took[-1]:.0f}   target {PAINTED_TARGET:.0f}"
            f"   stopped in {stopped:.0f}"
        )
    else:
        over = sum(1 for one in runs if one > TARGET)
        print(
            f"{kind:8} {len(runs)} runs of events: median {median(runs):.1f}   p99 {quantiles(runs, n=100)[-1]:.1f}"
            f"   longest {runs[-1]:.1f}   target {TARGET:.0f}   over it: {over}   in all {sum(runs):.0f} ms"
        )


def sentences(file: Path) -> list[str]:
    """Words of cases far apart, so that each finds others than the one before."""
    house = house_over(file)
    step = house.store.read("SELECT count(*) FROM cases")[0][0] // (SENTENCES + 1)
    found = [house.cases.case(1 + at * step).words for at in range(SENTENCES)]
    house.store.close()
    return [" ".join(words.split()[:14]) for words in found]


def main(file: Path | None) -> None:
    with tempfile.TemporaryDirectory(prefix="amends-like-typing-") as folder:
        copy = Path(folder) / "shop.amends"
        if file is None:
            many.fill(copy, 100_000)
        else:
            shutil.copyfile(file, copy)
        house = house_over(copy)
        house.likeness.catch_up()  # a file that was filled by an earlier make
        house.store.close()
        for kind in ("without", "with", "without", "with", "sentences"):
            subprocess.run([sys.executable, "-m", __spec__.name, str(copy), kind], check=True)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        run(Path(sys.argv[1]), sys.argv[2])
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
