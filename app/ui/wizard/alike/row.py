"""One earlier complaint in the panel: what was done, what became of it, and what the owner says of it."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.alike import LikeCase, Verdict
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.case_chips import anger_words, ending_words
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.money import money_text
from app.ui.widgets.panel import line
from app.ui.widgets.quiet_toggle import QuietToggle
from app.ui.widgets.when import full_words, past_words
from app.ui.widgets.words import label


class LikeRow(QWidget):
    """Shows one after the other in place; `judged` carries number and `Verdict`, or None where it is taken back."""

    opened = Signal(object)
    judged = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._case: LikeCase | None = None
        self._shown: object = None
        self.title = label("", "strong")
        self._when = label("", "secondary")
        self._anger, self._ending = Chip(""), Chip("")
        self.open = button(self.tr("Open"), "link")
        self.helped = QuietToggle(self.tr("It helped"))
        self.not_alike = QuietToggle(self.tr("Not alike"))
        self.open.clicked.connect(self._on_open)
        self.helped.clicked.connect(self._on_helped)
        self.not_alike.clicked.connect(self._on_not_alike)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(line())
        column.addSpacing(current().space(4))
        column.addWidget(self.title)
        column.addWidget(self._when)
        column.addWidget(FlowRow(self._anger, self._ending, gap=4))
        column.addWidget(FlowRow(self.open, self.helped, self.not_alike, gap=14))

    @property
    def number(self) -> int | None:
        """The complaint that is shown."""
        return self._case.number if self._case is not None else None

    def show_case(self, one: LikeCase, done: str, now: datetime, symbol: str) -> None:
        """`done` in words; nothing is laid out anew where it stands there already."""
        shown = (replace(one, score=0.0), done, now.date(), symbol)
        self._case = one
        if shown == self._shown:
            return
        self._shown = shown
        title = one.title or self.tr("No. {number}").format(number=one.number)
        self.title.setText(title)
        when = past_words(one.came_in, now.replace(hour=12))
        if one.cost:
            when = self.tr("{day}, cost {money}").format(day=when, money=money_text(one.cost, symbol))
        self._when.setText(f"{when}. {done}" if done else f"{when}.")
        self._when.setToolTip(full_words(one.came_in, now))
        self._show_chips(one)
        self.show_verdict(one.verdict)
        for control in (self.open, self.helped, self.not_alike):
            control.setAccessibleName(self.tr("{act}: {title}").format(act=control.text(), title=title))

    def show_verdict(self, verdict: Verdict | None) -> None:
        """What the owner said of it."""
        self.helped.setChecked(verdict is Verdict.HELPED)
        self.not_alike.setChecked(verdict is Verdict.NOT_ALIKE)

    def _show_chips(self, one: LikeCase) -> None:
        known = one.anger is not None and one.anger_after is not None
        if one.anger is not None and one.anger_after is not None:
            words, tone, spoken = anger_words(one.anger, one.anger_after)
            self._anger.set_words(words, tone)
            self._anger.setAccessibleName(spoken)
        self._anger.setVisible(known)
        self._ending.set_words(*ending_words(one.closed, one.outcome))

    def _judge(self, verdict: Verdict, taken: bool) -> None:
        assert self._case is not None, "a row that can be clicked shows a case"
        said = verdict if taken else None
        self.show_verdict(said)
        self.judged.emit(self._case.number, said)

    @Slot()
    def _on_open(self) -> None:
        self.opened.emit(self.number)

    @Slot(bool)
    def _on_helped(self, taken: bool) -> None:
        self._judge(Verdict.HELPED, taken)

    @Slot(bool)
    def _on_not_alike(self, taken: bool) -> None:
        self._judge(Verdict.NOT_ALIKE, taken)
