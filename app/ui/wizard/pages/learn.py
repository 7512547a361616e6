"""The lesson of a complaint: one that is already there, a new one, or a reason why there is none."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.case import Case
from app.domain.changes import Done
from app.domain.lesson import Lesson, in_use_since
from app.domain.terms import Step
from app.services.house import House
from app.ui.calls import Calls
from app.ui.desk import Desk
from app.ui.widgets.buttons import button
from app.ui.widgets.date_box import DateBox
from app.ui.widgets.field import Field
from app.ui.widgets.five_whys import FiveWhys
from app.ui.widgets.lesson_words import cause_choices, lesson_title, slip_words, state_words
from app.ui.widgets.notice import Notice
from app.ui.widgets.text_box import TextBox
from app.ui.wizard.pages.form import Form
from app.ui.wizard.pages.form_page import FormPage
from app.ui.wizard.pages.known_lessons import KnownLessons

_OF_LESSON: Final = frozenset({"broke", "plan", "owner", "by", "agreed", "cause", "cause_words", "whys"})


class LearnPage(FormPage):
    step = Step.LEARN

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._lesson: Lesson | None = None
        self._linked = self._notice(Notice("amber", "lightbulb"), self.tr("Open the lesson"))
        self._slip = self._notice(Notice("coral", "warning-circle"), self.tr("Change the plan"))
        self.known = KnownLessons(desk)
        self.known.taken.connect(self._on_taken)
        self.add(self.known)
        self._form = self._new_form(desk)
        self.add(self._form)
        self._none = Form()
        self._none.add_title(self.tr("Nothing to learn?"))
        self._none.line("nothing_because", self.tr("Nothing to learn, because"))
        self.add(self._none)

    def _notice(self, notice: Notice, act: str) -> Notice:
        """One that says which lesson it is; the act leads to the lesson's own page, where its plan is changed."""
        lead, unlink = button(act), button(self.tr("It is another one"))
        lead.clicked.connect(self._on_open)
        unlink.clicked.connect(self._on_unlink)
        notice.add_button(lead)
        notice.add_button(unlink)
        notice.setFocusProxy(lead)  # not where a key would let the lesson go
        self.add(notice)
        notice.hide()
        return notice

    def _new_form(self, desk: Desk) -> Form:
        form = Form()
        form.add_title(self.tr("A new lesson"))
        form.text(
            "broke",
            self.tr("Where did our way of working break?"),
            self.tr("The way of working, not the person: what would have let it happen to anybody?"),
            least=1,
        )
        self._whys = FiveWhys()
        self._whys.edited.connect(self._on_whys)
        self._whys.used.connect(self._on_use)
        form.add(self._whys)
        form.text("plan", self.tr("The plan, so that it does not break again"))
        form.pills("cause", self.tr("What kind of cause"), cause_choices())
        form.line("cause_words", self.tr("The cause in your own words"))
        owner = form.line("owner", self.tr("Who owns it"))
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
        lesson = None if case.lesson_id is None else self.desk.calls.ask(lessons.lesson, case.lesson_id)
        # What let the lesson go is taken back also where its words are in use: else the next key lets it go again.
        linked = lesson is not None and self._lesson is None and not self.keeps("nothing_because")
        self._lesson = lesson
        focused = self._part_in_use()
        is_own = lesson is None or lesson.cases <= 1
        self._show_linked(case, lesson, is_own)
        # A lesson that is being written keeps the others above it: what is typed into must not jump.
        offered = lesson is None or (is_own and not anew and self.known.isVisibleTo(self))
        if offered:
            others = [one for one in lessons.all() if one.id != case.lesson_id]
            self.known.show_lessons(others)
            offered = bool(others)
        self.known.setVisible(offered)
        self._form.setVisible(is_own)
        self._show_own(lesson if lesson is not None and is_own else Lesson(), anew)
        self.show_values(self._none, {"nothing_because": case.nothing_because}, anew or linked)
        if focused is not None and not focused.isVisibleTo(self):
            self._look_anew()

    def _part_in_use(self) -> QWidget | None:
        """What has the focus, of the parts that come and go as a whole."""
        focused = QApplication.focusWidget()
        parts = (self.known, self._linked, self._slip, self._form)
        return next((one for one in parts if focused is not None and one.isAncestorOf(focused)), None)

    def _show_own(self, shown: Lesson, anew: bool) -> None:
        values: dict[str, object] = {
            "broke": shown.broke,
            "plan": shown.plan,
            "cause": shown.cause or None,
            "cause_words": shown.cause_words,
            "owner": shown.owner,
            "agreed": ", ".join(shown.agreed),
        }
        self.show_values(self._form, values, anew)
        self._form.field("cause_words").setVisible(bool(shown.cause or shown.cause_words))
        if anew:
            self._whys.set_open(False)
        if anew or not self.keeps("whys"):
            self._whys.set_whys(shown.whys)
        if not (self.keeps("by") or self._by.line().hasFocus() or self._form.field("by").error()):
            self._by.set_day(shown.by)

    def _show_linked(self, case: Case, lesson: Lesson | None, is_own: bool) -> None:
        """At once, in so many words, where it came back although the plan was in use."""
        slip = lesson is not None and self.desk.house.lessons.is_slip(case.id)
        self._slip.setVisible(slip)
        self._linked.setVisible(not (is_own or slip))
        if lesson is None:
            return
        now = self.desk.now()
        self._slip.set_words(self.tr("This came back:"), slip_words(lesson, now))
        words = f"{lesson_title(lesson)}\n{state_words(lesson, now)}"
        self._linked.set_words(self.tr("It belongs to a lesson that you know:"), words)

    def rank_lessons(self, order: Sequence[int]) -> None:
        self.known.rank(order)

    def focus_first(self) -> None:
        """The likest lesson, where there is one; else what is to be written, or the lesson it has."""
        if self._lesson is None and self.known.isVisibleTo(self) and self.known.is_ranked:
            self.known.setFocus()
        elif self._form.isVisibleTo(self):
            self._form.focus("broke" if not self._form.text_of("broke") else "plan")
        else:
            shown = self._slip if self._slip.isVisibleTo(self) else self._linked
            shown.setFocus()

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
        done = self.desk.calls.run(self.desk.house.lessons.link, self.case.id, None)
        if done is not None:
            self._offer_back(words, partial(self.desk.house.lessons.undo_link, done.value))

    def _offer_back(self, words: str, back: Callable[[], Done[None]]) -> None:
        """Undo: the lesson, and the reason for none that was there before."""
        case = self.case
        undo = partial(_back, self.desk.calls, self.desk.house, back, case.id, case.nothing_because)
        self.desk.offer_undo(words, undo)

    @Slot(object)
    def _on_taken(self, lesson_id: object) -> None:
        """What was written of a lesson of its own goes along: two of the same are one."""
        assert isinstance(lesson_id, int)
        self.flush()
        house, own = self.desk.house, self._lesson
        back: Callable[[], Done[None]]
        if own is not None:
            merged = self.desk.calls.run(house.plans.merge, own.id, lesson_id)
            if merged is None:
                return
            back = partial(house.plans.unmerge, merged.value)
        else:
            linked = self.desk.calls.run(house.lessons.link, self.case.id, lesson_id)
            if linked is None:
                return
            back = partial(house.lessons.undo_link, linked.value)
        words = self.tr("This complaint belongs to that lesson now.")
        if house.lessons.is_slip(self.case.id):
            words = self.tr("This complaint belongs to that lesson now. It came back.")
        reason = self.case.nothing_because
        self._offer_back(words, back)
        if reason:
            self.answered.emit({"nothing_because": ""})
        self._look_anew()

    @Slot()
    def _on_unlink(self) -> None:
        self.flush()
        self._let_go(self.tr("This complaint has no lesson now."))

    def _look_anew(self) -> None:
        """What had the focus is gone: it must not fall into a field where a key lets the lesson go."""
        self.focus_first()
        self.focus_moved.emit()

    @Slot()
    def _on_open(self) -> None:
        self.flush()
        self.desk.lesson_requested.emit(self.case.lesson_id)

    @Slot(object)
    def _on_whys(self, whys: object) -> None:
        self.later("whys", whys)

    @Slot(str)
    def _on_use(self, why: str) -> None:
        """The last why is where it broke; what stood there is a click away."""
        before = self._form.text_of("broke")
        self._write_broke(why)
        if before.strip() and before != why:
            words = self.tr("The last why is now where it broke.")
            self.desk.offer_undo(words, partial(self._write_broke, before))

    def _write_broke(self, words: str) -> None:
        editor = self._form.field("broke").editor
        assert isinstance(editor, TextBox)
        editor.set_text(words)
        self.all_at_once({"broke": words})

    @Slot(object)
    def _on_by(self, day: date | None) -> None:
        self._form.field("by").set_error(None)
        self.all_at_once({"by": day})

    @Slot(str)
    def _on_no_day(self, _words: str) -> None:
        words = self.tr("That is no day that can be read. Write it like the example, or use the calendar.")
        self._form.refuse("by", words)


def _back(calls: Calls, house: House, back: Callable[[], Done[None]], case_id: int, nothing_because: str) -> None:
    """As it was before: the lesson of the case, and the reason for none."""
    calls.run(house.cases.answer, case_id, "nothing_because", nothing_because)
    calls.run(back)
