"""Holds what was typed until the file has it: refused by its rule, or waiting for a disk that says no."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.errors import AppError
from app.ui.desk import Desk

RETRY_MS: Final = 3000


class Saver(QObject):
    """One for the wizard. `field_refused` and `disk_refused` carry an `AppError`, `saved` comes when all is kept.

    A refusal that names a file is the disk's: it is tried again. Any other belongs to the field, and stays there
    until it is typed anew.
    """

    field_refused = Signal(object, object)  # number, AppError with the fact "field"
    disk_refused = Signal(object)
    saved = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: dict[tuple[int, bool], dict[str, object]] = {}
        self._wrong: dict[int, set[str]] = {}
        self._error: AppError | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self.try_again)

    def answer(self, number: int, values: Mapping[str, object]) -> None:
        """Save fields of the case and its promise."""
        self._take((number, False), values)

    def customer(self, number: int, values: Mapping[str, object]) -> None:
        """Save who they are."""
        self._take((number, True), values)

    def forget_customer(self, number: int) -> None:
        """Who they are was chosen: what waits of the typing is out of date."""
        self._waiting.pop((number, True), None)

    def held(self, number: int) -> frozenset[str]:
        """The fields of that case whose text is not in the file."""
        waiting = [values for (case, _), values in self._waiting.items() if case == number]
        return frozenset(self._wrong.get(number, set())).union(*waiting)

    @property
    def has_unsaved(self) -> bool:
        return bool(self._waiting) or any(self._wrong.values())

    @property
    def trouble(self) -> AppError | None:
        """What the disk said last, while something waits for it."""
        return self._error if self._waiting else None

    @Slot()
    def try_again(self) -> None:
        """Send all that waits once more."""
        for key in list(self._waiting):
            self._send(key)

    def _take(self, key: tuple[int, bool], values: Mapping[str, object]) -> None:
        self._waiting[key] = {**self._waiting.get(key, {}), **values}
        self._wrong.get(key[0], set()).difference_update(values)
        self._send(key)

    def _send(self, key: tuple[int, bool]) -> None:
        values = self._waiting.pop(key, {})
        if not values:
            return
        error = self._try(key, values)
        if error is None:
            self._say_saved()
        elif "file" in error.facts:
            self._wait(key, values, error)
        elif len(values) == 1:
            self._refuse(key[0], next(iter(values)), error)
        else:
            self._one_by_one(key, values)

    def _one_by_one(self, key: tuple[int, bool], values: dict[str, object]) -> None:
        """A bad one keeps no good one back; what is not sent yet still waits, so that no page forgets it."""
        self._waiting[key] = values
        for name in list(values):
            value = values.pop(name)
            error = self._try(key, {name: value})
            if error is not None and "file" in error.facts:
                values[name] = value
                self._wait(key, values, error)
                return
            if error is not None:
                self._refuse(key[0], name, error)
        if not self._waiting.get(key, True):
            del self._waiting[key]
        self._say_saved()

    def _try(self, key: tuple[int, bool], values: dict[str, object]) -> AppError | None:
        number, of_customer = key
        errors: list[AppError] = []
        cases = self._desk.house.cases
        if of_customer:
            texts = {name: str(value) for name, value in values.items()}
            self._desk.calls.run_here(errors.append, cases.set_customer, number, texts)
        else:
            self._desk.calls.run_here(errors.append, cases.answer_all, number, values)
        return errors[0] if errors else None

    def _refuse(self, number: int, name: str, error: AppError) -> None:
        self._wrong.setdefault(number, set()).add(name)
        self.field_refused.emit(number, AppError(error.code, **{"field": name, **error.facts}))

    def _wait(self, key: tuple[int, bool], values: dict[str, object], error: AppError) -> None:
        self._waiting[key] = {**values, **self._waiting.get(key, {})}
        self._error = error
        self.disk_refused.emit(error)
        self._timer.start()

    def _say_saved(self) -> None:
        if self._waiting:
            return
        self._timer.stop()
        self._error = None
        if not any(self._wrong.values()):
            self.saved.emit()
