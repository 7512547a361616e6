"""Turns the best way that a case could have gone into a house rule."""

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.errors import AppError
from app.domain.playbook import RULE_LIMIT, Rule, as_rule, first_sentence, sense, step_for
from app.domain.terms import Step
from app.system.resources import rule_words
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.notice import Notice
from app.ui.widgets.place_box import PlaceBox
from app.ui.widgets.typed import Typed


class HouseRule(QWidget):
    """One press makes the rule; from then on its line and its step are saved as they are changed, like all else.

    So there is nothing that leaving the page, or a power cut, could lose. Takes no room while there is no best way.
    """

    rules_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._number = 0
        self._best = ""
        self._rule: Rule | None = None
        self.typed = Typed(self)
        self.typed.ready.connect(self._save)
        self.offer = button(self.tr("Make it a house rule"), icon="plus")
        self._refused = Notice("coral", "warning-circle")
        self._said = Notice("green", "check-circle")
        self.line = LineBox(RULE_LIMIT)
        self._line_field = Field(self.tr("The house rule, in one line"), self.line)
        self.step = PlaceBox()
        self._step_field = Field(self.tr("Where it is shown"), self.step)
        self._out = button(self.tr("Take it out again"))
        self._all = button(self.tr("Show the house rules"))
        self._made = QWidget()
        made = QVBoxLayout(self._made)
        made.setContentsMargins(0, 0, 0, 0)
        made.setSpacing(current().space(8))
        made.addWidget(self._line_field)
        made.addWidget(self._step_field)
        made.addWidget(FlowRow(self._out, self._all))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        self._offer_row = FlowRow(self.offer)
        column.addWidget(self._offer_row)
        for part in (self._refused, self._said, self._made):
            part.hide()
            column.addWidget(part)
        self.hide()
        self._connect()

    def _connect(self) -> None:
        self.offer.clicked.connect(self._on_offer)
        self.line.edited.connect(partial(self.typed.later, "text"))
        self.line.too_much_pasted.connect(self._on_too_much)
        self.step.placed.connect(self._on_step)
        self._out.clicked.connect(self._on_out)
        self._all.clicked.connect(self.rules_requested)

    def show_case(self, case: Case, best: str) -> None:
        """`best` is the best way as it stands in its field now."""
        self._number, self._best = case.id, best
        playbook, ask = self._desk.house.playbook, self._desk.calls.ask
        rule = ask(playbook.of_case, case.id)
        known = ask(playbook.saying, first_sentence(best)) if rule is None and sense(best) else None
        self._show(rule, known)

    def show_best(self, best: str) -> None:
        """It is being written."""
        if best != self._best:
            self._best = best
            self._refused.hide()
            self._show(self._rule, None)

    def _show(self, rule: Rule | None, known: Rule | None) -> None:
        other = (rule.id if rule else 0) != (self._rule.id if self._rule else 0)
        self._rule = rule
        self.setVisible(rule is not None or bool(sense(self._best)))
        self._offer_row.setVisible(rule is None and known is None)
        self._made.setVisible(rule is not None)
        self._said.setVisible(rule is not None or known is not None)
        if rule is None:
            if known is not None:
                self._said.set_words("", self.tr("That is one of your house rules already."))
            return
        self._refused.hide()
        self._said.set_words("", self.tr("It is a house rule now."))
        if other:
            self._line_field.set_error(None)
        if other or not (self.line.hasFocus() or self.typed.keeps("text")):
            self.line.set_text(rule.text)
        self.step.show_place(rule.step)

    def flush(self) -> None:
        """Save now what is typed."""
        self.typed.flush()

    def leave(self) -> None:
        """The page is left: words that were all taken away come back."""
        self.flush()
        if self._rule is not None and not sense(as_rule(self.line.text())):
            self.line.set_text(self._rule.text)
            self._line_field.set_error(None)

    @property
    def has_unsaved(self) -> bool:
        return self.typed.has_unsaved()

    @Slot()
    def _on_offer(self) -> None:
        playbook, calls = self._desk.house.playbook, self._desk.calls
        step = step_for(self._best, rule_words())
        done = calls.run_here(self._refuse, playbook.add, first_sentence(self._best), step, self._number)
        if done is not None:
            self._desk.offer_undo(self.tr("It is a house rule now."), partial(calls.run, playbook.remove, done.value))
            self.line.setFocus()
            self.line.selectAll()
            QTimer.singleShot(0, self, self._bring_to_sight)  # once it is laid out

    @Slot()
    def _bring_to_sight(self) -> None:
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            for part in (self._out, self.line):  # all of it, or the line at least
                area.ensureWidgetVisible(part)

    @Slot(object)
    def _save(self, values: dict[str, object]) -> None:
        rule, text = self._rule, str(values["text"])
        if rule is None:
            return
        kept = self._desk.calls.run_here(self._refuse, self._desk.house.playbook.change, rule.id, text)
        if kept is not None:
            self._line_field.set_error(None)
        elif sense(as_rule(text)):  # an emptied line is no rule, and comes back
            self.typed.put_back(values)

    def _refuse(self, error: AppError) -> None:
        if self._rule is not None and "file" not in error.facts:
            self._line_field.set_error(sentence(error))
        else:
            self._refused.set_words("", sentence(error))
            self._refused.show()

    @Slot(str)
    def _on_too_much(self, words: str) -> None:
        self._refuse(AppError("rule_too_long", length=len(words), limit=RULE_LIMIT))

    @Slot(object)
    def _on_step(self, step: Step | None) -> None:
        self.flush()
        if self._rule is not None:
            self._desk.calls.run(self._desk.house.playbook.move, self._rule.id, step)

    @Slot()
    def _on_out(self) -> None:
        self.flush()
        playbook, calls, rule = self._desk.house.playbook, self._desk.calls, self._rule
        if rule is not None and calls.run(playbook.remove, rule.id) is not None:
            words = self.tr("It is no house rule any more.")
            self._desk.offer_undo(words, partial(calls.run, playbook.restore, rule.id))
            self.offer.setFocus()
