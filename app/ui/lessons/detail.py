"""One lesson, all of it to be read and changed in place."""

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.lesson import Lesson
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.case_entries import case_entries
from app.ui.widgets.chip import Chip
from app.ui.widgets.date_box import DateBox
from app.ui.widgets.field import Field
from app.ui.widgets.lesson_words import lesson_state, since_plan
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.row_list import RowList
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.two_panes import detail_column
from app.ui.widgets.typed import Typed
from app.ui.widgets.words import label

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE, _TEXT = 500, 100_000  # characters
_MOST_CASES = 200


class LessonDetail(QWidget):
    """Saves what is typed by itself; `case_requested` carries a complaint's number."""

    case_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = 0
        self._since: date | None = None
        self.typed = Typed(self)
        self.broke = TextBox(2, 8, _TEXT)
        self.plan = TextBox(2, 8, _TEXT)
        self.owner = LineBox(_LINE)
        self.by = DateBox()
        self.agreed = LineBox(_LINE)
        self.fields = {
            "broke": Field(self.tr("Where did our way of working break"), self.broke),
            "plan": Field(self.tr("The plan"), self.plan),
            "owner": Field(self.tr("Who owns the plan"), self.owner),
            "by": Field(self.tr("By when"), self.by),
            "agreed": Field(
                self.tr("Who agreed"),
                self.agreed,
                self.tr("Names, with commas between. With the first the plan is in use."),
            ),
        }
        self._chip = Chip("")
        self._record = label("", "body")
        self.cases = RowList(self.tr("Complaints that led to it"), lines=2, most=5)
        self._cases_name = label(self.tr("Complaints that led to it"), "label")
        self._cases_name.setBuddy(self.cases)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = detail_column(self)
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(label(self.tr("Since the plan"), "label"))
        row = QHBoxLayout()
        row.setSpacing(current().space(8))
        row.addWidget(self._chip)
        row.addWidget(self._record, 1)
        column.addLayout(row)
        column.addWidget(self._cases_name)
        column.addWidget(self.cases)
        column.addStretch(1)

    def _connect(self) -> None:
        self.typed.ready.connect(self._save)
        for name in ("broke", "plan", "owner", "agreed"):
            editor = cast(LineBox | TextBox, self.fields[name].editor)
            editor.setObjectName(name)
            editor.too_much_pasted.connect(self._on_too_much_pasted)
        for editor in (self.broke, self.plan, self.owner):
            editor.edited.connect(self._on_edited)
        self.agreed.edited.connect(self._on_agreed)
        self.agreed.editingFinished.connect(self._on_agreed_finished)
        self.by.picked.connect(self._on_by)
        self.by.not_understood.connect(self._on_by_not_understood)
        self.cases.opened.connect(self.case_requested)

    def lesson_id(self) -> int:
        """Which one is shown, 0 for none."""
        return self._id

    def show_lesson(self, lesson: Lesson) -> None:
        """Fill the fields; of the lesson that is shown already, those in use are left alone."""
        other = lesson.id != self._id
        if other:
            self._id, self._since = lesson.id, None
            for field in self.fields.values():
                field.set_error(None)
        self._since = lesson.in_use_since or self._since
        stored: Sequence[tuple[str, LineBox | TextBox, str]] = (
            ("broke", self.broke, lesson.broke),
            ("plan", self.plan, lesson.plan),
            ("owner", self.owner, lesson.owner),
            ("agreed", self.agreed, ", ".join(lesson.agreed)),
        )
        for name, editor, text in stored:
            if other or not (editor.hasFocus() or self.typed.keeps(name)):
                editor.set_text(text)
        if other or not (self.by.line().hasFocus() or self.typed.keeps("by")):
            self.by.set_day(lesson.by)
        self._show_record(lesson)

    def _show_record(self, lesson: Lesson) -> None:
        now, house = self._desk.now(), self._desk.house
        self._chip.set_words(*lesson_state(lesson))
        self._record.setText(since_plan(lesson, now) or self.tr("Nobody has agreed to it yet."))
        numbers = (self._desk.calls.ask(house.lessons.cases_of, lesson.id) or [])[:_MOST_CASES]
        rows = self._desk.calls.ask(house.lists.rows, numbers) or {}
        self.cases.set_entries(case_entries(numbers, rows, now, with_customer=True))
        self.cases.setVisible(bool(numbers))
        self._cases_name.setVisible(bool(numbers))

    @Slot(object)
    def _save(self, values: dict[str, object]) -> None:
        names = values.get("agreed")
        whole = dict(values)
        if isinstance(names, list):
            whole["in_use_since"] = (self._since or self._desk.now().date()) if names else None
        if self._desk.calls.run_here(self._refused, self._desk.house.lessons.change, self._id, whole) is None:
            self.typed.put_back(values)
            return
        for name in values:
            self.fields[name].set_error(None)

    def _refused(self, error: AppError) -> None:
        field = self.fields.get(str(error.facts.get("field")))
        if field is None:
            self._desk.refuse(error)
        else:
            field.set_error(sentence(error))

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.typed.later(self.sender().objectName(), text)

    @Slot(str)
    def _on_too_much_pasted(self, text: str) -> None:
        name = self.sender().objectName()
        limit = _TEXT if name in ("broke", "plan") else _LINE
        self._refused(AppError("too_long", field=name, length=len(text), limit=limit))

    @Slot(str)
    def _on_agreed(self, text: str) -> None:
        self.typed.later("agreed", [name.strip() for name in text.split(",") if name.strip()])

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
