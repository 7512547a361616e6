"""Real jobs through a real CUPS: what was sent, and what came out of the printer."""

import subprocess
from pathlib import Path

import pytest

from tests.printing.cups import PDF_OUTPUT, Cups

pytestmark = pytest.mark.cups

POINT = 25.4 / 72


def _size(pdf: Path) -> tuple[float, float]:
    """The page's size in millimetres, the short side first (a driver may turn the page)."""
    said = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    line = next(line for line in said.splitlines() if line.startswith("Page size:"))
    words = line.split()
    first, second = sorted((float(words[2]) * POINT, float(words[4]) * POINT))
    return first, second


def _words(pdf: Path) -> str:
    said = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(said.split())


def _pages(pdf: Path) -> int:
    said = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    return int(next(line for line in said.splitlines() if line.startswith("Pages:")).split()[1])


@pytest.mark.parametrize(
    ("size", "sheet", "paper"),
    [
        ("a6-folded", "card", (148, 210)),
        ("a6-folded", "a4", (210, 297)),
        ("a6-folded", "letter", (215.9, 279.4)),
        ("a5-folded", "card", (210, 297)),
    ],
)
def test_card_comes_out_of_the_printer(cups: Cups, size: str, sheet: str, paper: tuple[float, float]) -> None:
    sent_before, out_before = cups.spooled(), set(PDF_OUTPUT.glob("*.pdf"))
    assert cups.print_card("PDF", size, sheet) == sheet
    (sent,) = cups.spooled() - sent_before
    (came_out,) = set(PDF_OUTPUT.glob("*.pdf")) - out_before
    try:
        assert _size(sent) == pytest.approx(paper, abs=0.5)
        assert "wrong name, on a night that mattered" in _words(sent)
        assert "14 Mill Lane · 555 0142" in _words(sent)
        # The driver's own list counts in whole points, upwards.
        assert _size(came_out) == pytest.approx(paper, abs=0.6)
        assert _pages(sent) == _pages(came_out) == 2
    finally:
        came_out.unlink()


def test_printer_without_the_cards_paper_gets_its_own_sheet(cups: Cups) -> None:
    assert cups.print_card("Narrow", "a6-folded", "card") == "a4"
    assert _size(cups.narrow_output) == pytest.approx((210, 297), abs=0.5)
    assert "A new cake comes to your mother" in _words(cups.narrow_output)


def test_printer_with_the_wanted_sheet_keeps_it(cups: Cups) -> None:
    assert cups.print_card("Narrow", "a6-folded", "letter") == "letter"
    assert _size(cups.narrow_output) == pytest.approx((215.9, 279.4), abs=0.5)


def test_large_card_is_refused_on_letter(cups: Cups) -> None:
    sent = cups.spooled()
    assert cups.print_card("Narrow", "a5-folded", "letter") == "card_larger_than_sheet"
    assert cups.spooled() == sent


def test_one_side_at_a_time_for_feeding_twice(cups: Cups) -> None:
    assert cups.print_card("Narrow", "a6-folded", "a4", "2") == "a4"
    assert _pages(cups.narrow_output) == 1
    assert "I am sorry" in _words(cups.narrow_output)


def test_range_beyond_both_pages_prints_both(cups: Cups) -> None:
    assert cups.print_card("Narrow", "a6-folded", "a4", "3") == "a4"
    assert _pages(cups.narrow_output) == 2


@pytest.mark.parametrize(
    ("size", "sheet", "edge"),
    [("a6-folded", "a4", "two-sided-long-edge"), ("a5-folded", "card", "two-sided-short-edge")],
)
def test_printer_with_two_sides_turns_the_sheet_the_right_way(cups: Cups, size: str, sheet: str, edge: str) -> None:
    before = cups.spooled()
    cups.print_card("Narrow", size, sheet)
    (sent,) = cups.spooled() - before
    ticket = sent.with_name("c" + sent.name[1:].removesuffix("-001"))
    assert edge.encode() in ticket.read_bytes()


def test_unknown_printer_is_said(cups: Cups) -> None:
    assert cups.print_card("Nowhere", "a6-folded", "card") == "no_printer"


def test_print_system_that_hangs_is_said_and_does_not_hang_us(cups: Cups) -> None:
    with cups.held():
        assert cups.print_unwatched("PDF", "a6-folded", "card") == "print_system_silent"
