"""Files, folders and disks that are not as they should be: a plain sentence, and nothing lost or half saved."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import show_refusal
from app.domain.errors import AppError
from tests.e2e import hands
from tests.e2e.conftest import Start
from tests.e2e.dialogs import answering, pressing
from tests.e2e.full_disk import fill, make_read_only, small_disk
from tests.e2e.waiting import until

ROOT = Path(__file__).resolve().parents[2]
WORDS = "What they say happened"
SAVED = "Every word is saved"


def amends(*words: str) -> "subprocess.Popen[str]":
    """A process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "app", *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def refused_by_the_door(file: Path) -> str:
    """What a script is told about the file."""
    done = amends("--file", str(file), "list")
    said = done.communicate(timeout=30)[1]
    assert done.returncode == 1
    return said.strip()


def refused_by_the_window(start: Start, file: Path) -> str:
    """What the owner is told instead of a window."""
    with pytest.raises(AppError) as refused:
        start(file)
    said: list[str] = []
    answering(lambda: show_refusal(refused.value), pressing("Close", said), back_to_window=False)
    return said[0]


def test_a_file_that_is_no_amends_file(start: Start, tmp_path: Path) -> None:
    letter = tmp_path / "letter.amends"
    letter.write_text("Dear Sir or Madam, " * 100)
    said = refused_by_the_window(start, letter)
    assert said == f"{letter} is not a file of Amends. It was left as it is. Please choose another one."
    assert refused_by_the_door(letter) == said
    assert letter.read_text() == "Dear Sir or Madam, " * 100


def test_a_file_of_another_program(start: Start, tmp_path: Path) -> None:
    other = tmp_path / "till.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE receipts (amount INTEGER)")
    connection.close()
    before = other.read_bytes()
    assert "is not a file of Amends" in refused_by_the_window(start, other)
    assert other.read_bytes() == before


def test_a_file_of_a_newer_amends(start: Start, shop_file: Path) -> None:
    with sqlite3.connect(shop_file) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    said = refused_by_the_window(start, shop_file)
    assert "was written by a newer Amends. It was left as it is. Please install the newest Amends" in said
    assert refused_by_the_door(shop_file) == said


def test_a_folder_in_place_of_the_file(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "shop.amends"
    folder.mkdir()
    assert "is a folder, not a file" in refused_by_the_window(start, folder)


def test_a_read_only_folder_without_a_file(start: Start, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2) as disk:
        make_read_only(disk)
        said = refused_by_the_window(start, disk / "shop.amends")
        assert "Nothing was changed." in said or "Nothing was saved." in said
        assert str(disk) in said
        assert "cannot be opened" in said or "may be read but not changed" in said


def test_a_read_only_folder_with_the_shop_in_it(start: Start, shop_file: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4) as disk:
        there = disk / "shop.amends"
        there.write_bytes(shop_file.read_bytes())
        make_read_only(disk)
        said = refused_by_the_window(start, there)
        # SQLite cannot even open a file with a journal there, so it is the folder that the sentence is about.
        assert said.startswith(f"{there} cannot be opened. Nothing was changed.")
        assert "that you may write to it" in said


def test_a_second_start_brings_the_first_to_the_front(start: Start, shop_file: Path) -> None:
    first = start(shop_file)
    second = amends("--file", str(shop_file), "--page", "settings")
    until(lambda: second.poll() is not None, "the second start ends", 20_000)
    said = second.communicate()[1]
    assert second.returncode == 0
    assert said.strip() == "Amends is open already; its window comes to the front."
    until(lambda: first.window.pages.name == "settings", "the first one goes where the second was sent")
    assert first.window.isVisible()


def test_a_disk_that_fills_up_while_typing(start: Start, shop_file: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 6) as disk:
        there = disk / "shop.amends"
        there.write_bytes(shop_file.read_bytes())
        started = start(there)
        hands.ctrl(Qt.Key.Key_N)
        hands.key(Qt.Key.Key_Y)
        hands.write(WORDS, "The rolls were hard. ")
        until(lambda: started.house.cases.case(1).words == "The rolls were hard. ", "the first words are saved")
        filler = fill(disk)
        story = "Then my sister bit on a stone and it went on and on. " * 1500
        hands.paste(WORDS, story)
        until(lambda: "The disk is full" in hands.words_on_screen(), "the page says it")
        assert hands.text_in(WORDS) == "The rolls were hard. " + story
        assert started.wizard.has_unsaved

        said: list[str] = []
        answering(started.window.close, pressing("Stay and try again", said))
        assert "Your last words are not on the disk yet." in said[0]
        assert started.window.isVisible()

        filler.unlink()
        until(lambda: started.wizard.shell.badge.words() == SAVED, "saved by itself once there is room")
        started.stop()
        again = start(there)
        assert again.house.cases.case(1).words == "The rolls were hard. " + story
        again.stop()
