"""What becomes of a plan: ended for another one, kept, or merged with the plan of another lesson."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from app.domain.earlier_plan import EarlierPlan
from app.domain.moment import from_text
from app.store.database import Row, Store

PLAN = ("plan", "owner", "by", "agreed", "in_use_since", "agreed_on", "looked_at_on")  # columns of a lesson
_PLAN = ", ".join(PLAN)


def columns(store: Store, lesson_id: int, names: Sequence[str]) -> dict[str, object]:
    """Columns of a lesson as they are stored, to be written back by `lessons.set_fields`."""
    row = store.first(f"SELECT {', '.join(names)} FROM lesson WHERE id = ?", (lesson_id,))
    assert row is not None, "its lesson was asked for before"
    return dict(zip(names, row, strict=True))


def add_earlier(store: Store, lesson_id: int, plan: dict[str, object], ended_on: str, slips: int) -> int:
    """Keep a plan that is given up, of that lesson; the id it has there."""
    return store.insert("earlier_plan", {"lesson_id": lesson_id, **plan, "ended_on": ended_on, "slips": slips})


def earlier(store: Store, lesson_id: int) -> list[EarlierPlan]:
    """The one given up last comes first."""
    rows = store.read(
        "SELECT id, plan, owner, agreed, in_use_since, ended_on, slips FROM earlier_plan WHERE lesson_id = ?"
        " ORDER BY ended_on DESC, id DESC",
        (lesson_id,),
    )
    return [_earlier(row) for row in rows]


def _earlier(row: Row) -> EarlierPlan:
    return EarlierPlan(
        id=row[0],
        plan=row[1],
        owner=row[2],
        agreed=tuple(json.loads(row[3])),
        in_use_since=date.fromisoformat(row[4]) if row[4] else None,
        ended_on=from_text(row[5]),
        slips=row[6],
    )


def take_earlier(store: Store, earlier_id: int) -> tuple[int, dict[str, object]] | None:
    """Take an earlier plan out of the list: its lesson and its columns; None where it is not there."""
    row = store.first(f"SELECT lesson_id, {_PLAN} FROM earlier_plan WHERE id = ?", (earlier_id,))
    if row is None:
        return None
    store.write("DELETE FROM earlier_plan WHERE id = ?", (earlier_id,))
    return row[0], dict(zip(PLAN, row[1:], strict=True))


def has_past(store: Store, lesson_id: int) -> bool:
    """Whether it had other plans, was judged, or another lesson was merged into it."""
    row = store.first(
        "SELECT EXISTS (SELECT 1 FROM earlier_plan WHERE lesson_id = :id)"
        " OR EXISTS (SELECT 1 FROM effect_check WHERE lesson_id = :id)"
        " OR EXISTS (SELECT 1 FROM lesson WHERE merged_into = :id)",
        {"id": lesson_id},
    )
    return bool(row and row[0])


def ids_of_earlier(store: Store, lesson_id: int) -> list[int]:
    return [row[0] for row in store.read("SELECT id FROM earlier_plan WHERE lesson_id = ? ORDER BY id", (lesson_id,))]


def move_earlier(store: Store, earlier_ids: Iterable[int], lesson_id: int) -> None:
    for earlier_id in earlier_ids:
        store.update("earlier_plan", "id", earlier_id, {"lesson_id": lesson_id})


def whole_of(store: Store, lesson_id: int) -> list[int]:
    """Every case of a lesson, also those in the trash."""
    return [row[0] for row in store.read("SELECT id FROM cases WHERE lesson_id = ? ORDER BY id", (lesson_id,))]


def entries_of(store: Store, case_ids: Iterable[int], lesson_id: int) -> list[int]:
    """The lines of these cases' stories that name the lesson."""
    return [
        row[0]
        for case_id in case_ids
        for row in store.read(
            "SELECT id FROM timeline WHERE case_id = ? AND code = 'lesson' AND facts ->> 'lesson' = ?",
            (case_id, lesson_id),
        )
    ]


def rename_entries(store: Store, entry_ids: Iterable[int], lesson_id: int) -> None:
    """They name another lesson now."""
    for entry_id in entry_ids:
        store.update("timeline", "id", entry_id, {"facts": json.dumps({"lesson": lesson_id})})


def take_entries(store: Store, case_id: int, lesson_id: int) -> list[Row]:
    """Take the lines that name the lesson out of a case's story; as they were."""
    where = "case_id = ? AND code = 'lesson' AND facts ->> 'lesson' = ?"
    rows = store.read(f"SELECT id, case_id, happened_on, code, facts FROM timeline WHERE {where}", (case_id, lesson_id))
    store.write(f"DELETE FROM timeline WHERE {where}", (case_id, lesson_id))
    return rows


def put_entries(store: Store, rows: Iterable[Row]) -> None:
    """The same lines again, each at its place."""
    for row in rows:
        store.insert("timeline", dict(zip(("id", "case_id", "happened_on", "code", "facts"), row, strict=True)))
