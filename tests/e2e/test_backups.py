"""Backups that the owner asks for, and those that nobody has to think of."""

from pathlib import Path

from app.store.backup import folder_of
from tests.e2e.conftest import Start
from tests.e2e.running import Running
from tests.e2e.waiting import until


def _told(running: Running) -> str:
    return running.window.refusal_bar.sentence()


def test_who_asks_for_a_backup_is_told_when_it_is_made(start: Start, shop_file: Path) -> None:
    running = start(shop_file, page="settings")
    assert _told(running) == ""  # the one at the start was silent
    running.move(minutes=1)
    before = len(list(folder_of(shop_file).glob("*.amends")))
    running.window.desk.backup_requested.emit()
    until(lambda: _told(running) != "", "the word that it is made")
    assert _told(running) == "Backed up. The copy was opened and checked."
    assert len(list(folder_of(shop_file).glob("*.amends"))) == before + 1


def test_a_backup_that_fails_says_why_and_what_is_safe(start: Start, shop_file: Path) -> None:
    running = start(shop_file, page="settings")
    folder = folder_of(shop_file)
    for copy in folder.glob("*"):
        copy.unlink()
    folder.rmdir()
    folder.write_text("a file where the folder should be", encoding="utf-8")
    running.window.desk.backup_requested.emit()
    until(lambda: _told(running) != "", "the refusal")
    assert "could not be written" in _told(running)
    assert "safe" in _told(running)
    folder.unlink()
