"""The lesson of a complaint: one that is already there, a new one, or a reason why there is none."""

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.lesson import Lesson, in_use_since
from app.domain.terms import Step
from app.services.house import House
from app.ui.calls import Calls
from app.ui.desk import Desk
from app.ui.widgets.buttons import button
from app.ui.widgets.date_box import DateBox
from app.ui.widgets.field import Field
from app.ui.widgets.lesson_words import cause_choices, lesson_title, state_words
from app.ui.widgets.notice import Notice
from app.ui.wizard.pages.form import Form
from app.ui.wizard.pages.form_page import FormPage
from app.ui.wizard.pages.known_lessons import KnownLessons

_OF_LESSON: Final = frozenset({"broke", "plan", "owner", "by", "agreed", "cause"})


class LearnPage(FormPage):
    step = Step.LEARN

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._lesson: Lesson | None = None
        self._linked = Notice("amber", "lightbulb")
        self._open = button(self.tr("Open the lesson"))
        self._unlink = button(self.tr("It is another one"))
        self._open.clicked.connect(self._on_open)
        self._unlink.clicked.connect(self._on_unlink)
        self._linked.add_button(self._open)
        self._linked.add_button(self._unlink)
        self.add(self._linked)
        self._known = KnownLessons(desk)
        self._known.taken.connect(self._on_taken)
        self.add(self._known)
        self._form = self._new_form(desk)
        self.add(self._form)
        self._none = Form()
        self._none.add_title(self.tr("Nothing to learn?"))
        self._none.line("nothing_because", self.tr("Nothing to learn, because"))
        self.add(self._none)

    def _new_form(self, desk: Desk) -> Form:
        form = Form()
        form.add_title(self.tr("A new lesson"))
        form.text(
            "broke",
            self.tr("Where did our way of working break?"),
            self.tr("The way of working, not the person: what would have let it happen to anybody?"),
        )
        form.text("plan", self.tr("The plan, so that it does not break again"))
        form.pills("cause", self.tr("What kind of cause"), cause_choices())
        owner = form.line("owner", self.tr("Who owns it"), placeholder=desk.house.settings.shop().owner)
        self._by = DateBox()
        by = form.place("by", Field(self.tr("By when"), self._by))
        form.pair(owner, by)
        form.line(
            "agreed",
            self.tr("Who agreed to it"),
            self.tr("Names with commas between. With the first name it is in use."),
        )
        self._by.picked.connect(self._on_by)
        self._by.not_understood.connect(self._on_no_day)
        return form

    def fill(self, case: Case, anew: bool) -> None:
        lessons = self.desk.house.lessons
        every = lessons.all()
        lesson = next((one for one in every if one.id == case.lesson_id), None)
        self._lesson = lesson
        others = [one for one in lessons.cases_of(lesson.id) if one != case.id] if lesson else []
        is_own = lesson is None or not others
        self._linked.setVisible(not is_own)
        if lesson is not None:
            words = f"{lesson_title(lesson)}\n{state_words(lesson, self.desk.now())}"
            self._linked.set_words(self.tr("It belongs to a lesson that you know:"), words)
        self._known.show_lessons([one for one in every if one.id != case.lesson_id])
        self._known.setVisible(lesson is None and bool(every))
        self._form.setVisible(is_own)
        shown = lesson if lesson is not None and is_own else Lesson()
        values: dict[str, object] = {
            "broke": shown.broke,
            "plan": shown.plan,
            "cause": shown.cause or None,
            "owner": shown.owner,
            "agreed": ", ".join(shown.agreed),
        }
        self.show_values(self._form, values, anew)
        if not (self.keeps("by") or self._by.line().hasFocus() or self._form.field("by").error()):
            self._by.set_day(shown.by)
        self.show_values(self._none, {"nothing_because": case.nothing_because}, anew)

    def focus_first(self) -> None:
        if self._form.isVisibleTo(self):
            self._form.focus("broke" if not self._form.text_of("broke") else "plan")
        else:
            self._unlink.setFocus()

    def send(self, answers: dict[str, object]) -> None:
        """The lesson's own fields go to the lesson, the reason for none to the case."""
        of_lesson = {name: value for name, value in answers.items() if name in _OF_LESSON}
        of_case = {name: value for name, value in answers.items() if name not in _OF_LESSON}
        if of_lesson:
            self._learn(of_lesson)
        if of_case:
            if of_case.get("nothing_because") and self.case.lesson_id is not None:
                self._let_go(self.tr("The lesson is no longer of this complaint."))
            super().send(of_case)

    def _learn(self, answers: dict[str, object]) -> None:
        values = dict(answers)
        if "agreed" in values:
            names = [name.strip() for name in str(values["agreed"]).split(",") if name.strip()]
            since = self._lesson.in_use_since if self._lesson else None
            values["agreed"] = names
            values["in_use_since"] = in_use_since(names, since, self.desk.now().date())
        why = self.case.nothing_because
        if self.run_at(next(iter(answers)), self.desk.house.lessons.learn, self.case.id, values) is None:
            self.keep_waiting(answers)
        elif why and any(answers.values()):
            self.answered.emit({"nothing_because": ""})
            answer = self.desk.house.cases.answer
            undo = partial(self.desk.calls.run, answer, self.case.id, "nothing_because", why)
            self.desk.offer_undo(self.tr("There is a lesson now, so the reason for none is gone."), undo)

    def _let_go(self, words: str) -> None:
        case, lessons = self.case, self.desk.house.lessons
        if self.desk.calls.run(lessons.link, case.id, None) is not None:
            undo = partial(_link, self.desk.calls, self.desk.house, case.id, case.lesson_id, case.nothing_because)
            self.desk.offer_undo(words, undo)

    @Slot(object)
    def _on_taken(self, lesson_id: object) -> None:
        assert isinstance(lesson_id, int)
        self.flush()
        case = self.case
        if self.desk.calls.run(self.desk.house.lessons.link, case.id, lesson_id) is None:
            return
        if case.nothing_because:
            self.answered.emit({"nothing_because": ""})
        undo = partial(_link, self.desk.calls, self.desk.house, case.id, case.lesson_id, case.nothing_because)
        self.desk.offer_undo(self.tr("This complaint belongs to that lesson now."), undo)

    @Slot()
    def _on_unlink(self) -> None:
        self.flush()
        self._let_go(self.tr("This complaint has no lesson now."))

    @Slot()
    def _on_open(self) -> None:
        self.flush()
        self.desk.lesson_requested.emit(self.case.lesson_id)

    @Slot(object)
    def _on_by(self, day: date | None) -> None:
        self._form.field("by").set_error(None)
        self.all_at_once({"by": day})

    @Slot(str)
    def _on_no_day(self, _words: str) -> None:
        words = self.tr("That is no day that can be read. Write it like the example, or use the calendar.")
        self._form.refuse("by", words)


def _link(calls: Calls, house: House, case_id: int, lesson_id: int | None, nothing_because: str) -> None:
    """As it was before: the lesson of the case, and the reason for none."""
    calls.run(house.lessons.link, case_id, lesson_id)
    calls.run(house.cases.answer, case_id, "nothing_because", nothing_because)
