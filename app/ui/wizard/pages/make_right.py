"""Making it right on the way of an apology: what was lost, what could repair it, and the promise."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.errors import AppError
from app.domain.terms import Step
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.wizard.pages.form_page import FormPage
from app.ui.wizard.pages.promise_box import PromiseBox
from app.ui.wizard.pages.promise_state import PromiseState


class MakeRightPage(FormPage):
    step = Step.MAKE_RIGHT

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._promise = PromiseBox(desk)
        self._state = PromiseState(desk)
        self._promise.took.connect(self._on_took)
        self.add(self._promise)
        self.add(self._state)

    def fill(self, case: Case, anew: bool) -> None:
        self._promise.show_case(case, self.keeps, anew=anew)
        self._state.show_case(case)

    def focus_first(self) -> None:
        case = self.case
        first = "losses" if not case.losses else "remedy"
        self._promise.focus("promise" if case.promise.remedy else first)

    def show_refusal(self, error: AppError) -> None:
        if error.facts.get("field") == "promised_by":
            self._promise.refuse_day(sentence(error))
        else:
            super().show_refusal(error)

    @Slot(object)
    def _on_took(self, answers: dict[str, object]) -> None:
        self.all_at_once(answers)
