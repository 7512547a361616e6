"""From the studio's Print button through a real CUPS onto paper."""

import json
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from tests.printing.cups import PATIENCE_SECONDS, PDF_OUTPUT, Cups

pytestmark = pytest.mark.cups


def words_of(paths: set[Path]) -> str:
    said = [subprocess.run(["pdftotext", str(one), "-"], capture_output=True, text=True, check=True) for one in paths]
    return " ".join(" ".join(one.stdout for one in said).split())


def wait_until_out(cups: Cups) -> None:
    """Ask again and again, each time through a program, until no job waits."""
    end = monotonic() + PATIENCE_SECONDS
    while cups.run("lpstat", "-W", "not-completed", "-o").strip():
        assert monotonic() < end, "the jobs never came out"


def walk(cups: Cups, queue: str, sheet: str) -> dict[str, object]:
    """Print from the studio in a program of its own (libcups chooses its server but once)."""
    said = json.loads(cups.run(sys.executable, "-m", "tests.ui.cards.print_from_studio", queue, sheet))
    assert isinstance(said, dict)
    assert said["refused"] == []
    return said


def test_a_printer_of_one_side_is_fed_twice_and_nothing_counts_before_the_yes(cups: Cups) -> None:
    sent_before, out_before = cups.spooled(), set(PDF_OUTPUT.glob("*.pdf"))
    said = walk(cups, "PDF", "card")
    wait_until_out(cups)
    came_out = set(PDF_OUTPUT.glob("*.pdf")) - out_before
    try:
        assert said["first"] == "turn"
        assert "like the page of a book" in str(said["first_words"])
        assert said["then"] == "asked"
        assert "Did it come out?" in str(said["then_words"])
        assert (said["before"], said["after"]) == (False, True)
        sent = cups.spooled() - sent_before
        assert len(sent) == 2
        assert "A new cake comes to your mother’s door on Sunday at noon" in words_of(sent)
        assert len(came_out) == 2
    finally:
        for one in came_out:
            one.unlink()


def test_a_printer_of_two_sides_gets_both_at_once_and_its_own_sheet_is_said(cups: Cups) -> None:
    sent_before = cups.spooled()
    said = walk(cups, "Narrow", "card")
    assert said["first"] == "asked"
    assert "The printer does not take A5 card stock, so the card is on A4." in str(said["first_words"])
    assert "Cut it out along the marks" in str(said["first_words"])
    assert (said["before"], said["after"]) == (False, True)
    assert len(cups.spooled() - sent_before) == 1
