"""The page of complaints: find one, see how it stands, go on with it."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.query import CaseQuery, Column
from app.domain.terms import Answer, Stage, Step
from app.ui.cases.also import AlsoAlike
from app.ui.cases.filters import Filters
from app.ui.cases.model import CaseModel
from app.ui.cases.nothing import elsewhere_words, nothing_words
from app.ui.cases.side import CaseSide, act_words
from app.ui.cases.table import CaseTable
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.reading_order import chain
from app.ui.widgets.search_box import SearchBox

SEARCH_AFTER_MS: Final = 120  # a pause between words, not between letters
_SIDE_AFTER_MS: Final = 40  # the row first, then what belongs to it; not for rows that an arrow key runs over

_NO_LIMIT: Final = 16_777_215  # what Qt takes for "as large as it likes"


class ComplaintsPage(QWidget):
    """All of it follows one `CaseQuery`; each control changes a part of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = True
        self._query = CaseQuery()
        self.search = SearchBox()
        self.filters = Filters(desk)
        self.model = CaseModel(desk, self)
        self.table = CaseTable(self.model)
        self.side = CaseSide(desk)
        self.also = AlsoAlike(desk, self._is_listed)
        self._header = PageHeader(self.tr("Complaints"))
        self._header.add_right(self.search)
        self._nothing = EmptyPage("magnifying-glass", "")
        self._elsewhere = button("", "plain", "arrow-right", trailing=True)
        self._clear = button(self.tr("Clear the search"), "plain")
        self._none_yet = EmptyPage(
            "chat-centered-text",
            self.tr(
                "Nothing here yet. When a customer complains, take it down here, and Amends walks you through it, "
                "one step at a time."
            ),
            self.tr("New complaint"),
            "plus",
        )
        self._menu = QMenu(self)
        self._menu_number: int | None = None
        self._typing = self._timer(SEARCH_AFTER_MS, self._search_now)
        self._choosing = self._timer(_SIDE_AFTER_MS, self._show_side)
        self._lay_out()
        self._connect()

    def _timer(self, pause: int, slot: object) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(pause)
        made.timeout.connect(slot)
        return made

    def _lay_out(self) -> None:
        theme = current()
        self._nothing.add(self._elsewhere)
        self._nothing.add(self._clear)
        self._rows = QStackedWidget()
        self._rows.addWidget(self.table)
        self._rows.addWidget(self._nothing)
        left = QVBoxLayout()
        left.setSpacing(theme.space(14))
        left.addWidget(self.filters)
        left.addWidget(self._rows, 1)
        left.addWidget(self.also)
        body = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(theme.space(20))
        self._body.addLayout(left, 1)
        self._body.addWidget(self.side)
        self._whole = QStackedWidget()
        self._whole.addWidget(body)
        self._whole.addWidget(self._none_yet)
        column = QVBoxLayout(self)
        edge = theme.space(28)
        column.setContentsMargins(edge, theme.space(20), edge, theme.space(20))
        column.setSpacing(theme.space(14))
        column.addWidget(self._header)
        column.addWidget(self._whole, 1)

    def _connect(self) -> None:
        desk = self._desk
        self.search.edited.connect(self._on_typed)
        self.search.search_requested.connect(self._on_search)
        self.filters.stage_chosen.connect(self._on_stage)
        self.filters.about_chosen.connect(self._on_about)
        self.filters.only_dropped.connect(self._on_only_dropped)
        self.table.sort_requested.connect(self._on_sort)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.act)
        self.table.delete_requested.connect(self.delete)
        self.table.menu_requested.connect(self._on_menu)
        self.side.act_requested.connect(self.act)
        self.also.opened.connect(desk.case_requested)
        self.also.lesson_opened.connect(desk.lesson_requested)
        self._elsewhere.clicked.connect(self._on_elsewhere)
        self._clear.clicked.connect(self._on_clear)
        self._none_yet.act_requested.connect(desk.new_complaint_requested)
        desk.hub.changed.connect(self._on_changed)
        desk.minute_passed.connect(self._on_minute)
        current().changed.connect(self._on_theme)

    # What the window asks.

    def show_page(self) -> None:
        """To the front: bring in line what changed meanwhile."""
        self.model.tell_time()
        if self._stale:
            self._stale = False
            self._count()
            self._show()
        else:
            self._choosing.start()
        self.table.setFocus()

    def show_query(self, query: CaseQuery) -> None:
        """List what somebody else asked for, for instance all complaints of one customer."""
        self._typing.stop()
        self._query = query
        self.search.set_text(query.search)
        self._show()

    def focus_search(self) -> None:
        """Into the search box, over what stands there."""
        self._desk.asker.wake()
        self.search.setFocus()
        self.search.selectAll()

    def query(self) -> CaseQuery:
        """What is listed."""
        return self._query

    # What the owner asks.

    @Slot(object)
    def act(self, number: int) -> None:
        """Open the case where it stands; bring back one of the trash."""
        if self._query.stage is Stage.TRASH:
            self.bring_back(number)
        else:
            self._desk.case_requested.emit(number)

    @Slot(object)
    def delete(self, number: int) -> None:
        """Into the trash, with an undo."""
        closing = self._desk.house.closing
        if self._query.stage is Stage.TRASH:
            return
        if self._desk.calls.run(closing.delete, number) is not None:
            words = self.tr("Complaint {number} is in the trash.").format(number=number)
            self._desk.offer_undo(words, partial(self._desk.calls.run, closing.restore, number))

    def bring_back(self, number: int) -> None:
        """Out of the trash, with an undo."""
        closing = self._desk.house.closing
        if self._desk.calls.run(closing.restore, number) is not None:
            words = self.tr("Complaint {number} is back in its place.").format(number=number)
            self._desk.offer_undo(words, partial(self._desk.calls.run, closing.delete, number))

    def _show(self) -> None:
        """List the query, or say why there is nothing."""
        self.filters.show_query(self._query)
        self.table.show_query(self._query)
        self._show_state()

    def _show_state(self) -> None:
        found = self.model.rowCount() > 0
        self._rows.setCurrentIndex(0 if found else 1)
        self.side.setVisible(found)
        self._clear.setVisible(bool(self._query.search.strip()))
        self._elsewhere.hide()
        self.also.show_search(self._query, self.model.rowCount())
        if not found:
            self._nothing.set_sentence(nothing_words(self._query))
            self._offer_elsewhere()

    def _is_listed(self, number: int) -> bool:
        return self.model.place_of(number) >= 0

    def _offer_elsewhere(self) -> None:
        """Where the words are found among all complaints, one click leads there."""
        if self._query.stage in (Stage.ALL, Stage.TRASH) or not self._query.search.strip():
            return
        lists = self._desk.house.lists
        everywhere = replace(self._query, stage=Stage.ALL)
        found = len(self._desk.calls.ask(lists.ids, everywhere) or ())
        if found:
            closed = len(self._desk.calls.ask(lists.ids, replace(self._query, stage=Stage.CLOSED)) or ())
            words = elsewhere_words(self._query.stage, found, closed)
            self._elsewhere.setText(words)
            self._elsewhere.setAccessibleName(words)
            self._elsewhere.show()

    def _count(self) -> None:
        counts = self._desk.calls.ask(self._desk.house.lists.counts)
        if counts is None:
            return
        if counts.trash == 0 and self._query.stage is Stage.TRASH:
            self._query = replace(self._query, stage=Stage.OPEN)
            self._show()
        if self.filters.show_counts(counts):
            chain(self)
        self.filters.show_query(self._query)
        total = counts.open + counts.closed
        self.table.set_largest(total + counts.trash)
        self._header.set_subtitle(
            self.tr("{open} open, {closed} closed").format(open=counts.open, closed=counts.closed) if total else ""
        )
        empty = total + counts.trash == 0
        self._whole.setCurrentIndex(1 if empty else 0)
        self.search.setVisible(not empty)

    def _ask(self, query: CaseQuery) -> None:
        if query != self._query:
            self._query = query
            self._show()

    @Slot(object)
    def _on_stage(self, stage: Stage) -> None:
        self._ask(replace(self._query, stage=stage))

    @Slot(str)
    def _on_about(self, about: str) -> None:
        self._ask(replace(self._query, about=about))

    @Slot()
    def _on_only_dropped(self) -> None:
        self._ask(replace(self._query, customer_id=None, again=None))

    @Slot(object)
    def _on_sort(self, column: Column) -> None:
        self._ask(self._query.sorted_by(column))

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._typing.start()

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        """Enter: at once, and on to the first row."""
        self._search_now()
        if self.model.rowCount():
            self.table.setFocus()
        elif self.also.isVisible():
            self.also.rows.setFocus()

    @Slot()
    def _search_now(self) -> None:
        self._typing.stop()
        self._ask(replace(self._query, search=self.search.text()))

    @Slot()
    def _on_elsewhere(self) -> None:
        self._ask(replace(self._query, stage=Stage.ALL))
        self.table.setFocus()

    @Slot()
    def _on_clear(self) -> None:
        self.search.set_text("")
        self._search_now()
        self.search.setFocus()

    # What changes.

    @Slot(object)
    def _on_chosen(self, _number: object) -> None:
        self._choosing.start()

    @Slot()
    def _show_side(self) -> None:
        self._choosing.stop()
        self.side.show_case(self.table.number())

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.everything or changes.settings or changes.customers:
            self.model.forget_all()
        self.model.forget(changes.cases)
        if not self.isVisible():
            self._stale = True
            return
        if changes.listed or changes.everything or changes.customers:
            self._count()
            self.table.refresh()
            self._show_state()
        self._choosing.start()

    @Slot()
    def _on_minute(self) -> None:
        self.model.tell_time()
        if self.isVisible():
            self._choosing.start()

    @Slot()
    def _on_theme(self) -> None:
        self.table.dress()

    @Slot(object, object)
    def _on_menu(self, number: int, place: QPoint) -> None:
        at = self.model.place_of(number)
        row = self.model.row(at) if at >= 0 else None
        if row is None:
            return
        self._menu_number = number
        self._menu.clear()
        if self._query.stage is Stage.TRASH:
            self._menu.addAction(self.tr("Bring back")).triggered.connect(self._on_menu_open)
        else:
            answer = Answer(row.answer) if row.answer else None
            words = act_words(closed=row.closed, step=Step(row.step), answer=answer)
            self._menu.addAction(words).triggered.connect(self._on_menu_open)
            self._menu.addAction(self.tr("Delete")).triggered.connect(self._on_menu_delete)
        self._menu.popup(place)

    @Slot()
    def _on_menu_open(self) -> None:
        if self._menu_number is not None:
            self.act(self._menu_number)

    @Slot()
    def _on_menu_delete(self) -> None:
        if self._menu_number is not None:
            self.delete(self._menu_number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side goes below where it is narrow."""
        super().resizeEvent(event)
        theme = current()
        narrow = self.width() < theme.text_pixels(880)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)
        self.side.set_wide(narrow)
        beside, below = theme.text_pixels(296), min(theme.text_pixels(200), self.height() * 2 // 5)
        self.side.setMinimumWidth(0 if narrow else beside)
        self.side.setMaximumWidth(_NO_LIMIT if narrow else beside)
        self.side.setMinimumHeight(below if narrow else 0)
        self.side.setMaximumHeight(below if narrow else _NO_LIMIT)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing waits while it is not seen."""
        super().hideEvent(event)
        self._typing.stop()
        self._choosing.stop()
