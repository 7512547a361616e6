"""The program in a real window: it comes up, takes keys, closes, is killed, and starts again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.screen import Amends, clean_environment, door, screen


@pytest.fixture(scope="module")
def desktop() -> Iterator[dict[str, str]]:
    with screen() as environment:
        yield environment


@pytest.fixture
def amends(desktop: dict[str, str], shop_file: Path) -> Iterator[Amends]:
    """Started on the file of Rosa's bakery; its window is in front."""
    begun = Amends(shop_file, desktop)
    begun.wait_for_window("Bakery")
    yield begun
    begun.kill()


def take_down(amends: Amends, words: str) -> None:
    """A new complaint by keys alone, until its words are on disk."""
    amends.keys("ctrl+n", "y")
    amends.type(words)
    amends.until(lambda: words in door(amends.file, "list"), "the words are in the file")


def backups(file: Path) -> list[Path]:
    return sorted((file.parent / f"{file.stem} backups").glob("*.amends"))


@pytest.mark.window
def test_the_window_has_the_shops_name_and_ctrl_q_leaves_a_checked_backup(amends: Amends) -> None:
    assert amends.xdotool("getwindowname", amends.window).strip() == "Rosa’s Bakery – Amends"
    take_down(amends, "hard rolls")
    amends.keys("ctrl+q")
    assert amends.ended() == (0, "")
    newest = backups(amends.file)[-1]
    door(newest, "check")
    assert "hard rolls" in door(newest, "list")


@pytest.mark.window
def test_the_window_manager_closes_it(amends: Amends) -> None:
    take_down(amends, "cold soup")
    amends.keys("alt+F4")
    assert amends.ended() == (0, "")
    assert "cold soup" in door(amends.file, "list")
    assert not amends.file.with_name(amends.file.name + ".lock").exists()


@pytest.mark.window
def test_after_kill_9_the_next_start_takes_over(amends: Amends, desktop: dict[str, str]) -> None:
    take_down(amends, "burnt crust")
    amends.kill()
    assert amends.file.with_name(amends.file.name + ".lock").exists()
    again = Amends(amends.file, desktop)
    try:
        again.wait_for_window("Bakery")
        assert "burnt crust" in door(again.file, "list")
        again.keys("ctrl+q")
        assert again.ended() == (0, "")
    finally:
        again.kill()


@pytest.mark.window
def test_a_second_start_ends_and_the_window_stays(amends: Amends, desktop: dict[str, str]) -> None:
    second = Amends(amends.file, desktop)
    assert second.ended() == (0, "Amends is open already; its window comes to the front.\n")
    assert amends.running.poll() is None


@pytest.mark.window
def test_a_file_that_is_none_is_said_in_a_box(desktop: dict[str, str], tmp_path: Path) -> None:
    letter = tmp_path / "letter.amends"
    letter.write_text("Dear Sir or Madam, " * 100)
    refused = Amends(letter, desktop)
    try:
        refused.wait_for_window("Amends")
        refused.keys("Return")
        status, said = refused.ended()
    finally:
        refused.kill()
    assert status == 1
    assert said == f"{letter} is not a file of Amends. It was left as it is. Please choose another one.\n"


def test_without_a_screen_a_sentence_says_so(shop_file: Path) -> None:
    status, said = Amends(shop_file, clean_environment()).ended()
    assert status == 1
    assert said.startswith("Amends cannot open a window: there is no screen here")
    assert len(said.splitlines()) == 1


def test_a_screen_that_does_not_answer(shop_file: Path) -> None:
    status, said = Amends(shop_file, clean_environment(DISPLAY=":9999")).ended()
    assert status == 1
    assert "no screen answers there" in said
