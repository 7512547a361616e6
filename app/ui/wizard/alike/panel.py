"""Shows up to three like complaints and their lesson; nothing at all where nothing is alike."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.alike import Alike, Verdict
from app.ui.theme import current
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import label
from app.ui.wizard.alike.learned import Learned
from app.ui.wizard.alike.row import LikeRow
from app.ui.wizard.alike.words import count_words, found_words, short_words

MOST: Final = 3


class LikePanel(QWidget):
    """Its rows stay and change in place, so that nothing flickers and the focus stays where it is."""

    opened = Signal(object)  # number
    judged = Signal(object, object)  # number, Verdict or None
    changed = Signal()  # something else is shown

    def __init__(self) -> None:
        super().__init__()
        self._alike = Alike()
        self._told = ""
        self._cases = Panel(self.tr("You have seen this before"), "clock")
        self._count = label("", "secondary")
        self._cases.add(self._count)
        self.rows = [LikeRow() for _ in range(MOST)]
        for row in self.rows:
            row.opened.connect(self.opened)
            row.judged.connect(self.judged)
            self._cases.add(row)
        self.learned = Learned()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(14))
        column.addWidget(self._cases)
        column.addWidget(self.learned)
        self.hide()

    def words(self) -> str:
        """What is shown, in one line; empty where nothing is."""
        return found_words(len(self._alike.cases), len(self._alike.lessons))

    def short_words(self) -> str:
        """The same in the room beside a label."""
        return short_words(len(self._alike.cases))

    def show_alike(
        self,
        alike: Alike,
        now: datetime,
        *,
        done: Callable[[str], str],
        symbol: str,
        lesson_id: int | None,
        can_take: bool,
    ) -> None:
        """`done` gives the words of a remedy's code; `lesson_id` is that of the complaint that is open."""
        self._alike = Alike(cases=alike.cases[:MOST], lessons=alike.lessons[:1])
        cases, lessons = self._alike.cases, self._alike.lessons
        for at, row in enumerate(self.rows):
            if at < len(cases):
                row.show_case(cases[at], done(cases[at].done), now, symbol)
            row.setVisible(at < len(cases))
        self._count.setText(count_words(len(cases)))
        self._cases.setVisible(bool(cases))
        for one in lessons:
            self.learned.show_lesson(one.lesson, now, linked=one.lesson.id == lesson_id, can_take=can_take)
        self.learned.setVisible(bool(lessons))
        self.setVisible(bool(cases or lessons))
        self._tell()

    def title_of(self, number: int) -> str:
        """Of one that is shown; its number where it is shown no more."""
        titles = (one.title for one in self._alike.cases if one.number == number)
        return next(titles, "") or self.tr("No. {number}").format(number=number)

    def show_verdict(self, number: int, verdict: Verdict | None) -> None:
        """What was said of one was taken back, or could not be kept."""
        for row in self.rows:
            if row.number == number:
                row.show_verdict(verdict)

    def focus_first(self) -> None:
        """To the first thing that can be done here."""
        first = self.rows[0].open if self._alike.cases else self.learned.open
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def has_focus(self) -> bool:
        """Whether the owner is in here."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _tell(self) -> None:
        """Once for each other finding, and politely: whoever listens is not interrupted."""
        words = self.words()
        if words == self._told:
            return
        self._told = words
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.changed.emit()
