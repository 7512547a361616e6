"""Asks whether a plan holds, with the answer prepared from the complaints."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.effect import EffectQuestion
from app.domain.errors import AppError
from app.domain.moment import deadline
from app.domain.terms import DueKind
from app.ui.boxes import ask_to_throw_away
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.effect_words import counts_words, later_words
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.when import date_words, due_words
from app.ui.widgets.words import label, short_line

_WEEK = 7  # days
_WIDTH = 540  # pixels at 100 %
_WORDS_LIMIT, _PLAN_LIMIT = 2000, 400  # characters


class EffectDialog(QDialog):
    """Three ways out, each with an undo: it holds, it does not, not now. It is gone when it closes."""

    def __init__(self, desk: Desk, asked: EffectQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = asked
        self.setWindowTitle(self.tr("Does it hold?"))
        self.counts = label(counts_words(asked, desk.now().date()))
        self.words = Field(self.tr("What you saw (if you like)"), TextBox(least=2, most=4, limit=_WORDS_LIMIT))
        self.holds = button(self.tr("It holds"), "primary" if not (asked.counts.since or asked.later) else "plain")
        self.fails = button(self.tr("It does not hold: change the plan"))
        self.not_now = button(self.tr("Ask again in a week"), "quiet")
        self._lay_out()
        self.holds.clicked.connect(self._on_holds)
        self.fails.clicked.connect(self._on_fails)
        self.not_now.clicked.connect(self._on_not_now)
        self.finished.connect(self.deleteLater)
        self.holds.setFocus()

    def _lay_out(self) -> None:
        theme, asked = current(), self._asked
        content = QWidget()
        content.setProperty("kind", "page")
        column = QVBoxLayout(content)
        column.setContentsMargins(*(theme.space(20),) * 4)
        column.setSpacing(theme.space(14))
        column.addWidget(label(_short(asked.plan), "title"))
        since = self.tr("In use since {day}. Asked after {days} days.")
        day = date_words(asked.in_use_since, self._desk.now())
        column.addWidget(label(since.format(day=day, days=asked.days), "secondary"))
        column.addWidget(self.counts)
        if asked.later:
            column.addWidget(label(later_words(asked)))
        column.addWidget(self.words)
        choices = FlowRow(gap=theme.space(8))
        for choice in (self.holds, self.fails, self.not_now):
            choices.flow.addWidget(choice)
        column.addWidget(choices)
        scroll = QScrollArea()  # with large letters on a small screen
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        width = theme.text_pixels(_WIDTH)
        self.setMinimumWidth(width)
        self.ensurePolished()
        room = self.screen().availableGeometry().height() * 9 // 10
        self.resize(width, min(column.totalHeightForWidth(width), room))

    def reject(self) -> None:
        """Escape or the cross; words that were typed are asked about first."""
        if self._typed().strip():
            ask_to_throw_away(self).accepted.connect(self._on_thrown_away)
        else:
            super().reject()

    @Slot()
    def _on_thrown_away(self) -> None:
        super().reject()

    @Slot()
    def _on_holds(self) -> None:
        if self._answer(holds=True, told=self.tr("Noted: the plan holds.")):
            self.accept()

    @Slot()
    def _on_fails(self) -> None:
        if self._answer(holds=False, told=self.tr("Noted: the plan does not hold.")):
            self.accept()
            self._desk.lesson_requested.emit(self._asked.lesson_id)

    def _answer(self, *, holds: bool, told: str) -> bool:
        effects, calls = self._desk.house.effects, self._desk.calls
        done = calls.run_here(
            self._on_refused, effects.answer, self._asked.lesson_id, self._asked.days, holds, self._typed()
        )
        if done is not None:
            self._desk.offer_undo(told, partial(calls.run, effects.take_back, done.value))
        return done is not None

    def _typed(self) -> str:
        box = self.words.editor
        assert isinstance(box, TextBox)
        return box.text()

    @Slot()
    def _on_not_now(self) -> None:
        verbs, calls, now = self._desk.house.follow_ups, self._desk.calls, self._desk.now()
        assert now.tzinfo is not None
        day = now.date() + timedelta(days=_WEEK)
        done = calls.run_here(
            self._on_refused,
            verbs.put_off_lesson,
            self._asked.lesson_id,
            DueKind.EFFECT_CHECK,
            deadline(day, now.tzinfo),
            self._typed(),  # what is said of it until then, on Today
        )
        if done is not None:
            told = self.tr("Put off. Back on Today: {day}.").format(day=due_words(day, now))
            self._desk.offer_undo(told, partial(calls.run, verbs.undo_put_off_lesson, done.value))
            self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.words.set_error(sentence(error))


def ask_effect(desk: Desk, lesson_id: int, parent: QWidget) -> EffectDialog | None:
    """Open the question of a lesson's plan; None where it can't be asked, and the window says why."""
    asked = desk.calls.ask(desk.house.effects.ask, lesson_id)
    if asked is None:
        return None
    dialog = EffectDialog(desk, asked, parent)
    dialog.open()
    return dialog


def _short(words: str) -> str:
    return short_line(words, _PLAN_LIMIT) or QCoreApplication.translate("effect", "A plan without words yet")
