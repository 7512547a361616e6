"""One saved field over 100,000 cases, beside the bare transaction with the same rows and index.

python -m tests.bench.one_field [FILE]. Without FILE it fills one first; a FILE is copied, not changed. The service and
the bare transaction take turns on two cases that hold the same words. Syncs are counted where strace is installed.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from app.domain.case import title_of
from app.domain.fold import fold
from app.domain.moment import to_text
from app.services.house import Content, House, build_house
from app.store import search
from app.store.database import open_store
from app.system import resources
from tests.bench import many

ROUNDS, COUNTED = 12, 200
TARGET = 1.5
TEXT = (
    "I ordered the birthday cake for my daughter eleven days ago and paid for it at your counter, with her name in"
    " blue, and when we opened the box in front of nine children there was another name on it, the cream had run"
    " down one side, and the lady on the phone told my husband that nobody could do anything before Monday morning"
)
STEP = 3  # words a save: what is typed in the time that the page gathers


def house_over(file: Path) -> House:
    content = Content(
        remedies=resources.remedies,
        categories=resources.categories,
        parts=resources.parts,
        word_vectors=resources.word_vectors,
    )
    return build_house(open_store(file), lambda: many.NOW, content)


def growing() -> Iterator[str]:
    words = TEXT.split()
    for end in range(STEP, len(words) + STEP, STEP):
        yield " ".join(words[:end])


def bare_words(house: House, case_id: int, text: str) -> Callable[[], None]:
    """What must be written for that text, with all that can be known before it worked out."""
    driver = house.store.connection
    title, now = title_of(text), to_text(many.NOW)
    driver.execute("BEGIN")
    driver.execute("UPDATE case_detail SET words = ? WHERE case_id = ?", (text, case_id))
    search.refresh(house.store, case_id)
    body = driver.execute("SELECT body FROM search_text WHERE case_id = ?", (case_id,)).fetchone()[0]
    driver.execute("ROLLBACK")

    def save() -> None:
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("UPDATE case_detail SET words = ? WHERE case_id = ?", (text, case_id))
        driver.execute(
            "UPDATE cases SET title = ?, title_key = ?, changed_on = ? WHERE id = ?", (title, fold(title), now, case_id)
        )
        driver.execute("UPDATE search_text SET body = ? WHERE case_id = ?", (body, case_id))
        driver.execute("COMMIT")

    return save


def bare_anger(house: House, case_id: int, figure: int) -> Callable[[], None]:
    driver, now = house.store.connection, to_text(many.NOW)

    def save() -> None:
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("UPDATE cases SET anger = ?, changed_on = ? WHERE id = ?", (figure, now, case_id))
        driver.execute("COMMIT")

    return save


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def compare(house: House) -> None:
    """Print medians in ms of each kind of field."""
    rows = house.store.read("SELECT id FROM cases WHERE closed_on = '' ORDER BY id LIMIT ?", (2 * ROUNDS,))
    numbers = [row[0] for row in rows]
    took: dict[str, tuple[list[float], list[float]]] = {"words": ([], []), "anger": ([], [])}
    for ours, theirs in zip(numbers[::2], numbers[1::2], strict=True):
        for text in growing():
            bare = bare_words(house, theirs, text)
            took["words"][0].append(timed(bare))
            took["words"][1].append(timed(partial(house.cases.answer, ours, "words", text)))
        for figure in (3, 9, 4, 8, 5, 7, 2, 6):
            took["anger"][0].append(timed(bare_anger(house, theirs, figure)))
            took["anger"][1].append(timed(partial(house.cases.answer, ours, "anger", figure)))
    print(f"{'one saved field, ms':22}{'bare':>8}{'service':>9}{'ratio':>7}   target {TARGET}")
    for name, (bare_ms, our_ms) in took.items():
        low, high = median(bare_ms), median(our_ms)
        print(f"{name:22}{low:8.2f}{high:9.2f}{high / low:7.2f}   {len(our_ms)} saves each")


def save_often(file: Path, times: int) -> None:
    """The part of the count of syncs that runs under strace."""
    house = house_over(file)
    texts = list(growing())
    case_id = house.store.read("SELECT max(id) FROM cases")[0][0]
    for at in range(times):
        house.cases.answer(case_id, "words", texts[at % len(texts)])
    house.store.close()


def syncs(file: Path, times: int) -> int:
    """How often a process that saves that many times asks the disk to write through."""
    report = file.with_suffix(".strace")
    words = ["strace", "-f", "-o", str(report), "-e", "trace=fsync,fdatasync", sys.executable, "-m", __spec__.name]
    subprocess.run([*words, str(file), str(times)], check=True)
    return report.read_text().count("sync(")


def main(file: Path | None) -> None:
    with tempfile.TemporaryDirectory(prefix="amends-field-") as folder:
        copy = Path(folder) / "shop.amends"
        if file is None:
            many.fill(copy, 100_000)
        else:
            shutil.copyfile(file, copy)
        house = house_over(copy)
        compare(house)
        house.store.close()
        if shutil.which("strace"):
            spent = syncs(copy, COUNTED) - syncs(copy, 0)
            print(f"syncs: {spent} for {COUNTED} saves (those beyond one a save are the journal's way into the file)")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        save_often(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
