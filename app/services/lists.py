"""The list of complaints: numbers of a query, rows of a page, counts, and finding customers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.terms import DueKind
from app.lazy import lazy
from app.services.follow_ups import FollowUps
from app.services.work import Work

if TYPE_CHECKING:
    from array import array

    from app.domain.customer import Customer
    from app.domain.query import CaseQuery, CaseRow
    from app.store import customers, listing
else:  # Today asks no more of the list than whether there is anybody
    customers = lazy("app.store.customers")
    listing = lazy("app.store.listing")


class Lists(Work):
    def ids(self, query: "CaseQuery") -> "array[int]":
        return listing.ids(self.store, query)

    def rows(self, wanted: Sequence[int]) -> "dict[int, CaseRow]":
        """Rows by number, with the moment of the follow-up where one is to come."""
        found = listing.rows(self.store, wanted)
        waiting = [n for n, row in found.items() if not row.closed and row.step == "follow_up"]
        if waiting:
            for reminder in FollowUps(self.store, self.clock).due_of(waiting):
                if reminder.kind is DueKind.FOLLOW_UP:
                    number = reminder.case.case_id
                    found[number] = replace(found[number], follow_up_due=reminder.due)
        return found

    def counts(self) -> "listing.Counts":
        return listing.counts(self.store)

    def abouts(self) -> list[str]:
        return listing.abouts(self.store)

    def find_customers(self, typed: str) -> "list[Customer]":
        return customers.find(self.store, typed)

    def customers(self, typed: str = "", limit: int = 500) -> "list[tuple[Customer, int, int]]":
        """Each with the number of complaints and of open ones, by name."""
        return customers.listing(self.store, typed, limit)

    def any_customer(self) -> bool:
        return customers.ever(self.store)

    def customer(self, customer_id: int) -> "Customer | None":
        return customers.load(self.store, customer_id)

    def cases_of_customer(self, customer_id: int) -> list[int]:
        return customers.cases_of(self.store, customer_id)
