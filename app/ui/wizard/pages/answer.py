"""Step 4: one of three answers, with the one that is suggested, and why."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.customer import History
from app.domain.errors import AppError
from app.domain.handling import HandlingFlow
from app.domain.terms import Answer, Step
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.notice import Notice
from app.ui.wizard.big_choice import BigChoice
from app.ui.wizard.page import StepPage

_ICONS = {Answer.APOLOGISE: "heart", Answer.EXPLAIN: "chat-centered-text", Answer.PART_WAYS: "hand-waving"}


class AnswerPage(StepPage):
    """Any of the three may be taken at any time; what an answer still lacks is said, not forbidden."""

    step = Step.ANSWER

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._answer: Answer | None = None
        self.advice = Notice("accent", "lightbulb")
        self.refused = Notice("coral", "warning-circle")
        self.refused.hide()
        self.not_yet = Notice(
            "amber",
            "ear",
            self.tr("Explain opens after the listening tick."),
            self.tr("Read it back to them until they say: yes, that is it. Before that, a reason is an excuse."),
        )
        listen = button(self.tr("Go to Hear them out"), "plain", "ear")
        listen.clicked.connect(self._on_listen)
        self.not_yet.add_button(listen)
        self.kept = Notice("amber", "info")
        self.choices = self._build_choices()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(14))
        column.addWidget(self.advice)
        for choice in self.choices.values():
            column.addWidget(choice)
        for notice in (self.not_yet, self.kept, self.refused):
            column.addWidget(notice)

    def _build_choices(self) -> dict[Answer, BigChoice]:
        lines = {
            Answer.APOLOGISE: self.tr("Say sorry, without reasons, and put it right."),
            Answer.EXPLAIN: self.tr("Take responsibility, then one sentence of reason, and what changes."),
            Answer.PART_WAYS: self.tr("The last resort: let them go kindly, owing nothing."),
        }
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_chosen)
        made = {}
        for answer, line in lines.items():
            made[answer] = BigChoice(self._name(answer), line, _ICONS[answer], checkable=True)
            self._group.addButton(made[answer])
        return made

    def _name(self, answer: Answer) -> str:
        return {
            Answer.APOLOGISE: self.tr("Apologise"),
            Answer.EXPLAIN: self.tr("Explain"),
            Answer.PART_WAYS: self.tr("Part ways"),
        }[answer]

    def show_case(self, case: Case) -> None:
        self._answer = case.answer
        self.refused.hide()
        self._group.setExclusive(False)
        for answer, choice in self.choices.items():
            choice.setChecked(answer is case.answer)
        self._group.setExclusive(True)
        history = self.desk.calls.ask(self.desk.house.cases.history, case) or History()
        advice = HandlingFlow.recommend(case, history)
        for answer, choice in self.choices.items():
            suggested = self.tr("Suggested") if answer is advice.answer else ""
            choice.set_mark(self.tr("Chosen") if answer is case.answer else suggested)
        lead = self.tr("{answer} is suggested.").format(answer=self._name(advice.answer))
        self.advice.set_words(lead, self._reason(advice.code))
        self.not_yet.setVisible(case.answer is Answer.EXPLAIN and not case.read_back)
        self._show_kept(case)

    def _show_kept(self, case: Case) -> None:
        codes = HandlingFlow.no_longer_applies(case, case.answer) if case.answer is not None else []
        self.kept.setVisible(bool(codes))
        if codes:
            lead = self.tr("All that you wrote is kept.")
            self.kept.set_words(lead, " ".join(self._unused(code) for code in codes))

    def _reason(self, code: str) -> str:
        return {
            "safety": self.tr("Somebody was hurt, or could have been. Nothing else has a place now."),
            "tried_twice": self.tr("You tried twice, and they are still not happy. A kind parting may serve you both."),
            "third_claim": self.tr("They came several times in two months. One calm sentence of reason may help now."),
            "began_with_them": self.tr("You listened, and they said: yes, that is it. Now a reason can be heard."),
            "listen_first": self.tr("It began with them, but they were not heard out yet. Being sorry still fits."),
            "supplier": self.tr("They bought from you, not from your supplier. It is yours to put right."),
            "nobody": self.tr("Nobody meant it to go wrong. Being sorry costs nothing, and helps most."),
            "ours": self.tr("It began with you. A plain apology is the shortest way."),
            "by_default": self.tr("Most complaints want a plain apology, whoever began it."),
        }[code]

    def _unused(self, code: str) -> str:
        return {
            "reason_unused": self.tr("Your reason is not used on this way."),
            "parting_unused": self.tr("What you wrote for parting is not used on this way."),
            "promise_still_open": self.tr("Your promise still stands: keep it, or withdraw it at Make it right."),
            "card_of_other_way": self.tr("The card that you wrote belongs to another way: read it again at Say it."),
        }[code]

    def show_refusal(self, error: AppError) -> None:
        self.refused.set_words("", sentence(error))
        self.refused.show()

    def focus_first(self) -> None:
        self.choices[self._answer or Answer.APOLOGISE].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QAbstractButton)
    def _on_chosen(self, clicked: QAbstractButton) -> None:
        chosen = next(answer for answer, choice in self.choices.items() if choice is clicked)
        before = self._answer
        if chosen is before:
            return
        self.at_once("answer", chosen)
        if before is not None and self._answer is chosen:
            words = self.tr("The answer is now: {answer}.").format(answer=self._name(chosen))
            undo = partial(self.desk.calls.run, self.desk.house.cases.answer, self.number, "answer", before)
            self.desk.offer_undo(words, undo)

    @Slot()
    def _on_listen(self) -> None:
        self.act_requested.emit("go", Step.HEAR)
