"""What Today costs at each look, with 500 and with 10,000 open cases and up to 2,000 lessons, beside the bare query.

python -m tests.bench.today. It fills three files. The bare query fetches the same rows; `lessons` is what plans add to
it; `due` makes reminders of all, `refresh` shows them anew on the page in its window, including the paint.
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
SIZES = ((20_000, 500, 40), (20_000, 10_000, 40), (100_000, 500, 2_000))  # cases, of them open, lessons


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def measure(app: QApplication, theme: Theme, file: Path, count: int, open_count: int, lessons: int) -> list[float]:
    """Medians in ms: bare query, lessons, due, refresh."""
    many.fill(file, count, open_count, lessons=lessons)
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

    def plans() -> None:
        due.open_lessons(house.store)
        due.lesson_put_offs(house.store)

    def refresh() -> None:
        desk.minute_passed.emit()  # what is due is asked of the file again, and shown
        app.sendPostedEvents()
        page.repaint()

    took: list[tuple[float, ...]] = []
    for _ in range(ROUNDS):
        took.append((timed(bare), timed(plans), timed(house.follow_ups.due), timed(refresh)))
    page.close()
    house.store.close()
    return [median(column) for column in zip(*took, strict=True)]


def main() -> None:
    app = QApplication(["amends"])
    theme = Theme("light")
    theme.apply(app)
    print(f"Today, ms, medians of {ROUNDS}")
    print(f"{'cases':>8}{'open':>8}{'lessons':>9}{'bare query':>12}{'lessons':>9}{'due':>8}{'refresh':>10}")
    for count, open_count, lessons in SIZES:
        with tempfile.TemporaryDirectory(prefix="amends-today-") as folder:
            took = measure(app, theme, Path(folder) / "shop.amends", count, open_count, lessons)
        bare, plans, dues, whole = took
        print(f"{count:8}{open_count:8}{lessons:9}{bare:12.1f}{plans:9.1f}{dues:8.1f}{whole:10.1f}")


if __name__ == "__main__":
    main()
