"""The page of complaints over 100,000 cases against the bare things it is made of, in one run.

python -m tests.bench.list_table [COUNT]: prints medians in milliseconds and their ratios; the platform is that of
QT_QPA_PLATFORM. The floors: a bare `QTableView` over an array of ids that comes from the same SQL; for search, the same
SQL alone and one frame of 16 ms. Memory is of two processes that do nothing else.
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
from collections.abc import Callable, Iterator
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


Times = dict[str, list[float]]


class Bare:
    """The floor; made before the program's own look is put on, which would slow it down too."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._table, self._model = bare_table(store)
        self._paint = Painted(self._table.viewport())

    def run(self, times: Times) -> None:
        for name, query in rounds():
            times[name].append(self._paint.time(partial(self._list, query)))
        for words in WORDS:
            query = CaseQuery(stage=Stage.ALL, search=words)
            for _ in range(ROUNDS):
                began = time.perf_counter()
                listing.ids(self._store, query)
                times[words].append((time.perf_counter() - began) * 1000 + FRAME)
        for _ in range(5):
            began = time.perf_counter()
            table, _ = bare_table(self._store)
            paint = Painted(table.viewport())
            paint.time(table.update)
            times["open"].append((paint.end - began) * 1000 + FRAME)
            table.close()
        self._table.close()

    def _list(self, query: CaseQuery) -> None:
        self._model.set_ids(listing.ids(self._store, query))


class Ours:
    def __init__(self, house: House) -> None:
        self._house = house
        self._page = ours(house)
        self._paint = Painted(self._page.table.viewport())

    def run(self, times: Times) -> None:
        for name, query in rounds():
            times[name].append(self._paint.time(partial(self._page.show_query, query)))
        for words in WORDS:
            for _ in range(ROUNDS):
                self._paint.time(partial(self._page.show_query, ALL))
                query = CaseQuery(stage=Stage.ALL, search=words)
                times[words].append(self._paint.time(partial(self._page.show_query, query)))
        for _ in range(5):
            began = time.perf_counter()
            page = ours(self._house)
            paint = Painted(page.table.viewport())
            paint.time(page.update)
            times["open"].append((paint.end - began) * 1000)
            page.close()
        self._page.close()


def rounds() -> Iterator[tuple[str, CaseQuery]]:
    for name, queries in (("sort", SORTS), ("filter", FILTERS)):
        for _ in range(ROUNDS):
            for query in queries:
                yield name, query


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


def hold(path: Path, which: str) -> None:
    """One window and nothing else; prints its memory."""
    app = QApplication(sys.argv[:1])
    store = open_store(path)
    if which == "bare":
        table = bare_table(store)[0]
        Painted(table.viewport()).time(table.update)
        shown: QWidget = table
    else:
        _theme.apply(app)
        page = ours(build_house(store, lambda: many.NOW, CONTENT))
        Painted(page.table.viewport()).time(page.update)
        shown = page
    print(resident())
    shown.close()


def memory(path: Path) -> None:
    held = {}
    for which in ("bare", "ours"):
        command = [sys.executable, "-m", "tests.bench.list_table", "--hold", str(path), which]
        held[which] = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])
    say("memory, MB", held["ours"], held["bare"], 1.5)


def main(path: Path) -> None:
    app = QApplication(sys.argv[:1])
    print(f"platform {app.platformName()}")
    store = open_store(path)
    bare: Times = defaultdict(list)
    our: Times = defaultdict(list)
    gc.disable()
    Bare(store).run(bare)
    _theme.apply(app)
    Ours(build_house(store, lambda: many.NOW, CONTENT)).run(our)
    gc.enable()
    for name, floor in bare.items():
        target = 1.2 if name in ("sort", "filter") else 2.0
        say(name, statistics.median(our[name]), statistics.median(floor), target)
    store.close()
    memory(path)


if __name__ == "__main__":
    if "--hold" in sys.argv:
        hold(Path(sys.argv[2]), sys.argv[3])
    elif os.environ.get("AMENDS_BENCH_FILE"):
        main(Path(os.environ["AMENDS_BENCH_FILE"]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            many.fill(Path(folder) / "many.amends", int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
            main(Path(folder) / "many.amends")
