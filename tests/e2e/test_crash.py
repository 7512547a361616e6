"""A fault of ours is said in a dialog that shows places only, whatever was going on."""

import sys

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import show_fault
from app.system import paths
from app.ui.crash import CrashDialog
from tests.e2e.dialogs import Answer

WORDS = "Dana Whitfield says that the cake was wrong"


class Faulty(QWidget):
    """Breaks when it is first painted, and gives the fault to the hook as Qt does."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = False
        self.blocked = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.painted:
            return
        self.painted = True
        try:
            raise ValueError(WORDS)
        except ValueError as fault:
            show_fault(ValueError, fault, fault.__traceback__)
        self.blocked = QApplication.activeModalWidget() is not None


def test_the_dialog_waits_until_the_paint_is_over(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[str] = []
    loop = QEventLoop()

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, CrashDialog)
        seen.append(dialog.findChildren(QPlainTextEdit)[0].toPlainText())
        widget.hide()
        dialog.accept()
        loop.quit()

    widget = Faulty()
    qtbot.addWidget(widget)
    answer = Answer(read)
    QTimer.singleShot(0, widget.show)
    loop.exec()
    answer.stop()
    assert not widget.blocked
    assert "in paintEvent" in seen[0]
    logged = paths.log_file().read_text(encoding="utf-8")
    for told in (seen[0], logged, capsys.readouterr().err):
        assert "ValueError" in told
        assert "Dana" not in told


def test_before_the_window_is_there_the_dialog_comes_at_once(qtbot: QtBot) -> None:
    answer = Answer(lambda dialog: dialog.accept())
    try:
        raise ValueError(WORDS)
    except ValueError:
        kind, fault, trace = sys.exc_info()
        assert kind is not None
        assert fault is not None
        show_fault(kind, fault, trace)
    answer.stop()
    assert answer.done
