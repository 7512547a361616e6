"""Documents through a real CUPS: what was sent, and what came out of the printer."""

from pathlib import Path

import pytest

from tests.printing.cups import NARROW_PRINTER, PDF_OUTPUT, Cups
from tests.printing.documents import pdf_pages, pdf_sizes

pytestmark = pytest.mark.cups


@pytest.mark.parametrize(("sheet", "paper"), [("a4", (210, 297)), ("letter", (215.9, 279.4))])
def test_team_sheet_comes_out_of_the_printer(
    cups: Cups, sheet: str, paper: tuple[float, float], tmp_path: Path
) -> None:
    sent_before, out_before = cups.spooled(), set(PDF_OUTPUT.glob("*.pdf"))
    assert cups.print_document("PDF", sheet) == sheet
    (sent,) = cups.spooled() - sent_before
    (came_out,) = set(PDF_OUTPUT.glob("*.pdf")) - out_before
    try:
        assert pdf_sizes(sent) == [pytest.approx(paper, abs=0.5)] * 2
        # The driver's own list counts in whole points, upwards.
        assert pdf_sizes(came_out) == [pytest.approx(paper, abs=0.6)] * 2
        first, second = (" ".join(page.split()) for page in pdf_pages(sent))
        assert "a flat office of fine fish" in first
        assert first.endswith("Rosa’s Bakery Page 1 of 2")
        assert second.startswith("Notes")
    finally:
        came_out.unlink()


def test_chosen_pages_alone(cups: Cups) -> None:
    before = cups.spooled()
    cups.print_document("Narrow", "a4", "2", "2")
    (sent,) = cups.spooled() - before
    (page,) = pdf_pages(sent)
    assert page.strip().startswith("Notes")


def test_sheets_to_sign_come_out_on_one_side(cups: Cups) -> None:
    before = cups.spooled()
    cups.print_document("Narrow", "letter")
    (sent,) = cups.spooled() - before
    ticket = sent.with_name("c" + sent.name[1:].removesuffix("-001")).read_bytes()
    assert b"two-sided" not in ticket


def test_printer_without_letter_gets_it_laid_out_for_a4(cups: Cups, tmp_path: Path) -> None:
    lines = Path(NARROW_PRINTER).read_text(encoding="utf-8").splitlines(keepends=True)
    ppd = tmp_path / "a4.ppd"
    ppd.write_text("".join(line for line in lines if "Letter/" not in line), encoding="utf-8")
    cups.run("lpadmin", "-p", "OnlyA4", "-v", f"file://{cups.folder}/out/a4.pdf", "-E", "-P", str(ppd))
    before = cups.spooled()
    assert cups.print_document("OnlyA4", "letter") == "a4"
    (sent,) = cups.spooled() - before
    assert pdf_sizes(sent) == [pytest.approx((210, 297), abs=0.5)] * 2
    assert pdf_pages(sent)[0].strip().endswith("Page 1 of 2")


def test_unknown_printer_is_said(cups: Cups) -> None:
    assert cups.print_document("Nowhere", "a4") == "no_printer"
