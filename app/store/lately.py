"""The few figures and stories beside Today, from the shop's own cases."""

from datetime import datetime
from typing import NamedTuple

from app.domain.moment import days_after, to_text
from app.store.database import Store


class Lately(NamedTuple):
    """Means over cases that were closed in the last 30 days; None where there is none."""

    anger_before: float | None = None
    anger_after: float | None = None
    kept: int = 0
    closed: int = 0
    won_back_case: int | None = None
    won_back_customer: str = ""
    won_back_words: str = ""


def lately(store: Store, now: datetime) -> Lately:
    since = to_text(days_after(now, -30))
    row = store.first(
        "SELECT avg(anger) FILTER (WHERE anger_after IS NOT NULL), avg(anger_after) FILTER (WHERE anger IS NOT NULL),"
        " count(*) FILTER (WHERE outcome IN ('stronger', 'kept')), count(*)"
        " FROM cases WHERE closed_on <> '' AND closed_on >= ? AND closed_on <= ? AND deleted_on = ''",
        (since, to_text(now)),
    )
    story = store.first(
        "SELECT c.id, c.who, f.words FROM cases c JOIN follow_up f ON f.case_id = c.id"
        " WHERE c.closed_on <> '' AND c.outcome = 'stronger' AND c.deleted_on = '' AND f.words <> ''"
        " AND f.result = 'happy' ORDER BY c.closed_on DESC LIMIT 1"
    )
    assert row is not None
    return Lately(
        anger_before=row[0],
        anger_after=row[1],
        kept=row[2],
        closed=row[3],
        won_back_case=story[0] if story else None,
        won_back_customer=story[1] if story else "",
        won_back_words=story[2] if story else "",
    )
