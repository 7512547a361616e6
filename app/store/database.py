"""Opens an Amends file, and lets one transaction at a time change it.

sqlcipher3, not sqlite3: one SQLite (3.53, not the system's 3.40) everywhere and a key later, for 2 ms more of import;
open, save and search alike, reads x1.1 (tests/bench/drivers.py).
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from app.domain.errors import AppError
from app.lazy import lazy

if TYPE_CHECKING:
    import sqlite_utils

    from app.store import schema
else:  # sqlite-utils takes as long to import as all of Qt Widgets; reading a file does not need it
    sqlite_utils = lazy("sqlite_utils")
    schema = lazy("app.store.schema")

APPLICATION_ID = 0x414D4E44  # "AMND"
VERSION = 2  # how many migrations schema.py has (a test counts); a file with more is of a newer Amends
Row = tuple[Any, ...]


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what the disk or the file did into a sentence; a fault in our own SQL stays a bug."""
    try:
        yield
    except driver.DatabaseError as error:
        text = str(error).lower()
        for sign, code in _SIGNS:
            if sign in text:
                raise AppError(code, file=str(path)) from error
        raise


_SIGNS = (
    ("database or disk is full", "disk_full"),
    ("locked", "file_busy"),
    ("readonly", "file_read_only"),
    ("read-only", "file_read_only"),
    ("unable to open", "file_unreachable"),
    ("file is not a database", "not_our_file"),
    ("malformed", "file_damaged"),
    ("vtable constructor failed", "file_damaged"),  # of an FTS5 table whose own pages are hit
    ("disk i/o error", "disk_error"),
)


class Store:
    """One connection; a background job opens its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with plain_errors(path):
            self.connection = driver.connect(str(path), isolation_level=None, timeout=5.0)
        self._db: sqlite_utils.Database | None = None

    @property
    def db(self) -> "sqlite_utils.Database":
        """The same connection through sqlite-utils."""
        if self._db is None:
            self._db = sqlite_utils.Database(self.connection)
        return self._db

    def read(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        with plain_errors(self.path):
            rows: list[Row] = self.connection.execute(sql, parameters).fetchall()
            return rows

    def first(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Row | None:
        with plain_errors(self.path):
            row: Row | None = self.connection.execute(sql, parameters).fetchone()
            return row

    def write(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> int:
        """Run one statement inside `atomic()`; returns the number of rows it changed."""
        assert self.connection.in_transaction, "every write belongs into atomic()"
        with plain_errors(self.path):
            return int(self.connection.execute(sql, parameters).rowcount)

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """Insert one row inside `atomic()`; returns its id."""
        assert self.connection.in_transaction, "every write belongs into atomic()"
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        with plain_errors(self.path):
            cursor = self.connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))
            return int(cursor.lastrowid or 0)

    def update(self, table: str, key: str, row_id: int, values: Mapping[str, object]) -> None:
        """Set columns of the row whose `key` is `row_id`; nothing happens where `values` is empty."""
        if values:
            sets = ", ".join(f"{name} = ?" for name in values)
            self.write(f"UPDATE {table} SET {sets} WHERE {key} = ?", (*values.values(), row_id))

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """One transaction, one sync; a block inside a block joins it."""
        if self.connection.in_transaction:
            yield
            return
        with plain_errors(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with plain_errors(self.path):
                self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        self._db = None
        self.connection.close()


def open_store(path: Path, *, copy_before_migration: "os.PathLike[str] | None" = None) -> Store:
    """Open or make the file at `path`, brought to the newest schema; an older one is copied first.

    Raises `AppError`: `not_our_file`, `file_newer`, `file_unreachable`, `file_read_only`, `file_damaged`, `file_busy`,
    `disk_full`, `folder_instead_of_file`.
    """
    if path.is_dir():
        raise AppError("folder_instead_of_file", file=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = not path.exists() or path.stat().st_size == 0
    except OSError as error:
        raise AppError("file_unreachable", file=str(path)) from error
    store = Store(path)
    try:
        _prepare(store, fresh, copy_before_migration)
    except BaseException:
        store.close()
        raise
    return store


def _prepare(store: Store, fresh: bool, copy_before_migration: "os.PathLike[str] | None") -> None:
    row = store.first("PRAGMA application_id")
    version = store.first("PRAGMA user_version")
    assert row is not None
    assert version is not None
    if not fresh and row[0] != APPLICATION_ID:
        raise AppError("not_our_file", file=str(store.path))
    if version[0] > VERSION:
        raise AppError("file_newer", file=str(store.path))
    with plain_errors(store.path):
        if fresh:  # first of all: a file that was cut off while it was made is still known as ours
            store.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        store.connection.execute("PRAGMA journal_mode = WAL")
        store.connection.execute("PRAGMA synchronous = FULL")
        store.connection.execute("PRAGMA temp_store = MEMORY")
        if version[0] < VERSION:
            _migrate(store, fresh, copy_before_migration)
        store.connection.execute("PRAGMA foreign_keys = ON")


def _migrate(store: Store, fresh: bool, copy_before_migration: "os.PathLike[str] | None") -> None:
    if not fresh and copy_before_migration is not None:
        copy(store, Path(copy_before_migration))
    store.connection.execute("PRAGMA foreign_keys = OFF")
    with store.atomic():  # two programs may open the same fresh file at once; the second then finds nothing to do
        schema.migrations.apply(store.db)
        if store.read("PRAGMA foreign_key_check"):
            raise AppError("file_damaged", file=str(store.path))
        store.connection.execute(f"PRAGMA user_version = {VERSION}")


def copy(store: Store, target: Path) -> None:
    """Write a whole, settled copy of the file to `target`, which must not exist."""
    with plain_errors(target):
        out = driver.connect(str(target), isolation_level=None)
    try:
        with plain_errors(target):
            store.connection.backup(out)  # in one piece: in steps it starts over at each write
            out.execute("PRAGMA journal_mode = DELETE")
    finally:
        out.close()


def check(path: Path, *, deep: bool = False) -> list[str]:
    """What SQLite finds wrong in the file; empty if it is whole. Never changes the file.

    Raises `AppError` as `open_store` does where it is no Amends file at all.
    """
    if path.is_dir():
        raise AppError("folder_instead_of_file", file=str(path))
    if not path.is_file():
        raise AppError("file_missing", file=str(path))
    with plain_errors(path):
        connection = driver.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        with plain_errors(path):
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise AppError("not_our_file", file=str(path))
            pragma = "integrity_check" if deep else "quick_check"
            found = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}")]
            found += [f"row {r[1]} of {r[0]}" for r in connection.execute("PRAGMA foreign_key_check")]
    finally:
        connection.close()
    return [line for line in found if line != "ok"]
