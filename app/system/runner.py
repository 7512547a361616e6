"""Long work beside the window: one job at a time, on one thread, with progress and cancel."""

import gc
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError


class Progress:
    """What a job is handed: it tells how far it is, and asks whether it should stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()

    def tell(self, done: int, whole: int) -> None:
        self._tell(done, whole)

    def cancel(self) -> None:
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()


@dataclass
class _Job:
    work: Callable[[Progress], object]
    done: Callable[[object], object]
    failed: Callable[[AppError], object]
    progress: Progress


class _Sweeping:
    """Python's own sweep for cycles runs in whatever thread makes the next object, and there destroys widgets, which
    Qt forgives in the window's thread alone: it waits while any runner works, and is made up for after that.
    """

    def __init__(self) -> None:
        self._runners: set[int] = set()

    def hold(self, runner: QObject) -> None:
        gc.disable()
        self._runners.add(id(runner))

    def let_go(self, runner: QObject) -> None:
        self._runners.discard(id(runner))
        if not self._runners:
            if gc.get_count()[0] > gc.get_threshold()[0]:
                gc.collect(0)
            gc.enable()


_sweeping = _Sweeping()


class Runner(QObject):
    """The thread starts with the first job and ends with `stop`."""

    idle = Signal()
    progressed = Signal(int, int)
    faulted = Signal(object)  # (type, exception, trace) of a bug in a job
    _finished = Signal(object, object, object)  # job, value, error

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._jobs: list[_Job] = []
        self._last: Callable[[], object] | None = None
        self._finished.connect(self._on_finished)

    @property
    def is_idle(self) -> bool:
        return not self._jobs

    def start(
        self,
        work: Callable[[Progress], object],
        done: Callable[[object], object],
        failed: Callable[[AppError], object],
    ) -> Progress:
        """Run `work` on the thread, then `done` or `failed` on the caller's."""
        job = _Job(work, done, failed, Progress(self.progressed.emit))
        self._jobs.append(job)
        _sweeping.hold(self)
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, name="amends-runner", daemon=True)
            self._thread.start()
        self._queue.put(job)
        return job.progress

    def stop(self, last: Callable[[], object] | None = None) -> None:
        """Let the running job end, and the thread with it; jobs that wait are dropped.

        `last` is what the thread does before it ends: a connection is closed where it was opened.
        """
        for job in self._jobs:
            job.progress.cancel()
        if self._thread is not None:
            self._last = last
            self._queue.put(None)
            self._thread.join()
            self._thread = None
        _sweeping.let_go(self)

    def _loop(self) -> None:
        while self._run_next():
            pass
        if self._last is not None:
            self._last()

    def _run_next(self) -> bool:
        """Whether there was a job; it is held no longer than it runs."""
        job = self._queue.get()
        if job is not None and not job.progress.is_cancelled:
            self._run(job)
        return job is not None

    def _run(self, job: _Job) -> None:
        try:
            value = job.work(job.progress)
        except AppError as error:
            self._finished.emit(job, None, error)
        except Exception:  # noqa: BLE001 - a bug in a job must reach the crash dialog, not die with the thread
            self._finished.emit(job, None, sys.exc_info())
        else:
            self._finished.emit(job, value, None)

    @Slot(object, object, object)
    def _on_finished(
        self,
        job: _Job,
        value: object,
        error: AppError | tuple[type[BaseException], BaseException, TracebackType] | None,
    ) -> None:
        self._jobs.remove(job)
        if error is None:
            job.done(value)
        elif isinstance(error, AppError):
            job.failed(error)
        else:
            self.faulted.emit(error)
        if not self._jobs:
            _sweeping.let_go(self)
            self.idle.emit()
