"""Keeping a promise, taking it back, and trying again after one that did not help."""

from datetime import datetime

from app.domain.changes import Done, of_case
from app.domain.errors import AppError
from app.domain.moment import to_text
from app.services.work import Work
from app.store import cases, parts


class Promises(Work):
    def keep(self, promise_id: int, on: datetime | None = None) -> Done[None]:
        """Raises `AppError`: `no_such_promise`, `before_complaint`, `in_the_future`."""
        case_id = self._case_of(promise_id)
        with self.on_case(case_id, searchable=False) as now:
            kept = on or now
            check_moment(kept, cases.came_in(self.store, case_id), now)
            parts.set_kept(self.store, promise_id, kept)
            cases.log_once(self.store, case_id, kept, "kept", promise=promise_id)
        return Done(None, of_case(case_id))

    def unkeep(self, promise_id: int) -> Done[None]:
        """Undo of `keep`."""
        case_id = self._case_of(promise_id)
        with self.on_case(case_id, searchable=False):
            parts.set_kept(self.store, promise_id, None)
            cases.unlog(self.store, case_id, "kept", promise=promise_id)
        return Done(None, of_case(case_id))

    def withdraw(self, promise_id: int) -> Done[None]:
        """The promise no longer stands; the case may get another one."""
        case_id = self._case_of(promise_id)
        with self.on_case(case_id, searchable=False) as now:
            parts.set_withdrawn(self.store, promise_id, now)
            cases.log_once(self.store, case_id, now, "withdrawn", promise=promise_id)
        return Done(None, of_case(case_id))

    def unwithdraw(self, promise_id: int) -> Done[None]:
        """Undo of `withdraw`."""
        case_id = self._case_of(promise_id)
        with self.on_case(case_id, searchable=False):
            parts.set_withdrawn(self.store, promise_id, None)
            cases.unlog(self.store, case_id, "withdrawn", promise=promise_id)
        return Done(None, of_case(case_id))

    def try_again(self, case_id: int) -> Done[int]:
        """A second attempt beside the first, which stays in the story; the new promise's id."""
        with self.on_case(case_id, searchable=False) as now:
            newest = cases.promises_of(self.store, case_id)
            if newest and not newest[-1].is_made and newest[-1].withdrawn_on is None:
                promise_id = newest[-1].id
            else:
                promise_id = parts.add_promise(self.store, case_id, now)
        return Done(promise_id, of_case(case_id))

    def untry(self, promise_id: int) -> Done[None]:
        """Undo of `try_again`: the second attempt is gone as if it had not been begun."""
        case_id = self._case_of(promise_id)
        with self.on_case(case_id, searchable=False):
            parts.remove_promise(self.store, promise_id)
        return Done(None, of_case(case_id))

    def _case_of(self, promise_id: int) -> int:
        case_id = parts.case_of_promise(self.store, promise_id)
        if case_id is None:
            raise AppError("no_such_promise", number=promise_id)
        return case_id


def check_moment(on: datetime, came_in: str, now: datetime) -> None:
    """Nothing is done before the complaint came in, nor in the future; raises `AppError` for these."""
    if to_text(on)[:19] < came_in[:19]:
        raise AppError("before_complaint", on=to_text(on))
    if on > now:
        raise AppError("in_the_future", on=to_text(on))
