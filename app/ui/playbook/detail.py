"""One house rule, changed in place, or a new one as it is written."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.playbook import RULE_LIMIT, Rule, as_rule
from app.domain.terms import Step
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.place_box import PlaceBox
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.two_panes import detail_column
from app.ui.widgets.typed import Typed


class RuleDetail(QWidget):
    """Saves what is typed by itself; a new rule is in the book with its first words. Ids as in `Rule`, 0 for a new one.

    `step_chosen` carries the id and a Step or None, `shifted` the id and -1 or 1.
    """

    added = Signal(object)
    step_chosen = Signal(object, object)
    shifted = Signal(object, object)
    removal_requested = Signal(object)
    case_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rule = Rule()
        self.typed = Typed(self)
        self.typed.ready.connect(self._save)
        self.text = TextBox(2, 8, RULE_LIMIT)
        self.text_field = Field(
            self.tr("The rule, in one line"), self.text, self.tr("Say what to do, as you would say it to your people.")
        )
        self.step = PlaceBox()
        self.step_field = Field(self.tr("Where it is shown"), self.step)
        self.from_case = button("", "link")
        self.up = button(self.tr("Move up"), "plain", "caret-up")
        self.down = button(self.tr("Move down"), "plain", "caret-down")
        self.remove = button(self.tr("Take it out"), "plain", "trash")
        self._acts = FlowRow(self.up, self.down, self.remove)
        column = detail_column(self)
        column.addWidget(self.text_field)
        column.addWidget(self.step_field)
        column.addWidget(FlowRow(self.from_case))
        column.addWidget(self._acts)
        column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.text.edited.connect(partial(self.typed.later, "text"))
        self.text.too_much_pasted.connect(self._on_too_much_pasted)
        self.step.placed.connect(self._on_step)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        self.from_case.clicked.connect(self._on_case)

    def rule_id(self) -> int:
        """Which one is shown, 0 for a new one."""
        return self._rule.id

    def show_rule(self, rule: Rule, *, first: bool, last: bool) -> None:
        """Fill the fields; of the rule that is shown already, words in use are left alone."""
        if other := rule.id != self._rule.id:
            self.typed.let_go()
        self._rule = rule
        if other:
            self.text_field.set_error(None)
        if other or not (self.text.hasFocus() or self.typed.keeps("text")):
            self.text.set_text(rule.text)
        self.step.show_place(rule.step)
        self._say_where(rule.step)
        words = self.tr("It grew from complaint No. {number}").format(number=rule.case_id)
        self.from_case.setText(words)
        self.from_case.setAccessibleName(words)
        self.from_case.setVisible(rule.case_id is not None)
        self._acts.setVisible(rule.id != 0)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _say_where(self, step: Step | None) -> None:
        in_step = self.tr("In that step of every complaint, under its reason.")
        self.step_field.set_hint(in_step if step is not None else self.tr("On this page, and where you print it."))

    def begin_new(self, step: Step | None) -> None:
        """An empty one; it is kept once it has words."""
        self.typed.flush()
        self._rule = Rule()
        self.text.set_text("")
        self.text_field.set_error(None)
        self.show_rule(Rule(step=step), first=True, last=True)
        self.text.setFocus()

    def leave(self) -> bool:
        """Save what is being typed; whether all of it is on disk. Words that were all taken away come back."""
        self.typed.flush()
        if not as_rule(self.text.text()):
            self.text.set_text(self._rule.text)
            self.text_field.set_error(None)
        return not self.has_unsaved

    @property
    def has_unsaved(self) -> bool:
        return self.typed.has_unsaved()

    @Slot(object)
    def _save(self, values: dict[str, object]) -> None:
        text, playbook, calls = str(values["text"]), self._desk.house.playbook, self._desk.calls
        if not as_rule(text):
            if self._rule.id:
                self._refuse(AppError("rule_empty"))
            return
        if self._rule.id:
            kept = calls.run_here(self._refuse, playbook.change, self._rule.id, text) is not None
        else:
            kept = self._add(text)
        if kept:
            self.text_field.set_error(None)
        else:
            self.typed.put_back(values)

    def _add(self, text: str) -> bool:
        done = self._desk.calls.run_here(self._refuse, self._desk.house.playbook.add, text, self._rule.step)
        if done is None:
            return False
        self._rule = replace(self._rule, id=done.value, text=as_rule(text))
        self.added.emit(done.value)
        return True

    def _refuse(self, error: AppError) -> None:
        if "file" in error.facts:  # the disk's, not the field's
            self._desk.refuse(error)
        else:
            self.text_field.set_error(sentence(error))

    @Slot(str)
    def _on_too_much_pasted(self, words: str) -> None:
        self._refuse(AppError("rule_too_long", length=len(words), limit=RULE_LIMIT))

    @Slot(object)
    def _on_step(self, step: Step | None) -> None:
        self.typed.flush()
        self._rule = replace(self._rule, step=step)
        self._say_where(self._rule.step)
        if self._rule.id:
            self.step_chosen.emit(self._rule.id, self._rule.step)

    @Slot()
    def _on_up(self) -> None:
        self.typed.flush()
        self.shifted.emit(self._rule.id, -1)

    @Slot()
    def _on_down(self) -> None:
        self.typed.flush()
        self.shifted.emit(self._rule.id, 1)

    @Slot()
    def _on_remove(self) -> None:
        self.removal_requested.emit(self._rule.id)

    @Slot()
    def _on_case(self) -> None:
        self.case_requested.emit(self._rule.case_id)
