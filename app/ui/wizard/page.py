"""What every step's page is: it shows a case, and says what was answered, at the latest after 600 ms."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.errors import AppError
from app.domain.terms import Step
from app.ui.desk import Desk

SAVE_AFTER_MS = 600  # from the first key that is not saved yet, not from the last: a fast typist is saved too


class StepPage(QWidget):
    """Subclasses build fields, call `later(name, value)` as they are typed and `at_once(name, value)` for clicks.

    The frame connects `answered`, which carries a dict of field name to value, and shows `refusals` by calling
    `show_refusal`. A page knows neither the store nor the other pages; what it needs besides the case it asks of
    `desk.house` by reading verbs alone.
    """

    answered = Signal(object)  # dict[str, object]: fields of the case and its promise
    customer_typed = Signal(object)  # dict[str, str]
    act_requested = Signal(str, object)  # another verb of the frame, by name, with its argument
    step: Step

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._waiting: dict[str, object] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def show_case(self, case: Case) -> None:
        """Fill the fields; one that has the focus and is being typed in is left alone."""
        raise AssertionError("each page shows the case its own way")

    def show_refusal(self, error: AppError) -> None:
        """Put the sentence at the field `error.facts["field"]`; the frame does so where the page does not know it."""

    def focus_first(self) -> None:
        """Put the focus into the first field that lacks an answer."""

    def later(self, name: str, value: object) -> None:
        """A key was typed: save soon."""
        self._waiting[name] = value
        if not self._timer.isActive():
            self._timer.start()

    def at_once(self, name: str, value: object) -> None:
        """A click: save now, with what waits."""
        self._waiting[name] = value
        self.flush()

    @property
    def has_unsaved(self) -> bool:
        return bool(self._waiting)

    @Slot()
    def flush(self) -> None:
        """Send what waits; the frame calls this on leaving."""
        self._timer.stop()
        if self._waiting:
            waiting, self._waiting = self._waiting, {}
            self.answered.emit(waiting)
