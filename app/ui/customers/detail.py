"""One customer: who they are and how to reach them, changed in place, and every complaint of theirs."""

from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.customer import Customer
from app.domain.errors import AppError
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.widgets.case_entries import case_entries
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.row_list import RowList
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.two_panes import detail_column
from app.ui.widgets.typed import Typed
from app.ui.widgets.words import label

_LINE, _ADDRESS = 500, 1000  # characters that the services take
_MOST_CASES = 200


class CustomerDetail(QWidget):
    """Saves what is typed by itself; `case_requested` carries a complaint's number."""

    case_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = 0
        self.typed = Typed(self)
        self.name = LineBox(_LINE)
        self.phone = LineBox(_LINE)
        self.email = LineBox(_LINE)
        self.address = TextBox(3, 6, _ADDRESS)
        self.description = LineBox(_LINE)
        self.fields = {
            "name": Field(self.tr("Name"), self.name),
            "phone": Field(self.tr("Phone"), self.phone),
            "email": Field(self.tr("E-mail"), self.email),
            "address": Field(self.tr("Postal address"), self.address, self.tr("For cards and letters.")),
            "description": Field(self.tr("How you know them"), self.description),
        }
        self.cases = RowList(self.tr("Complaints"), lines=2, most=6)
        self._cases_name = label(self.tr("Complaints"), "label")
        self._cases_name.setBuddy(self.cases)
        column = detail_column(self)
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self._cases_name)
        column.addWidget(self.cases)
        column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.typed.ready.connect(self._save)
        for name, field in self.fields.items():
            editor = cast(LineBox | TextBox, field.editor)
            editor.setObjectName(name)
            editor.edited.connect(self._on_edited)
            editor.too_much_pasted.connect(self._on_too_much_pasted)
        self.cases.opened.connect(self.case_requested)

    def customer_id(self) -> int:
        """Who is shown, 0 for nobody."""
        return self._id

    def show_customer(self, customer: Customer) -> None:
        """Fill the fields; of the customer who is shown already, those in use are left alone."""
        other = customer.id != self._id
        self._id = customer.id
        for name, field in self.fields.items():
            editor = cast(LineBox | TextBox, field.editor)
            if other:
                field.set_error(None)
            if other or not (editor.hasFocus() or self.typed.keeps(name)):
                editor.set_text(getattr(customer, name))
        house = self._desk.house
        numbers = (self._desk.calls.ask(house.lists.cases_of_customer, customer.id) or [])[:_MOST_CASES]
        rows = self._desk.calls.ask(house.lists.rows, numbers) or {}
        self.cases.set_entries(case_entries(numbers, rows, self._desk.now(), with_customer=False))
        self.cases.setVisible(bool(numbers))
        self._cases_name.setVisible(bool(numbers))

    @Slot(object)
    def _save(self, values: dict[str, object]) -> None:
        texts = {name: str(value) for name, value in values.items()}
        if self._desk.calls.run_here(self._refused, self._desk.house.customers.change, self._id, texts) is None:
            self.typed.put_back(values)
            return
        for name in values:
            self.fields[name].set_error(None)

    def _refused(self, error: AppError) -> None:
        field = self.fields.get(str(error.facts.get("field")))
        if field is None:
            self._desk.refuse(error)
        else:
            field.set_error(sentence(error))

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.typed.later(self.sender().objectName(), text)

    @Slot(str)
    def _on_too_much_pasted(self, text: str) -> None:
        name = self.sender().objectName()
        limit = _ADDRESS if name == "address" else _LINE
        self._refused(AppError("too_long", field=name, length=len(text), limit=limit))
