"""The first page: who waits, what is due, and what went well lately."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.due import Reminder
from app.domain.errors import AppError
from app.domain.moment import deadline
from app.domain.terms import DueKind, Stage, Step
from app.lazy import lazy
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.today.aside import Aside
from app.ui.today.row import Row
from app.ui.today.section import Section
from app.ui.today.words import OF_A_LESSON, RowWords, RowWriter, people
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panel import Panel
from app.ui.widgets.search_everything import SearchEverything
from app.ui.widgets.when import day_line, due_words
from app.ui.widgets.words import label

if TYPE_CHECKING:
    import app.domain.query as query
    import app.ui.today.put_off as put_off
    import app.ui.widgets.empty_page as empty_page
else:  # not needed for the first paint
    query = lazy("app.domain.query")
    put_off = lazy("app.ui.today.put_off")
    empty_page = lazy("app.ui.widgets.empty_page")

MOST_OVERDUE, MOST_TODAY, MOST_COMING = 24, 16, 10  # rows; the rest is in the list
_REST_AFTER_MS, _REST_AT_ONCE = 1000, 6  # rows below the window's edge come later, so many without a pause
_COMING_DAYS = 7
_MORNING, _NOON, _EVENING = 4, 12, 18  # hours


class TodayPage(QWidget):
    """Reads what is due from the desk, and looks at it anew after each change and each minute."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = True
        self._later: list[Reminder] = []
        self.header = PageHeader()
        self.search = SearchEverything()
        self.header.add_right(self.search)
        self.overdue = Section(self.tr("Overdue"), "coral")
        self.today = Section(self.tr("Due today"))
        self.coming = Section(self.tr("Coming up this week"))
        self.sections = (self.overdue, self.today, self.coming)
        self.calm = label("", "body", "ink_2")
        self._calm_panel = Panel()
        self._calm_panel.add(self.calm)
        self.aside = Aside()
        self._empty: empty_page.EmptyPage | None = None
        self._rest: QTimer | None = None  # makes the rows that cannot be seen yet
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """From the outside in: whatever moves with its children is looked up in the style sheet again, each of them."""
        theme = current()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.addWidget(self._scroll)
        content = QWidget()
        content.setProperty("kind", "page")
        self._scroll.setWidget(content)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(theme.space(28), theme.space(20), theme.space(28), theme.space(28))
        self._column.setSpacing(theme.space(14))
        self._column.addWidget(self.header)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.space(20))
        self._column.addLayout(self._columns, 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(14))
        self._columns.addLayout(self._rows, 1)
        for section in self.sections:
            self._rows.addWidget(section)
        self._rows.addWidget(self._calm_panel)
        self._rows.addStretch(1)
        self._columns.addWidget(self.aside)

    def _connect(self) -> None:
        for section in self.sections:
            section.open_requested.connect(self._on_open)
            section.act_requested.connect(self._on_act)
            section.put_off_requested.connect(self._on_put_off)
            section.move_requested.connect(self._on_move)
            section.all_requested.connect(self._on_all)
        self.aside.lesson_requested.connect(self._desk.lesson_requested)
        self.aside.case_requested.connect(self._desk.case_requested)
        self.search.list_requested.connect(self._desk.list_requested)
        self._desk.hub.changed.connect(self._on_changed)
        self._desk.minute_passed.connect(self._on_minute)

    def show_page(self) -> None:
        """It comes to the front."""
        self.refresh()
        self._focus_first()

    def refresh(self) -> None:
        """Show what is due now; rows that say the same stay as they are."""
        self._stale = False
        now = self._desk.now()
        overdue, today, coming, self._later = _cut(self._desk.due(), now)
        self.header.set_title(_greeting(now, people([*overdue, *today])))
        self.header.set_subtitle(day_line(now))
        self._show_rows(overdue, today, coming, now)
        house = self._desk.house
        nothing = not (overdue or today or coming)
        self._calm_panel.setVisible(nothing)
        if nothing:
            self.calm.setText(self._calm_words(now))
        self.aside.show_lesson(self._desk.calls.ask(house.lessons.of_the_day), now)
        self.aside.show_lately(self._desk.calls.ask(house.follow_ups.lately))
        self._show_empty(nothing and not self._later and self._is_new_shop())
        self._fit()

    def rows(self) -> list[Row]:
        """The rows that stand on the page, from the top; at the first look those that the window can show."""
        return [row for section in self.sections for row in section.rows()]

    def empty_page(self) -> QWidget | None:
        """What stands there before the first complaint."""
        return self._empty if self._empty is not None and not self._empty.isHidden() else None

    def _show_rows(self, overdue: list[Reminder], today: list[Reminder], coming: list[Reminder], now: datetime) -> None:
        house = self._desk.house
        shop = house.settings.shop()
        writer = RowWriter(house.remedies.words, shop.currency)
        first = next(iter([*overdue, *today]), None)
        at_once = self._rows_at_once()
        for section, found, most in zip(
            self.sections, (overdue, today, coming), (MOST_OVERDUE, MOST_TODAY, MOST_COMING), strict=True
        ):
            rows = [writer.row(one, now, coming=section is self.coming, primary=one is first) for one in found[:most]]
            made = section.show_rows(rows, len(found) - len(rows), at_once)
            at_once = None if at_once is None else at_once - made

    def _rows_at_once(self) -> int | None:
        """At the first look as many as the window can show; the rest a second later or when the page is scrolled."""
        if self._rest is not None:
            return None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._make_rest)
        self._rest.start(_REST_AFTER_MS)
        self._scroll.verticalScrollBar().valueChanged.connect(self._make_rest)
        return self.window().height() // Row.usual_height()

    @Slot()
    def _make_rest(self) -> None:
        if self._rest is not None and any(section.make_more(_REST_AT_ONCE) for section in self.sections):
            self._rest.start(0)

    def _calm_words(self, now: datetime) -> str:
        if not self._later:
            return self.tr("Nothing is due. When a promise, an answer or a call is, it stands here.")
        next_day = self._later[0].due.astimezone(now.tzinfo).date()
        return self.tr("Nothing is due this week. The next thing is due on {day}.").format(day=due_words(next_day, now))

    def _is_new_shop(self) -> bool:
        lists = self._desk.house.lists
        if self._desk.calls.ask(lists.any_customer):
            return False
        counts = self._desk.calls.ask(lists.counts)
        return counts is None or not (counts.open or counts.closed)

    def _show_empty(self, empty: bool) -> None:
        if empty and self._empty is None:
            self._empty = empty_page.EmptyPage(
                "sun-horizon",
                self.tr(
                    "Here you will see who waits for an answer, which promise is due and whom to call."
                    " It begins with the first complaint."
                ),
                self.tr("New complaint"),
                "plus",
            )
            self._empty.act_requested.connect(self._desk.new_complaint_requested)
            self._column.addWidget(self._empty, 1)
        if self._empty is not None:
            self._empty.setVisible(empty)
        self._column.setStretchFactor(self._columns, 0 if empty else 1)
        if empty:
            self._calm_panel.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if event.size().height() > event.oldSize().height() > 0:
            self._make_rest()

    def _fit(self) -> None:
        """The right column goes below where the rows would be squeezed."""
        theme = current()
        beside = self.width() >= theme.text_pixels(880) + 2 * theme.space(28)
        empty = self.aside.is_empty()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self.aside.setVisible(not empty)
        self.aside.set_wide(not beside and self.width() >= theme.text_pixels(640))
        width = theme.text_pixels(292)
        self.aside.setMinimumWidth(width if beside else 0)
        self.aside.setMaximumWidth(width if beside else 16_777_215)

    def _focus_first(self) -> None:
        rows = self.rows()
        if rows:
            rows[0].setFocus()
        elif self._empty is None or self._empty.isHidden():
            self.search.setFocus()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not self.isVisible():
            self._stale = True
            return
        at = self._focused_row()
        self.refresh()
        self._focus_row(at)

    @Slot()
    def _on_minute(self) -> None:
        if self.isVisible():
            self.refresh()

    def _focused_row(self) -> int:
        for at, row in enumerate(self.rows()):
            if row.has_focus_within():
                return at
        return -1

    def _focus_row(self, at: int) -> None:
        """After an act the next row has the focus, so that a list is worked off by keys alone."""
        rows = self.rows()
        if at >= 0 and rows:
            rows[min(at, len(rows) - 1)].setFocus()

    @Slot(object)
    def _on_open(self, words: RowWords) -> None:
        wish = self._desk.lesson_requested if words.kind in OF_A_LESSON else self._desk.case_requested
        wish.emit(words.number)

    @Slot(object)
    def _on_act(self, words: RowWords) -> None:
        if words.kind is DueKind.FIRST_ANSWER:
            self._answer(words.number)
        elif words.kind is DueKind.PROMISE:
            self._keep(words)
        elif words.kind is DueKind.FOLLOW_UP:
            self._desk.step_requested.emit(words.number, Step.FOLLOW_UP)
        elif words.kind is DueKind.CARD:
            self._desk.card_requested.emit(words.card_id)
        elif words.kind is DueKind.LESSON:
            self._desk.lesson_requested.emit(words.number)
        elif words.kind is DueKind.EFFECT_CHECK:
            self._desk.effect_requested.emit(words.number)
        else:
            self._post(words)

    def _answer(self, number: int) -> None:
        case = self._desk.calls.ask(self._desk.house.cases.case, number)
        if case is not None:
            self._desk.step_requested.emit(number, Step.SAY if case.words.strip() else Step.HEAR)

    def _keep(self, words: RowWords) -> None:
        house, calls = self._desk.house, self._desk.calls
        case = calls.ask(house.cases.case, words.number)
        if case is None:
            return
        promise_id = case.promise.id
        if calls.run(house.promises.keep, promise_id) is not None:
            undo = partial(calls.run, house.promises.unkeep, promise_id)
            self._desk.offer_undo(self.tr("The promise is kept."), undo)

    def _post(self, words: RowWords) -> None:
        house, calls = self._desk.house, self._desk.calls
        assert words.card_id is not None
        if calls.run(house.messages.posted, words.card_id) is not None:
            undo = partial(calls.run, house.messages.unposted, words.card_id)
            self._desk.offer_undo(self.tr("The card is in the post."), undo)

    @Slot(object)
    def _on_put_off(self, words: RowWords) -> None:
        put_off.PutOffDialog(words, self._desk.now().date(), partial(self._put_off, words), self).open()

    def _put_off(self, words: RowWords, day: date, reason: str) -> str:
        """Put it off; the sentence of what was refused, empty for nothing."""
        calls, verbs = self._desk.calls, self._desk.house.follow_ups
        now = self._desk.now()
        assert now.tzinfo is not None
        until = deadline(day, now.tzinfo)
        refused: list[AppError] = []
        if words.kind in OF_A_LESSON:
            undo = verbs.undo_put_off_lesson
            done = calls.run_here(refused.append, verbs.put_off_lesson, words.number, words.kind, until, reason)
        else:
            undo = verbs.undo_put_off
            done = calls.run_here(refused.append, verbs.put_off, words.number, words.kind, until, reason)
        if done is not None:
            told = self.tr("Put off. Back on Today: {day}.").format(day=due_words(day, now))
            self._desk.offer_undo(told, partial(calls.run, undo, done.value))
        return " ".join(sentence(error) for error in refused)

    @Slot(object, int)
    def _on_move(self, row: Row, by: int) -> None:
        if row is self.rows()[-1]:
            self._make_rest()
        rows = self.rows()
        at = rows.index(row) + by
        if 0 <= at < len(rows):
            rows[at].setFocus()
            self._scroll.ensureWidgetVisible(rows[at])

    @Slot()
    def _on_all(self) -> None:
        self._desk.list_requested.emit(query.CaseQuery(stage=Stage.OPEN))


def _cut(
    reminders: Sequence[Reminder], now: datetime
) -> tuple[list[Reminder], list[Reminder], list[Reminder], list[Reminder]]:
    """Overdue, due today, in the next seven days, later; each in the order given."""
    assert now.tzinfo is not None
    today = deadline(now.date(), now.tzinfo)
    week = deadline(now.date() + timedelta(days=_COMING_DAYS), now.tzinfo)
    parts: tuple[list[Reminder], ...] = ([], [], [], [])
    moment = now.timestamp()
    for one in reminders:
        parts[0 if one.due.timestamp() < moment else 1 if one.due <= today else 2 if one.due <= week else 3].append(one)
    return parts[0], parts[1], parts[2], parts[3]


def _greeting(now: datetime, waiting: int) -> str:
    if _MORNING <= now.hour < _NOON:
        hello = _tr("Good morning.")
    elif _NOON <= now.hour < _EVENING:
        hello = _tr("Good afternoon.")
    else:
        hello = _tr("Good evening.")
    if waiting == 0:
        return f"{hello} {_tr('Nobody is waiting on you.')}"
    if waiting == 1:
        return f"{hello} {_tr('One person is waiting on you.')}"
    words = _tr("Two,Three,Four,Five,Six,Seven,Eight,Nine,Ten,Eleven,Twelve").split(",")
    count = words[waiting - 2] if waiting - 2 < len(words) else str(waiting)
    return f"{hello} {_tr('{count} people are waiting on you.').format(count=count)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)
