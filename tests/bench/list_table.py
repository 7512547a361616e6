"""The page of complaints over 100,000 cases against the bare things it is made of, in one run.

python -m tests.bench.list_table [COUNT]: prints medians in milliseconds and their ratios; the platform is that of
QT_QPA_PLATFORM. The floors: a bare `QTableView` over an array of ids that comes from the same SQL; for search, the same
SQL alone and one frame of 16 ms. Each has a process of its own; they take turns.
"""

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QEvent, QEventLoop, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from app.bootstrap import CONTENT
from app.domain.query import CaseQuery, Column
from app.domain.terms import Stage
from app.services.house import House, build_house
from app.store import listing
from app.store.database import Store, open_store
from app.ui.cases.page import ComplaintsPage
from app.ui.desk import Desk
from app.ui.theme import Theme
from tests.bench import many

COUNT, ROUNDS, FRAME = 100_000, 15, 16.0
ALL = CaseQuery(stage=Stage.ALL, sort=Column.NUMBER, descending=False)
SORTS = [CaseQuery(stage=Stage.ALL, sort=column, descending=d) for column in Column for d in (False, True)]
FILTERS = [
    CaseQuery(stage=Stage.CLOSED),
    CaseQuery(stage=Stage.OPEN),
    CaseQuery(stage=Stage.ALL, about="late"),
    CaseQuery(stage=Stage.ALL),
]
WORDS = ["regatta", "müller", "christening sund", "wright 555", "cake", "the", "da", "accordion"]
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class BareModel(QAbstractTableModel):
    """Six columns that say the number."""

    def __init__(self) -> None:
        super().__init__()
        self.ids = array("q")

    def set_ids(self, ids: "array[int]") -> None:
        self.beginResetModel()
        self.ids = ids
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 6

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.ids[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


class Painted(QObject):
    """Waits until a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._loop = QEventLoop()
        self._wanted = False
        self.end = 0.0
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint it now, and remember when that was done."""
        if self._wanted and event.type() is QEvent.Type.Paint:
            self._wanted = False
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.end = time.perf_counter()
            self._loop.quit()
            return True
        return False

    def time(self, act: Callable[[], object]) -> float:
        """Milliseconds from the act to the end of the paint that follows it."""
        self._wanted = True
        began = time.perf_counter()
        act()
        self._widget.update()
        self._loop.exec()
        return (self.end - began) * 1000


class Bare:
    """The floor, without the program's own look, which would slow it down too."""

    def __init__(self, path: Path) -> None:
        self._store = open_store(path)
        self._table, self._model = bare_table(self._store)
        self._paint = Painted(self._table.viewport())

    def list(self, query: CaseQuery) -> float:
        return self._paint.time(partial(self._show, query))

    def _show(self, query: CaseQuery) -> None:
        self._model.set_ids(listing.ids(self._store, query))

    def search(self, query: CaseQuery) -> float:
        began = time.perf_counter()
        listing.ids(self._store, query)
        return (time.perf_counter() - began) * 1000 + FRAME

    def open(self) -> float:
        began = time.perf_counter()
        table, _ = bare_table(self._store)
        paint = Painted(table.viewport())
        paint.time(table.update)
        table.close()
        return (paint.end - began) * 1000 + FRAME


class Ours:
    def __init__(self, path: Path) -> None:
        self._house = build_house(open_store(path), lambda: many.NOW, CONTENT)
        self._page = ours(self._house)
        self._paint = Painted(self._page.table.viewport())

    def list(self, query: CaseQuery) -> float:
        return self._paint.time(partial(self._page.show_query, query))

    def search(self, query: CaseQuery) -> float:
        self.list(ALL)
        return self.list(query)

    def open(self) -> float:
        began = time.perf_counter()
        page = ours(self._house)
        paint = Painted(page.table.viewport())
        paint.time(page.update)
        page.close()
        return (paint.end - began) * 1000


def rounds() -> list[tuple[str, CaseQuery]]:
    """What is timed, in turn: its name, and the query."""
    found = [("sort", query) for _ in range(ROUNDS) for query in SORTS]
    found += [("filter", query) for _ in range(ROUNDS) for query in FILTERS]
    found += [(words, CaseQuery(stage=Stage.ALL, search=words)) for words in WORDS for _ in range(ROUNDS)]
    return found + [("open", ALL) for _ in range(7)]


def child(path: Path, which: str) -> None:
    """One window; answers each line of input with the milliseconds that the next round took, and last its memory."""
    app = QApplication(sys.argv[:1])
    if which == "ours":
        _theme.apply(app)
    subject = Ours(path) if which == "ours" else Bare(path)
    print(resident(), flush=True)
    gc.disable()
    for (name, query), _ in zip(rounds(), sys.stdin, strict=False):
        if name == "open":
            took = subject.open()
        else:
            took = subject.list(query) if name in ("sort", "filter") else subject.search(query)
        print(took, flush=True)


def say(name: str, our: float, floor: float, target: float) -> None:
    ratio = our / floor
    verdict = "ok" if ratio <= target else "TOO SLOW"
    print(f"{name:36} ours {our:8.1f}   floor {floor:8.1f}   ratio {ratio:5.2f}   target {target:4.1f}   {verdict}")


def bare_table(store: Store) -> tuple[QTableView, BareModel]:
    model = BareModel()
    model.set_ids(listing.ids(store, ALL))
    table = QTableView()
    model.setParent(table)
    table.setModel(model)
    table.resize(1072, 800)
    table.show()
    return table, model


def ours(house: House) -> ComplaintsPage:
    page = ComplaintsPage(Desk(house, _theme))
    page.resize(1072, 800)
    page.show_query(ALL)
    page.show()
    page.show_page()
    return page


_theme = Theme("light")


def resident() -> float:
    """Megabytes that this process holds in memory."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main(path: Path) -> None:
    command = [sys.executable, "-m", "tests.bench.list_table", "--child", str(path)]
    children = [
        subprocess.Popen([*command, which], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for which in ("bare", "ours")
    ]
    times: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    held = [_answer(one) for one in children]
    for name, _ in rounds():  # turn by turn: what else the machine does falls on both
        for one, found in zip(children, times[name], strict=True):
            found.append(_answer(one, "\n"))
    for one in children:
        one.communicate()
    print(f"platform {os.environ.get('QT_QPA_PLATFORM', 'of the desktop')}")
    for name, (bare, our) in times.items():
        say(name, statistics.median(our), statistics.median(bare), 1.2 if name in ("sort", "filter") else 2.0)
    say("memory, MB", held[1], held[0], 1.5)


def _answer(child_process: "subprocess.Popen[str]", ask: str = "") -> float:
    assert child_process.stdin is not None
    assert child_process.stdout is not None
    child_process.stdin.write(ask)
    child_process.stdin.flush()
    line = child_process.stdout.readline()
    return float(line)


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(Path(sys.argv[2]), sys.argv[3])
    elif os.environ.get("AMENDS_BENCH_FILE"):
        main(Path(os.environ["AMENDS_BENCH_FILE"]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            many.fill(Path(folder) / "many.amends", int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
            main(Path(folder) / "many.amends")
