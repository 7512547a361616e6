"""Lessons as rows, with what their cases say about them."""

import json
from datetime import date

from app.domain.lesson import Lesson
from app.domain.moment import known_from_text
from app.store.database import Row, Store

_LESSON = (
    "SELECT l.id, l.broke, l.plan, l.owner, l.by, l.agreed, l.cause, l.in_use_since, l.made_on, count(c.id),"
    " count(c.id) FILTER (WHERE l.in_use_since <> '' AND substr(c.came_in, 1, 10) > l.in_use_since),"
    " max(c.came_in) FILTER (WHERE l.in_use_since <> '' AND substr(c.came_in, 1, 10) > l.in_use_since)"
    " FROM lesson l LEFT JOIN cases c ON c.lesson_id = l.id AND c.deleted_on = ''"
)


def load(store: Store, lesson_id: int) -> Lesson | None:
    row = store.first(f"{_LESSON} WHERE l.id = ? GROUP BY l.id", (lesson_id,))
    return None if row is None else _lesson(row)


def all_lessons(store: Store, limit: int = 1000) -> list[Lesson]:
    """The newest first."""
    return [_lesson(row) for row in store.read(f"{_LESSON} GROUP BY l.id ORDER BY l.id DESC LIMIT ?", (limit,))]


def in_use(store: Store) -> list[int]:
    """The ids of those that are agreed, without counting their cases."""
    return [row[0] for row in store.read("SELECT id FROM lesson WHERE in_use_since <> '' ORDER BY id DESC")]


def _lesson(row: Row) -> Lesson:
    return Lesson(
        id=row[0],
        broke=row[1],
        plan=row[2],
        owner=row[3],
        by=date.fromisoformat(row[4]) if row[4] else None,
        agreed=tuple(json.loads(row[5])),
        cause=row[6],
        in_use_since=date.fromisoformat(row[7]) if row[7] else None,
        made_on=known_from_text(row[8]),
        cases=row[9],
        slips=row[10],
        last_slip=known_from_text(row[11]),
    )


def add(store: Store, values: dict[str, object]) -> int:
    return store.insert("lesson", values)


def set_fields(store: Store, lesson_id: int, values: dict[str, object]) -> None:
    store.update("lesson", "id", lesson_id, values)


def link(store: Store, case_id: int, lesson_id: int | None) -> None:
    store.update("cases", "id", case_id, {"lesson_id": lesson_id})


def remove_if_empty(store: Store, lesson_id: int) -> bool:
    """Drop a lesson in which nothing was written and to which no case leads; tells whether it went."""
    return bool(
        store.write(
            "DELETE FROM lesson WHERE id = ? AND broke = '' AND plan = ''"
            " AND NOT EXISTS (SELECT 1 FROM cases WHERE lesson_id = lesson.id)",
            (lesson_id,),
        )
    )


def cases_of(store: Store, lesson_id: int) -> list[int]:
    rows = store.read(
        "SELECT id FROM cases WHERE lesson_id = ? AND deleted_on = '' ORDER BY came_in DESC, id DESC LIMIT 200",
        (lesson_id,),
    )
    return [row[0] for row in rows]


def ever(store: Store) -> bool:
    """Whether there is anything to show on the page of lessons."""
    return store.first("SELECT 1 FROM lesson LIMIT 1") is not None
