"""The window that shows a document: what it shows, what it refuses, and that it is gone when it closes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.card import Sheet
from app.domain.errors import AppError
from app.printing.blocks import Document, Labelled
from app.printing.page import lay_out
from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.paper.choosing import usual_sheet
from app.ui.paper.dialog import PrintDialog, show_document
from tests.e2e.dialogs import answering, save_as
from tests.printing.documents import TALK, pdf_pages, pdf_sizes


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "machine.ini")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 640)
    made.show()
    return made


def _opened(desk: Desk, window: QWidget, machine: Machine, document: Document = TALK) -> PrintDialog:
    made = PrintDialog(desk, document, window, title="Team sheet", machine=machine)
    made.open()
    return made


@pytest.fixture
def dialog(desk: Desk, window: QWidget, machine: Machine) -> Iterator[PrintDialog]:
    made = _opened(desk, window, machine)
    yield made
    made.reject()


def _texts(dialog: PrintDialog) -> str:
    return dialog.view.accessibleDescription()


@pytest.fixture
def no_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def test_the_pages_are_shown_and_read_out(dialog: PrintDialog) -> None:
    assert dialog.windowTitle() == "Team sheet"
    assert dialog.view.accessibleName() == "How it will look on paper"
    assert "The name was never read back." in _texts(dialog)
    assert "Page 2 of 2" in _texts(dialog)
    assert dialog._count.text() == "2 pages"
    assert dialog.print_button.hasFocus()


def test_what_is_painted_is_the_page(dialog: PrintDialog) -> None:
    shown = dialog.view.grab().toImage()
    ratio = shown.devicePixelRatio()
    place, page = dialog.view.place(0), dialog.view.image(0)
    part = shown.copy(
        round(place.x() * ratio), round(place.y() * ratio), round(place.width() * ratio), round(120 * ratio)
    )
    alike = sum(
        part.pixelColor(x, y) == page.pixelColor(x, y)
        for x in range(5, part.width() - 5, 3)
        for y in range(5, part.height() - 5, 3)
    )
    assert alike > 0.98 * ((part.width() - 10) // 3) * ((part.height() - 10) // 3)
    assert any(page.pixelColor(x, y) != QColor("white") for x in range(0, 300, 2) for y in range(60, 110))


def test_keys_go_through_the_pages(dialog: PrintDialog) -> None:
    dialog.view.setFocus()
    bar = dialog.view.verticalScrollBar()
    top = dialog.view.place(0).top()
    assert bar.maximum() > 0
    QTest.keyClick(dialog.view, Qt.Key.Key_PageDown)
    assert dialog.view.place(0).top() < top
    bar.setValue(bar.maximum())
    assert dialog.view.place(1).bottom() <= dialog.view.viewport().height()


def test_paper_is_the_countrys_until_the_owner_chose_another(
    desk: Desk, window: QWidget, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _opened(desk, window, machine)
    assert first.sheet() is usual_sheet()
    first.reject()
    machine.sheet = "letter"  # for cards; the same printer
    second = _opened(desk, window, machine)
    assert second.sheet() is Sheet.LETTER
    before = second.view.place(0).size()
    second.paper.setFocus()
    QTest.keyClick(second.paper, Qt.Key.Key_Up)
    assert second.sheet() is Sheet.A4
    assert second.view.place(0).size() != before
    second.reject()
    third = _opened(desk, window, machine)
    assert third.sheet() is Sheet.A4
    assert machine.sheet == "letter"
    third.reject()


@pytest.mark.parametrize(("country", "sheet"), [("en_US", Sheet.LETTER), ("en_GB", Sheet.A4), ("de_DE", Sheet.A4)])
def test_paper_of_the_country(country: str, sheet: Sheet) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(country))
    assert usual_sheet() is sheet
    QLocale.setDefault(before)


def test_saving_writes_the_pages_and_says_where(dialog: PrintDialog, tmp_path: Path) -> None:
    path = tmp_path / "talk.pdf"
    dialog.paper.choose(Sheet.LETTER)
    answering(dialog.pdf_button.click, save_as(path), back_to_window=False)
    assert len(pdf_pages(path)) == 2
    assert pdf_sizes(path)[0] == pytest.approx((215.9, 279.4), abs=0.5)
    assert dialog.sent.isVisible()
    assert dialog.sent.words() == f"The PDF is saved: {path}"
    assert dialog.focusWidget() is dialog.close_button  # the keys are back once the window system gives them
    assert dialog.close_button.accessibleDescription() == dialog.sent.words()


def test_file_is_offered_by_the_documents_name(desk: Desk, window: QWidget, machine: Machine) -> None:
    dialog = _opened(desk, window, machine, replace(TALK, title='Causes: "a/b" ' + "long " * 60))
    offered: list[str] = []

    def look(asked: QDialog) -> None:
        assert isinstance(asked, QFileDialog)
        offered.append(Path(asked.selectedFiles()[0]).name)
        asked.reject()

    answering(dialog.pdf_button.click, look, back_to_window=False)
    assert offered[0].startswith("Causes a b long long")
    assert len(offered[0]) < 70
    assert not dialog.sent.isVisible()
    dialog.reject()


def test_refused_file_is_said_in_place(dialog: PrintDialog, tmp_path: Path, desk: Desk) -> None:
    elsewhere: list[object] = []
    desk.calls.refused.connect(elsewhere.append)
    path = tmp_path / "gone" / "talk.pdf"
    path.parent.mkdir()

    def answer(asked: QDialog) -> None:
        save_as(path)(asked)
        path.parent.rmdir()

    answering(dialog.pdf_button.click, answer, back_to_window=False)
    assert dialog.refused.isVisible()
    assert "cannot be written" in dialog.refused.words()
    assert not dialog.sent.isVisible()
    assert elsewhere == []


@pytest.mark.usefixtures("no_printer")
def test_no_printer_is_said_in_place_and_the_next_act_takes_it_away(dialog: PrintDialog, tmp_path: Path) -> None:
    assert dialog.print_button.shortcut().toString() == "Ctrl+P"
    dialog.print_button.click()
    assert dialog.refused.isVisible()
    assert dialog.refused.words().startswith("No printer was found.")
    assert QApplication.overrideCursor() is None
    answering(dialog.pdf_button.click, save_as(tmp_path / "talk.pdf"), back_to_window=False)
    assert not dialog.refused.isVisible()
    assert dialog.sent.isVisible()


def test_what_cannot_be_laid_out_cannot_be_printed(
    desk: Desk, window: QWidget, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise AppError("fonts_missing", file="Manrope-Regular.ttf")

    lay_out.cache_clear()
    monkeypatch.setattr("app.printing.page.load_card_fonts", missing)
    dialog = _opened(desk, window, machine)
    assert dialog.refused.isVisible()
    assert not dialog.print_button.isEnabled()
    assert not dialog.pdf_button.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("way", ["close", "escape"])
def test_it_is_gone_when_it_closes(qtbot: QtBot, desk: Desk, window: QWidget, way: str) -> None:
    show_document(desk, window, "House rules", TALK)
    (dialog,) = window.findChildren(PrintDialog)
    assert dialog.windowTitle() == "House rules"
    with qtbot.waitSignal(dialog.destroyed):
        if way == "close":
            dialog.close_button.click()
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.findChildren(PrintDialog) == []


def test_it_fits_a_small_window_and_a_long_document_shows_each_page(
    desk: Desk, window: QWidget, machine: Machine
) -> None:
    many = Document(title="T", blocks=(Labelled(label="A", text="many words " * 9000),))
    dialog = _opened(desk, window, machine, many)
    dialog.resize(640, 480)
    assert dialog.width() == 640
    bar, pages = dialog.view.verticalScrollBar(), lay_out(many, dialog.sheet())
    assert len(pages) > 10
    for value in range(0, bar.maximum(), max(1, bar.maximum() // 25)):
        bar.setValue(value)
        dialog.view.grab()
    assert len(dialog.view._images) <= 4
    dialog.reject()
