"""The shop itself: what stands on letters and cards."""

from functools import partial

from PySide6.QtCore import Slot

from app.domain.errors import AppError
from app.domain.shop import Shop
from app.domain.terms import ShopKind
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.panel import Panel
from app.ui.widgets.shop_kinds import kind_words
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.typed import Typed


class ShopPart(Panel):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Your shop"))
        self._desk = desk
        self.typed = Typed(self)
        self.typed.ready.connect(self._on_due)
        self.name = LineBox()
        self.owner = LineBox()
        self.address = TextBox(least=2, most=5, limit=500)
        self.phone = LineBox(limit=60)
        self.currency = LineBox(limit=6)
        self.kind = ChoiceBox()
        self.kind.set_choices(list(kind_words()))
        self.kind.chosen.connect(self._on_kind)
        self._fields = {
            "name": Field(self.tr("Shop's name"), self.name),
            "kind": Field(
                self.tr("Kind of shop"), self.kind, self.tr("A new kind adds its remedies to your list; yours stay.")
            ),
            "owner": Field(self.tr("Your name"), self.owner, self.tr("It stands under your letters and cards.")),
            "address": Field(self.tr("Address"), self.address, self.tr("It stands at the foot of your cards.")),
            "phone": Field(self.tr("Phone"), self.phone),
            "currency": Field(
                self.tr("Money sign"), self.currency, self.tr("Left empty, Amends writes it as your computer does.")
            ),
        }
        for name, field in self._fields.items():
            self.add(field)
            editor = field.editor
            if isinstance(editor, LineBox | TextBox):
                editor.edited.connect(partial(self.typed.later, name))

    def show_shop(self, shop: Shop) -> None:
        for name, field in self._fields.items():
            editor = field.editor
            if isinstance(editor, LineBox | TextBox) and not editor.hasFocus() and not self.typed.keeps(name):
                editor.set_text(str(getattr(shop, name)))
        self.kind.choose(shop.kind)

    @Slot(object)
    def _on_due(self, values: dict[str, object]) -> None:
        for name in ("name", "owner"):
            if name in values and not str(values[name]).strip():
                self._fields[name].set_error(sentence(AppError(f"no_{'shop' if name == 'name' else name}_name")))
                values.pop(name)
        for name in values:
            self._fields[name].set_error(None)
        if values and self._desk.calls.run(self._desk.house.settings.change, **values) is None:
            self.typed.put_back(values)

    @Slot(object)
    def _on_kind(self, kind: object) -> None:
        if isinstance(kind, ShopKind):
            self._desk.calls.run(self._desk.house.settings.change, kind=kind)
            self._desk.calls.run(self._desk.house.remedies.add_of_kind, kind)
