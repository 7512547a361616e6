"""One customer: who they are and how to reach them, changed in place, and every complaint of theirs."""

from app.domain.customer import CUSTOMER_FIELDS, Customer
from app.ui.desk import Desk
from app.ui.record_detail import RecordDetail
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.row_list import RowList
from app.ui.widgets.text_box import TextBox

_LINE, _ADDRESS = 500, 1000  # characters that the services take


class CustomerDetail(RecordDetail):
    """Who is chosen on the page of customers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.name = LineBox(_LINE)
        self.phone = LineBox(_LINE)
        self.email = LineBox(_LINE)
        self.address = TextBox(3, 6, _ADDRESS)
        self.description = LineBox(_LINE)
        self.set_up(
            {
                "name": Field(self.tr("Name"), self.name),
                "phone": Field(self.tr("Phone"), self.phone),
                "email": Field(self.tr("E-mail"), self.email),
                "address": Field(self.tr("Postal address"), self.address, self.tr("For cards and letters.")),
                "description": Field(self.tr("How you know them"), self.description),
            },
            dict.fromkeys(CUSTOMER_FIELDS, _LINE) | {"address": _ADDRESS},
            RowList(self.tr("Complaints"), lines=2, most=6),
        )

    def customer_id(self) -> int:
        """Who is shown, 0 for nobody."""
        return self._id

    def show_customer(self, customer: Customer) -> None:
        """Fill the fields; of the customer who is shown already, those in use are left alone."""
        self.show_texts(customer.id, {name: getattr(customer, name) for name in self.fields})
        numbers = self._desk.calls.ask(self._desk.house.lists.cases_of_customer, customer.id) or []
        self.show_cases(numbers, with_customer=False)

    def keep(self, values: dict[str, object]) -> bool:
        texts = {name: str(value) for name, value in values.items()}
        return self._desk.calls.run_here(self.refuse, self._desk.house.customers.change, self._id, texts) is not None
