"""What this machine remembers comes back with its type."""

from pathlib import Path

from PySide6.QtCore import QByteArray

from app.system.machine import Machine


def test_each_setting_comes_back(tmp_path: Path) -> None:
    one = Machine(tmp_path / "machine.ini")
    assert (one.look, one.sheet, one.printer, one.window_geometry) == ("system", "", "", QByteArray())
    assert one.paper == ""
    one.look, one.sheet, one.printer = "dark", "letter", "Shop printer"
    one.paper = "a4"
    one.window_geometry = QByteArray(b"\x01\xd9\xd0\xcb")
    one.sync()
    other = Machine(tmp_path / "machine.ini")
    assert (other.look, other.sheet, other.printer) == ("dark", "letter", "Shop printer")
    assert other.paper == "a4"
    assert other.window_geometry == QByteArray(b"\x01\xd9\xd0\xcb")


def test_a_look_that_nobody_knows_is_that_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "machine.ini").write_text("[window]\nlook=purple\n", encoding="utf-8")
    assert Machine(tmp_path / "machine.ini").look == "system"


def test_paper_for_documents_is_one_of_two(tmp_path: Path) -> None:
    (tmp_path / "machine.ini").write_text("[document]\npaper=card\n", encoding="utf-8")
    assert Machine(tmp_path / "machine.ini").paper == ""
