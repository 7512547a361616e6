"""One lesson, all of it to be read and changed in place."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.lesson import Lesson, in_use_since
from app.ui.desk import Desk
from app.ui.record_detail import RecordDetail
from app.ui.theme import current
from app.ui.widgets.chip import Chip
from app.ui.widgets.date_box import DateBox
from app.ui.widgets.field import Field
from app.ui.widgets.lesson_words import lesson_state, since_plan
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.row_list import RowList
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.words import label

_LINE, _TEXT = 500, 100_000  # characters


class LessonDetail(RecordDetail):
    """The one that is chosen on the page of lessons."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._since: date | None = None
        self.broke = TextBox(2, 8, _TEXT)
        self.plan = TextBox(2, 8, _TEXT)
        self.owner = LineBox(_LINE)
        self.by = DateBox()
        self.agreed = LineBox(_LINE)
        self._chip = Chip("")
        self._record = label("", "body")
        self.set_up(
            {
                "broke": Field(self.tr("Where did our way of working break"), self.broke),
                "plan": Field(self.tr("The plan"), self.plan),
                "owner": Field(self.tr("Who owns the plan"), self.owner),
                "by": Field(self.tr("By when"), self.by),
                "agreed": Field(
                    self.tr("Who agreed"),
                    self.agreed,
                    self.tr("Names, with commas between. With the first the plan is in use."),
                ),
            },
            {"broke": _TEXT, "plan": _TEXT, "owner": _LINE, "agreed": _LINE},
            RowList(self.tr("Complaints that led to it"), lines=2, most=5),
            self._since_the_plan(),
        )
        self.agreed.editingFinished.connect(self._on_agreed_finished)
        self.by.picked.connect(self._on_by)
        self.by.not_understood.connect(self._on_by_not_understood)

    def _since_the_plan(self) -> QVBoxLayout:
        theme = current()
        part = QVBoxLayout()
        part.setSpacing(theme.space(14))
        part.addWidget(label(self.tr("Since the plan"), "label"))
        row = QHBoxLayout()
        row.setSpacing(theme.space(8))
        row.addWidget(self._chip)
        row.addWidget(self._record, 1)
        part.addLayout(row)
        return part

    def lesson_id(self) -> int:
        """Which one is shown, 0 for none."""
        return self._id

    def show_lesson(self, lesson: Lesson) -> None:
        """Fill the fields; of the lesson that is shown already, those in use are left alone."""
        texts = {"broke": lesson.broke, "plan": lesson.plan, "owner": lesson.owner, "agreed": ", ".join(lesson.agreed)}
        other = self.show_texts(lesson.id, texts)
        self._since = lesson.in_use_since or (None if other else self._since)
        if other or not (self.by.line().hasFocus() or self.typed.keeps("by")):
            self.by.set_day(lesson.by)
        self._chip.set_words(*lesson_state(lesson, self._desk.now().date()))
        self._record.setText(" ".join(since_plan(lesson, self._desk.now())).strip())
        numbers = self._desk.calls.ask(self._desk.house.lessons.cases_of, lesson.id) or []
        self.show_cases(numbers, with_customer=True)

    def read(self, name: str, text: str) -> object:
        return [one.strip() for one in text.split(",") if one.strip()] if name == "agreed" else text

    def keep(self, values: dict[str, object]) -> bool:
        names = values.get("agreed")
        whole = dict(values)
        if isinstance(names, list):
            whole["in_use_since"] = in_use_since(names, self._since, self._desk.now().date())
        return self._desk.calls.run_here(self.refuse, self._desk.house.lessons.change, self._id, whole) is not None

    @Slot()
    def _on_agreed_finished(self) -> None:
        """Names typed anew at once keep the day of the first agreement; after leaving the field it is a new one."""
        if not self.agreed.text().strip():
            self._since = None

    @Slot(object)
    def _on_by(self, day: date | None) -> None:
        self.fields["by"].set_error(None)
        self.typed.later("by", day)
        self.typed.flush()

    @Slot(str)
    def _on_by_not_understood(self, _words: str) -> None:
        self.fields["by"].set_error(self.tr("That is no day. Write it like 28 Nov 2026, or pick it from the calendar."))
