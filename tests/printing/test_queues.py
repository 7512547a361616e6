"""What is said when there is no printer, or no answer; `lpstat` is a small program of our own here."""

import sys
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from app.domain.card import Sheet
from app.domain.errors import AppError
from app.printing import queues
from app.printing.devices import to_printer
from tests.printing.cards import CARD

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="CUPS is asked on Linux alone."),
]


def _lpstat(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "lpstat"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_names_are_those_that_cups_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _lpstat(tmp_path, monkeypatch, '[ "$1" = -e ] && printf "Kitchen\\nOffice_Ink\\n"')
    assert queues.printers() == ["Kitchen", "Office_Ink"]


def test_no_printer_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _lpstat(tmp_path, monkeypatch, "echo lpstat: No destinations added. >&2; exit 1")
    with pytest.raises(AppError, match="no_printer"):
        queues.printers()


def test_computer_without_cups_has_no_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AppError, match="no_printer"):
        queues.open_printer()


def test_silence_is_said_after_three_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _lpstat(tmp_path, monkeypatch, "exec tail -f /dev/null")
    with pytest.raises(AppError, match="print_system_silent"):
        queues.printers()


def test_printer_that_is_gone_is_said() -> None:
    with pytest.raises(AppError, match="no_printer"):
        queues.supports("Nowhere at all", CARD.size.flat)


def test_printing_to_a_file_writes_the_same_pdf(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "card.pdf"))
    assert to_printer(printer, CARD, Sheet.A4) is Sheet.A4
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")


def test_qts_stand_in_for_a_missing_printer_is_not_printed_on() -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    with pytest.raises(AppError, match="no_printer"):
        to_printer(printer, CARD, Sheet.A4)
