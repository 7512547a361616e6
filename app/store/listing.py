"""The ids, rows and counts of the list of complaints."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.moment import from_text
from app.domain.query import CaseQuery, CaseRow, Column
from app.domain.terms import Stage
from app.lazy import lazy
from app.store import search
from app.store.database import Store

if TYPE_CHECKING:
    from app.store import tallies
else:  # only where somebody looks at what came up again and again
    tallies = lazy("app.store.tallies")

_STAGE = {
    Stage.OPEN: "c.closed_on = '' AND c.deleted_on = ''",
    Stage.WAITING: "c.closed_on = '' AND c.deleted_on = '' AND c.answered_on = ''",
    Stage.PROMISED: (
        "c.closed_on = '' AND c.deleted_on = '' AND EXISTS (SELECT 1 FROM promise p WHERE p.case_id = c.id"
        " AND p.by <> '' AND p.kept_on = '' AND p.withdrawn_on = '' AND p.what || p.remedy <> '')"
    ),
    Stage.CLOSED: "c.is_open < 1 AND c.deleted_on = ''",  # with "= 0" the order is sorted out anew, not read off
    Stage.ALL: "c.deleted_on = ''",
    Stage.TRASH: "c.deleted_on <> ''",
}
_OPEN = (Stage.OPEN, Stage.WAITING, Stage.PROMISED)
_ORDER = {
    Column.NUMBER: "c.id",
    Column.CUSTOMER: "c.who_key",
    Column.TITLE: "c.title_key",
    Column.STANDING: "c.standing",
    Column.ANGER: "c.anger",
    Column.CAME_IN: "c.came_in",
}


def _where(query: CaseQuery) -> tuple[str, list[object]]:
    conditions, parameters = [_STAGE[query.stage]], list[object]()
    if query.about:
        conditions.append("c.about = ?")
        parameters.append(query.about)
    if query.customer_id is not None:
        conditions.append("c.customer_id = ?")
        parameters.append(query.customer_id)
    if query.again is not None:
        where, values = tallies.clause(query.again)
        conditions.append(where)
        parameters.extend(values)
    found = search.clause(query.search, few=query.stage in _OPEN)
    if found is not None:
        conditions.append(found[0])
        parameters.extend(found[1])
    return " AND ".join(conditions), parameters


def ids(store: Store, query: CaseQuery) -> "array[int]":
    """The numbers of all cases of the query in its order; eight bytes each.

    Equals stand closed before open, then by number: so the indexes hold them, and nothing is left to be sorted.
    """
    sql, parameters = statement(query)
    # One text of all numbers takes half the time of a hundred thousand rows of one number each.
    found = store.first(f"SELECT json_group_array(id) FROM ({sql})", parameters)
    assert found is not None
    return array("q", json.loads(found[0]))


def statement(query: CaseQuery) -> tuple[str, list[object]]:
    """What is asked for the numbers of a query, with its parameters."""
    where, parameters = _where(query)
    columns = ("c.id",) if query.sort is Column.NUMBER else (_ORDER[query.sort], "c.is_open", "c.id")
    turn = "DESC" if query.descending else "ASC"
    order = ", ".join(f"{column} {turn}" for column in columns)
    return f"SELECT c.id AS id FROM cases c {_by(query.stage)} WHERE {where} ORDER BY {order}", parameters


def _by(stage: Stage) -> str:
    """Few are open: left alone, SQLite would look for them among all, for the sake of the order."""
    return "INDEXED BY case_open" if stage in _OPEN else ""


_ROW = (
    "SELECT c.id, c.who, c.title, c.step, c.answer, c.outcome, c.anger, c.anger_after, c.came_in, c.closed_on <> ''"
    " FROM cases c WHERE c.id IN ({marks})"
)


def rows(store: Store, wanted: Sequence[int]) -> dict[int, CaseRow]:
    """The rows of these numbers; a number that is gone is left out."""
    found = store.read(_ROW.format(marks=", ".join("?" * len(wanted))), list(wanted))
    return {
        r[0]: CaseRow(
            id=r[0],
            customer=r[1],
            title=r[2],
            step=r[3],
            answer=r[4],
            outcome=r[5],
            anger=r[6],
            anger_after=r[7],
            came_in=from_text(r[8]),
            closed=bool(r[9]),
            follow_up_due=None,
        )
        for r in found
    }


@dataclass(frozen=True, slots=True)
class Counts:
    open: int
    waiting: int
    promised: int
    closed: int
    trash: int


def counts(store: Store) -> Counts:
    def one(stage: Stage) -> int:
        row = store.first(f"SELECT count(*) FROM cases c {_by(stage)} WHERE {_STAGE[stage]}")
        return int(row[0]) if row else 0

    is_open = one(Stage.OPEN)
    return Counts(
        open=is_open,
        waiting=one(Stage.WAITING),
        promised=one(Stage.PROMISED),
        closed=one(Stage.ALL) - is_open,
        trash=one(Stage.TRASH),
    )


def abouts(store: Store) -> list[str]:
    """Every category in use, the most frequent first."""
    rows = store.read(
        "SELECT about FROM cases WHERE deleted_on = '' AND about <> '' GROUP BY about ORDER BY count(*) DESC, about"
    )
    return [row[0] for row in rows]
