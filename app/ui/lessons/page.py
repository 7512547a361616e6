"""All lessons of the shop, and the one that is chosen."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.category import label_of
from app.domain.changes import Changes
from app.domain.lesson import Lesson
from app.domain.terms import LessonState
from app.lazy import lazy
from app.ui.desk import Desk
from app.ui.lessons.detail import LessonDetail
from app.ui.theme import current
from app.ui.widgets.buttons import button, set_icon
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.lesson_entries import lesson_entry
from app.ui.widgets.lesson_words import state_name
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.pill_row import PillRow
from app.ui.widgets.row_list import RowList
from app.ui.widgets.search_everything import SearchEverything
from app.ui.widgets.tally_panel import TallyPanel
from app.ui.widgets.two_panes import TwoPanes

if TYPE_CHECKING:
    import app.ui.paper.sheets as sheets
else:  # printing is loaded when something is printed
    sheets = lazy("app.ui.paper.sheets")

_MANY = 15  # lessons; fewer are seen at a glance
_HIGH = 620  # pixels at 100 %, from which there is room below the list
_ORDER = (  # what needs the owner comes first
    LessonState.NOT_HOLDING, LessonState.TO_AGREE, LessonState.ON_TRIAL,
    LessonState.IN_USE, LessonState.HOLDING, LessonState.RETIRED,
)  # fmt: skip


class LessonsPage(QWidget):
    """Edits in place; what is typed is saved at the latest when the page is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lessons: list[Lesson] = []
        self._day: date | None = None  # of which the states are shown
        self.header = PageHeader(self.tr("Lessons"))
        self.rules = button(self.tr("House rules"))
        self.sheets = button("")
        self.search = SearchEverything()
        self.header.add_right(self.rules)
        self.header.add_right(self.sheets)
        self.header.add_right(self.search)
        self.filter = PillRow()
        self.filter.setAccessibleName(self.tr("Which lessons"))
        self.rows = RowList(self.tr("Lessons"), hugs=True)
        self.detail = LessonDetail(desk)
        self.tallies = TallyPanel()
        self._left = QWidget()
        self._panes = TwoPanes(self._left, self.detail, share=(9, 5))
        self._panes.set_foot(self.detail.foot)
        self.empty = EmptyPage(
            "lightbulb",
            self.tr(
                "Here you will see what your complaints taught you, and which plan keeps it from happening again."
                " A lesson is written on the step Learn from it."
            ),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = current()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.space(14))
        left.addWidget(self.rows, 1)
        left.addWidget(self.tallies)
        left.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(28), theme.space(20), theme.space(28), theme.space(20))
        column.setSpacing(theme.space(14))
        column.addWidget(self.header)
        column.addWidget(self.filter)
        column.addWidget(self._panes, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.rows.chosen.connect(self._on_chosen)
        self.filter.chosen.connect(self._on_filter)
        self.rules.clicked.connect(self._on_rules)
        self.sheets.clicked.connect(self._on_sheets)
        self.detail.sheet_button.clicked.connect(self._on_sheet)
        self.detail.case_requested.connect(self._desk.case_requested)
        self.search.list_requested.connect(self._desk.list_requested)
        self.tallies.list_requested.connect(self._desk.list_requested)
        self._desk.hub.changed.connect(self._on_changed)
        self._desk.minute_passed.connect(self._on_minute)

    def show_page(self) -> None:
        """It comes to the front."""
        self.refresh()
        self.rows.setFocus()

    def show_lesson(self, lesson_id: int) -> None:
        """This one is chosen; what was typed into another is saved first."""
        if self.leave():
            self.filter.choose(None)
            self._show_rows()
            self.rows.choose(lesson_id)
            self._show(lesson_id)

    def leave(self) -> bool:
        """Save what is being typed; whether all of it is on disk."""
        self.detail.leave()
        return not self.has_unsaved

    @property
    def has_unsaved(self) -> bool:
        return self.detail.has_unsaved

    def refresh(self) -> None:
        """Show the lessons as they are now; the chosen one stays chosen."""
        self._day = today = self._desk.now().date()
        self._lessons = self._desk.calls.ask(self._desk.house.lessons.all) or []
        self._lessons.sort(key=lambda lesson: (_ORDER.index(lesson.state(today)), -lesson.id))
        self.tallies.show_tallies(self._desk.calls.ask(self._desk.house.tallies.of_year) or [], self._category)
        self._show_counts()
        self._show_rows()
        self._panes.setVisible(bool(self._lessons))
        self.empty.setVisible(not self._lessons)
        known = {lesson.id: lesson for lesson in self._lessons}
        shown = known.get(self.detail.lesson_id()) or (self._lessons[0] if self._lessons else None)
        self._panes.set_detail_visible(shown is not None)
        if shown is not None:
            self.rows.choose(shown.id)
            self.detail.show_lesson(shown)

    def _show_counts(self) -> None:
        """The line at the head, and what can be done about the plans that are to agree."""
        states = self._states()
        waiting, retired = states[LessonState.TO_AGREE], states[LessonState.RETIRED]
        parts = [self.tr("{count} in use").format(count=len(self._lessons) - waiting - retired)]
        if waiting:
            parts.append(self.tr("{count} still to put into practice").format(count=waiting))
        if retired:
            parts.append(self.tr("{count} retired").format(count=retired))
        self.header.set_subtitle(", ".join(parts) if self._lessons else "")
        words = self.tr("Sheet for all to agree ({count})").format(count=waiting)
        self.sheets.setText(words)
        self.sheets.setAccessibleName(words)
        set_icon(self.sheets, "printer", "ink")
        self.sheets.setVisible(waiting > 0)
        many = len(self._lessons) > _MANY
        self.filter.setVisible(many)
        pills: list[tuple[object, str]] = [(None, self.tr("All {count}").format(count=len(self._lessons)))]
        for state in _ORDER:
            if states[state]:
                words = self.tr("{state} {count}").format(state=state_name(state)[0], count=states[state])
                pills.append((state, words))
        before = self.filter.choice()
        self.filter.set_pills(pills)
        self.filter.choose(before if many and any(value is before for value, _ in pills) else None)

    def _states(self) -> Counter[LessonState]:
        today = self._desk.now().date()
        return Counter(lesson.state(today) for lesson in self._lessons)

    def _show_rows(self) -> None:
        """Those of the chosen state, or all."""
        now, wanted = self._desk.now(), self.filter.choice()
        shown = [one for one in self._lessons if wanted is None or one.state(now.date()) is wanted]
        self.rows.set_entries([lesson_entry(lesson, now) for lesson in shown])

    def _show(self, lesson_id: int) -> None:
        lesson = self._desk.calls.ask(self._desk.house.lessons.lesson, lesson_id)
        if lesson is not None:
            self.detail.show_lesson(lesson)
            self._panes.set_detail_visible(True)
            self._panes.to_top()

    def _category(self, code: str) -> str:
        return label_of(code, self._desk.house.content.categories())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the page is low, what came up again and again scrolls with the details."""
        super().resizeEvent(event)
        below = self.height() >= current().text_pixels(_HIGH)
        column = self._left.layout() if below else self.detail.layout()
        if isinstance(column, QVBoxLayout) and column.indexOf(self.tallies) < 0:
            column.insertWidget(1 if below else column.count(), self.tallies)

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
    def _on_filter(self, _state: object) -> None:
        """The first of that state is chosen, unless the one that is shown has it too."""
        self._show_rows()
        keys = [entry.key for entry in self.rows.entries()]
        self.rows.choose(self.detail.lesson_id())
        if keys and self.detail.lesson_id() not in keys and self.leave():
            self.rows.choose(keys[0])
            self._show(keys[0])

    @Slot()
    def _on_sheet(self) -> None:
        if self.leave():
            sheets.show_team_sheet(self._desk, self, [self.detail.lesson_id()])

    @Slot()
    def _on_rules(self) -> None:
        self._desk.page_requested.emit("rules")

    @Slot()
    def _on_sheets(self) -> None:
        """Of all that are to agree."""
        if self.leave():
            today = self._desk.now().date()
            waiting = [one.id for one in self._lessons if one.state(today) is LessonState.TO_AGREE]
            sheets.show_team_sheet(self._desk, self, waiting)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.lessons or changes.cases or changes.everything):
            self.refresh()

    @Slot()
    def _on_minute(self) -> None:
        """At midnight a plan on trial is in use, and one in use may be holding."""
        if self.isVisible() and self._day != self._desk.now().date():
            self.refresh()
