"""Changing what is known of a customer, away from any one complaint."""

from collections.abc import Mapping
from datetime import datetime

from app.domain import fields
from app.domain.changes import Changes, Done
from app.domain.customer import CUSTOMER_FIELDS
from app.domain.errors import AppError
from app.domain.fold import clean
from app.services.work import Work
from app.store import cases, customers, search
from app.store.database import Store

ADDRESS_LIMIT = 1000  # characters


class Customers(Work):
    def change(self, customer_id: int, values: Mapping[str, str]) -> Done[None]:
        """Set some of name, phone, email, address, description; their complaints are listed and found by it.

        Raises `AppError`: `no_such_customer`, `unknown_field`, `too_long`; nothing is saved then.
        """
        checked = {name: customer_text(name, text) for name, text in values.items()}
        now = self.clock()
        with self.store.atomic():
            if customers.load(self.store, customer_id) is None:
                raise AppError("no_such_customer", number=customer_id)
            customers.set_fields(self.store, customer_id, checked)
            touched = follow_customer(self.store, customer_id, now)
        return Done(None, Changes(customers=frozenset((customer_id,)), cases=frozenset(touched), listed=bool(touched)))

    def names_and_phones(self) -> list[tuple[str, str]]:
        """Of every customer of the file, for what must name none of them."""
        return customers.names_and_phones(self.store)


def follow_customer(store: Store, customer_id: int, now: datetime) -> list[int]:
    """List and find the complaints of a customer by what is known of them now; the numbers of these complaints."""
    touched = customers.cases_of(store, customer_id)
    for case_id in touched:
        cases.touch(store, case_id, now)
        search.refresh(store, case_id)
    return touched


def customer_text(name: str, text: str) -> str:
    """The text to store: an address keeps its lines, all else is one line."""
    if name not in CUSTOMER_FIELDS:
        raise AppError("unknown_field", field=name)
    limit = ADDRESS_LIMIT if name == "address" else fields.LINE_LIMIT
    checked = clean(text)
    if len(checked) > limit:
        raise AppError("too_long", field=name, length=len(checked), limit=limit)
    return checked.strip() if name == "address" else " ".join(checked.split())
