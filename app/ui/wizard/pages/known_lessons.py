"""Lessons that are already there, each one click away from this complaint."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lesson import Lesson
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.lesson_words import lesson_title, state_words
from app.ui.widgets.words import label

_FIRST = 3


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
        self._shown: list[Lesson] = []
        self._rows: list[QWidget] = []
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(8))
        self._column.addWidget(label(self.tr("Has it happened before?"), "title"))
        self._more = button("", "link")
        self._more.clicked.connect(self._on_more)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lessons(self, lessons: list[Lesson]) -> None:
        if lessons != self._shown:
            self._shown = lessons
            for row in self._rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = [self._row(lesson) for lesson in lessons]
            for row in self._rows:
                self._column.insertWidget(self._column.count() - 1, row)
        self._show_some()

    def _show_some(self) -> None:
        for at, row in enumerate(self._rows):
            row.setVisible(self._all or at < _FIRST)
        words = self.tr("Show all {count} lessons").format(count=len(self._rows))
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(not self._all and len(self._rows) > _FIRST)

    def _row(self, lesson: Lesson) -> QWidget:
        row = QWidget()
        title = label(lesson_title(lesson), "strong")
        take = button(self.tr("It is this one"))
        take.setAccessibleDescription(title.text())
        act = _Take(lesson.id, row)
        act.taken.connect(self.taken)
        take.clicked.connect(act.run)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(label(state_words(lesson, self._desk.now()), "secondary"))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(words, 1)
        line.addWidget(take)
        return row

    @Slot()
    def _on_more(self) -> None:
        self._all = True
        self._show_some()
