"""Under the list that a search found: complaints and a lesson that say the same in other words."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.alike import Alike, LikeCase
from app.domain.lesson import Lesson
from app.domain.query import CaseQuery
from app.domain.terms import Stage
from app.ui.asker import Question
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.case_chips import ending_words
from app.ui.widgets.lesson_words import lesson_state, lesson_title
from app.ui.widgets.row_list import Entry, RowList
from app.ui.widgets.when import past_words
from app.ui.widgets.words import label

MOST: Final = 3
WORDS: Final = 3  # of a search from which it is a sentence rather than a name
FEW_ROWS: Final = 3  # found by the letters alone: then even one word is looked for in others
_CASE, _LESSON = "case", "lesson"  # kinds of row
_ASKED: Final = 12  # most of them stand in the list already


class AlsoAlike(QWidget):
    """`opened` with a number, `lesson_opened` with an id; not there at all where nothing is alike."""

    opened = Signal(object)
    lesson_opened = Signal(object)

    def __init__(self, desk: Desk, listed: Callable[[int], bool]) -> None:
        """`listed` says whether a complaint stands in the list above."""
        super().__init__()
        self._desk = desk
        self._listed = listed
        self._question: Question | None = None
        self._answer = Alike()
        title = label(self.tr("Also alike, in other words"), "label")
        self.rows = RowList(title.text(), lines=2, most=MOST + 1)
        title.setBuddy(self.rows)
        self.rows.opened.connect(self._on_opened)
        self.rows.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(4))
        column.addWidget(title)
        column.addWidget(self.rows)
        self.hide()
        desk.asker.answered.connect(self._on_answered)
        desk.asker.caught_up.connect(self._on_caught_up)

    def show_search(self, query: CaseQuery, found: int) -> None:
        """Look for more like the words of a search that found so many rows."""
        words = query.search.split()
        letters = any(len(word) > 2 and word.isalpha() for word in words)
        wanted = len(words) >= WORDS or (letters and found <= FEW_ROWS)
        if query.stage is Stage.TRASH or not wanted:
            self.clear()
            return
        question = Question(text=" ".join(words), about=query.about, limit=_ASKED, searched=True)
        if question == self._question:
            self._show()  # other rows may stand in the list
        else:
            self._question = question
            self._desk.asker.ask(self, question)

    def clear(self) -> None:
        """Nothing is searched for."""
        self._question = None
        self._answer = Alike()
        self._desk.asker.forget(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys begin at the first row."""
        if event.type() == QEvent.Type.FocusIn and self.rows.choice() is None and self.rows.entries():
            self.rows.choose(self.rows.entry(0).key)
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        cases = [self._of_case(one) for one in self._answer.cases if not self._listed(one.number)]
        lessons = [self._of_lesson(one.lesson) for one in self._answer.lessons[:1]]
        entries = cases[:MOST] + lessons
        self.rows.set_entries(entries)
        self.setVisible(bool(entries))

    def _of_case(self, one: LikeCase) -> Entry:
        now = self._desk.now()
        came = past_words(one.came_in, now)
        done = self._desk.house.remedies.words(one.done)
        who = self.tr("{customer}, {day}").format(customer=one.customer, day=came) if one.customer else came
        chip, tone = ending_words(one.closed, one.outcome)
        return Entry(
            key=(_CASE, one.number),
            strong=one.title or self.tr("No. {number}").format(number=one.number),
            second=f"{who}. {done}" if done else who,
            chip=chip,
            chip_tone=tone,
        )

    def _of_lesson(self, lesson: Lesson) -> Entry:
        state, tone = lesson_state(lesson, self._desk.now().date())
        return Entry(
            key=(_LESSON, lesson.id),
            strong=lesson_title(lesson),
            second=self.tr("What you learned"),
            chip=state,
            chip_tone=tone,
            icon="lightbulb",
            icon_tone="amber",
        )

    @Slot(object, object, object)
    def _on_answered(self, who: object, question: Question, alike: Alike) -> None:
        if who is self and question == self._question:
            self._answer = alike
            self._show()

    @Slot()
    def _on_caught_up(self) -> None:
        if self._question is not None and not self.rows.hasFocus():
            self._desk.asker.ask(self, self._question)

    @Slot(object)
    def _on_opened(self, key: tuple[str, int]) -> None:
        kind, number = key
        (self.lesson_opened if kind == _LESSON else self.opened).emit(number)
