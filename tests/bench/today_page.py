"""The page of Today with 500 open cases: first shown, looked at anew, and after one act.

python -m tests.bench.today_page [CASES] [OPEN]: prints medians in milliseconds.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.bootstrap import CONTENT
from app.services.house import build_house
from app.store.database import open_store
from app.ui.desk import Desk
from app.ui.theme import Theme
from app.ui.today.page import TodayPage
from tests.bench import many

CASES, OPEN, ROUNDS = 10_000, 500, 15


def _median(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def main(cases: int = CASES, still_open: int = OPEN) -> int:
    app = QApplication(["today"])
    theme = Theme("light")
    theme.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.amends"
        many.fill(path, cases, still_open)
        house = build_house(open_store(path), lambda: many.NOW, CONTENT)
        desk = Desk(house, theme)
        page = TodayPage(desk)
        page.resize(1072, 800)

        def show() -> None:
            page.show_page()
            page.show()
            page.grab()

        print(f"{cases} cases, {still_open} open")
        print(f"due, asked of the file       {_median(house.follow_ups.due):7.1f}")
        print(f"first show, painted          {_median(show, 1):7.1f}   rows {len(page.rows())}")
        print(f"anew, nothing changed        {_median(page.refresh):7.1f}")
        print(f"anew, the minute has passed  {_median(desk.minute_passed.emit):7.1f}")
        print(f"a promise kept, rows shown   {_median(_Keep(page), 5):7.1f}")
        print(f"the page painted             {_median(page.grab):7.1f}")
        page.close()
        house.store.close()
    return 0


class _Keep:
    """Marks the next promise on the page as kept."""

    def __init__(self, page: TodayPage) -> None:
        self._page = page

    def __call__(self) -> None:
        row = next(row for row in self._page.rows() if row.words and row.words.kind.value == "promise")
        row.act_button().click()


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
