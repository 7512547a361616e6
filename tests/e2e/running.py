"""The whole program over one file, as `bootstrap` builds it, with a clock that a test sets."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.bootstrap import Program
from app.services.house import House
from app.system.machine import Machine
from app.ui.window import MainWindow
from app.ui.wizard.frame import WizardPage
from tests.e2e.hands import front
from tests.e2e.waiting import until
from tests.shop import NOW, SetClock

BEGIN = NOW


class Running:
    """Started; `stop` closes the window as the owner does, and comes back when the last backup is made."""

    def __init__(self, app: QApplication, file: Path, clock: SetClock, page: str = "today") -> None:
        self.file = file
        self.clock = clock
        app.setQuitOnLastWindowClosed(False)
        self.program = Program(app, Machine(file.with_name("machine.ini")), clock)
        self.opened = self.program.open(file, page)
        self._is_open = self.opened
        if self.opened:
            # The first copy of the day is made behind the first paint.
            until(lambda: self.program.runner is not None and self.program.runner.is_idle, "the backup at the start")

    @property
    def window(self) -> MainWindow:
        assert self.program.window is not None, "the main window is not open"
        return self.program.window

    @property
    def house(self) -> House:
        assert self.program.house is not None
        return self.program.house

    @property
    def wizard(self) -> WizardPage:
        page = self.window.pages.page("wizard")
        assert isinstance(page, WizardPage)
        return page

    def move(self, **by: float) -> None:
        """Time goes by while the window is open: its one timer looks at the clock."""
        self.clock.move(**by)
        self.window.desk.minute_passed.emit()

    def stop(self) -> None:
        if not self._is_open:
            return
        self._is_open = False
        window = front()
        window.close()
        until(lambda: not window.isVisible(), "the window closes")
        runner = self.program.runner
        until(lambda: runner is None or runner.is_idle, "the last backup")
        self.let_go()

    def let_go(self) -> None:
        """End without a word, for what is left after a failure."""
        self._is_open = False
        self.program.shut()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
