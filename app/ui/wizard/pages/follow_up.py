"""The call about a week later: when it is due, what to say, and how it went."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.errors import AppError
from app.domain.terms import DueKind, FollowUpResult, Step
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.widgets.buttons import button
from app.ui.widgets.notice import Notice
from app.ui.widgets.panel import line
from app.ui.widgets.when import due_words
from app.ui.widgets.words import label
from app.ui.wizard.pages.call_list import CallList, result_choices
from app.ui.wizard.pages.day_hour import DayHour
from app.ui.wizard.pages.form import Form
from app.ui.wizard.pages.form_page import FormPage
from app.ui.wizard.pages.inside import when_inside
from app.ui.wizard.pages.promise_state import try_again

_DAYS = (3, 7, 14)


class FollowUpPage(FormPage):
    """What is written of a call is kept with the case as it is typed, until it is recorded."""

    step = Step.FOLLOW_UP

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._unhappy = Notice("coral", "warning-circle")
        self._back = button(self.tr("Back to Make it right"), icon="arrow-left")
        self._back.clicked.connect(self._on_back)
        self._unhappy.add_button(self._back)
        self.add(self._unhappy)
        self._so_far = label("", "body")
        self.add(self._so_far)
        self._due = label("", "strong")
        self._days = Form()
        self._days.add(self._due)
        self._days.pills("days", self.tr("Call after"), [(days, self._day_words(days)) for days in _DAYS])
        self.add(self._days)
        self._script = Notice("accent", "quotes")
        self.add(self._script)
        self._form = Form()
        self._form.add(line())
        self._form.add_title(self.tr("How it went"))
        self._form.pills("call_result", self.tr("Are they happy?"), result_choices())
        self._form.anger("call_anger", self.tr("How angry are they now?"))
        self._form.text("call_words", self.tr("What they said"))
        self._when = DayHour(self.tr("When you called"), desk.now, self.tr("now"))
        self._when.set_hint(self.tr("Left empty, it is now."))
        self._form.add(self._when)
        self._record = button(self.tr("Record how it went"), icon="check")
        self._record.clicked.connect(self._on_record)
        self._form.add(self._record)
        self.add(self._form)
        self._calls = CallList(desk)
        self.add(self._calls)

    def _day_words(self, days: int) -> str:
        return self.tr("{days} days").format(days=days)

    def fill(self, case: Case, anew: bool) -> None:
        if anew:
            self._when.show_value(None)
            self._when.set_error(None)
        self.show_values(self._form, self._begun(case), anew)
        self._so_far.setText("\n".join(self._known(case)))
        self._so_far.setVisible(bool(self._so_far.text()))
        self._due.setText(self._due_sentence(case))
        days = case.follow_up_days or self.desk.house.settings.shop().follow_up_days
        self.show_values(self._days, {"days": days}, anew)
        self._script.set_words(self.tr("To begin:"), self._spoken(case))
        self._show_unhappy(case)
        self._calls.show_case(case)

    def focus_first(self) -> None:
        self._form.focus("call_result")

    def show_refusal(self, error: AppError) -> None:
        if error.code in ("before_complaint", "in_the_future"):
            self._when.set_error(sentence(error))
        elif error.facts.get("field") == "follow_up_days":
            self._days.refuse("days", sentence(error))
        else:
            super().show_refusal(error)

    def on_picked(self, name: str, value: object) -> None:
        super().on_picked("follow_up_days" if name == "days" else name, value)
        self._form.field("call_result").set_error(None)

    def left(self) -> None:
        """A call whose result was picked is recorded: who goes on has forgotten the button, not the call."""
        super().left()
        if self._case is not None and self._result is not None:
            self._on_record()

    @staticmethod
    def _begun(case: Case) -> dict[str, object]:
        return {"call_result": case.call_result, "call_anger": case.call_anger, "call_words": case.call_words}

    def _known(self, case: Case) -> list[str]:
        now, promise, lines = self.desk.now(), case.promise, []
        what = promise.what or self.desk.house.remedies.words(promise.remedy)
        if what and promise.kept_on is not None:
            words = self.tr("You promised: {what}. Kept {when}.")
            lines.append(words.format(what=what.rstrip("."), when=when_inside(promise.kept_on, now)))
        elif what:
            lines.append(self.tr("You promised: {what}. It is not marked as kept.").format(what=what.rstrip(".")))
        last = case.anger_after if case.anger_after is not None else case.anger
        if last is not None:
            lines.append(self.tr("When you last heard them they were at {anger} of 10.").format(anger=last))
        return lines

    def _due_sentence(self, case: Case) -> str:
        due = next((one for one in self.desk.house.follow_ups.due_of([case.id]) if one.kind is DueKind.FOLLOW_UP), None)
        if due is not None:
            when = due.due.astimezone(self.desk.now().tzinfo)
            words = due_words(when.date() if due.by_day else when, self.desk.now())
            return self.tr("The call is due: {when}").format(when=words)
        if case.no_follow_up_because.strip():
            return self.tr("No call is planned: {why}").format(why=case.no_follow_up_because.strip())
        if case.follow_ups:
            return self.tr("The call is made.")
        if case.promise.is_open:
            return self.tr("The call is planned once the promise is kept.")
        return self.tr("The call is planned once you have given your answer.")

    def _spoken(self, case: Case) -> str:
        shop = self.desk.house.settings.shop()
        name = case.customer.first_name if case.customer else ""
        hello = self.tr("Hello {name}, this is {owner} from {shop}.")
        if not name:
            hello = self.tr("Hello, this is {owner} from {shop}.")
        ask = self.tr("Nothing is wrong, I only wanted to hear from you. Is this a good moment?")
        spoken = self.tr("“{hello} {ask}”")
        return spoken.format(hello=hello.format(name=name, owner=shop.owner, shop=shop.name), ask=ask)

    def _show_unhappy(self, case: Case) -> None:
        last = case.follow_ups[-1] if case.follow_ups else None
        unhappy = last is not None and last.result is FollowUpResult.NOT_YET
        self._unhappy.setVisible(unhappy and case.closed_on is None)
        words = self.tr("Once more, and more than words: make them a new promise.")
        if case.promise.is_open:
            words = self.tr("Keep what you promised, or promise something better. Then call again.")
        self._unhappy.set_words(self.tr("They are not happy yet."), words)

    @property
    def _result(self) -> FollowUpResult | None:
        choice = self._form.value_of("call_result")
        return choice if isinstance(choice, FollowUpResult) else None

    @Slot()
    def _on_record(self) -> None:
        result = self._result
        if result is None:
            self._form.refuse("call_result", self.tr("First say how it went: happy, not yet, or no answer."))
            self._form.focus("call_result")
            return
        follow_ups, case_id = self.desk.house.follow_ups, self.case.id
        figure = self._form.value_of("call_anger")
        done = self.run_at(
            "call_words",
            follow_ups.record,
            case_id,
            result,
            anger=figure if isinstance(figure, int) else None,
            words=self._form.text_of("call_words"),
            on=self._when.moment(self.case.came_in),
        )
        if done is not None:
            self._form.show_values({"call_result": None, "call_anger": None, "call_words": ""}, self.keeps, anew=True)
            self._when.show_value(None)
            self._when.set_error(None)
            self.desk.offer_undo(self.tr("The call is recorded."), partial(self._take_back, case_id, done.value))

    def _take_back(self, case_id: int, follow_up_id: int) -> None:
        """The words stand in their field again, also while the caret is in it."""
        self.desk.calls.run(self.desk.house.follow_ups.unrecord, case_id, follow_up_id)
        if self._case is not None and self._case.id == case_id:
            self._form.show_values(self._begun(self.case), self.keeps, anew=True)

    @Slot()
    def _on_back(self) -> None:
        if self.case.promise.kept_on is not None:
            try_again(self.desk, self.case.id)
        self.act_requested.emit("go", Step.MAKE_RIGHT)
