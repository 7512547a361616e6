"""Checked copies of the file at start and at close."""

from datetime import datetime
from pathlib import Path

from app.services.work import Work
from app.store import backup
from app.store.database import check


class Backups(Work):
    def back_up(self) -> Path:
        """Write and check a copy; raises `AppError("backup_failed")`."""
        return backup.make(self.store, self.clock())

    def is_due(self) -> bool:
        """Whether the file changed since its newest copy was made."""
        return backup.is_due(self.store.path)

    def newest(self) -> datetime | None:
        return backup.newest(self.store.path)


def check_file(path: Path, *, deep: bool = False) -> list[str]:
    """What is wrong with the file, a line each; empty if it is whole. Raises `AppError` where it is no Amends file."""
    return check(path, deep=deep)
