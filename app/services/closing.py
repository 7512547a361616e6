"""Closing, opening again, deleting to the trash and bringing back."""

from datetime import datetime, timedelta

from app.domain.changes import Changes, Done, of_case
from app.domain.errors import AppError
from app.domain.handling import HandlingFlow
from app.domain.terms import Step
from app.services.promises import check_moment
from app.services.work import Work
from app.store import cases, parts, playbook

TRASH_DAYS = 30  # long enough to come back from a holiday and find what was thrown away


class Closing(Work):
    def close(self, case_id: int, on: datetime | None = None) -> Done[None]:
        """Raises `AppError`: `cannot_close` with `missing`, the codes of what it still insists on; `already_closed`."""
        case = self.load(case_id)
        if case.closed_on is not None:
            raise AppError("already_closed", number=case_id)
        problems = HandlingFlow.can_close(case)
        if problems:
            raise AppError("cannot_close", missing=[p.code for p in problems])
        with self.on_case(case_id, searchable=False) as now:
            closed = on or now
            check_moment(closed, cases.came_in(self.store, case_id), now)
            cases.set_closed(self.store, case_id, closed)
            cases.set_place(self.store, case_id, Step.CLOSE, cases.visited(self.store, case_id) | {Step.CLOSE.value})
            cases.log(self.store, case_id, closed, "closed")
        return Done(None, of_case(case_id))

    def reopen(self, case_id: int) -> Done[None]:
        with self.on_case(case_id, searchable=False) as now:
            cases.set_closed(self.store, case_id, None)
            cases.log(self.store, case_id, now, "reopened")
        return Done(None, of_case(case_id))

    def delete(self, case_id: int) -> Done[None]:
        """To the trash: it can be brought back for 30 days."""
        with self.on_case(case_id, searchable=False) as now:
            cases.set_deleted(self.store, case_id, now)
        return Done(None, of_case(case_id))

    def restore(self, case_id: int) -> Done[None]:
        with self.on_case(case_id):  # its customer may have got another name meanwhile
            cases.set_deleted(self.store, case_id, None)
        return Done(None, of_case(case_id))

    def purge(self) -> Done[int]:
        """Delete for good what has been in the trash, or out of the house rules, for 30 days; how many cases went."""
        before = self.clock() - timedelta(days=TRASH_DAYS)
        with self.store.atomic():
            gone = parts.purge(self.store, before)
            playbook.purge(self.store, before)
        return Done(len(gone), Changes(cases=frozenset(gone), listed=bool(gone)))
