"""sqlcipher3, which the store uses, beside the standard library's sqlite3, each over the same file of 100,000 cases.

python -m tests.bench.drivers [FILE]. Without FILE it fills one first; a FILE is copied, not changed. Imports are timed
in processes of their own; for the rest both drivers take turns on copies of the file.
"""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from tests.bench import many

ROUNDS = 15
IMPORT = "import time; t = time.perf_counter(); import {name}; print((time.perf_counter() - t) * 1000)"
WORDS = ('"cake"', '"regatta"', '"christening"')
SEARCH = "SELECT rowid FROM search_text_fts WHERE search_text_fts MATCH ? ORDER BY rowid DESC LIMIT 50"
READ = "SELECT title, came_in FROM cases WHERE id = ?"


def connect(driver: Any, file: Path) -> Any:
    connection = driver.connect(str(file), isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def open_and_close(driver: Any, file: Path) -> None:
    connection = connect(driver, file)
    connection.execute("SELECT count(*) FROM settings").fetchone()
    connection.close()


def save(connection: Any, at: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE case_detail SET words = words || ? WHERE case_id = 99000", (f" {at}",))
    connection.execute("UPDATE search_text SET body = body || ? WHERE case_id = 99000", (f" {at}",))
    connection.execute("COMMIT")


def search(connection: Any) -> None:
    for words in WORDS:
        connection.execute(SEARCH, (words,)).fetchall()


def read(connection: Any) -> None:
    for number in range(1, 20_001):
        connection.execute(READ, (number * 5,)).fetchone()


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def imported(name: str) -> float:
    return float(subprocess.check_output([sys.executable, "-c", IMPORT.format(name=name)]))


def main(file: Path | None) -> None:
    drivers: dict[str, Any] = {"sqlite3": sqlite3, "sqlcipher3": sqlcipher}
    took: dict[str, dict[str, list[float]]] = {}
    with tempfile.TemporaryDirectory(prefix="amends-drivers-") as folder:
        first = Path(folder) / "first.amends"
        if file is None:
            many.fill(first, 100_000)
        else:
            shutil.copyfile(file, first)
        files = {name: Path(folder) / f"{name}.amends" for name in drivers}
        for copy in files.values():
            shutil.copyfile(first, copy)
        open_ones = {name: connect(driver, files[name]) for name, driver in drivers.items()}
        for turn in range(ROUNDS):
            for name, driver in drivers.items():
                one = open_ones[name]
                acts: dict[str, Callable[[], object]] = {
                    "open": partial(open_and_close, driver, files[name]),
                    "one save": partial(save, one, turn),
                    "three searches": partial(search, one),
                    "20,000 reads": partial(read, one),
                }
                found = {"import": imported(f"{driver.__name__}")} | {label: timed(act) for label, act in acts.items()}
                for label, ms in found.items():
                    took.setdefault(label, {}).setdefault(name, []).append(ms)
        for one in open_ones.values():
            one.close()
    versions = f"SQLite {sqlite3.sqlite_version} and {sqlcipher.sqlite_version}"
    print(f"{versions}, ms, medians of {ROUNDS}\n{'':16}{'sqlite3':>10}{'sqlcipher3':>12}{'ratio':>8}")
    for label, times in took.items():
        plain, ours = (median(times[name]) for name in drivers)
        print(f"{label:16}{plain:10.2f}{ours:12.2f}{ours / plain:8.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
