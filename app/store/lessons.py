"""Lessons as rows, with what their cases say about them."""

import json
from datetime import date

from app.domain.lesson import Lesson
from app.domain.moment import known_from_text
from app.store.database import Row, Store

# A case that came in after the plan was in use: by the moment where the program saw it agreed, else by the day.
# Moments are kept to the second; within one, what came after the first case of the lesson counts as later.
IS_SLIP = (
    "l.in_use_since <> '' AND CASE"
    " WHEN l.agreed_on = '' THEN substr(c.came_in, 1, 10) > l.in_use_since"
    " WHEN substr(c.came_in, 1, 19) = substr(l.agreed_on, 1, 19)"
    " THEN c.id > (SELECT min(id) FROM cases WHERE lesson_id = l.id)"
    " ELSE c.came_in > l.agreed_on END"
)
_LESSON = (
    "SELECT l.id, l.broke, l.plan, l.owner, l.by, l.agreed, l.cause, l.cause_words, l.whys, l.in_use_since, l.made_on,"
    f" l.looked_at_on, l.retired_on, count(c.id), count(c.id) FILTER (WHERE {IS_SLIP}),"
    f" max(c.came_in) FILTER (WHERE {IS_SLIP})"
    " FROM lesson l LEFT JOIN cases c ON c.lesson_id = l.id AND c.deleted_on = ''"
)


def load(store: Store, lesson_id: int) -> Lesson | None:
    row = store.first(f"{_LESSON} WHERE l.id = ? GROUP BY l.id", (lesson_id,))
    return None if row is None else _lesson(row)


def all_lessons(store: Store, limit: int = 1000) -> list[Lesson]:
    """The newest first."""
    rows = store.read(f"{_LESSON} WHERE l.merged_into IS NULL GROUP BY l.id ORDER BY l.id DESC LIMIT ?", (limit,))
    return [_lesson(row) for row in rows]


def in_use(store: Store) -> list[int]:
    """The ids of those that are agreed, without counting their cases."""
    rows = store.read(
        "SELECT id FROM lesson WHERE in_use_since <> '' AND retired_on = '' AND merged_into IS NULL ORDER BY id DESC"
    )
    return [row[0] for row in rows]


def _lesson(row: Row) -> Lesson:
    return Lesson(
        id=row[0],
        broke=row[1],
        plan=row[2],
        owner=row[3],
        by=date.fromisoformat(row[4]) if row[4] else None,
        agreed=tuple(json.loads(row[5])),
        cause=row[6],
        cause_words=row[7],
        whys=tuple(json.loads(row[8])),
        in_use_since=date.fromisoformat(row[9]) if row[9] else None,
        made_on=known_from_text(row[10]),
        looked_at_on=known_from_text(row[11]),
        retired_on=known_from_text(row[12]),
        cases=row[13],
        slips=row[14],
        last_slip=known_from_text(row[15]),
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
