"""The catalogue of what makes it right: change, add, take out."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem

from app.domain.errors import AppError
from app.domain.remedy import Remedy
from app.domain.terms import Loss
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.money import MoneyProblem, money_text, read_money
from app.ui.widgets.panel import Panel
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.typed import Typed
from app.ui.widgets.words import label

_CODE = Qt.ItemDataRole.UserRole


class RemediesPart(Panel):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What makes it right"))
        self._desk = desk
        self._known: dict[str, Remedy] = {}
        self._symbol = ""
        self._shown = ""  # code of the remedy that the fields below the list belong to
        self.typed = Typed(self)
        self.typed.ready.connect(self._on_due)
        self.list = QListWidget()
        self.list.setMinimumHeight(current().text_pixels(220))
        self.list.currentItemChanged.connect(self._on_current)
        self.label = LineBox(limit=120)
        self.offer = LineBox(limit=300)
        self.cost = LineBox(limit=20)
        self.label_field = Field(self.tr("What you do"), self.label)
        self.cost_field = Field(self.tr("What it usually costs you"), self.cost, self.tr("Empty where it depends."))
        self.losses = {
            Loss.MONEY: TickBox(self.tr("Money")),
            Loss.THING: TickBox(self.tr("A thing")),
            Loss.TIME: TickBox(self.tr("Time")),
            Loss.FACE: TickBox(self.tr("Face")),
        }
        self._add = button(self.tr("Add a remedy"), "plain", "plus")
        self._add.clicked.connect(self._on_add)
        self._remove = button(self.tr("Take it out"), "plain", "trash")
        self._remove.clicked.connect(self._on_remove)
        self._lay_out()
        for name, editor in (("label", self.label), ("offer", self.offer), ("cost", self.cost)):
            editor.edited.connect(partial(self.typed.later, name))
        for tick in self.losses.values():
            tick.clicked.connect(self._on_losses)

    def _lay_out(self) -> None:
        self.add(
            Field(
                self.tr("Your remedies"), self.list, self.tr("Cases that took one keep its words, whatever you change.")
            )
        )
        acts = QHBoxLayout()
        acts.addWidget(self._add)
        acts.addWidget(self._remove)
        acts.addStretch(1)
        self.add(acts)
        self.add(self.label_field)
        self.add(Field(self.tr("In a letter: \u201cI will \u2026\u201d"), self.offer))
        self.add(self.cost_field)
        self.add(label(self.tr("It makes good what was lost:"), "label"))
        row = QHBoxLayout()
        for tick in self.losses.values():
            row.addWidget(tick)
        row.addStretch(1)
        self.add(row)

    def show_catalogue(self, symbol: str) -> None:
        """Read the catalogue anew; the same remedy stays chosen."""
        self._symbol = symbol
        before = self._known.get(self._shown)
        self._known = {one.code: one for one in self._desk.calls.ask(self._desk.house.remedies.all) or []}
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._known.values():
            entry = QListWidgetItem(one.label)
            entry.setData(_CODE, one.code)
            self.list.addItem(entry)
            if before is not None and one.code == before.code:
                self.list.setCurrentItem(entry)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._show()

    def _chosen(self) -> Remedy | None:
        if self.list.currentRow() < 0:
            return None
        return self._known.get(str(self.list.currentItem().data(_CODE)))

    def _show(self) -> None:
        one = self._chosen() or Remedy(code="", label="", offer="")
        self._shown = one.code
        for name, editor in (("label", self.label), ("offer", self.offer)):
            if not (editor.hasFocus() and self.typed.keeps(name)) and editor.text() != getattr(one, name):
                editor.set_text(getattr(one, name))
        if not self.cost.hasFocus():
            self.cost.set_text("" if one.cost is None else money_text(one.cost, self._symbol))
        for loss, tick in self.losses.items():
            tick.setChecked(loss in one.losses)
        self._remove.setEnabled(bool(one.code))

    @Slot()
    def _on_current(self) -> None:
        """Another one is chosen: what was typed for the one before is saved there first."""
        self.typed.flush()
        self.label_field.set_error(None)
        self.cost_field.set_error(None)
        self._show()

    @Slot()
    def _on_losses(self) -> None:
        self.typed.at_once("losses", frozenset(loss for loss, tick in self.losses.items() if tick.isChecked()))

    @Slot(object)
    def _on_due(self, values: dict[str, object]) -> None:
        one = self._known.get(self._shown)
        if one is None:
            return
        if "cost" in values:
            text = str(values.pop("cost")).strip()
            cents = read_money(text, self._symbol) if text else None
            if isinstance(cents, MoneyProblem):
                self.cost_field.set_error(self.tr("That is no amount of money. The cost before it stays."))
            else:
                self.cost_field.set_error(None)
                values["cost"] = cents
        changed = replace(one, **values)  # type: ignore[arg-type]  # the names are those of the editors above
        if changed != one:
            self._desk.calls.run_here(self._refuse, self._desk.house.remedies.save, changed)

    def _refuse(self, error: AppError) -> None:
        self.label_field.set_error(sentence(error))

    @Slot()
    def _on_add(self) -> None:
        self.typed.flush()
        new = Remedy(code="", label=self.tr("Something new"), offer="")
        done = self._desk.calls.run(self._desk.house.remedies.save, new)
        if done is not None:
            self._choose(done.value)
            self.label.setFocus()
            self.label.selectAll()

    def _choose(self, code: str) -> None:
        for at in range(self.list.count()):
            if self.list.item(at).data(_CODE) == code:
                self.list.setCurrentRow(at)

    @Slot()
    def _on_remove(self) -> None:
        self.typed.flush()
        one = self._chosen()
        if one is None:
            return
        if self._desk.calls.run(self._desk.house.remedies.remove, one.code) is not None:
            words = self.tr("\u201c{remedy}\u201d is out of the list.").format(remedy=one.label)
            self._desk.offer_undo(words, partial(self._bring_back, one.code))

    def _bring_back(self, code: str) -> None:
        self._desk.calls.run(self._desk.house.remedies.restore, code)
        self._choose(code)
