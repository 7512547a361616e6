"""The house rules of the shop by step, and the one that is chosen."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.playbook import Rule
from app.domain.terms import Step
from app.lazy import lazy
from app.ui.desk import Desk
from app.ui.playbook.detail import RuleDetail
from app.ui.playbook.rule_list import RuleList
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.case_words import place_name
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.two_panes import TwoPanes
from app.ui.widgets.words import label

if TYPE_CHECKING:
    import app.ui.paper.sheets as sheets
else:  # printing is loaded when something is printed
    sheets = lazy("app.ui.paper.sheets")


class RulesPage(QWidget):
    """Edits in place; what is typed is saved at the latest when the page is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writes_new = False
        self._came_from: int | None = None
        self.header = PageHeader(
            self.tr("House rules"), self.tr("One line each, shown in the step that it belongs to.")
        )
        self.print_button = button(self.tr("Print"), "plain", "printer")
        self.new_button = button(self.tr("New rule"), "primary", "plus")
        self.header.add_right(self.print_button)
        self.header.add_right(self.new_button)
        self.rows = RuleList(self.tr("House rules"))
        self.detail = RuleDetail(desk)
        self._panes = TwoPanes(self._left(), self.detail)
        self.empty = EmptyPage(
            "note-pencil",
            self.tr(
                "Your first house rule comes from a complaint that could have gone better: when you close one,"
                " you can keep the best way as a rule. It will then stand in the step that it belongs to."
            ),
            self.tr("Write one now"),
            "plus",
        )
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(28), theme.space(20), theme.space(28), theme.space(20))
        column.setSpacing(theme.space(14))
        column.addWidget(self.header)
        column.addWidget(self._panes, 1)
        column.addWidget(self.empty, 1)
        self._show_way()
        self._connect()

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        column.addWidget(self.rows, 1)
        column.addWidget(
            label(self.tr("Drag a rule to another place, or move it by Alt and an arrow key."), "secondary")
        )
        return left

    def _connect(self) -> None:
        self.header.crumb_requested.connect(self._on_crumb)
        self.print_button.clicked.connect(self._on_print)
        self.new_button.clicked.connect(self.begin_new)
        self.empty.act_requested.connect(self.begin_new)
        self.rows.chosen.connect(self._on_chosen)
        self.rows.opened.connect(self._on_opened)
        # After the drop is through: the list is filled anew by it.
        self.rows.moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        self.rows.shifted.connect(self._on_shifted)
        self.rows.removal_requested.connect(self._on_removal)
        self.detail.added.connect(self._on_added)
        self.detail.step_chosen.connect(self._on_step)
        self.detail.shifted.connect(self._on_shifted)
        self.detail.removal_requested.connect(self._on_removal)
        self.detail.case_requested.connect(self._desk.case_requested)
        self._desk.hub.changed.connect(self._on_changed)

    def show_page(self) -> None:
        """It comes to the front."""
        self.refresh()
        self.rows.setFocus()

    def come_from(self, number: int | None) -> None:
        """Which complaint the way back leads to; None where it leads to the lessons."""
        self._came_from = number
        self._show_way()

    def leave(self) -> bool:
        """Save what is being typed; whether all of it is on disk."""
        return self.detail.leave()

    @property
    def has_unsaved(self) -> bool:
        return self.detail.has_unsaved

    def refresh(self) -> None:
        """Show the rules as they are now; the chosen one stays chosen."""
        rules = self._desk.calls.ask(self._desk.house.playbook.all) or []
        self.rows.set_rules(rules)
        shown = bool(rules) or self._writes_new
        self._panes.setVisible(shown)
        self.empty.setVisible(not shown)
        self.new_button.setVisible(shown)
        self.print_button.setVisible(bool(rules))
        if self._writes_new:
            self.rows.choose(None)
            return
        at = next((at for at, rule in enumerate(rules) if rule.id == self.detail.rule_id()), 0)
        if rules:
            self.rows.choose(rules[at].id)
            self._show(rules, at)

    def _show(self, rules: list[Rule], at: int) -> None:
        step = rules[at].step
        first = at == 0 or rules[at - 1].step is not step
        last = at == len(rules) - 1 or rules[at + 1].step is not step
        self.detail.show_rule(rules[at], first=first, last=last)

    def _show_way(self) -> None:
        way = ("lessons", self.tr("Lessons"))
        if self._came_from is not None:
            way = ("case", self.tr("Complaint No. {number}").format(number=self._came_from))
        self.header.set_crumbs([way, ("", self.tr("House rules"))])

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.leave()

    @Slot()
    def begin_new(self) -> None:
        """An empty rule, of the step whose rule was chosen."""
        if not self.leave():  # what was typed can't be saved: it stays before the owner's eyes
            return
        known = {rule.id: rule.step for rule in self._desk.calls.ask(self._desk.house.playbook.all) or []}
        self._writes_new = True
        self.refresh()
        self.detail.begin_new(known.get(self.detail.rule_id()))

    @Slot(object)
    def _on_added(self, _rule_id: int) -> None:
        self._writes_new = False
        self.refresh()

    @Slot(object)
    def _on_chosen(self, rule_id: int) -> None:
        if not self.leave():
            self.rows.choose(self.detail.rule_id() or None)
            return
        self._writes_new = False
        rules = self._desk.calls.ask(self._desk.house.playbook.all) or []
        at = next((at for at, rule in enumerate(rules) if rule.id == rule_id), None)
        if at is not None:
            self.rows.choose(rule_id)
            self._show(rules, at)
            self._panes.to_top()

    @Slot(object)
    def _on_opened(self, _rule_id: int) -> None:
        self.detail.text.setFocus()

    @Slot(object, object)
    def _on_step(self, rule_id: int, step: Step | None) -> None:
        self._on_moved(rule_id, step, None)

    @Slot(object, object, object)
    def _on_moved(self, rule_id: int, step: Step | None, position: int | None) -> None:
        playbook, run = self._desk.house.playbook, self._desk.calls.run
        done = run(playbook.move, rule_id, step, position)
        if done is None or not done.changes:
            return
        words = self.tr("The rule has another place now.")
        if done.value.step is not step:
            words = self.tr("The rule belongs to “{step}” now.").format(step=place_name(step))
        self._desk.offer_undo(words, partial(run, playbook.move, rule_id, *done.value))

    @Slot(object, object)
    def _on_shifted(self, rule_id: int, by: int) -> None:
        playbook, calls = self._desk.house.playbook, self._desk.calls
        place = calls.ask(playbook.place, rule_id)
        if place is not None and place.position + by >= 0:
            calls.run(playbook.move, rule_id, place.step, place.position + by)

    @Slot(object)
    def _on_removal(self, rule_id: int) -> None:
        self.leave()
        playbook, calls = self._desk.house.playbook, self._desk.calls
        rule = calls.ask(playbook.rule, rule_id)
        order = [one.id for one in calls.ask(playbook.all) or []]
        if rule is None or rule_id not in order:
            return
        rest = order[order.index(rule_id) + 1 :] or order[: order.index(rule_id)][-1:]
        if rest:
            self._on_chosen(rest[0])
        if calls.run(playbook.remove, rule_id) is not None:
            words = self.tr("“{rule}” is no house rule any more.").format(rule=rule.text)
            self._desk.offer_undo(words, partial(calls.run, playbook.restore, rule_id))

    @Slot(str)
    def _on_crumb(self, key: str) -> None:
        if key == "case":
            self._desk.case_requested.emit(self._came_from)
        else:
            self._desk.page_requested.emit(key)

    @Slot()
    def _on_print(self) -> None:
        if not self.leave():
            return
        rules = self._desk.calls.ask(self._desk.house.playbook.all)
        if rules is not None:
            sheets.show_house_rules(self._desk, self, rules)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.rules or changes.everything):
            self.refresh()
