"""Making it right on the way of an explanation: one sentence of reason, what changes, perhaps something to give."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.errors import AppError
from app.domain.terms import Step
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.widgets.buttons import button
from app.ui.widgets.notice import Notice
from app.ui.wizard.pages.form import Form
from app.ui.wizard.pages.form_page import FormPage
from app.ui.wizard.pages.promise_box import PromiseBox
from app.ui.wizard.pages.promise_state import PromiseState


class ExplainPage(FormPage):
    step = Step.MAKE_RIGHT

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._listen = Notice(
            "amber",
            "ear",
            self.tr("Listen first."),
            self.tr("An explanation helps once they have heard their own words read back, and said: yes, that is it."),
        )
        self._hear = button(self.tr("Back to Hear them out"))
        self._hear.clicked.connect(self._on_hear)
        self._listen.add_button(self._hear)
        self.add(self._listen)
        self._form = Form()
        self._form.text(
            "reason",
            self.tr("The reason, in one sentence"),
            self.tr("It comes after you have taken responsibility. A second sentence sounds like an excuse."),
        )
        self._form.text(
            "what_changes",
            self.tr("What changes"),
            self.tr("What will go another way from now on, so that they see it."),
        )
        self.add(self._form)
        self._fold = button(self.tr("Give something as well"), icon="gift")
        self._fold.clicked.connect(self._on_unfold)
        self.add(self._fold)
        self._promise = PromiseBox(desk)
        self._state = PromiseState(desk)
        self._promise.took.connect(self._on_took)
        self.add(self._promise)
        self.add(self._state)
        self._open = False

    def fill(self, case: Case, anew: bool) -> None:
        self._listen.setVisible(not case.read_back)
        self.show_values(self._form, {"reason": case.reason, "what_changes": case.what_changes}, anew)
        promise = case.promise
        gives = bool(promise.remedy or promise.what or case.options or case.losses)
        self._open = gives or (self._open and not anew)
        self._promise.show_case(case, self.keeps, anew=anew)
        self._state.show_case(case)
        self._show_fold()

    def focus_first(self) -> None:
        self._form.focus("reason" if not self.case.reason else "what_changes")

    def show_refusal(self, error: AppError) -> None:
        if error.facts.get("field") == "promised_by":
            self._promise.refuse_day(sentence(error))
        else:
            super().show_refusal(error)

    def _show_fold(self) -> None:
        self._fold.setVisible(not self._open)
        self._promise.setVisible(self._open)

    @Slot()
    def _on_unfold(self) -> None:
        self._open = True
        self._show_fold()
        self._promise.focus("losses")

    @Slot()
    def _on_hear(self) -> None:
        self.act_requested.emit("go", Step.HEAR)

    @Slot(object)
    def _on_took(self, answers: dict[str, object]) -> None:
        self.all_at_once(answers)
