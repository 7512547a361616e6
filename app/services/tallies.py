"""The third time this year: how often complaints have a category, a cause or a supplier in common."""

from datetime import datetime

from app.domain.fold import fold
from app.domain.query import Again, InCommon
from app.domain.tally import AGAIN_FROM, TOLD_FROM, Place, Tally, one_name, year_of
from app.services.work import Work
from app.store import tallies


class Tallies(Work):
    def of_case(self, case_id: int) -> list[Place]:
        """What this case is the third or a later one of in its year; nothing for a case that is not there."""
        known = tallies.traits(self.store, case_id)
        if known is None:
            return []
        since, until = self._year(known.came_in.astimezone(self.zone()).year)
        found = []
        for by, what in (
            (InCommon.CATEGORY, known.about),
            (InCommon.CAUSE, known.cause),
            (InCommon.SUPPLIER, known.supplier),
        ):
            if what.strip():
                values = self._spellings(what) if by is InCommon.SUPPLIER else (what,)
                again = Again(by, values, since, until)
                found.append(Place(" ".join(what.split()), tallies.place(self.store, again, case_id), again))
        return [one for one in found if one.place >= TOLD_FROM]

    def of_year(self, year: int | None = None) -> list[Tally]:
        """What came up twice or more in a year, this one unless given: causes, categories, then suppliers.

        Of each the most frequent first. A supplier counts where the complaint began with the supplier; names that
        differ only in case, accents or blanks are one.
        """
        since, until = self._year(year or self.clock().year)
        causes = [(what, count, (what,)) for what, count in tallies.by_cause(self.store, since, until)]
        categories = [(what, count, (what,)) for what, count in tallies.by_category(self.store, since, until)]
        suppliers = one_name((row[0], row[1]) for row in tallies.by_supplier(self.store, since, until))
        found = []
        for by, rows in ((InCommon.CAUSE, causes), (InCommon.CATEGORY, categories), (InCommon.SUPPLIER, suppliers)):
            often = sorted((row for row in rows if row[1] >= AGAIN_FROM), key=lambda row: (-row[1], row[0]))
            found += [Tally(what, count, Again(by, values, since, until)) for what, count, values in often]
        return found

    def _spellings(self, supplier: str) -> tuple[str, ...]:
        key = fold(supplier)
        return tuple(sorted(name for name in tallies.suppliers(self.store) if fold(name) == key))

    def _year(self, year: int) -> tuple[datetime, datetime]:
        return year_of(year, self.zone())
