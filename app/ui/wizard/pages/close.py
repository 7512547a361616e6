"""The last look at a case: how it ended, what was learned, and putting it away."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.errors import AppError
from app.domain.handling import HandlingFlow
from app.domain.terms import Answer, FollowUpResult, MessageKind, Outcome, Step
from app.ui.desk import Desk
from app.ui.widgets.buttons import button
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.lesson_words import lesson_title
from app.ui.widgets.notice import Notice
from app.ui.wizard.pages.call_list import result_choices
from app.ui.wizard.pages.form import Form
from app.ui.wizard.pages.form_page import FormPage
from app.ui.wizard.pages.house_rule import HouseRule
from app.ui.wizard.pages.inside import when_inside
from app.ui.wizard.pages.last_card import LastCard
from app.ui.wizard.pages.still_open import StillOpen

_INSISTED: Final = {"no_outcome": "outcome", "no_lesson": "lesson", "no_follow_up": "result"}


class ClosePage(FormPage):
    step = Step.CLOSE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asks: set[str] = set()  # what was missing when the case was opened here, so that it stays in sight
        self._recorded = 0
        self._closed = Notice("green", "check-circle")
        self.add(self._closed)
        self._missing = Notice("coral", "warning-circle")
        self._missing.hide()
        self.add(self._missing)
        self._form = Form()
        self._form.pills("outcome", self.tr("How did it end?"), self._outcomes())
        yes_no: list[tuple[object, str]] = [(True, self.tr("Yes")), (False, self.tr("No"))]
        fair = self._form.pills("fair", self.tr("Was the result fair?"), yes_no)
        self._form.pair(fair, self._form.pills("treated_well", self.tr("Were they treated well?"), yes_no))
        self._form.text("best_way", self.tr("How could it have gone best?"))
        self.add(self._form)
        self._rule = HouseRule(desk)
        self._rule.rules_requested.connect(self._on_rules)
        self.add(self._rule)
        self._lesson = Form()
        self._lesson.line(
            "lesson", self.tr("The lesson, in one line"), self.tr("What will go another way from now on.")
        )
        self._lesson.line("nothing_because", self.tr("Or: nothing to learn, because"))
        self.add(self._lesson)
        self._call = Form()
        self._call.pills("result", self.tr("The follow-up call: are they happy?"), result_choices())
        self._call.line("no_follow_up_because", self.tr("Or: no follow-up call, because"))
        self.add(self._call)
        self._card = LastCard(desk)
        self.add(self._card)
        self._open = StillOpen()
        self._open.step_wanted.connect(self._on_step)
        self.add(self._open)
        self.add(self._buttons())

    def _outcomes(self) -> list[tuple[object, str]]:
        return [
            (Outcome.STRONGER, self.tr("Stronger than before")),
            (Outcome.KEPT, self.tr("Kept")),
            (Outcome.PARTED, self.tr("Parted on good terms")),
            (Outcome.LOST, self.tr("Lost")),
        ]

    def _buttons(self) -> QWidget:
        self._close = self.primary = button(self.tr("Close the complaint"), "primary")
        self._close.setParent(self)
        self._again = button(self.tr("Open it again"))
        self._today = button(self.tr("Go to Today"), icon="sun-horizon")
        self._close.clicked.connect(self._on_close)
        self._again.clicked.connect(self._on_again)
        self._today.clicked.connect(self._on_today)
        return FlowRow(self._today, self._again)

    def fill(self, case: Case, anew: bool) -> None:
        if anew:
            self._asks.clear()
            self._missing.hide()
        values: dict[str, object] = {
            "outcome": case.outcome,
            "fair": case.fair,
            "treated_well": case.treated_well,
            "best_way": case.best_way,
        }
        self.show_values(self._form, values, anew)
        self._rule.show_case(case, self._form.text_of("best_way"))
        self._show_lesson(case, anew)
        self._show_call(case, anew)
        problems = HandlingFlow.problems(case)
        self._open.show_problems([one for one in problems if one.code not in _INSISTED])
        self._card.show_case(case)
        self._take_off_answered({one.code for one in problems})
        self._show_state(case)

    def focus_first(self) -> None:
        if self.case.closed_on is None:
            self._form.focus("outcome")
        else:
            self._again.setFocus()

    @property
    def has_unsaved(self) -> bool:
        return super().has_unsaved or self._rule.has_unsaved

    def left(self) -> None:
        super().left()
        self._rule.leave()

    def send(self, answers: dict[str, object]) -> None:
        """The lesson's line goes to the lesson, all else to the case."""
        line = answers.pop("lesson", None)
        if line is not None:
            lessons = self.desk.house.lessons
            if self.run_at("lesson", lessons.learn, self.case.id, {"plan": line}) is None:
                self.keep_waiting({"lesson": line})
        if answers:
            super().send(answers)

    @Slot(str, object)
    def on_typed(self, name: str, value: object) -> None:
        super().on_typed(name, value)
        if name == "best_way":
            self._rule.show_best(str(value))

    def on_picked(self, name: str, value: object) -> None:
        if name == "result":
            self._record(value)
        else:
            self.all_at_once({name: value})

    def _show_lesson(self, case: Case, anew: bool) -> None:
        lesson = None
        if case.lesson_id is not None:
            lesson = self.desk.calls.ask(self.desk.house.lessons.lesson, case.lesson_id)
        if lesson is None and not case.nothing_because.strip():
            self._asks.add("lesson")
        self._lesson.setVisible("lesson" in self._asks or bool(case.nothing_because))
        words = lesson_title(lesson) if lesson is not None else ""
        self.show_values(self._lesson, {"lesson": words, "nothing_because": case.nothing_because}, anew)

    def _show_call(self, case: Case, anew: bool) -> None:
        last = case.follow_ups[-1].result if case.follow_ups else None
        if last is None and not case.no_follow_up_because.strip():
            self._asks.add("call")
        self._call.setVisible("call" in self._asks and case.answer is not Answer.PART_WAYS)
        values = {"result": last, "no_follow_up_because": case.no_follow_up_because}
        self.show_values(self._call, values, anew)

    def _show_state(self, case: Case) -> None:
        closed = case.closed_on is not None
        self._closed.setVisible(closed)
        if case.closed_on is not None:
            lead = self.tr("Closed {when}.").format(when=when_inside(case.closed_on, self.desk.now()))
            put_away = self.tr("It is put away. You find it under Complaints at any time.")
            self._closed.set_words(lead, " ".join([put_away, *self._to_come(case)]))
        self._close.setVisible(not closed)
        self._again.setVisible(closed)
        self._today.setVisible(closed)

    def _to_come(self, case: Case) -> Iterable[str]:
        card = case.draft(MessageKind.CARD)
        if card is not None and card.printed_on is not None:
            yield self.tr("The card still waits for the post.")
        elif card is not None and card.ready_on is not None:
            yield self.tr("The card is still to be printed.")
        if case.promise.is_open:
            yield self.tr("The promise is still open.")

    def _record(self, value: object) -> None:
        """Another pill takes the place of the one picked here before."""
        self.flush()
        calls, follow_ups, case = self.desk.calls, self.desk.house.follow_ups, self.case
        last = case.follow_ups[-1] if case.follow_ups else None
        if last is not None and last.result is value:
            return
        if last is not None and last.id == self._recorded:
            calls.run(follow_ups.unrecord, case.id, last.id)
        done = self.run_at("result", follow_ups.record, case.id, FollowUpResult(str(value)))
        if done is not None:
            self._recorded = done.value
            self.desk.offer_undo(
                self.tr("The call is recorded."), partial(calls.run, follow_ups.unrecord, case.id, done.value)
            )

    def _take_off_answered(self, missing: set[str]) -> None:
        """What has been answered since is no longer marked."""
        for code, name in _INSISTED.items():
            form = next(one for one in (self._form, self._lesson, self._call) if one.knows(name))
            if code not in missing:
                form.field(name).set_error(None)
        self._list_missing(missing)
        if not missing.intersection(_INSISTED):
            self._missing.hide()

    def _words(self, code: str) -> str:
        return {
            "no_outcome": self.tr("Say how it ended."),
            "no_lesson": self.tr("Write the lesson, or why there is none."),
            "no_follow_up": self.tr("Say how the follow-up call went, or why there is none."),
        }[code]

    def _list_missing(self, missing: set[str]) -> None:
        lines = ["", *(self._words(code) for code in _INSISTED if code in missing)]
        self._missing.set_words(self.tr("Before it can be closed:"), "\n".join(lines))

    def _mark(self, missing: set[str]) -> None:
        found = [code for code in _INSISTED if code in missing]
        self._list_missing(missing)
        self._missing.show()
        for code in reversed(found):
            name = _INSISTED[code]
            form = next(one for one in (self._form, self._lesson, self._call) if one.knows(name))
            form.refuse(name, self._words(code))
            form.focus(name)

    def _on_refused(self, error: AppError) -> None:
        missing = error.facts.get("missing")
        if isinstance(missing, list):
            self._mark(set(missing))
        else:
            self.desk.refuse(error)

    @Slot()
    def _on_close(self) -> None:
        self.flush()
        closing, case_id = self.desk.house.closing, self.case.id
        if self.desk.calls.run_here(self._on_refused, closing.close, case_id) is not None:
            self._missing.hide()
            self._again.setFocus()
            self.desk.offer_undo(
                self.tr("The complaint is closed."), partial(self.desk.calls.run, closing.reopen, case_id)
            )

    @Slot()
    def _on_again(self) -> None:
        closing, case = self.desk.house.closing, self.case
        if self.desk.calls.run(closing.reopen, case.id) is not None:
            undo = partial(self.desk.calls.run, closing.close, case.id, case.closed_on)
            self.desk.offer_undo(self.tr("The complaint is open again."), undo)

    @Slot()
    def _on_rules(self) -> None:
        self.act_requested.emit("rules", None)

    @Slot()
    def _on_today(self) -> None:
        self.act_requested.emit("close_done", None)

    @Slot(object)
    def _on_step(self, step: object) -> None:
        self.act_requested.emit("go", step)
