"""Lessons as rows, with what their cases say about them."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date

from app.domain.lesson import Lesson
from app.domain.moment import known_from_text
from app.store.database import Row, Store

# A case that came in after the plan was in use: by the moment where the program saw it agreed, else by the day.
# Moments are kept to the second; within one, what came after the first case of the lesson counts as later.
# Of a lesson `l` and a case `c`. A retired plan keeps what came before, and is asked for no more.
IS_SLIP = (
    "l.in_use_since <> '' AND (l.retired_on = '' OR c.came_in <= l.retired_on) AND CASE"
    " WHEN l.agreed_on = '' THEN substr(c.came_in, 1, 10) > l.in_use_since"
    " WHEN substr(c.came_in, 1, 19) = substr(l.agreed_on, 1, 19)"
    " THEN c.id > (SELECT id FROM cases WHERE lesson_id = l.id ORDER BY came_in, id LIMIT 1)"
    " ELSE c.came_in > l.agreed_on END"
)
# The latest about the plan in use; one that came into use on the day on which another was judged has none yet.
_ANSWER = (
    "(SELECT id FROM effect_check WHERE lesson_id = l.id AND in_use_since = l.in_use_since"
    " AND made_on >= substr(l.agreed_on, 1, 19) ORDER BY made_on DESC, id DESC LIMIT 1)"
)
_LESSON = (
    "SELECT l.id, l.broke, l.plan, l.owner, l.by, l.agreed, l.cause, l.cause_words, l.whys, l.in_use_since, l.made_on,"
    f" l.looked_at_on, l.retired_on, count(c.id), count(c.id) FILTER (WHERE {IS_SLIP}),"
    f" max(c.came_in) FILTER (WHERE {IS_SLIP}), e.holds, e.made_on"
    f" FROM lesson l LEFT JOIN effect_check e ON e.id = {_ANSWER}"
    " LEFT JOIN cases c ON c.lesson_id = l.id AND c.deleted_on = ''"
)


def load(store: Store, lesson_id: int) -> Lesson | None:
    """None where there is none, or where it was merged into another."""
    row = store.first(f"{_LESSON} WHERE l.id = ? AND l.merged_into IS NULL GROUP BY l.id", (lesson_id,))
    return None if row is None else replace(_lesson(row), supplier=_supplier(store, lesson_id))


def _supplier(store: Store, lesson_id: int) -> str:
    """The one that its cases name; two names tell that there are several, mostly without reading all."""
    found = store.read(f"{_ITS_SUPPLIERS} LIMIT 2", (lesson_id,))
    if len(found) == 2 and _one_name(found):  # written in two ways
        found = store.read(_ITS_SUPPLIERS, (lesson_id,))
    return _one_name(found)


def all_lessons(store: Store, limit: int = 5000) -> list[Lesson]:
    """The newest first; without those that were merged, and without those that have neither words nor a case."""
    rows = store.read(
        f"{_LESSON} WHERE l.merged_into IS NULL GROUP BY l.id HAVING count(c.id) OR l.broke <> '' OR l.plan <> ''"
        " ORDER BY l.id DESC LIMIT ?",
        (limit,),
    )
    names: dict[int, list[Row]] = {}
    for lesson_id, name in store.read(_SUPPLIERS):
        names.setdefault(lesson_id, []).append((name,))
    return [replace(_lesson(row), supplier=_one_name(names.get(row[0], []))) for row in rows]


# The index holds the few cases with a supplier; by itself SQLite would read the long texts of all.
_SUPPLIERS = (
    "SELECT DISTINCT c.lesson_id, d.supplier FROM case_detail d INDEXED BY case_by_supplier"
    " JOIN cases c ON c.id = d.case_id WHERE d.supplier <> '' AND c.lesson_id IS NOT NULL AND c.deleted_on = ''"
)
_ITS_SUPPLIERS = (
    "SELECT DISTINCT d.supplier FROM cases c JOIN case_detail d ON d.case_id = c.id"
    " WHERE c.lesson_id = ? AND c.deleted_on = '' AND d.supplier <> ''"
)


def _one_name(rows: list[Row]) -> str:
    """The name, however it was written, where all write the same."""
    names = [" ".join(row[0].split()) for row in rows]
    return names[0] if len({name.casefold() for name in names}) == 1 else ""


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
        said_to_hold=None if row[16] is None else bool(row[16]),
        said_on=known_from_text(row[17] or ""),
    )


def add(store: Store, values: dict[str, object]) -> int:
    return store.insert("lesson", values)


def set_fields(store: Store, lesson_id: int, values: dict[str, object]) -> None:
    store.update("lesson", "id", lesson_id, values)


def link(store: Store, case_id: int, lesson_id: int | None) -> None:
    store.update("cases", "id", case_id, {"lesson_id": lesson_id})


def remove(store: Store, lesson_id: int) -> None:
    store.write("DELETE FROM lesson WHERE id = ?", (lesson_id,))


def cases_of(store: Store, lesson_id: int) -> list[int]:
    """Those that are not in the trash, the newest first."""
    rows = store.read(
        "SELECT id FROM cases WHERE lesson_id = ? AND deleted_on = '' ORDER BY came_in DESC, id DESC", (lesson_id,)
    )
    return [row[0] for row in rows]


def slips_of(store: Store, lesson_id: int) -> list[int]:
    """Of these, the ones that came in after the plan was in use."""
    rows = store.read(
        "SELECT c.id FROM cases c JOIN lesson l ON l.id = c.lesson_id"
        f" WHERE l.id = ? AND c.deleted_on = '' AND {IS_SLIP} ORDER BY c.came_in DESC, c.id DESC",
        (lesson_id,),
    )
    return [row[0] for row in rows]


def slip_of(store: Store, case_id: int) -> int | None:
    """The lesson that came back with this case, None where it did not."""
    row = store.first(
        f"SELECT l.id FROM cases c JOIN lesson l ON l.id = c.lesson_id WHERE c.id = ? AND {IS_SLIP}", (case_id,)
    )
    return None if row is None else int(row[0])


def people(store: Store, limit: int) -> list[str]:
    """Who agreed to plans or owns them, the most frequent first; of the newest two hundred lessons."""
    found: Counter[str] = Counter()
    for agreed, owner in store.read(
        "SELECT agreed, owner FROM lesson WHERE merged_into IS NULL ORDER BY id DESC LIMIT 200"
    ):
        found.update({name for name in (*json.loads(agreed), owner.strip()) if name})
    return [name for name, _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))][:limit]


def ever(store: Store) -> bool:
    """Whether there is anything to show on the page of lessons."""
    return (
        store.first(
            "SELECT 1 FROM lesson l WHERE l.merged_into IS NULL AND (l.broke <> '' OR l.plan <> ''"
            " OR EXISTS (SELECT 1 FROM cases WHERE lesson_id = l.id AND deleted_on = '')) LIMIT 1"
        )
        is not None
    )
