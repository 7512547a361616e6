"""The dates of the cases that may be due."""

from collections.abc import Sequence

from app.domain.due import CaseDates, PutOff
from app.domain.moment import from_text, known_from_text, when_from_text
from app.domain.terms import Answer, Channel, DueKind, FollowUpResult
from app.store.database import Row, Store

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
