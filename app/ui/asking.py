"""Calls what may be refused without changing the file, so that a page can say the refusal at its place."""

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.domain.changes import Changes, Done
from app.domain.errors import AppError
from app.ui.calls import Calls

P = ParamSpec("P")
T = TypeVar("T")


def ask_here(
    calls: Calls, refused: Callable[[AppError], object], question: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T | None:
    """The answer; None where `question` raised an `AppError`, which `refused` gets."""
    done = calls.run_here(refused, _answered, partial(question, *args, **kwargs))
    return done.value if done is not None else None


def ask_waiting(
    calls: Calls, refused: Callable[[AppError], object], question: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T | None:
    """The same with the cursor that asks for patience: a print system may take some seconds."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return ask_here(calls, refused, question, *args, **kwargs)
    finally:
        QGuiApplication.restoreOverrideCursor()


def _answered(question: Callable[[], T]) -> Done[T]:
    return Done(question(), Changes())
