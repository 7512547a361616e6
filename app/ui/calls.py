"""The one place through which slots call services: it sends what changed, and what was refused."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Done
from app.domain.errors import AppError
from app.ui.hub import Hub

P = ParamSpec("P")
T = TypeVar("T")


class Calls(QObject):
    """`refused` carries an `AppError` that no caller wanted to show at its own place."""

    refused = Signal(object)

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub

    def run(self, verb: Callable[P, Done[T]], *args: P.args, **kwargs: P.kwargs) -> Done[T] | None:
        """Call one verb; None where it was refused, and the window says why."""
        return self._run(self.refused.emit, verb, *args, **kwargs)

    def run_here(
        self,
        refused: Callable[[AppError], object],
        verb: Callable[P, Done[T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[T] | None:
        """The same, but `refused` gets the error, to show it at the field it belongs to."""
        return self._run(refused, verb, *args, **kwargs)

    def _run(
        self,
        refused: Callable[[AppError], object],
        verb: Callable[P, Done[T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[T] | None:
        try:
            done = verb(*args, **kwargs)
        except AppError as error:
            refused(error)
            return None
        if done.changes:
            self._hub.changed.emit(done.changes)
        return done

    def ask(self, question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Ask something that changes nothing; None where it was refused, and the window says why."""
        try:
            return question(*args, **kwargs)
        except AppError as error:
            self.refused.emit(error)
            return None
