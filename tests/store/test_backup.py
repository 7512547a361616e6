"""Backups: seven are kept, each was opened and checked, and a failed one costs none of them."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.errors import AppError
from app.services.house import House
from app.store import backup
from app.store.database import check
from tests.shop import NOW


def test_seven_are_kept_and_the_newest_is_told(house: House) -> None:
    assert house.backups.newest() is None
    made = [backup.make(house.store, NOW + timedelta(days=day)) for day in range(9)]
    folder = backup.folder_of(house.store.path)
    assert sorted(folder.iterdir()) == made[-7:]
    newest = house.backups.newest()
    assert newest is not None
    assert abs(newest.timestamp() - made[-1].stat().st_mtime) < 1


def test_backup_is_whole_and_holds_the_last_word(house: House) -> None:
    house.intake.add({"words": "the last word"})
    made = house.backups.back_up()
    house.intake.add({"words": "after it"})
    assert check(made, deep=True) == []
    assert not made.with_name(made.name + "-wal").exists()
    with_one = house.store.first("SELECT count(*) FROM cases")
    assert with_one == (2,)
    assert b"the last word" in made.read_bytes()
    assert b"after it" not in made.read_bytes()


def test_left_over_of_a_broken_off_backup_is_written_anew(house: House) -> None:
    folder = backup.folder_of(house.store.path)
    folder.mkdir()
    (folder / f"{NOW.strftime('%Y-%m-%d %H%M%S')}.part").write_bytes(b"half")
    made = house.backups.back_up()
    assert check(made) == []
    assert sorted(folder.iterdir()) == [made]


def test_damaged_file_never_takes_the_place_of_a_good_backup(house: House) -> None:
    good = house.backups.back_up()
    house.intake.add({"customer": {"name": "Dana"}})
    house.store.connection.execute("PRAGMA foreign_keys = OFF")
    house.store.connection.execute("DELETE FROM customer")
    with pytest.raises(AppError) as caught:
        backup.make(house.store, NOW + timedelta(days=1))
    assert (caught.value.code, caught.value.facts["why"]) == ("backup_failed", "file_damaged")
    assert list(good.parent.iterdir()) == [good]


def test_folder_that_cannot_be_made_is_a_sentence(house: House) -> None:
    backup.folder_of(house.store.path).write_text("in the way", encoding="utf-8")
    with pytest.raises(AppError) as caught:
        house.backups.back_up()
    assert (caught.value.code, caught.value.facts["why"]) == ("backup_failed", "disk_error")


def test_backup_is_due_when_something_was_written_since(house: House) -> None:
    assert house.backups.is_due()
    copied = house.backups.back_up()
    later = copied.stat().st_mtime + 60
    os.utime(copied, (later, later))
    assert not house.backups.is_due()
    journal = house.store.path.with_name(house.store.path.name + "-wal")
    os.utime(journal, (later + 60, later + 60))
    assert house.backups.is_due()


def test_backup_opens_as_a_file_of_its_own(house: House, tmp_path: Path) -> None:
    house.intake.add({"words": "kept"})
    copied = tmp_path / "again.amends"
    shutil.copy(house.backups.back_up(), copied)
    assert check(copied, deep=True) == []
