"""Asks beside the window what is like a text: one thread, a connection of its own, the newest question first."""

import sys
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.alike import Alike
from app.domain.errors import AppError
from app.services.house import House, build_house
from app.store.database import open_store
from app.system.runner import Progress, Runner

REST_MS: Final = 1500  # without a question: whoever types has the file and the processor for themselves
BATCH: Final = 40  # cases a transaction: some 5 ms, so that a save never waits long


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: the words, the case that is being written, its category, how many, and if it is a search."""

    text: str
    case_id: int | None = None
    about: str = ""
    limit: int = 3
    searched: bool = False


class Asker(QObject):
    """The thread starts with the first `wake` or `ask`. What the file refuses is silent: the panel stays as it was."""

    answered = Signal(object, object, object)  # who asked, `Question`, `Alike`
    caught_up = Signal()  # cases are found now that were not found before

    def __init__(self, house: House, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beside = _Beside(house)
        self._runner = Runner(self)
        self._runner.faulted.connect(self._on_faulted)
        self._waiting: dict[int, tuple[object, Question]] = {}  # by who asks
        self._behind = True  # cases may wait to be indexed
        self._gained = 0
        self._ended = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._go_on)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is asked, and nothing is left to be indexed."""
        return self._runner.is_idle and not self._waiting and not self._rest.isActive()

    def wake(self) -> None:
        """Words are about to come: load what answers them, and index what waits."""
        if not self._ended and not self._rest.isActive():
            self._behind = True
            self._go_on()

    def ask(self, who: object, question: Question) -> None:
        """The answer comes by `answered`, unless `who` asks again before its turn."""
        if self._ended:
            return
        self._waiting[id(who)] = (who, question)
        self._behind = True
        self._rest.start()
        self._go_on()

    def forget(self, who: object) -> None:
        """The answer is no longer wanted."""
        self._waiting.pop(id(who), None)

    def stop(self) -> None:
        """Let go of the file, at the latest when the answer is there that is being looked for."""
        self._ended = True
        self._waiting.clear()
        self._rest.stop()
        self._runner.stop(self._beside.close)

    @Slot()
    def _go_on(self) -> None:
        """One job at a time, so that a newer question never stands behind an older one."""
        if self._ended or not self._runner.is_idle:
            return
        if self._waiting:
            who, question = self._waiting.pop(next(iter(self._waiting)))
            told = partial(self._on_answered, who, question)
            self._runner.start(partial(self._beside.like, question), told, self._on_refused)
        elif self._behind and not self._rest.isActive():
            self._runner.start(self._beside.catch_up, self._on_caught_up, self._on_refused)

    def _on_answered(self, who: object, question: Question, alike: object) -> None:
        if not self._ended:
            self.answered.emit(who, question, alike)
            self._go_on()

    def _on_caught_up(self, count: object) -> None:
        assert isinstance(count, int)
        self._gained += count
        self._behind = count > 0
        if not self._behind and self._gained and not self._ended:
            self._gained = 0
            self.caught_up.emit()
        self._go_on()

    def _on_refused(self, _error: AppError) -> None:
        """The file is busy or away for a moment, and the next question or rest tries again."""
        self._behind = False
        self._go_on()

    @Slot(object)
    def _on_faulted(self, fault: tuple[type[BaseException], BaseException, TracebackType | None]) -> None:
        """A bug is told once, by the global hook; asking on would tell it with every word."""
        if not self._ended:
            self.stop()
            sys.excepthook(*fault)


class _Beside:
    """What lives on the thread; made, asked and closed there alone."""

    def __init__(self, house: House) -> None:
        self._path, self._clock, self._content = house.store.path, house.clock, house.content
        self._made: House | None = None

    @property
    def _house(self) -> House:
        if self._made is None:
            self._made = build_house(open_store(self._path), self._clock, self._content)
        return self._made

    def like(self, question: Question, _progress: Progress) -> Alike:
        return self._house.likeness.like(
            question.text,
            case_id=question.case_id,
            about=question.about,
            limit=question.limit,
            searched=question.searched,
        )

    def catch_up(self, _progress: Progress) -> int:
        """How many were indexed; 0 where none waits."""
        return self._house.likeness.catch_up(BATCH)

    def close(self) -> None:
        if self._made is not None:
            self._made.store.close()
            self._made = None
