"""Spans of the same length before and since, and after how many days is asked."""

from datetime import date, datetime, timedelta

import pytest

from app.domain.due import days_to_ask
from app.domain.effect import spans
from tests.domain.test_due import BERLIN, evening

SINCE = date(2026, 9, 10)


def test_both_spans_are_of_the_same_days_and_meet_when_it_was_agreed() -> None:
    agreed = datetime(2026, 9, 10, 15, tzinfo=BERLIN)
    found = spans(SINCE, agreed, 30, BERLIN)
    assert found.before == (agreed - timedelta(days=30), agreed)
    assert found.since == (agreed, datetime(2026, 10, 10, 15, tzinfo=BERLIN))


def test_where_only_the_day_is_known_the_plan_counts_from_its_end() -> None:
    found = spans(SINCE, None, 90, BERLIN)
    assert found.since == (evening(2026, 9, 10), evening(2026, 12, 9)), "the same hour also in winter time"


@pytest.mark.parametrize(
    ("checked", "gone", "days"),
    [
        (0, 0, 30),
        (0, 29, 30),
        (0, 30, 30),
        (0, 89, 30),
        (0, 90, 90),  # whoever was away for a season answers once
        (30, 40, 90),
        (30, 400, 90),
        (90, 400, 0),
    ],
)
def test_the_longest_that_went_by_is_asked(checked: int, gone: int, days: int) -> None:
    assert days_to_ask(SINCE, checked, SINCE + timedelta(days=gone)) == days
