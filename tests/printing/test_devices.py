"""Picture and PDF: the same card at its true size, written whole or not at all."""

import copy
import os
import re
import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from app.domain.card import Card, CardKind, CardLook, CardSize, Sheet
from app.domain.errors import AppError
from app.printing.devices import check, to_image, to_pdf
from app.printing.layout import DoesNotFit, LaidOut, lay_out
from app.printing.sheets import Panel, Side
from tests.printing.cards import CARD, LONG

pytestmark = pytest.mark.usefixtures("qapp")
POINT = 25.4 / 72
DPI = 254


def _text(path: Path, page: int) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        # One letter of the serif serves two characters; the PDF names the other one.
        return str(document[page].get_textpage().get_text_bounded()).replace("ʼ", "’")
    finally:
        document.close()


def _sizes(path: Path) -> list[tuple[float, float]]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [(page.get_width() * POINT, page.get_height() * POINT) for page in document]
    finally:
        document.close()


@pytest.mark.parametrize(
    ("size", "sheet", "paper"),
    [
        (CardSize.A6_FOLDED, Sheet.CARD, (210, 148)),
        (CardSize.A6_FOLDED, Sheet.A4, (210, 297)),
        (CardSize.A6_FOLDED, Sheet.LETTER, (215.9, 279.4)),
        (CardSize.A5_FOLDED, Sheet.CARD, (297, 210)),
        (CardSize.A5_FOLDED, Sheet.A4, (297, 210)),
    ],
)
def test_pdf_has_two_pages_of_the_papers_size(
    tmp_path: Path, size: CardSize, sheet: Sheet, paper: tuple[float, float]
) -> None:
    path = tmp_path / "card.pdf"
    assert to_pdf(replace(CARD, size=size), sheet, path) == 2
    assert _sizes(path) == [pytest.approx(paper, abs=0.5)] * 2


@pytest.mark.parametrize("look", list(CardLook))
def test_pdf_holds_the_words_with_their_fonts(tmp_path: Path, look: CardLook) -> None:
    path = tmp_path / "card.pdf"
    to_pdf(replace(CARD, look=look), Sheet.A4, path)
    inside = " ".join(_text(path, 1).split())
    assert inside.startswith("I am sorry Dear Dana, I am sorry that your cake")
    assert inside.endswith("Rosa Rosa’s Bakery · 14 Mill Lane · 555 0142")
    assert _text(path, 0).strip() == "Rosa’s Bakery"
    # Every font of the file comes with its outlines.
    content = path.read_bytes()
    fonts = content.count(b"/Type /FontDescriptor") + content.count(b"/Type/FontDescriptor")
    assert fonts == len(re.findall(rb"/FontFile[23]? ", content)) >= 1


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_another_reader_finds_the_words_too(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    to_pdf(CARD, Sheet.CARD, path)
    said = subprocess.run(["pdftotext", "-f", "2", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert "wrong name, on a night that mattered" in said


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.text(alphabet="abcdefghijklmnoprstuvwxyzäéö,.!?", min_size=1, max_size=30), min_size=1, max_size=400
    ),
    look=st.sampled_from(CardLook),
)
def test_every_word_is_in_the_pdf_or_it_is_refused(tmp_path: Path, words: list[str], look: CardLook) -> None:
    path = tmp_path / "card.pdf"
    card = replace(CARD, look=look, text=" ".join(words), heading="")
    if isinstance(lay_out(card, Side.INSIDE), DoesNotFit):
        with pytest.raises(AppError, match="does_not_fit"):
            to_pdf(card, Sheet.CARD, path)
        return
    to_pdf(card, Sheet.CARD, path)
    assert "".join(_text(path, 1).split()).startswith("".join(words))


@pytest.mark.parametrize("look", list(CardLook))
@pytest.mark.parametrize("size", list(CardSize))
def test_preview_equals_pdf(tmp_path: Path, size: CardSize, look: CardLook) -> None:
    """Same size, and the ink of every line at the same place within 0.3 mm."""
    card = replace(CARD, size=size, look=look, text=LONG)
    path = tmp_path / "card.pdf"
    to_pdf(card, Sheet.CARD, path)
    document = pypdfium2.PdfDocument(path)
    drawn = document[1].render(scale=DPI / 72, rev_byteorder=True)  # three bytes a dot, red first
    printed = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888).copy()
    document.close()
    preview = to_image(card, Side.INSIDE, DPI)
    assert abs(printed.width() - preview.width()) <= 3
    assert abs(printed.height() - preview.height()) <= 3
    for strip in _strips(card):
        assert _ink(printed, strip) == pytest.approx(_ink(preview, strip), abs=0.3)


def _strips(card: Card) -> list[tuple[float, float]]:
    """The height that each line's middle part takes, in mm."""
    setting = lay_out(card, Side.INSIDE)
    assert isinstance(setting, LaidOut)
    return [(line.baseline - 0.2 * line.points * POINT - 0.4, line.baseline + 0.4) for line in setting.lines]


def _ink(image: QImage, strip: tuple[float, float]) -> tuple[float, float, float, float]:
    """The box around all dark dots in the strip, in mm: left, top, right, bottom."""
    dots = DPI / 25.4
    first, last = round(strip[0] * dots), round(strip[1] * dots)
    grey = image.copy(0, first, image.width(), last - first).convertToFormat(QImage.Format.Format_Grayscale8)
    dark = [[x for x, value in enumerate(_row(grey, y)) if value < 150] for y in range(grey.height())]
    ys = [y for y, row in enumerate(dark) if row]
    xs = [x for row in dark for x in row]
    return min(xs) / dots, min(ys) / dots, max(xs) / dots, max(ys) / dots


def _row(grey: QImage, y: int) -> bytes:
    line = grey.constScanLine(y)
    assert isinstance(line, memoryview)
    return bytes(line)[: grey.width()]


def test_preview_of_a_panel_is_sharp_on_a_fine_screen() -> None:
    plain = to_image(CARD, Side.INSIDE, 96, panel=Panel.RIGHT)
    fine = to_image(CARD, Side.INSIDE, 96, 2.0, panel=Panel.RIGHT, paper=QColor("#fffef9"))
    assert (plain.width(), plain.height()) == (397, 559)
    assert (fine.width(), fine.height(), fine.devicePixelRatio()) == (794, 1119, 2.0)
    assert fine.pixelColor(2, 2) == QColor("#fffef9")


def test_inside_left_is_blank() -> None:
    left = to_image(CARD, Side.INSIDE, 96, panel=Panel.LEFT)
    blank = QImage(left.size(), left.format())
    blank.fill(QColor("white"))
    assert left == blank


def test_every_kind_has_a_front_of_its_own() -> None:
    fronts = [to_image(replace(CARD, kind=kind), Side.OUTSIDE, 50, panel=Panel.RIGHT) for kind in CardKind]
    assert all(one != other for index, one in enumerate(fronts) for other in fronts[:index])


@pytest.mark.parametrize("field", ["heading", "text", "shop_name", "shop_address", "shop_phone"])
@pytest.mark.parametrize("token", ["{name}", "[[name]]", "<<name>>"])
def test_token_stops_printing_but_not_the_preview(tmp_path: Path, field: str, token: str) -> None:
    card = copy.copy(CARD)
    object.__setattr__(card, field, f"Dear {token}")
    with pytest.raises(AppError) as caught:
        to_pdf(card, Sheet.CARD, tmp_path / "card.pdf")
    assert (caught.value.code, caught.value.facts) == ("token_left", {"token": token})
    assert not (tmp_path / "card.pdf").exists()
    assert not to_image(card, Side.INSIDE, 50).isNull()


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x00"])
def test_empty_card_is_not_printed(text: str) -> None:
    with pytest.raises(AppError, match="card_empty"):
        check(replace(CARD, text=text))
    assert not to_image(replace(CARD, text=text), Side.INSIDE, 50).isNull()


def test_large_card_is_refused_on_letter(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="card_larger_than_sheet"):
        to_pdf(replace(CARD, size=CardSize.A5_FOLDED), Sheet.LETTER, tmp_path / "card.pdf")
    assert list(tmp_path.iterdir()) == []


@contextmanager
def _no_file_longer_than(size: int) -> Iterator[None]:
    """What a full disk does: a file cannot grow any further."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_write_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(b"the old card")
    with _no_file_longer_than(4000), pytest.raises(AppError, match="cannot_write"):
        to_pdf(CARD, Sheet.CARD, path)
    assert path.read_bytes() == b"the old card"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=12k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(words, capture_output=True, check=False).returncode != 0:
        pytest.skip("A small disk can be mounted by root alone.")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_full_disk_is_said_and_leaves_the_old_file(small_disk: Path) -> None:
    path = small_disk / "card.pdf"
    path.write_bytes(b"the old card")
    with pytest.raises(AppError, match="disk_full") as caught:
        to_pdf(CARD, Sheet.CARD, path)
    assert caught.value.facts == {"path": path}
    assert path.read_bytes() == b"the old card"


def test_folder_that_is_not_there_or_a_folder_as_file(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere" / "card.pdf", tmp_path):
        with pytest.raises(AppError, match="cannot_write") as caught:
            to_pdf(CARD, Sheet.CARD, path)
        assert caught.value.facts["path"] == path
        assert caught.value.facts["reason"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(AppError, match="cannot_write"):
        to_pdf(CARD, Sheet.CARD, tmp_path / "card.pdf")
