"""Answers a dialog that blocks until it is answered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox

from tests.e2e import hands

LOOK_EVERY_MS = 4


class Answer(QObject):
    """Waits for a dialog in front and does `act` with it, once."""

    def __init__(self, act: Callable[[QDialog], None]) -> None:
        super().__init__()
        self.done = False
        self._act = act
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self._on_look)
        self._look.start()

    @Slot()
    def _on_look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self._look.stop()
            self.done = True
            self._act(dialog)

    def stop(self) -> None:
        self._look.stop()


def answering(act: Callable[[], object], answer: Callable[[QDialog], None], *, back_to_window: bool = True) -> None:
    """Do `act`, which opens a dialog and waits for it, and answer that dialog."""
    waiting = Answer(answer)
    act()
    waiting.stop()
    assert waiting.done, "no dialog came"
    if back_to_window:
        hands.front().activateWindow()  # a window system would give the keys back by itself


def save_as(path: Path) -> Callable[[QDialog], None]:
    """Type that path into the dialog for files, and save."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(path))
        dialog.accept()

    return answer


def pressing(words: str, said: list[str]) -> Callable[[QDialog], None]:
    """Note what the message says, and press that button of it."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(f"{dialog.text()} {dialog.informativeText()}".strip())
        button = next(one for one in dialog.buttons() if one.text().replace("&", "") == words)
        button.click()

    return answer
