"""Effect checks as rows, and the complaints that they count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.effect import Counts, EffectCheck, Spans
from app.domain.moment import from_text, known_from_text, to_text
from app.store.database import Row, Store


@dataclass(frozen=True, slots=True)
class PlanInUse:
    plan: str
    in_use_since: date
    agreed_on: datetime | None
    checked_days: int


def plan_in_use(store: Store, lesson_id: int) -> PlanInUse | None:
    """The plan of a lesson with the last check of it that was answered; None where none is in use."""
    row = store.first(
        "SELECT plan, broke, in_use_since, agreed_on, (SELECT coalesce(max(days), 0) FROM effect_check"
        " WHERE lesson_id = l.id AND in_use_since = l.in_use_since)"
        " FROM lesson l WHERE id = ? AND in_use_since <> '' AND retired_on = '' AND merged_into IS NULL",
        (lesson_id,),
    )
    if row is None:
        return None
    return PlanInUse(row[0] or row[1], date.fromisoformat(row[2]), known_from_text(row[3]), row[4])


def counts(store: Store, lesson_id: int, spans: Spans) -> Counts:
    """Complaints of this lesson and all complaints, by when they came in; those in the trash are not counted."""
    before, before_of = _count(store, lesson_id, *spans.before)
    since, since_of = _count(store, lesson_id, *spans.since)
    return Counts(before, before_of, since, since_of)


def after(store: Store, lesson_id: int, moment: datetime) -> int:
    """How many of this lesson came in after that moment."""
    row = store.first(
        "SELECT count(*) FROM cases WHERE lesson_id = ? AND came_in > ? AND deleted_on = ''",
        (lesson_id, _seconds(moment)),
    )
    return int(row[0]) if row else 0


def _count(store: Store, lesson_id: int, start: datetime, end: datetime) -> tuple[int, int]:
    first, last = _seconds(start), _seconds(end)
    row = store.first(
        "SELECT (SELECT count(*) FROM cases WHERE lesson_id = ? AND came_in > ? AND came_in <= ? AND deleted_on = ''),"
        " (SELECT count(*) FROM cases WHERE came_in > ? AND came_in <= ? AND deleted_on = '')",
        (lesson_id, first, last, first, last),
    )
    assert row is not None
    return row[0], row[1]


def _seconds(moment: datetime) -> str:
    """Sorts after every text of the same second, whatever zone it names."""
    return f"{to_text(moment).partition('[')[0]}\u007f"


def add(store: Store, check: EffectCheck) -> int:
    counted = check.counts
    return store.insert(
        "effect_check",
        {
            "lesson_id": check.lesson_id,
            "in_use_since": check.in_use_since.isoformat(),
            "days": check.days,
            "holds": int(check.holds),
            "words": check.words,
            "made_on": to_text(check.made_on),
            "before": counted.before,
            "before_of": counted.before_of,
            "since": counted.since,
            "since_of": counted.since_of,
        },
    )


def remove(store: Store, check_id: int) -> int | None:
    """Returns the lesson it belonged to."""
    row = store.first("SELECT lesson_id FROM effect_check WHERE id = ?", (check_id,))
    store.write("DELETE FROM effect_check WHERE id = ?", (check_id,))
    return int(row[0]) if row else None


def ids_of_other_plans(store: Store, lesson_id: int, in_use_since: date | None) -> list[int]:
    """Checks of a lesson, without those of a plan of that day: another lesson's would be taken for answered by them."""
    day = in_use_since.isoformat() if in_use_since else ""
    rows = store.read(
        "SELECT id FROM effect_check WHERE lesson_id = ? AND in_use_since <> ? ORDER BY id", (lesson_id, day)
    )
    return [row[0] for row in rows]


def move(store: Store, check_ids: Iterable[int], lesson_id: int) -> None:
    for check_id in check_ids:
        store.update("effect_check", "id", check_id, {"lesson_id": lesson_id})


def of_lesson(store: Store, lesson_id: int) -> list[EffectCheck]:
    """The newest first, also those of earlier plans."""
    rows = store.read(
        "SELECT id, lesson_id, in_use_since, days, holds, words, made_on, before, before_of, since, since_of"
        " FROM effect_check WHERE lesson_id = ? ORDER BY made_on DESC, id DESC",
        (lesson_id,),
    )
    return [_check(row) for row in rows]


def _check(r: Row) -> EffectCheck:
    return EffectCheck(
        id=r[0],
        lesson_id=r[1],
        in_use_since=date.fromisoformat(r[2]),
        days=r[3],
        holds=bool(r[4]),
        words=r[5],
        made_on=from_text(r[6]),
        counts=Counts(*r[7:]),
    )
