"""The dates of the cases and lessons that may be due."""

from collections.abc import Sequence
from datetime import date

from app.domain.due import CaseDates, LessonDates, LessonPutOff, PutOff
from app.domain.lesson import EFFECT_CHECK_DAYS
from app.domain.moment import from_text, known_from_text, to_text, when_from_text
from app.domain.terms import Answer, Channel, DueKind, FollowUpResult
from app.store.database import Row, Store
from app.store.lessons import IS_SLIP

_DATES = (
    "SELECT c.id, c.who, c.title, c.channel, c.answer, c.came_in, c.answered_on,"
    " p.what, p.remedy, p.by, p.kept_on, p.cost, c.follow_up_days, f.result, f.happened_on, c.follow_up_skipped,"
    " c.closed_on <> '', m.id, m.card_kind, m.ready_on, m.printed_on, c.anger, c.anger_after"
    " FROM cases c {index}"
    " LEFT JOIN promise p ON p.id = (SELECT max(id) FROM promise WHERE case_id = c.id AND withdrawn_on = '')"
    " LEFT JOIN follow_up f ON f.id ="
    "   (SELECT id FROM follow_up WHERE case_id = c.id ORDER BY happened_on DESC, id DESC LIMIT 1)"
    " LEFT JOIN message m ON m.id ="
    "   (SELECT min(id) FROM message WHERE case_id = c.id AND ready_on <> '' AND given_on = '')"
    " WHERE "
)
MAY_BE_DUE = (
    # By itself SQLite reads all hundred thousand; the index holds the open ones alone.
    _DATES.format(index="INDEXED BY case_open") + "c.deleted_on = '' AND c.closed_on = ''",
    _DATES.format(index="")
    + (
        "c.deleted_on = '' AND c.closed_on <> ''"
        " AND c.id IN (SELECT case_id FROM message WHERE ready_on <> '' AND given_on = '')"
    ),
)


def open_cases(store: Store) -> list[CaseDates]:
    """Every case that is open or has a card on its way."""
    return [_dates(row) for query in MAY_BE_DUE for row in store.read(query)]


def of_cases(store: Store, wanted: Sequence[int]) -> list[CaseDates]:
    marks = ", ".join("?" * len(wanted))
    return [_dates(row) for row in store.read(f"{_DATES.format(index='')}c.id IN ({marks})", list(wanted))]


def _dates(r: Row) -> CaseDates:
    made = bool(r[9]) and bool(r[7] or r[8])
    return CaseDates(
        case_id=r[0],
        customer=r[1],
        title=r[2],
        channel=Channel(r[3]) if r[3] else None,
        answer=Answer(r[4]) if r[4] else None,
        came_in=from_text(r[5]),
        answered_on=known_from_text(r[6]),
        promise_what=(r[7] or r[8]) if made else "",
        promised_by=when_from_text(r[9]) if made else None,
        promise_kept_on=known_from_text(r[10]) if made else None,
        promise_cost=r[11],
        follow_up_days=r[12],
        follow_up_result=FollowUpResult(r[13]) if r[13] else None,
        follow_up_on=known_from_text(r[14]),
        follow_up_skipped=bool(r[15]),
        closed=bool(r[16]),
        card_id=r[17],
        card_kind=r[18] or "",
        card_ready_on=known_from_text(r[19]),
        card_printed_on=known_from_text(r[20]),
        anger=r[21],
        anger_after=r[22],
    )


_PUT_OFFS = (
    "SELECT case_id, kind, until, reason FROM put_off"
    " WHERE id IN (SELECT max(id) FROM put_off {where} GROUP BY case_id, kind)"
)


def put_offs(store: Store, wanted: Sequence[int] | None = None) -> list[PutOff]:
    """The newest putting-off of each kind of these cases, or of all."""
    if wanted is None:
        rows = store.read(_PUT_OFFS.format(where=""))
    else:
        marks = ", ".join("?" * len(wanted))
        rows = store.read(_PUT_OFFS.format(where=f"WHERE case_id IN ({marks})"), list(wanted))
    return [PutOff(r[0], DueKind(r[1]), from_text(r[2]), r[3]) for r in rows]


# Of each lesson in work the figures alone, from the index of cases by lesson; words are read of those that are due.
# A slip is no older than the plan, so that the index is entered there.
_OPEN_LESSONS = (
    "WITH found AS (SELECT l.id AS id,"
    " (SELECT coalesce(max(days), 0) FROM effect_check WHERE lesson_id = l.id AND in_use_since = l.in_use_since)"
    "   AS checked, count(c.id) AS slips, min(c.came_in) AS first_slip, max(c.came_in) AS last_slip"
    " FROM lesson l LEFT JOIN cases c ON c.lesson_id = l.id AND c.deleted_on = ''"
    " AND c.came_in > max(l.looked_at_on, CASE l.agreed_on WHEN '' THEN l.in_use_since"
    f"   ELSE substr(l.agreed_on, 1, 19) END) AND {IS_SLIP}"
    " WHERE l.retired_on = '' AND l.merged_into IS NULL GROUP BY l.id)"
    " SELECT l.id, l.broke, l.plan, l.owner, l.by,"
    " max(l.made_on, coalesce((SELECT max(ended_on) FROM earlier_plan WHERE lesson_id = l.id), '')),"
    " l.in_use_since, f.checked, f.slips, f.first_slip, f.last_slip, c.id, c.who, c.title"
    " FROM found f JOIN lesson l ON l.id = f.id LEFT JOIN cases c ON f.slips > 0 AND c.id ="
    "   (SELECT max(id) FROM cases WHERE lesson_id = l.id AND deleted_on = '' AND came_in = f.last_slip)"
    f" WHERE l.in_use_since = '' OR f.slips > 0 OR f.checked < {EFFECT_CHECK_DAYS[-1]}"
)


def open_lessons(store: Store) -> list[LessonDates]:
    """Every lesson that is to agree, that came back, or whose plan is still to be judged."""
    return [_lesson_dates(row) for row in store.read(_OPEN_LESSONS)]


def _lesson_dates(r: Row) -> LessonDates:
    return LessonDates(
        lesson_id=r[0],
        broke=r[1],
        plan=r[2],
        owner=r[3],
        by=date.fromisoformat(r[4]) if r[4] else None,
        plan_since=known_from_text(r[5]),
        in_use_since=date.fromisoformat(r[6]) if r[6] else None,
        checked_days=r[7],
        slips=r[8],
        first_slip=known_from_text(r[9]),
        last_slip=known_from_text(r[10]),
        slip_case=r[11],
        slip_customer=r[12] or "",
        slip_title=r[13] or "",
    )


def lesson_put_offs(store: Store) -> list[LessonPutOff]:
    """The newest putting-off of each kind of each lesson."""
    rows = store.read(
        "SELECT lesson_id, kind, until, reason, made_on FROM lesson_put_off"
        " WHERE id IN (SELECT max(id) FROM lesson_put_off GROUP BY lesson_id, kind)"
    )
    return [LessonPutOff(r[0], DueKind(r[1]), from_text(r[2]), r[3], from_text(r[4])) for r in rows]


def add_lesson_put_off(store: Store, one: LessonPutOff) -> int:
    return store.insert(
        "lesson_put_off",
        {
            "lesson_id": one.lesson_id,
            "kind": one.kind,
            "until": to_text(one.until),
            "reason": one.reason,
            "made_on": to_text(one.made_on),
        },
    )


def remove_lesson_put_off(store: Store, put_off_id: int) -> int | None:
    """Returns the lesson it belonged to."""
    row = store.first("SELECT lesson_id FROM lesson_put_off WHERE id = ?", (put_off_id,))
    store.write("DELETE FROM lesson_put_off WHERE id = ?", (put_off_id,))
    return int(row[0]) if row else None
