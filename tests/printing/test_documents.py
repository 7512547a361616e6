"""Picture, PDF and printer: the same pages, with words that can be searched, written whole or not at all."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter

from app.domain.card import Sheet
from app.domain.errors import AppError
from app.printing.blocks import PAPERS
from app.printing.documents import to_image, to_pdf, to_printer
from app.printing.page import lay_out
from tests.printing.documents import TALK, pdf_pages, pdf_sizes

pytestmark = pytest.mark.usefixtures("qapp")
DPI = 254  # ten dots a millimetre


@pytest.mark.parametrize("sheet", list(PAPERS))
def test_pdf_has_pages_of_the_paper_with_all_words(tmp_path: Path, sheet: Sheet) -> None:
    path = tmp_path / "sheet.pdf"
    assert to_pdf(TALK, sheet, path) == 2
    paper = PAPERS[sheet]
    assert pdf_sizes(path) == [pytest.approx((paper.width, paper.height), abs=0.5)] * 2
    first, second = (" ".join(page.split()) for page in pdf_pages(path))
    assert first.startswith("For the team talk What happened, and what we do from now on. What happened • 2 Nov:")
    assert "a flat office of fine fish" in first  # no letters joined into one that no search would find
    assert "The name was never read back. Not once." in first
    assert "1. It was misheard. 2. Nobody asked." in first
    assert first.endswith("Rosa’s Bakery Page 1 of 2")
    assert second == "Notes To write on Rosa’s Bakery Page 2 of 2"


def test_pdf_brings_its_fonts_and_its_title(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    to_pdf(TALK, Sheet.A4, path)
    content = path.read_bytes()
    fonts = content.count(b"/Type /FontDescriptor") + content.count(b"/Type/FontDescriptor")
    assert fonts == len(re.findall(rb"/FontFile[23]? ", content)) >= 3
    document = pypdfium2.PdfDocument(path)
    assert document.get_metadata_dict()["Title"] == "Team sheet"
    document.close()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_another_reader_finds_the_words_too(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    to_pdf(TALK, Sheet.LETTER, path)
    said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert "a flat office of fine fish" in said


def _ink(image: QImage, strip: tuple[float, float]) -> tuple[float, float]:
    """How far to the left and to the right there is ink at that height, all in mm."""
    dots = DPI / 25.4
    first, last = (round(edge * dots) for edge in strip)
    grey = image.copy(0, first, image.width(), last - first).convertToFormat(QImage.Format.Format_Grayscale8)
    dark = [x for y in range(grey.height()) for x, value in enumerate(_row(grey, y)) if value < 200]
    return min(dark) / dots, max(dark) / dots


def _row(grey: QImage, y: int) -> bytes:
    line = grey.constScanLine(y)
    assert isinstance(line, memoryview)
    return bytes(line)[: grey.width()]


@pytest.mark.parametrize("number", [0, 1])
def test_preview_equals_pdf(tmp_path: Path, number: int) -> None:
    path = tmp_path / "sheet.pdf"
    to_pdf(TALK, Sheet.A4, path)
    document = pypdfium2.PdfDocument(path)
    drawn = document[number].render(scale=DPI / 72, rev_byteorder=True)  # three bytes a dot, red first
    printed = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888).copy()
    document.close()
    page = lay_out(TALK, Sheet.A4)[number]
    preview = to_image(page, DPI)
    assert abs(printed.width() - preview.width()) <= 2
    assert abs(printed.height() - preview.height()) <= 2
    for words in page.words:
        strip = (words.baseline - 1.0, words.baseline + 0.1)
        assert _ink(printed, strip) == pytest.approx(_ink(preview, strip), abs=0.3)
    for rule in page.rules:
        strip = (rule.y - 0.4, rule.y + 0.4)
        assert _ink(printed, strip) == pytest.approx(_ink(preview, strip), abs=0.3)


def test_preview_is_sharp_on_a_fine_screen() -> None:
    (page, _) = lay_out(TALK, Sheet.A4)
    fine = to_image(page, 96, 2.0, QColor("#fffef9"))
    assert (fine.width(), fine.height(), fine.devicePixelRatio()) == (1587, 2245, 2.0)
    assert fine.pixelColor(3, 3) == QColor("#fffef9")


def test_old_file_stays_where_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere" / "sheet.pdf", tmp_path):
        with pytest.raises(AppError, match="cannot_write") as caught:
            to_pdf(TALK, Sheet.A4, path)
        assert caught.value.facts["path"] == path
    assert list(tmp_path.iterdir()) == []


def test_a_printer_that_writes_a_file_writes_the_pdf(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    assert to_printer(printer, TALK, Sheet.LETTER) is Sheet.LETTER
    assert len(pdf_pages(tmp_path / "sheet.pdf")) == 2


def test_a_document_without_a_title_is_written_too(tmp_path: Path) -> None:
    assert to_pdf(replace(TALK, title="", blocks=()), Sheet.A4, tmp_path / "sheet.pdf") == 1
