"""Beside the list: who it is, what they said, what happened so far, and the button that goes on."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.category import label_of
from app.domain.query import CaseQuery
from app.domain.terms import Answer, Stage, Step
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.again_words import AgainNotice, place_words
from app.ui.widgets.buttons import button
from app.ui.widgets.case_words import step_name
from app.ui.widgets.chip import Chip
from app.ui.widgets.lesson_words import slip_words
from app.ui.widgets.panel import Panel
from app.ui.widgets.story_view import StoryView
from app.ui.widgets.timeline_words import story
from app.ui.widgets.words import label

# Absolute, because a button with its icon behind the words is laid out from right to left.
_AT_FOOT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom
_WORDS_AT_MOST: Final = 320  # characters: what can be read at a glance


class CaseSide(Panel):
    """`act_requested` carries the number: open the case, or bring it back where it is in the trash."""

    act_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._number: int | None = None
        self._customer_id: int | None = None
        theme = current()
        self._who = label("", "title")
        self._known = label("", "secondary")
        self._all = button("", "link")
        self._all.clicked.connect(self._on_all)
        self._came_back = Chip(self.tr("Came back"), "coral")
        self._slip = label("", "secondary")
        self._words = label("")
        self.again = AgainNotice()
        self._story = StoryView()
        inner = QWidget()
        inner.setProperty("kind", "page")
        self._inner = QBoxLayout(QBoxLayout.Direction.TopToBottom, inner)
        self._inner.setContentsMargins(0, 0, theme.space(4), 0)
        self._inner.setSpacing(theme.space(10))
        column = QVBoxLayout()
        column.setSpacing(theme.space(4))
        column.addWidget(self._who)
        column.addWidget(self._known)
        links = QHBoxLayout()
        links.addWidget(self._all)
        links.addStretch(1)
        column.addLayout(links)
        column.addWidget(self._came_back)
        column.addWidget(self._slip)
        column.addSpacing(theme.space(6))
        column.addWidget(self._words)
        column.addSpacing(theme.space(6))
        column.addWidget(self.again)
        column.addStretch(1)
        self._inner.addLayout(column)
        self._inner.addWidget(self._story, 1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("The complaint that is chosen"))
        self.add(scroll, 1)
        self._act = button("", "primary", "arrow-right", trailing=True)
        self._act.clicked.connect(self._on_act)
        self.add(self._act)
        self.body.setAlignment(self._act, _AT_FOOT)
        self.show_case(None)

    def set_wide(self, wide: bool) -> None:
        """Wide and low, with the button at the end, or high and narrow, with the button at the foot."""
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self.body.setDirection(direction)
        self._inner.setDirection(direction)
        self._inner.setStretch(0, 1 if wide else 0)

    def show_case(self, number: int | None) -> None:
        """Another case, or none."""
        house = self._desk.house
        case = self._desk.calls.ask(house.cases.case, number) if number is not None else None
        self._number = number if case is not None else None
        self._act.setVisible(case is not None)
        self.again.show_lines(self._again(case) if case is not None else ())
        for part in (self._known, self._all, self._words, self._story):
            part.setVisible(case is not None)
        self._show_slip(case)
        if case is None:
            self._who.setText("")
            return
        now = self._desk.now()
        self._show_customer(case)
        self._words.setText(shortened(case.words))
        self._words.setVisible(bool(case.words.strip()))
        entries = self._desk.calls.ask(house.cases.timeline, case.id) or []
        reminders = self._desk.calls.ask(house.follow_ups.due_of, [case.id]) or []
        if case.deleted_on is not None:
            reminders = []
        self._story.set_lines(story(case, entries, reminders, now, house.remedies.words))
        words = self._act_words(case)
        self._act.setText(words)
        self._act.setAccessibleName(words)

    def _show_slip(self, case: Case | None) -> None:
        """That it came although a plan was in use."""
        lesson = None if case is None else self._desk.calls.ask(self._desk.house.lessons.slip_of, case.id)
        self._came_back.setVisible(lesson is not None)
        self._slip.setVisible(lesson is not None)
        if lesson is not None:
            self._slip.setText(slip_words(lesson, self._desk.now()))

    def _show_customer(self, case: Case) -> None:
        customer = case.customer
        self._customer_id = customer.id if customer else None
        self._who.setText(customer.label if customer and customer.label else self.tr("Somebody"))
        parts = []
        if customer is not None:
            parts = [part for part in (customer.phone, customer.email) if part and part != customer.label]
            if customer.since is not None:
                year = customer.since.astimezone(self._desk.now().tzinfo).year
                parts.append(self.tr("customer since {year}").format(year=year))
        self._known.setText(" · ".join(parts))
        self._known.setVisible(bool(parts))
        count = 0
        if customer is not None:
            count = len(self._desk.calls.ask(self._desk.house.lists.cases_of_customer, customer.id) or [])
        words = self.tr("{count} complaints").format(count=count)
        self._all.setText(words)
        self._all.setAccessibleName(words)
        self._all.setVisible(count > 1)

    def _again(self, case: Case) -> tuple[str, ...]:
        """The third time this year; not of one that is in the trash."""
        house = self._desk.house
        if case.deleted_on is not None:
            return ()
        found = self._desk.calls.ask(house.tallies.of_case, case.id) or []
        return tuple(place_words(one, self._desk.now().year, self._category) for one in found)

    def _category(self, code: str) -> str:
        return label_of(code, self._desk.house.content.categories())

    def _act_words(self, case: Case) -> str:
        if case.deleted_on is not None:
            return self.tr("Bring back")
        return act_words(closed=case.closed_on is not None, step=case.step, answer=case.answer)

    @Slot()
    def _on_act(self) -> None:
        if self._number is not None:
            self.act_requested.emit(self._number)

    @Slot()
    def _on_all(self) -> None:
        self._desk.list_requested.emit(CaseQuery(stage=Stage.ALL, customer_id=self._customer_id))


def act_words(*, closed: bool, step: Step, answer: Answer | None) -> str:
    """What opening it is: "Go on: Hear them out", or "Open" for one that is closed."""
    if closed:
        return _tr("Open")
    name = step_name(step)
    if step is Step.SAY and answer is Answer.PART_WAYS:
        name = _tr("Say goodbye")
    return _tr("Go on: {step}").format(step=name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("side", text)


def shortened(words: str) -> str:
    """The beginning of a long text, cut at a word, with an ellipsis."""
    text = " ".join(words[: 4 * _WORDS_AT_MOST].split())
    if len(text) <= _WORDS_AT_MOST:
        return text
    return text[:_WORDS_AT_MOST].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"
