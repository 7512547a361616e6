"""Builds store, services, desk and window; the only file that sees every layer."""

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QThread, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.domain.errors import AppError
from app.lazy import lazy
from app.services.house import Content, House, build_house
from app.services.work import Clock
from app.store.database import Store, open_store
from app.system import paths, resources
from app.system.clock import system_clock
from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import STYLE_WORDS, Theme
from app.ui.window import MainWindow

if TYPE_CHECKING:
    import app.services.backups as backups
    import app.services.made_up as made_up
    import app.system.log as log
    import app.system.runner as runner
    import app.system.single as single
    import app.ui.boxes as boxes
    import app.ui.crash as crash
    import app.ui.first.page as first_page
else:
    backups = lazy("app.services.backups")
    made_up = lazy("app.services.made_up")
    log = lazy("app.system.log")
    runner = lazy("app.system.runner")
    single = lazy("app.system.single")
    boxes = lazy("app.ui.boxes")
    crash = lazy("app.ui.crash")
    first_page = lazy("app.ui.first.page")

_AFTER_FIRST_PAINT_MS = 300  # at 0 it would come before the window is on the screen
CONTENT = Content(
    remedies=resources.remedies,
    categories=resources.categories,
    parts=resources.parts,
    word_vectors=resources.word_vectors,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asked the window for."""

    file: Path | None = None
    made_up: bool = False
    page: str = "today"


def open_house(file: Path, clock: Clock) -> House:
    """The verbs over the file, which is made where there is none. Raises `AppError` as `open_store` does."""
    store = open_store(file, copy_before_migration=file.with_name(f"{file.stem} before update.amends"))
    return build_house(store, clock, CONTENT)


class Program(QObject):
    """The running program: one window over one file."""

    def __init__(self, app: QApplication, machine: Machine, clock: Clock, *, has_style: bool = False) -> None:
        """`has_style`: `app` was started with `STYLE_WORDS`."""
        super().__init__()
        self._app = app
        self._machine = machine
        self._clock = clock
        self.theme = Theme(machine.look)
        self.theme.apply(app, has_style=has_style)
        self._single: single.SingleStart | None = None
        self.runner: runner.Runner | None = None
        self.house: House | None = None
        self.desk: Desk | None = None
        self.window: MainWindow | None = None
        self._first: first_page.FirstPage | None = None
        self._tells_of_backup = False

    def open(self, file: Path, page: str = "today") -> bool:
        """Show the window over `file`; False where another Amends has it open, which is brought to the front.

        Raises `AppError` where the file cannot be opened.
        """
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise AppError("file_unreachable", file=str(file)) from error
        one = single.SingleStart(file, self)
        if not one.try_lock():
            one.wake_first(page)
            return False
        self._single = one
        one.woken.connect(self._on_woken)
        self.house = open_house(file, self._clock)
        self.desk = Desk(self.house, self.theme, self)
        self.desk.backup_requested.connect(self._on_backup_wished)
        if self.house.settings.shop().is_set_up:
            self._show_window(page)
        else:
            self._show_first()
        QTimer.singleShot(_AFTER_FIRST_PAINT_MS, self._after_first_paint)
        return True

    def _show_window(self, page: str = "today") -> None:
        assert self.desk is not None
        self.window = MainWindow(self.desk, self._machine)
        self.window.closing.connect(self._on_closing)
        self.window.start(page)
        self.window.show()

    def _show_first(self) -> None:
        assert self.desk is not None
        self._first = first_page.FirstPage(self.desk)
        self._first.set_up.connect(self._on_set_up)
        self._first.made_up_wished.connect(self._on_made_up_wished)
        self._first.closed.connect(self._app.quit)
        self._first.show()

    @Slot()
    def _on_set_up(self) -> None:
        """The three questions are answered."""
        first, self._first = self._first, None
        self._show_window()
        if first is not None:
            first.close()
            first.deleteLater()
        if self.window is not None:  # the window that closed had the keys
            self.window.activateWindow()

    @Slot()
    def _on_made_up_wished(self) -> None:
        """Leave the owner's own file as it is, and go on with the made-up shop in a file of its own."""
        first, self._first = self._first, None
        self.shut()
        try:
            fill_made_up(paths.made_up_file(), self._clock)
            if not self.open(paths.made_up_file()):
                say_open_already()
                self._app.quit()
        except AppError as error:
            show_refusal(error)
            self._app.quit()
        if first is not None:
            first.close()
            first.deleteLater()

    @Slot()
    def _after_first_paint(self) -> None:
        """What the owner need not wait for: the socket for a second start, the trash, today's first backup."""
        if self._single is None or self.house is None or self.desk is None:
            return
        log.start_log(paths.log_file())
        self._single.listen()
        self.desk.calls.run(self.house.closing.purge)  # a file that may only be read is told of, in plain words
        self._back_up()

    @Slot()
    def _back_up(self) -> None:
        assert self.house is not None
        if self.runner is None:
            self.runner = runner.Runner(self)
            self.runner.faulted.connect(self._on_faulted)
        file, clock = self.house.store.path, self._clock
        self.runner.start(partial(back_up, file, clock), self._on_backed_up, self._on_backup_failed)

    @Slot()
    def _on_backup_wished(self) -> None:
        """Who asks for a backup is told of it; those at start and close are silent."""
        self._tells_of_backup = True
        self._back_up()

    def _on_backed_up(self, _value: object) -> None:
        if self.desk is None:
            return
        self.desk.backed_up.emit()
        if self._tells_of_backup:
            self._tells_of_backup = False
            self.desk.told.emit(self.tr("Backed up. The copy was opened and checked."))

    def _on_backup_failed(self, error: AppError) -> None:
        self._tells_of_backup = False
        if self.window is not None and self.window.isVisible():
            self.window.show_backup_failed(error)
        log.event("backup-failed")

    @Slot(str)
    def _on_woken(self, page: str) -> None:
        window = self.window or self._first
        if window is None:
            return
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if self.window is not None and page and page != "today":
            self.window.pages.turn_to(page)

    @Slot()
    def _on_closing(self) -> None:
        """The window is gone at once; a last backup is made and checked before the program ends."""
        if self.window is not None:
            self.window.hide()
        if self.house is not None and self.house.backups.is_due():
            self._back_up()
        if self.runner is not None and not self.runner.is_idle:
            self.runner.idle.connect(self._app.quit)
        else:
            self._app.quit()

    @Slot(object)
    def _on_faulted(self, fault: tuple[type[BaseException], BaseException, TracebackType | None]) -> None:
        show_fault(*fault)

    def shut(self) -> None:
        """Let go of file, lock and threads; the program may open another file."""
        if self.desk is not None:
            self.desk.shut()
        if self.runner is not None:
            self.runner.stop()
            self.runner = None
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
        if self.house is not None:
            self.house.store.close()
            self.house = None
        if self._single is not None:
            self._single.release()
            self._single = None
        self._machine.sync()


def back_up(file: Path, clock: Clock, _progress: object) -> Path:
    """On the runner's thread, with a connection of its own."""
    store = Store(file)
    try:
        return backups.Backups(store, clock).back_up()
    finally:
        store.close()


def fill_made_up(file: Path, clock: Clock) -> None:
    """Make the made-up shop where it is not there yet. Raises `AppError`."""
    house = open_house(file, clock)
    try:
        if not house.settings.shop().is_set_up:
            made_up.fill(house.store, clock, CONTENT, resources.made_up_shop())
    finally:
        house.store.close()


def say_open_already() -> None:
    sys.stderr.write("Amends is open already; its window comes to the front.\n")


def show_refusal(error: AppError) -> None:
    """The program can't open its window: say why on the screen and on standard error."""
    words = sentence(error)
    sys.stderr.write(f"{words}\n")
    boxes.say_refusal(words)


def show_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """The global hook: note where it happened, never what was typed, and let the owner go on."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    log.start_log(paths.log_file())
    log.fault(kind, trace)
    places = log.places(kind, trace)
    sys.stderr.write(f"{places}\n")
    if QApplication.instance() is None:
        return
    if QThread.currentThread().loopLevel():  # amid a paint event, a dialog would stay black
        QTimer.singleShot(0, partial(_tell_of_fault, places))
    else:
        _tell_of_fault(places)


def _tell_of_fault(places: str) -> None:
    if QApplication.activeModalWidget() is None:
        crash.CrashDialog(places, paths.log_file(), QApplication.activeWindow()).exec()


def run_window(wish: Wish) -> int:
    """Open the window and stay until it is closed; the exit status."""
    app = QApplication(["amends", *STYLE_WORDS])
    app.setApplicationName("amends")
    app.setDesktopFileName("amends")
    app.setQuitOnLastWindowClosed(False)
    if QLocale.system().language() is QLocale.Language.C:  # a bare system speaks nothing: dates would be "2 01 2025"
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    clock = system_clock()
    sys.excepthook = show_fault
    program = Program(app, Machine(), clock, has_style=True)
    file = wish.file or (paths.made_up_file() if wish.made_up else paths.own_file())
    try:
        if wish.made_up:
            fill_made_up(file, clock)
        opened = program.open(file, wish.page)
    except AppError as error:
        show_refusal(error)
        return 1
    if not opened:
        say_open_already()
        return 0
    status = app.exec()
    program.shut()
    return status
