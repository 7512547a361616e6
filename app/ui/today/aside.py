"""The right column of Today: a lesson to keep, the last 30 days, someone who was won back."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.lesson import Lesson
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.lesson_words import lesson_record
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import label, short_line

if TYPE_CHECKING:
    from app.store.lately import Lately

_WORDS_LIMIT = 240  # characters of a plan or of a customer's words; the whole is on its own page


class Aside(QWidget):
    """Shows only what is true: a panel without facts is not there."""

    lesson_requested = Signal(object)  # id
    case_requested = Signal(object)  # number

    def __init__(self) -> None:
        super().__init__()
        theme = current()
        self._lesson: Lesson | None = None
        self._case: int | None = None
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(14))
        self._lesson_panel = self._make_lesson()
        self._figures_panel = self._make_figures()
        self._story_panel = self._make_story()
        for panel in (self._lesson_panel, self._figures_panel, self._story_panel):
            panel.hide()
            self._column.addWidget(panel)
        self._column.addStretch(1)

    def _make_lesson(self) -> Panel:
        panel = Panel(self.tr("Lesson to keep"), "lightbulb")
        self._plan = label()
        self._since = label("", "secondary")
        self._open_lesson = button(self.tr("Open the lesson"), "link")
        self._open_lesson.clicked.connect(self._on_lesson)
        panel.add(self._plan)
        panel.add(self._since)
        panel.add(_left(self._open_lesson))
        return panel

    def _make_figures(self) -> Panel:
        panel = Panel(self.tr("Last 30 days"))
        row = QHBoxLayout()
        row.setSpacing(current().space(14))
        self._anger, self._anger_part = _figure(self.tr("anger, before and after"))
        self._kept, self._kept_part = _figure(self.tr("customers kept"))
        row.addWidget(self._anger_part, 1)
        row.addWidget(self._kept_part, 1)
        panel.add(row)
        return panel

    def _make_story(self) -> Panel:
        panel = Panel(self.tr("Won back"), "heart")
        self._who = label("", "strong")
        self._words = label()
        self._open_case = button(self.tr("Open the complaint"), "link")
        self._open_case.clicked.connect(self._on_case)
        panel.add(self._who)
        panel.add(self._words)
        panel.add(_left(self._open_case))
        return panel

    def set_wide(self, wide: bool) -> None:
        """Below the rows, where there is room, the panels stand beside one another."""
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._column.direction() != direction:
            self._column.setDirection(direction)

    def show_lesson(self, lesson: Lesson | None, now: datetime) -> None:
        """One lesson that is in use, or none."""
        self._lesson = lesson
        self._lesson_panel.setVisible(lesson is not None)
        if lesson is not None:
            self._plan.setText(_short(lesson.plan or lesson.broke))
            self._since.setText(lesson_record(lesson, now))

    def show_lately(self, lately: "Lately | None") -> None:
        """The figures of closed complaints and the story, each only where there is one."""
        closed = lately.closed if lately is not None else 0
        self._figures_panel.setVisible(closed > 0)
        self._case = lately.won_back_case if lately is not None else None
        self._story_panel.setVisible(self._case is not None)
        if lately is None:
            return
        known = lately.anger_before is not None and lately.anger_after is not None
        self._anger_part.setVisible(known)
        if lately.anger_before is not None and lately.anger_after is not None:
            words = self.tr("{before} \u2192 {after}")
            self._anger.setText(words.format(before=_whole(lately.anger_before), after=_whole(lately.anger_after)))
        self._kept.setText(self.tr("{kept} of {closed}").format(kept=lately.kept, closed=closed))
        if self._case is not None:
            self._who.setText(_short(lately.won_back_customer) or self.tr("A customer"))
            self._words.setText(self.tr("\u201c{words}\u201d").format(words=_short(lately.won_back_words)))

    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return all(panel.isHidden() for panel in (self._lesson_panel, self._figures_panel, self._story_panel))

    @Slot()
    def _on_lesson(self) -> None:
        if self._lesson is not None:
            self.lesson_requested.emit(self._lesson.id)

    @Slot()
    def _on_case(self) -> None:
        if self._case is not None:
            self.case_requested.emit(self._case)


def _figure(meaning: str) -> tuple[QLabel, QWidget]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    figure = label("", "figure", wrap=False)
    column.addWidget(figure)
    column.addWidget(label(meaning, "secondary"))
    return figure, part


def _left(link: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(link)
    row.addStretch(1)
    return row


def _whole(mean: float) -> int:
    return int(mean + 0.5)  # half goes up, as people round


def _short(words: str) -> str:
    return short_line(words, _WORDS_LIMIT)
