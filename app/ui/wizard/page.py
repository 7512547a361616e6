"""What every step's page is: it shows a case, and says what was answered, at the latest after 600 ms."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from app.domain.case import Case
from app.domain.errors import AppError
from app.domain.terms import Step
from app.ui.desk import Desk
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.typed import SAVE_AFTER_MS
from app.ui.wizard.pasted import PasteGuard


class StepPage(QWidget):
    """Subclasses build fields, call `later(name, value)` as they are typed and `at_once(name, value)` for clicks.

    The frame connects `answered`, which carries a dict of field name to value, and shows `refusals` by calling
    `show_refusal`. A page knows neither the store nor the other pages; what it needs besides the case it asks of
    `desk.house`; a verb that is not an answer it calls through `desk.calls`.
    """

    answered = Signal(object)  # dict[str, object]: fields of the case and its promise
    customer_typed = Signal(object)  # dict[str, str]
    words_typed = Signal(str, str)  # field of the case and its text, with every key: like complaints are looked for
    act_requested = Signal(str, object)  # another verb of the frame, by name, with its argument
    focus_moved = Signal()  # the page has put the focus elsewhere: it must be in sight
    step: Step

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.primary: QPushButton | None = None  # stands at the foot in place of "Next" where the page has one
        self.glance_place: QBoxLayout | None = None  # beside the name of what is typed: for like complaints
        self.number = 0  # of the case; the frame sets it before the first `show_case`
        self._waiting: dict[str, object] = {}
        self._waiting_customer: dict[str, str] = {}
        self._held: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def show_case(self, case: Case) -> None:
        """Fill the fields; one that has the focus and is being typed in is left alone."""
        raise AssertionError("each page shows the case its own way")

    def show_refusal(self, error: AppError) -> None:
        """Put the sentence at the field `error.facts["field"]`; the frame does so where the page does not know it."""

    def rank_lessons(self, order: Sequence[int]) -> None:
        """The ids of the lessons of like complaints, the best first, for a page that offers lessons."""

    def focus_first(self) -> None:
        """Put the focus into the first field that lacks an answer."""

    def show_text(self, name: str, editor: LineBox | TextBox, stored: str) -> None:
        """Show the stored text, unless the editor is in use or holds what the file has not taken yet."""
        if not (editor.hasFocus() or self.keeps(name)):
            editor.set_text(stored)

    def keeps(self, name: str) -> bool:
        """Whether what stands in that field is newer than what the case says."""
        return name in self._waiting or name in self._waiting_customer or name in self._held

    def hold(self, names: frozenset[str]) -> None:
        """The frame says which fields were refused, or wait for the disk; `show_case` must leave them alone."""
        self._held = names

    def guard(self, field: Field) -> None:
        """A paste that is too large for that field's editor is kept as a file of the case, and the field says so."""
        PasteGuard(self.desk, field, self._case_number, self)

    def later(self, name: str, value: object) -> None:
        """A key was typed: save soon."""
        self._waiting[name] = value
        self._start()

    def later_of_customer(self, name: str, text: str) -> None:
        """A key was typed about who they are: save soon."""
        self._waiting_customer[name] = text
        self._start()

    def at_once(self, name: str, value: object) -> None:
        """A click: save now, with what waits."""
        self._waiting[name] = value
        self.flush()

    @property
    def has_unsaved(self) -> bool:
        return bool(self._waiting or self._waiting_customer)

    @Slot()
    def flush(self) -> None:
        """Send what waits; the frame calls this on leaving."""
        self._timer.stop()
        if self._waiting_customer:
            typed, self._waiting_customer = self._waiting_customer, {}
            self.customer_typed.emit(typed)
        if self._waiting:
            waiting, self._waiting = self._waiting, {}
            self.send(waiting)

    def left(self) -> None:
        """The page is left: save what waits; a page may finish here what was begun."""
        self.flush()

    def send(self, answers: dict[str, object]) -> None:
        """Where the answers go; a page some of whose fields are no fields of the case sends these to their own verb."""
        self.answered.emit(answers)

    def forget_customer(self) -> None:
        """Who they are was chosen, not typed: what waits of the typing is not to be saved."""
        self._waiting_customer = {}

    def _start(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _case_number(self) -> int:
        return self.number
