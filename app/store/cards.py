"""Cards of all cases: on their way, and sent."""

from datetime import datetime
from typing import NamedTuple

from app.domain.moment import from_text
from app.store.database import Store


class CardRow(NamedTuple):
    """One card in the list; `state` is `written`, `printed` or `posted`."""

    id: int
    case_id: int
    customer: str
    title: str
    kind: str
    state: str
    since: datetime


def listing(store: Store, limit: int = 300) -> list[CardRow]:
    """Cards that wait first, then the newest that were posted."""
    rows = store.read(
        "SELECT m.id, c.id, c.who, c.title, m.card_kind,"
        " CASE WHEN m.given_on <> '' THEN 'posted' WHEN m.printed_on <> '' THEN 'printed' ELSE 'written' END,"
        " coalesce(nullif(m.given_on, ''), nullif(m.printed_on, ''), m.ready_on)"
        " FROM message m JOIN cases c ON c.id = m.case_id"
        " WHERE m.kind = 'card' AND m.ready_on <> '' AND c.deleted_on = ''"
        " ORDER BY m.given_on <> '', m.ready_on DESC LIMIT ?",
        (limit,),
    )
    return [CardRow(r[0], r[1], r[2], r[3], r[4], r[5], from_text(r[6])) for r in rows]


def waiting(store: Store) -> int:
    row = store.first(
        "SELECT count(*) FROM message m JOIN cases c ON c.id = m.case_id"
        " WHERE m.ready_on <> '' AND m.given_on = '' AND c.deleted_on = ''"
    )
    return int(row[0]) if row else 0


def ever(store: Store) -> bool:
    """Whether there is anything to show on the page of cards."""
    return store.first("SELECT 1 FROM message WHERE kind = 'card' AND ready_on <> '' LIMIT 1") is not None
