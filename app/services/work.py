"""One unit of work on one case: a transaction around it, derived columns and search brought in line at its end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from app.domain.errors import AppError
from app.lazy import lazy
from app.store.database import Store

if TYPE_CHECKING:
    from app.domain.case import Case
    from app.store import cases, search
else:  # asking what is due needs no whole case; services that import these behind us get them as lazily
    cases = lazy("app.store.cases")
    search = lazy("app.store.search")

Clock = Callable[[], datetime]  # an aware moment in the owner's zone


class Work:
    """What every service holds: the file and the clock."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock

    def zone(self) -> tzinfo:
        """The owner's."""
        zone = self.clock().tzinfo
        assert zone is not None, "the clock gives aware moments"
        return zone

    def load(self, case_id: int) -> "Case":
        """Raises `AppError("no_such_case")`."""
        case = cases.load(self.store, case_id)
        if case is None:
            raise AppError("no_such_case", number=case_id)
        return case

    @contextmanager
    def on_case(self, case_id: int, *, searchable: bool = True, derived: bool = True) -> Iterator[datetime]:
        """Gives the moment of the change; raises `AppError("no_such_case")` before anything is written.

        `searchable`: a text may change that is searched. `derived`: something may change that the list is told of
        (`cases.touch`). A key that is typed asks for no more than it needs.
        """
        now = self.clock()
        with self.store.atomic():
            if not cases.stamp(self.store, case_id, now):
                raise AppError("no_such_case", number=case_id)
            yield now
            if derived:
                cases.touch(self.store, case_id, now)
            if searchable:
                search.refresh(self.store, case_id)
