"""What every page is given: the verbs, the hub, the look, and the bar that offers an undo."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.due import Reminder
from app.domain.errors import AppError
from app.lazy import lazy
from app.services.house import House
from app.ui.calls import Calls
from app.ui.hub import Hub
from app.ui.theme.theme import Theme

if TYPE_CHECKING:
    import app.ui.asker as asker
else:  # nothing is asked before something is typed
    asker = lazy("app.ui.asker")


class Desk(QObject):
    """One for a window. Pages wish through its signals; the main window fulfils."""

    case_requested = Signal(object)  # number: open it where it stands
    step_requested = Signal(object, object)  # number, Step: open it there
    card_requested = Signal(object)  # message id: open it on the desk of cards
    customer_requested = Signal(object)  # id: the page of customers, at this one
    lesson_requested = Signal(object)  # id
    effect_requested = Signal(object)  # id of a lesson: ask whether its plan holds
    page_requested = Signal(str)  # today, complaints, lessons, rules, cards, customers, settings
    list_requested = Signal(object)  # CaseQuery: the page of complaints with it
    new_complaint_requested = Signal()
    undo_offered = Signal(str, object)  # sentence, callable without arguments
    way_back_offered = Signal(str, object)  # where the owner was, callable without arguments; empty: no more
    told = Signal(str)  # a sentence for the foot bar, without an act
    backup_requested = Signal()
    backed_up = Signal()  # a new copy is written and checked
    minute_passed = Signal()  # the one coarse timer; what depends on the clock looks at it anew

    def __init__(self, house: House, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.house = house
        self.theme = theme
        self.hub = Hub(self)
        self.calls = Calls(self.hub, self)
        self._due: list[Reminder] | None = None
        self._asker: asker.Asker | None = None
        self.hub.changed.connect(self._forget_due)
        self.minute_passed.connect(self._forget_due)

    def now(self) -> datetime:
        return self.house.clock()

    def due(self) -> list[Reminder]:
        """All that is due now or later, asked of the file once after each change."""
        if self._due is None:
            self._due = self.calls.ask(self.house.follow_ups.due)
        return self._due or []

    @Slot()
    def _forget_due(self) -> None:
        self._due = None

    @property
    def asker(self) -> "asker.Asker":
        """What tells which complaints are like a text, beside the window; made when it is first asked for."""
        if self._asker is None:
            self._asker = asker.Asker(self.house, self)
        return self._asker

    def shut(self) -> None:
        """Stop what runs beside the window, for good."""
        if self._asker is not None:
            self._asker.stop()

    def offer_undo(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what was done, with *Undo* for ten seconds."""
        self.undo_offered.emit(sentence, undo)

    def refuse(self, error: AppError) -> None:
        """Say a refusal that happened outside of a service call."""
        self.calls.refused.emit(error)
