"""The lesson that belongs to like complaints: its plan, how it stands, and what this complaint would be to it."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot

from app.domain.lesson import Lesson
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.lesson_words import lesson_state, lesson_title
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import label
from app.ui.wizard.alike.words import would_be_words


class Learned(Panel):
    """`opened` and `taken` carry the lesson's id; taken: this complaint belongs to it."""

    opened = Signal(object)
    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("What you learned"), "lightbulb", tone="amber")
        self.lesson: Lesson | None = None
        self._plan = label("")
        self._state = Chip("")
        self._record = label("", "secondary", "amber")
        self.open = button(self.tr("Open the lesson"), "link")
        self.take = button(self.tr("It is this lesson"))
        self.open.clicked.connect(self._on_open)
        self.take.clicked.connect(self._on_take)
        self.body.setSpacing(current().space(6))
        self.add(self._plan)
        self.add(FlowRow(self._state))
        self.add(self._record)
        self.add(FlowRow(self.open, self.take, gap=14))

    def show_lesson(self, lesson: Lesson, now: datetime, *, linked: bool, can_take: bool) -> None:
        """`linked`: the complaint that is open belongs to it."""
        self.lesson = lesson
        title = lesson_title(lesson)
        self._plan.setText(title)
        self._state.set_words(*lesson_state(lesson, now.date()))
        words = would_be_words(lesson, now, linked=linked)
        self._record.setText(words)
        self._record.setVisible(bool(words))
        self.take.setVisible(can_take and not linked)
        for control in (self.open, self.take):
            control.setAccessibleName(self.tr("{act}: {title}").format(act=control.text(), title=title))

    @Slot()
    def _on_open(self) -> None:
        if self.lesson is not None:
            self.opened.emit(self.lesson.id)

    @Slot()
    def _on_take(self) -> None:
        if self.lesson is not None:
            self.taken.emit(self.lesson.id)
