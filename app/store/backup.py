"""Copies of the file that were opened and checked."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.domain.errors import AppError
from app.store.database import Store, check, copy

KEPT = 7


def folder_of(path: Path) -> Path:
    return path.parent / f"{path.stem} backups"


def make(store: Store, now: datetime, *, keep: int = KEPT) -> Path:
    """Copy the file, check the copy, and only then let it take its place among the newest `keep`.

    Raises `AppError`: `backup_failed` with the reason; earlier backups stay.
    """
    folder = folder_of(store.path)
    target = folder / f"{now.strftime('%Y-%m-%d %H%M%S')}.amends"
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        copy(store, part)
        wrong = check(part)
        if wrong:
            raise AppError("file_damaged", file=str(store.path))
        part.replace(target)
    except (OSError, AppError) as error:
        with suppress(OSError):  # the folder itself may be what is wrong
            part.unlink(missing_ok=True)
        raise AppError("backup_failed", folder=str(folder), why=getattr(error, "code", "disk_error")) from error
    for old in sorted(folder.glob("*.amends"))[:-keep]:
        with suppress(OSError):  # one too many is no harm
            old.unlink(missing_ok=True)
    return target


def newest(path: Path) -> datetime | None:
    """When the newest backup was written, in UTC terms of the disk; None where there is none."""
    found = sorted(folder_of(path).glob("*.amends"))
    return datetime.fromtimestamp(found[-1].stat().st_mtime).astimezone() if found else None


def is_due(path: Path) -> bool:
    """Whether the file, or its journal, was written after the newest copy."""
    copied = newest(path)
    if copied is None:
        return True
    beside = (path, path.with_name(path.name + "-wal"))
    return any(one.exists() and one.stat().st_mtime > copied.timestamp() for one in beside)
