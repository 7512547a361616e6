"""Starting a complaint, answering its questions and moving through its steps."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from app.domain import fields
from app.domain.case import Case, TimelineEntry
from app.domain.changes import Changes, Done, of_case
from app.domain.customer import History
from app.domain.errors import AppError
from app.domain.handling import HandlingFlow
from app.domain.moment import deadline, from_text, to_text, when_to_text
from app.domain.terms import Step
from app.services.customers import customer_text, follow_customer
from app.services.work import Work
from app.store import cases, customers, parts

_DATED = {"came_in", "promised_by", "promise_kept_on"}


class Cases(Work):
    def start(self, *, here_or_on_phone: bool, came_in: datetime | None = None) -> Done[int]:
        """A new complaint, saved at once; its number."""
        now = self.clock()
        step = HandlingFlow.first_step(here_or_on_phone=here_or_on_phone)
        with self.store.atomic():
            case_id = cases.add(self.store, came_in or now, step=step)
            cases.set_fields(self.store, case_id, {"on_phone": here_or_on_phone})
            cases.log(self.store, case_id, came_in or now, "came_in")
        return Done(case_id, of_case(case_id))

    def case(self, case_id: int) -> Case:
        return self.load(case_id)

    def timeline(self, case_id: int) -> list[TimelineEntry]:
        return cases.timeline(self.store, case_id)

    def history(self, case: Case) -> History:
        """What the customer of this case brought before."""
        if case.customer is None:
            return History()
        return customers.history(self.store, case.customer.id, case.id, case.about, case.came_in)

    def answer(self, case_id: int, field: str, value: object) -> Done[None]:
        return self.answer_all(case_id, {field: value})

    def answer_all(self, case_id: int, answers: Mapping[str, object]) -> Done[None]:
        """Set fields of the case and of its promise in one transaction.

        `answers` holds values as typed on screen or as scripts send them. Raises `AppError` (see `domain.fields`,
        besides `promise_before_complaint`, `before_complaint`, `in_the_future`); nothing is saved then.
        """
        zone = self.zone()
        values = {name: fields.read(name, raw, zone) for name, raw in answers.items()}
        of_promise = {n: v for n, v in values.items() if fields.FIELDS[n].part == "promise"}
        of_self = {n: v for n, v in values.items() if n not in of_promise}
        with self.on_case(case_id, searchable=_has_text(values), derived="outcome" in values) as now:
            self._check_dates(case_id, values, now)
            stored = {n: cases.nothing(n) if v is None else v for n, v in of_self.items()}
            cases.set_fields(self.store, case_id, stored)
            came_in = values.get("came_in")
            if isinstance(came_in, datetime):
                cases.relog_came_in(self.store, case_id, came_in)
            if "answer" in values:
                cases.log(self.store, case_id, now, "answer", answer=values["answer"] or "")
            if of_promise:
                self._set_promise(case_id, of_promise, now)
        return Done(None, of_case(case_id))

    def _check_dates(self, case_id: int, values: dict[str, object], now: datetime) -> None:
        if values.keys().isdisjoint(_DATED):
            return
        came_in = values.get("came_in")
        if "came_in" in values and not isinstance(came_in, datetime):
            raise AppError("date_unreadable", field="came_in", value=came_in)
        if isinstance(came_in, datetime) and came_in > now:
            raise AppError("in_the_future", field="came_in")
        began = to_text(came_in) if isinstance(came_in, datetime) else cases.came_in(self.store, case_id)
        by = values.get("promised_by")
        if isinstance(by, date) and deadline(by, now.tzinfo or UTC) < from_text(began):
            raise AppError("promise_before_complaint", field="promised_by")
        kept = values.get("promise_kept_on")
        if isinstance(kept, datetime) and to_text(kept)[:19] < began[:19]:
            raise AppError("before_complaint", field="promise_kept_on")
        if isinstance(kept, datetime) and kept > now:
            raise AppError("in_the_future", field="promise_kept_on")

    def _set_promise(self, case_id: int, values: dict[str, object], now: datetime) -> None:
        promise_id = parts.current_promise(self.store, case_id, now)
        stored: dict[str, object] = {}
        for name, value in values.items():
            if isinstance(value, date):
                stored[name] = when_to_text(value)
            else:
                stored[name] = cases.nothing(name) if value is None else value
        parts.set_promise(self.store, promise_id, stored)
        promise = next(p for p in cases.promises_of(self.store, case_id) if p.id == promise_id)
        if promise.is_made:
            cases.log_once(self.store, case_id, now, "promised", promise=promise_id)
        kept = values.get("promise_kept_on")
        if isinstance(kept, datetime):
            cases.log_once(self.store, case_id, kept, "kept", promise=promise_id)

    def visit(self, case_id: int, step: Step) -> Done[None]:
        """The owner opened that step's page; the case goes on from there next time."""
        with self.on_case(case_id, searchable=False):
            cases.set_place(self.store, case_id, step, cases.visited(self.store, case_id) | {step.value})
        return Done(None, of_case(case_id))

    def settle_place(self, case_id: int) -> None:
        """Set the step of a case that was taken in by a script from what is known of it."""
        case = self.load(case_id)
        step = HandlingFlow.stands_at(case)
        with self.on_case(case_id, searchable=False):
            order = list(Step)
            before = {s.value for s in order[: order.index(step)]}
            cases.set_place(self.store, case_id, step, cases.visited(self.store, case_id) | before)

    def set_customer(self, case_id: int, values: Mapping[str, str]) -> Done[int]:
        """Type who they are: changes this case's customer, or adds one; returns the customer's id.

        `values` by name: name, phone, email, address, description. Raises `AppError("too_long")`.
        """
        checked = {name: customer_text(name, text) for name, text in values.items()}
        case = self.load(case_id)
        if case.customer is None and not any(checked.values()):
            return Done(0, Changes())
        touched: list[int] = []
        with self.on_case(case_id) as now:
            if case.customer is None:
                customer_id = customers.add(self.store, checked, now)
                cases.set_customer(self.store, case_id, customer_id)
            else:
                customer_id = case.customer.id
                customers.set_fields(self.store, customer_id, checked)
                touched = follow_customer(self.store, customer_id, now)
        return Done(
            customer_id, of_case(case_id) | Changes(cases=frozenset(touched), customers=frozenset((customer_id,)))
        )

    def choose_customer(self, case_id: int, customer_id: int) -> Done[int]:
        """This case is of that known customer; who was typed for it alone and is in no other case is dropped."""
        case = self.load(case_id)
        if customers.load(self.store, customer_id) is None:
            raise AppError("no_such_customer", number=customer_id)
        with self.on_case(case_id):
            cases.set_customer(self.store, case_id, customer_id)
            old = case.customer
            if old is not None and old.id != customer_id and not customers.is_used(self.store, old.id):
                customers.remove(self.store, old.id)
        touched = frozenset({customer_id} | ({case.customer.id} if case.customer else set()))
        return Done(customer_id, of_case(case_id) | Changes(customers=touched))

    def release_customer(self, case_id: int) -> Done[None]:
        """It was not them after all: the case waits for a name again, the known customer stays as they are."""
        case = self.load(case_id)
        with self.on_case(case_id):
            cases.set_customer(self.store, case_id, None)
            if case.customer is not None and not customers.is_used(self.store, case.customer.id):
                customers.remove(self.store, case.customer.id)
        touched = frozenset({case.customer.id} if case.customer else set())
        return Done(None, of_case(case_id) | Changes(customers=touched))


def _has_text(values: Mapping[str, object]) -> bool:
    return any(isinstance(value, str) and not hasattr(value, "name") for value in values.values())
