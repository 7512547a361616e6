"""What Today costs at each look, with 500 and with 10,000 open cases, beside the bare query.

python -m tests.bench.today. It fills two files of 20,000 cases. The bare query fetches the same rows; `due` makes
reminders of them, `refresh` shows them anew on the page in its window, including the paint.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from app.store import due
from app.ui.desk import Desk
from app.ui.theme import Theme
from app.ui.today.page import TodayPage
from tests.bench import many
from tests.bench.one_field import house_over

ROUNDS = 9
CASES, OPEN = 20_000, (500, 10_000)


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def measure(app: QApplication, theme: Theme, file: Path, open_count: int) -> list[float]:
    """Medians in ms: bare query, due, refresh."""
    many.fill(file, CASES, open_count)
    house = house_over(file)
    desk = Desk(house, theme)
    page = TodayPage(desk)
    page.resize(1072, 800)
    page.show()
    page.show_page()
    app.sendPostedEvents()

    def bare() -> None:
        for query in due.MAY_BE_DUE:
            house.store.read(query)

    def refresh() -> None:
        desk.minute_passed.emit()  # what is due is asked of the file again, and shown
        app.sendPostedEvents()
        page.repaint()

    took: list[tuple[float, ...]] = []
    for _ in range(ROUNDS):
        took.append((timed(bare), timed(house.follow_ups.due), timed(refresh)))
    page.close()
    house.store.close()
    return [median(column) for column in zip(*took, strict=True)]


def main() -> None:
    app = QApplication(["amends"])
    theme = Theme("light")
    theme.apply(app)
    print(f"Today, ms, medians of {ROUNDS}\n{'open':>8}{'bare query':>12}{'due':>8}{'refresh':>10}{'due/bare':>10}")
    for open_count in OPEN:
        with tempfile.TemporaryDirectory(prefix="amends-today-") as folder:
            bare, dues, whole = measure(app, theme, Path(folder) / "shop.amends", open_count)
        print(f"{open_count:8}{bare:12.1f}{dues:8.1f}{whole:10.1f}{dues / bare:10.2f}")


if __name__ == "__main__":
    main()
