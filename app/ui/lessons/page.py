"""All lessons of the shop, and the one that is chosen."""

from datetime import date, datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.lesson import Lesson
from app.domain.terms import LessonState
from app.ui.desk import Desk
from app.ui.lessons.detail import LessonDetail
from app.ui.theme import current
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.lesson_words import lesson_record, lesson_state
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.row_list import Entry, RowList
from app.ui.widgets.search_everything import SearchEverything
from app.ui.widgets.two_panes import TwoPanes

_ORDER = (  # what needs the owner comes first
    LessonState.NOT_HOLDING, LessonState.TO_AGREE, LessonState.ON_TRIAL,
    LessonState.IN_USE, LessonState.HOLDING, LessonState.RETIRED,
)  # fmt: skip


class LessonsPage(QWidget):
    """Edits in place; what is typed is saved at the latest when the page is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.header = PageHeader(self.tr("Lessons"))
        self.search = SearchEverything()
        self.header.add_right(self.search)
        self.rows = RowList(self.tr("Lessons"))
        self.detail = LessonDetail(desk)
        self._panes = TwoPanes(self.rows, self.detail)
        self.empty = EmptyPage(
            "lightbulb",
            self.tr(
                "Here you will see what your complaints taught you, and which plan keeps it from happening again."
                " A lesson is written on the step Learn from it."
            ),
        )
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(28), theme.space(20), theme.space(28), theme.space(20))
        column.setSpacing(theme.space(14))
        column.addWidget(self.header)
        column.addWidget(self._panes, 1)
        column.addWidget(self.empty, 1)
        self.rows.chosen.connect(self._on_chosen)
        self.detail.case_requested.connect(desk.case_requested)
        self.search.list_requested.connect(desk.list_requested)
        desk.hub.changed.connect(self._on_changed)

    def show_page(self) -> None:
        """It comes to the front."""
        self.refresh()
        self.rows.setFocus()

    def show_lesson(self, lesson_id: int) -> None:
        """This one is chosen; what was typed into another is saved first."""
        if self.leave():
            self.rows.choose(lesson_id)
            self._show(lesson_id)

    def leave(self) -> bool:
        """Save what is being typed; whether all of it is on disk."""
        self.detail.typed.flush()
        return not self.has_unsaved

    @property
    def has_unsaved(self) -> bool:
        return self.detail.typed.has_unsaved()

    def refresh(self) -> None:
        """Show the lessons as they are now; the chosen one stays chosen."""
        now = self._desk.now()
        lessons = self._desk.calls.ask(self._desk.house.lessons.all) or []
        lessons.sort(key=lambda lesson: (_ORDER.index(lesson.state(now.date())), -lesson.id))
        self.rows.set_entries([_entry(lesson, now) for lesson in lessons])
        self.header.set_subtitle(self._count(lessons, now.date()))
        self._panes.setVisible(bool(lessons))
        self.empty.setVisible(not lessons)
        known = {lesson.id: lesson for lesson in lessons}
        shown = known.get(self.detail.lesson_id()) or (lessons[0] if lessons else None)
        self._panes.set_detail_visible(shown is not None)
        if shown is not None:
            self.rows.choose(shown.id)
            self.detail.show_lesson(shown)

    def _count(self, lessons: list[Lesson], today: date) -> str:
        waiting = sum(1 for lesson in lessons if lesson.state(today) is LessonState.TO_AGREE)
        in_use = len(lessons) - waiting
        if not lessons:
            return ""
        if not waiting:
            return self.tr("{count} in use").format(count=in_use)
        return self.tr("{count} in use, {waiting} still to agree").format(count=in_use, waiting=waiting)

    def _show(self, lesson_id: int) -> None:
        lesson = self._desk.calls.ask(self._desk.house.lessons.lesson, lesson_id)
        if lesson is not None:
            self.detail.show_lesson(lesson)
            self._panes.set_detail_visible(True)
            self._panes.to_top()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.leave()

    @Slot(object)
    def _on_chosen(self, lesson_id: int) -> None:
        if self.leave():
            self._show(lesson_id)
        else:  # what was typed can't be saved: it stays before the owner's eyes
            self.rows.choose(self.detail.lesson_id())

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.lessons or changes.cases or changes.everything):
            self.refresh()


def _entry(lesson: Lesson, now: datetime) -> Entry:
    chip, tone = lesson_state(lesson, now.date())
    return Entry(
        key=lesson.id,
        strong=lesson.broke or lesson.plan,
        second=lesson.plan if lesson.broke else "",
        third=lesson_record(lesson, now),
        chip=chip,
        chip_tone=tone,
        icon="lightbulb",
        icon_tone=tone,
    )
