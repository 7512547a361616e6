"""One lesson, all of it to be read and changed in place."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lesson import Lesson
from app.domain.terms import LessonState
from app.ui.desk import Desk
from app.ui.lessons.acts import LessonActs
from app.ui.lessons.agreed import AgreedRow
from app.ui.lessons.history import History
from app.ui.record_detail import RecordDetail
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.date_box import DateBox
from app.ui.widgets.field import Field
from app.ui.widgets.five_whys import FiveWhys
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.lesson_words import (
    came_back_words,
    cause_choices,
    failed_words,
    lesson_head,
    lesson_state,
    since_plan,
)
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.notice import Notice
from app.ui.widgets.panel import line
from app.ui.widgets.pill_row import PillRow
from app.ui.widgets.row_list import RowList
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.two_panes import detail_column
from app.ui.widgets.words import label

_LINE, _TEXT = 500, 100_000  # characters


class LessonDetail(RecordDetail):
    """The one that is chosen on the page of lessons."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lesson = Lesson()
        self._anew = False  # the next time, fill also the field that is in use
        self._acts = LessonActs(desk, self)
        self.head = label("", "title")
        self.did_not_hold = Notice("coral", "warning-circle")
        self.keep_button = button(self.tr("Keep the plan as it is"))
        self.did_not_hold.add_button(self.keep_button)
        self.broke = TextBox(1, 8, _TEXT, self.tr("Not written down yet"), quiet=True)
        hint = self.tr("Write the plan here")
        self.plan = TextBox(1, 8, _TEXT, hint, quiet=True)
        self.agreed = AgreedRow()
        self._chip = Chip("")
        self._record = label("")
        self.owner = LineBox(_LINE)
        self.by = DateBox()
        self.cause = PillRow(cause_choices())
        self.cause_words = TextBox(1, 4, _LINE)
        self.whys = FiveWhys()
        self.history = History()
        self.link_button = button(self.tr("Add a complaint"), "link", "plus")
        self.merge_button = button(self.tr("Merge with another lesson"), "link")
        self.retire_button = button("", "link")
        cases = RowList(
            self.tr("Complaints that led to it"), lines=2, most=5, removing=self.tr("Take it out of this lesson")
        )
        self.wire(
            {
                "broke": Field(self.tr("Where the way of working broke"), self.broke),
                "plan": Field(self.tr("The plan"), self.plan),
                "owner": Field(self.tr("Who owns the plan"), self.owner),
                "by": Field(self.tr("By when"), self.by),
                "cause": Field(self.tr("What kind of cause"), self.cause),
                "cause_words": Field(self.tr("The cause in your own words"), self.cause_words),
            },
            {"broke": _TEXT, "plan": _TEXT, "owner": _LINE, "cause_words": _LINE},
            cases,
        )
        self.foot = self._make_foot()
        self._lay_out()
        self._connect()

    def _make_foot(self) -> QWidget:
        self.change_button = button(self.tr("Change the plan"), "primary")
        self.sheet_button = button(self.tr("Meeting sheet"), "plain", "printer")
        foot = FlowRow(gap=8)
        foot.flow.addWidget(self.change_button)
        foot.flow.addWidget(self.sheet_button)
        return foot

    def _lay_out(self) -> None:
        theme = current()
        column = detail_column(self)
        column.addWidget(self.head)
        column.addWidget(self.did_not_hold)
        column.addWidget(self.fields["broke"])
        column.addWidget(self.fields["plan"])
        column.addWidget(self.agreed)
        column.addLayout(self._since_the_plan())
        column.addWidget(self.history)
        column.addWidget(line())
        column.addWidget(self.fields["owner"])
        column.addWidget(self.fields["by"])
        column.addWidget(line())
        complaints = QVBoxLayout()
        complaints.setSpacing(theme.space(4))
        complaints.addWidget(self._cases_name)
        complaints.addWidget(self.cases)
        complaints.addWidget(self.link_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(complaints)
        column.addWidget(line())
        column.addWidget(self.fields["cause"])
        column.addWidget(self.fields["cause_words"])
        column.addWidget(self.whys)
        column.addWidget(line())
        quiet = QVBoxLayout()
        quiet.setSpacing(theme.space(8))
        quiet.addWidget(self.merge_button, 0, Qt.AlignmentFlag.AlignLeft)
        quiet.addWidget(self.retire_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(quiet)
        column.addStretch(1)

    def _since_the_plan(self) -> QVBoxLayout:
        theme = current()
        part = QVBoxLayout()
        part.setSpacing(theme.space(4))
        part.addWidget(label(self.tr("Since the plan"), "label"))
        row = QHBoxLayout()
        row.setSpacing(theme.space(8))
        row.addWidget(self._chip)
        row.addWidget(self._record, 1)
        part.addLayout(row)
        return part

    def _connect(self) -> None:
        self.by.picked.connect(self._on_by)
        self.by.not_understood.connect(self._on_by_not_understood)
        self.cause.chosen.connect(self._on_cause)
        self.whys.edited.connect(self._on_whys)
        self.whys.used.connect(self._on_why_used)
        self.agreed.changed.connect(self._on_agreed)
        self.keep_button.clicked.connect(self._on_keep)
        self.change_button.clicked.connect(self.change_plan)
        self.history.taken_up.connect(self._take_up_again)
        self.link_button.clicked.connect(self._on_link)
        self.cases.removed.connect(self._on_unlink)
        self.merge_button.clicked.connect(self._on_merge)
        self.retire_button.clicked.connect(self._on_retire)

    def lesson_id(self) -> int:
        """Which one is shown, 0 for none."""
        return self._id

    def show_lesson(self, lesson: Lesson) -> None:
        """Fill the fields; of the lesson that is shown already, those in use are left alone."""
        self._lesson = lesson
        texts = {name: str(getattr(lesson, name)) for name in ("broke", "plan", "owner", "cause_words")}
        other = self.show_texts(lesson.id, texts, anew=self._anew)
        if other or not (self.by.line().hasFocus() or self.typed.keeps("by")):
            self.by.set_day(lesson.by)
        self.cause.choose(lesson.cause or None)
        self.fields["cause_words"].setVisible(bool(lesson.cause or lesson.cause_words))
        if other:
            self.whys.set_open(False)
        if other or not self.typed.keeps("whys"):
            self.whys.set_whys(lesson.whys)
        self._show_facts(lesson)
        self._show_records(lesson)

    def _show_facts(self, lesson: Lesson) -> None:
        """What follows from the facts and is not typed."""
        now = self._desk.now()
        state = lesson.state(now.date())
        self.head.setText(lesson_head(lesson))
        self.did_not_hold.setVisible(lesson.asks)
        if lesson.asks and lesson.in_use_since is not None:
            told = (came_back_words(lesson, now), failed_words(lesson, now), self.tr("Change it, or keep it as it is."))
            self.did_not_hold.set_words(self.tr("The plan did not hold."), " ".join(part for part in told if part))
        self.agreed.show_names(lesson.agreed, self._desk.calls.ask(self._desk.house.lessons.people) or [])
        chip, words = since_plan(lesson, now)
        self._chip.set_words(chip, "coral")
        self._chip.setVisible(bool(chip))
        self._record.setText(words)
        trial = self.tr("The plan is on trial until then.") if state is LessonState.ON_TRIAL else ""
        self.fields["by"].set_hint(trial)
        retire = self.tr("Retire it: it is needed no more")
        retire = retire if lesson.retired_on is None else self.tr("Take it back into use")
        self.change_button.setVisible(lesson.retired_on is None)  # another plan would be retired, too
        self.retire_button.setText(retire)
        self.retire_button.setAccessibleName(retire)
        self.setAccessibleName(f"{lesson_head(lesson)}, {lesson_state(lesson, now.date())[0]}")

    def _show_records(self, lesson: Lesson) -> None:
        house, ask = self._desk.house, self._desk.calls.ask
        self.show_cases(ask(house.lessons.cases_of, lesson.id) or [], with_customer=True)
        slips = set(ask(house.lessons.slips_of, lesson.id) or [])
        came_back = self.tr("{who_and_when}. Came back")
        entries = (
            one._replace(third=came_back.format(who_and_when=one.third)) if one.key in slips else one
            for one in self.cases.entries()
        )
        self.cases.set_entries(list(entries))
        plans, checks = ask(house.plans.earlier, lesson.id) or [], ask(house.effects.of, lesson.id) or []
        self.history.show_history(plans, checks, self._desk.now(), none_now=not lesson.plan)

    def leave(self) -> None:
        """Save what was typed."""
        self.agreed.finish()
        self.typed.flush()

    @property
    def has_unsaved(self) -> bool:
        return self.typed.has_unsaved() or self.agreed.has_unsaved

    def keep(self, values: dict[str, object]) -> bool:
        return self._desk.calls.run_here(self.refuse, self._desk.house.lessons.change, self._id, values) is not None

    @Slot()
    def change_plan(self) -> None:
        """End the plan that is in use, and write another; one that is not in use yet is only written anew."""
        self.leave()
        if self._lesson.plan and self._lesson.in_use_since is not None:
            self._anew = True
            done = self._desk.calls.run(self._desk.house.plans.change_plan, self._id)
            self._anew = False
            if done is not None:
                words = self.tr("The old plan is kept below. Write the new one, then agree on it with your team.")
                self._desk.offer_undo(words, partial(self._take_up_again, done.value))
        self.plan.setFocus()

    @Slot(object)
    def _take_up_again(self, earlier_id: int) -> None:
        self.leave()
        self._anew = True
        self._desk.calls.run(self._desk.house.plans.take_up_again, earlier_id)
        self._anew = False

    @Slot(object)
    def _on_agreed(self, names: tuple[str, ...]) -> None:
        self.typed.flush()
        if self._acts.agree(self._lesson, names):
            self.agreed.taken()

    @Slot()
    def _on_keep(self) -> None:
        self.change_button.setFocus()  # not the field below, which Qt would take when this button goes
        self._acts.keep_plan(self._lesson)

    @Slot()
    def _on_link(self) -> None:
        self._acts.ask_link(self._lesson)

    @Slot(object)
    def _on_unlink(self, number: int) -> None:
        self._acts.unlink(number)

    @Slot()
    def _on_merge(self) -> None:
        self.leave()
        self._acts.ask_merge(self._lesson)

    @Slot()
    def _on_retire(self) -> None:
        self.leave()
        self._acts.retire(self._lesson)

    @Slot(object)
    def _on_cause(self, cause: object) -> None:
        self.typed.at_once("cause", cause)

    @Slot(object)
    def _on_whys(self, whys: object) -> None:
        self.typed.later("whys", whys)

    @Slot(str)
    def _on_why_used(self, why: str) -> None:
        before = self.broke.text()
        self._write_broke(why)
        if before.strip() and before != why:
            words = self.tr("The last why is now where it broke.")
            self._desk.offer_undo(words, partial(self._put_back_broke, self._id, before))

    def _put_back_broke(self, lesson_id: int, words: str) -> None:
        if lesson_id == self._id:
            self._write_broke(words)
        else:
            self._desk.calls.run(self._desk.house.lessons.change, lesson_id, {"broke": words})

    def _write_broke(self, words: str) -> None:
        self.broke.set_text(words)
        self.typed.at_once("broke", words)

    @Slot(object)
    def _on_by(self, day: date | None) -> None:
        self.fields["by"].set_error(None)
        self.typed.later("by", day)
        self.typed.flush()

    @Slot(str)
    def _on_by_not_understood(self, _words: str) -> None:
        self.fields["by"].set_error(self.tr("That is no day. Write it like 28 Nov 2026, or pick it from the calendar."))
