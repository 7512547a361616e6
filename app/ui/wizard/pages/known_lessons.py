"""Lessons that are already there, each one click away from this complaint."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.lesson import Lesson
from app.domain.terms import LessonState
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.lesson_entries import lesson_entry, with_words
from app.ui.widgets.lesson_words import lesson_head, lesson_record, lesson_state
from app.ui.widgets.pick_dialog import PickDialog
from app.ui.widgets.row_list import Entry
from app.ui.widgets.words import label

_FIRST, _MOST = 3, 12  # rows at first, and before a list of its own is easier to look through
_MOST_FOUND = 200


class _Take(QObject):
    """The act of one row."""

    taken = Signal(object)

    def __init__(self, lesson_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._lesson_id = lesson_id

    @Slot()
    def run(self) -> None:
        self.taken.emit(self._lesson_id)


class KnownLessons(QWidget):
    """`taken` carries the id of the lesson that this complaint belongs to."""

    taken = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lessons: list[Lesson] = []
        self._order: tuple[int, ...] = ()
        self._shown: list[Lesson] = []
        self._rows: list[QWidget] = []
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(10))
        self._column.addWidget(label(self.tr("Has it happened before?"), "title"))
        self._more = button("", "link")
        self._more.clicked.connect(self._on_more)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lessons(self, lessons: list[Lesson]) -> None:
        """Offer these; what was ranked stays in front."""
        self._lessons = lessons
        self._arrange()

    def rank(self, order: Sequence[int]) -> None:
        """The ids of the likest lessons, the best first, come before all others; while a row is in use none moves."""
        if tuple(order) != self._order and not any(row.isAncestorOf(self.focusWidget() or self) for row in self._rows):
            self._order = tuple(order)
            self._arrange()

    @property
    def is_ranked(self) -> bool:
        """Whether a lesson of a like complaint stands in front."""
        return bool(self._shown) and self._shown[0].id in self._order

    def shown(self) -> list[int]:
        """The ids in their order, as far as they are offered now."""
        return [lesson.id for lesson, row in zip(self._shown, self._rows, strict=True) if row.isVisibleTo(self)]

    def _arrange(self) -> None:
        first = self._ordered()[:_MOST]
        if first != self._shown:
            for row in self._rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._shown = first
            self._rows = [self._row(lesson) for lesson in first]
            for row in self._rows:
                self._column.insertWidget(self._column.count() - 1, row)
            take = self._rows[0].findChild(QPushButton) if self._rows else None
            if take is not None:
                self.setFocusProxy(take)
        self._show_some()

    def _ordered(self) -> list[Lesson]:
        """The likest, then what is in use, then what is to agree, then what is retired; each newest first."""
        place = {lesson_id: at for at, lesson_id in enumerate(self._order)}
        today = self._desk.now().date()
        later = {LessonState.TO_AGREE: 1, LessonState.RETIRED: 2}

        def standing(lesson: Lesson) -> tuple[int, int, int]:
            return place.get(lesson.id, len(place)), later.get(lesson.state(today), 0), -lesson.id

        return sorted(self._lessons, key=standing)

    def _show_some(self) -> None:
        for at, row in enumerate(self._rows):
            row.setVisible(self._all or at < _FIRST)
        count = len(self._lessons)
        words = self.tr("Show all {count} lessons") if count <= _MOST else self.tr("Look through all {count} lessons")
        words = words.format(count=count)
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(count > _FIRST and not (self._all and count <= _MOST))

    def _row(self, lesson: Lesson) -> QWidget:
        row = QWidget()
        now = self._desk.now()
        title = label(lesson_head(lesson), "strong")
        take = button(self.tr("It is this one"))
        take.setAccessibleDescription(title.text())
        act = _Take(lesson.id, row)
        act.taken.connect(self.taken)
        take.clicked.connect(act.run)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        if lesson.plan and lesson.broke:
            words.addWidget(label(" ".join(lesson.plan.split())))
        words.addWidget(label(lesson_record(lesson, now), "secondary"))
        words.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(current().space(6))
        side.addWidget(Chip(*lesson_state(lesson, now.date())), 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(take, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().space(14))
        line.addLayout(words, 1)
        line.addLayout(side)
        return row

    def _find(self, typed: str) -> list[Entry]:
        now = self._desk.now()
        return [lesson_entry(one, now) for one in with_words(self._ordered(), typed)[:_MOST_FOUND]]

    @Slot()
    def _on_more(self) -> None:
        if len(self._lessons) > _MOST:
            dialog = PickDialog(self.tr("Has it happened before?"), self.tr("It is this one"), self._find, self)
            dialog.picked.connect(self.taken)
            dialog.open()
            return
        self._all = True
        self._show_some()
