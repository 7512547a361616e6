"""Counts of complaints that have a category, a cause or a supplier in common, within a span of time."""

from datetime import UTC, datetime
from typing import NamedTuple

from app.domain.moment import from_text, to_text
from app.domain.query import Again, InCommon
from app.domain.tally import NO_KIND
from app.store.database import Row, Store

_SPAN = "c.deleted_on = '' AND c.came_in >= ? AND c.came_in < ?"


class Traits(NamedTuple):
    """What a case may have in common with others; empty where it is not known, or of no kind."""

    came_in: datetime
    about: str
    cause: str
    supplier: str


def traits(store: Store, case_id: int) -> Traits | None:
    """Of one case; None where there is no such case. A supplier counts only where it began with the supplier."""
    row = store.first(
        "SELECT c.came_in, c.about, coalesce(l.cause, ''), iif(d.began_with = 'supplier', d.supplier, '')"
        " FROM cases c JOIN case_detail d ON d.case_id = c.id LEFT JOIN lesson l ON l.id = c.lesson_id WHERE c.id = ?",
        (case_id,),
    )
    if row is None:
        return None
    about, cause = ("" if code == NO_KIND else code for code in row[1:3])
    return Traits(from_text(row[0]), about, cause, row[3])


def suppliers(store: Store) -> list[str]:
    """Every name that was written, as it was written."""
    rows = store.read(
        "WITH RECURSIVE names (name) AS ("  # from each name to the next: few are written again and again
        " SELECT min(supplier) FROM case_detail WHERE supplier <> ''"
        " UNION ALL SELECT (SELECT min(supplier) FROM case_detail WHERE supplier <> '' AND supplier > name)"
        " FROM names WHERE name IS NOT NULL) SELECT name FROM names WHERE name IS NOT NULL"
    )
    return [row[0] for row in rows]


def clause(again: Again) -> tuple[str, list[object]]:
    """The condition on a case `c`, with its parameters."""
    marks = ", ".join("?" * len(again.values))
    common = {
        InCommon.CATEGORY: f"c.about IN ({marks})",
        InCommon.CAUSE: f"c.lesson_id IN (SELECT id FROM lesson WHERE cause IN ({marks}))",
        InCommon.SUPPLIER: (
            f"c.id IN (SELECT case_id FROM case_detail WHERE supplier <> '' AND supplier IN ({marks})"  # by its index
            " AND began_with = 'supplier')"
        ),
    }[again.by]
    return f"{common} AND c.came_in >= ? AND c.came_in < ?", [*again.values, *_span(again.since, again.until)]


def place(store: Store, again: Again, case_id: int) -> int:
    """How many there were up to this case, in the order in which they came in, with this one."""
    where, parameters = clause(again)
    row = store.first(
        f"SELECT count(*) FROM cases c WHERE c.deleted_on = '' AND {where}"
        " AND (c.came_in, c.id) <= (SELECT came_in, id FROM cases WHERE id = ?)",
        [*parameters, case_id],
    )
    return int(row[0]) if row else 0


def by_category(store: Store, since: datetime, until: datetime) -> list[Row]:
    """Code and count."""
    return store.read(
        f"SELECT c.about, count(*) FROM cases c WHERE {_SPAN} AND c.about NOT IN ('', '{NO_KIND}') GROUP BY c.about",
        _span(since, until),
    )


def by_cause(store: Store, since: datetime, until: datetime) -> list[Row]:
    """Code and count; the cause is that of the case's lesson."""
    return store.read(
        f"SELECT l.cause, count(*) FROM lesson l JOIN cases c ON c.lesson_id = l.id AND {_SPAN}"
        f" WHERE l.cause NOT IN ('', '{NO_KIND}') GROUP BY l.cause",
        _span(since, until),
    )


def by_supplier(store: Store, since: datetime, until: datetime) -> list[Row]:
    """Name as it was written, and count."""
    return store.read(
        "SELECT d.supplier, count(*) FROM case_detail d WHERE d.supplier <> '' AND d.began_with = 'supplier'"
        f" AND d.case_id IN (SELECT c.id FROM cases c WHERE {_SPAN}) GROUP BY d.supplier",
        _span(since, until),
    )


def _span(since: datetime, until: datetime) -> list[object]:
    return [to_text(since.astimezone(UTC)), to_text(until.astimezone(UTC))]  # sorts before any zone
