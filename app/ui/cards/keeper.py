"""Keeps a card's words as they are typed: on disk within 600 ms, and in hand while the disk says no."""

from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.changes import Done
from app.domain.errors import AppError
from app.ui.desk import Desk
from app.ui.widgets.typed import SAVE_AFTER_MS

RETRY_MS: Final = 3000


class _Words(NamedTuple):
    case_id: int
    text: str
    kind: str


class Keeper(QObject):
    """`refused` carries the `AppError` of the file, `saved` comes when nothing waits any more."""

    refused = Signal(object)
    saved = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: dict[int, _Words] = {}
        self.trouble: AppError | None = None  # what the file said last, while something waits for it
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def later(self, case_id: int, message_id: int, text: str, kind: str) -> None:
        """A key was typed: save soon."""
        self._waiting[message_id] = _Words(case_id, text, kind)
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)

    def now(self, case_id: int, message_id: int, text: str, kind: str) -> bool:
        """Save at once; whether it is on disk."""
        self._waiting[message_id] = _Words(case_id, text, kind)
        self.flush()
        return message_id not in self._waiting

    def waiting(self, message_id: int) -> str | None:
        """Words of that card that are not on disk yet."""
        words = self._waiting.get(message_id)
        return words.text if words else None

    @property
    def has_unsaved(self) -> bool:
        return bool(self._waiting)

    @Slot()
    def flush(self) -> None:
        """Save all that waits; what the disk refuses is tried again by itself."""
        self._timer.stop()
        if not self._waiting:
            return
        for message_id in list(self._waiting):
            errors: list[AppError] = []
            words = self._waiting[message_id]
            # Taken out first: who hears of the change must not find these words still waiting.
            del self._waiting[message_id]
            self._desk.calls.run_here(errors.append, self._write, message_id, words)
            if errors:
                self._waiting.setdefault(message_id, words)
                self.trouble = errors[0]
        if not self._waiting:
            self.trouble = None
            self.saved.emit()
        elif self.trouble is not None:
            # A refusal that names a file is the disk's, and may pass.
            if "file" in self.trouble.facts:
                self._timer.start(RETRY_MS)
            self.refused.emit(self.trouble)

    def _write(self, message_id: int, words: _Words) -> Done[None]:
        return self._desk.house.messages.rewrite(message_id, words.text, card_kind=words.kind)
