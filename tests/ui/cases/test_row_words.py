"""Where a case stands, in a few words and a tone."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.domain.query import CaseRow
from app.ui.cases.row_words import anger_words, row_words, standing_words, usual_standings

NOW = datetime(2026, 11, 21, 10, 12, tzinfo=ZoneInfo("Europe/Berlin"))


def row(**values: Any) -> CaseRow:
    whole: dict[str, Any] = {
        "id": 7, "customer": "", "title": "", "step": "hear", "answer": "", "outcome": "", "anger": None,
        "anger_after": None, "came_in": NOW, "closed": False, "follow_up_due": None,
    }  # fmt: skip
    return CaseRow(**(whole | values))


@pytest.mark.parametrize(
    ("values", "words", "tone"),
    [
        ({"step": "hear"}, "Hear them out", "coral"),
        ({"step": "make_right"}, "Make it right", "amber"),
        ({"step": "say", "answer": "apologise"}, "Say it", "amber"),
        ({"step": "say", "answer": "part-ways"}, "Saying goodbye", "plum"),
        ({"step": "follow_up"}, "Follow up", "accent"),
        ({"closed": True}, "Closed", ""),
        ({"closed": True, "outcome": "stronger"}, "Stronger than before", "green"),
        ({"closed": True, "outcome": "kept"}, "Kept", "green"),
        ({"closed": True, "outcome": "parted"}, "Parted well", "plum"),
        ({"closed": True, "outcome": "lost"}, "Lost", ""),
    ],
)
def test_standing(values: dict[str, Any], words: str, tone: str) -> None:
    assert standing_words(row(**values), NOW) == (words, tone)


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [
        (0, "Follow up today", "accent"),
        (1, "Follow up tomorrow", "accent"),
        (5, "Follow up Thu", "accent"),
        (9, "Follow up 30 Nov", "accent"),
        (-2, "Follow up late", "coral"),
        (-361, "Follow up late", "coral"),
    ],
)
def test_follow_up_says_its_day(days: int, words: str, tone: str) -> None:
    due = NOW.replace(hour=23) + timedelta(days=days)
    got = standing_words(row(step="follow_up", follow_up_due=due), NOW)
    assert (got[0].replace("Nov 30", "30 Nov"), got[1]) == (words, tone)


@pytest.mark.parametrize("days", [-361, -2, 0, 1, 2, 9])
def test_the_column_has_room_for_every_follow_up(days: int) -> None:
    due = NOW.replace(hour=23) + timedelta(days=days)
    said = standing_words(row(step="follow_up", follow_up_due=due), NOW)[0]
    assert len(said) <= max(len(one) for one in usual_standings(closed=False))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [(8, None, "8"), (8, 2, "8, then 2"), (None, None, "not known"), (None, 2, "then 2")],
)
def test_anger(before: int | None, after: int | None, words: str) -> None:
    assert anger_words(row(anger=before, anger_after=after)) == words


def test_nothing_in_a_row_is_empty() -> None:
    assert all(part for name, part in row_words(row(), NOW)._asdict().items() if name != "tone")
