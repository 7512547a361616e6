"""What is said of a lesson follows from its facts alone."""

from datetime import date, datetime

import pytest

from app.domain.lesson import Lesson
from app.ui.widgets.lesson_words import lesson_record, lesson_state, since_plan
from tests.shop import BERLIN, NOW

START = date(2026, 11, 1)


def _slip(day: int) -> datetime:
    return datetime(2026, 11, day, 9, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("lesson", "state", "record", "since"),
    [
        (Lesson(), "To agree", "", ""),
        (Lesson(cases=1), "To agree", "From 1 case.", ""),
        (
            Lesson(cases=2, in_use_since=NOW.date()),
            "In use",
            "From 2 cases. In use since today.",
            "In use since today.",
        ),
        (
            Lesson(in_use_since=date(2026, 11, 20)),
            "In use",
            "In use since 20 Nov, 1 day without a slip.",
            "Nothing came back in 1 day.",
        ),
        (
            Lesson(cases=3, in_use_since=START),
            "In use",
            "From 3 cases. In use since 1 Nov, 20 days without a slip.",
            "Nothing came back in 20 days.",
        ),
        (
            Lesson(cases=3, in_use_since=START, slips=1, last_slip=_slip(11)),
            "Not holding",
            "From 3 cases. Came back once since the plan.",
            "The latest: 11 Nov.",
        ),
        (
            Lesson(in_use_since=START, slips=2, last_slip=_slip(21)),
            "Not holding",
            "Came back 2 times since the plan.",
            "The latest: Today 09:00.",
        ),
        (
            Lesson(in_use_since=START, slips=3, last_slip=_slip(20)),
            "Not holding",
            "Came back 3 times since the plan.",
            "The latest: Yesterday.",
        ),
    ],
)
def test_words_of_a_lesson(lesson: Lesson, state: str, record: str, since: str) -> None:
    assert lesson_state(lesson, NOW.date())[0] == state
    assert lesson_record(lesson, NOW) == record
    assert since_plan(lesson, NOW) == since
