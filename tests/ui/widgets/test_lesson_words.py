"""What is said of a lesson follows from its facts alone."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.earlier_plan import EarlierPlan
from app.domain.lesson import Lesson
from app.ui.widgets.lesson_words import (
    earlier_words,
    lesson_head,
    lesson_record,
    lesson_state,
    since_plan,
    slip_words,
)
from tests.shop import BERLIN, NOW

START = date(2026, 11, 1)


def _slip(day: int) -> datetime:
    return datetime(2026, 11, day, 9, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("lesson", "state", "record", "since"),
    [
        (Lesson(), "To agree", "", ("", "Nobody has agreed to it yet.")),
        (Lesson(cases=1), "To agree", "From 1 case.", ("", "Nobody has agreed to it yet.")),
        (
            Lesson(cases=2, in_use_since=NOW.date()),
            "In use",
            "From 2 cases. In use since today.",
            ("", "In use since today."),
        ),
        (
            Lesson(in_use_since=date(2026, 11, 20)),
            "In use",
            "In use since 20 Nov, 1 day without a slip.",
            ("", "Nothing came back in 1 day."),
        ),
        (
            Lesson(cases=3, in_use_since=START),
            "In use",
            "From 3 cases. In use since 1 Nov, 20 days without a slip.",
            ("", "Nothing came back in 20 days."),
        ),
        (
            Lesson(cases=3, in_use_since=date(2026, 10, 1)),
            "Holding",
            "From 3 cases. In use since 1 Oct, 51 days without a slip.",
            ("", "Nothing came back in 51 days."),
        ),
        (
            Lesson(cases=2, in_use_since=START, by=date(2026, 12, 1), supplier="Northside Doughs"),
            "On trial",
            "From 2 cases. Supplier: Northside Doughs. On trial until 1 Dec.",
            ("", "Nothing came back in 20 days."),
        ),
        (
            Lesson(cases=3, in_use_since=START, slips=1, last_slip=_slip(11)),
            "Not holding",
            "From 3 cases. Came back once since the plan.",
            ("1 new case", "the latest on 11 Nov"),
        ),
        (
            Lesson(in_use_since=START, slips=2, last_slip=_slip(21)),
            "Not holding",
            "Came back 2 times since the plan.",
            ("2 new cases", "the latest today"),
        ),
        (
            Lesson(in_use_since=START, slips=3, last_slip=_slip(17)),
            "Not holding",
            "Came back 3 times since the plan.",
            ("3 new cases", "the latest on Tuesday"),
        ),
        (
            Lesson(cases=2, in_use_since=START, said_to_hold=False, said_on=_slip(5)),
            "Not holding",
            "From 2 cases. You said on 5 Nov that it does not hold.",
            ("", "Nothing came back in 20 days. You said on 5 Nov that it does not hold."),
        ),
        (
            Lesson(cases=1, in_use_since=START, slips=1, last_slip=_slip(20), retired_on=_slip(20)),
            "Retired",
            "From 1 case. Retired on 20 Nov.",
            ("1 new case", "the latest yesterday"),
        ),
    ],
)
def test_words_of_a_lesson(lesson: Lesson, state: str, record: str, since: tuple[str, str]) -> None:
    assert lesson_state(lesson, NOW.date())[0] == state
    assert lesson_record(lesson, NOW) == record
    assert since_plan(lesson, NOW) == since


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (date(2026, 11, 23), "To agree by Monday."),
        (date(2026, 11, 22), "To agree by tomorrow."),
        (date(2026, 11, 21), "To agree today."),
        (date(2026, 11, 28), "To agree by 28 Nov."),
        (date(2026, 11, 20), "Was to be agreed by 20 Nov."),
        (None, ""),
    ],
)
def test_when_a_plan_is_to_be_agreed(by: date | None, words: str) -> None:
    assert lesson_record(Lesson(by=by), NOW) == words


@pytest.mark.parametrize(
    ("lesson", "head"),
    [
        (Lesson(broke="Orders run late: boxes are packed too late"), "Orders run late"),
        (Lesson(broke="Names by ear. Nobody spells them."), "Names by ear"),
        (Lesson(broke="No. 5 is broken"), "No. 5 is broken"),
        (Lesson(plan="Read the name back"), "Read the name back"),
        (Lesson(), "A lesson without words yet"),
    ],
)
def test_head_is_the_first_few_words(lesson: Lesson, head: str) -> None:
    assert lesson_head(lesson) == head


def test_a_slip_names_the_plan_and_counts() -> None:
    once = Lesson(plan="Read it back", in_use_since=START, slips=1, last_slip=_slip(20))
    assert slip_words(once, NOW) == "The plan “Read it back” is in use since 1 Nov. It is the first time since then."
    assert slip_words(replace(once, slips=4), NOW).endswith("It came back 4 times since then.")


@pytest.mark.parametrize(
    ("since", "slips", "words"),
    [
        (START, 0, "In use from 1 Nov to 20 Nov. Nothing came back."),
        (START, 1, "In use from 1 Nov to 20 Nov. It came back once."),
        (START, 3, "In use from 1 Nov to 20 Nov. It came back 3 times."),
        (None, 0, "Given up on 20 Nov, before anyone agreed."),
    ],
)
def test_an_earlier_plan_says_when_it_was_in_use(since: date | None, slips: int, words: str) -> None:
    plan = EarlierPlan(id=1, plan="x", in_use_since=since, ended_on=_slip(20), slips=slips)
    assert earlier_words(plan, NOW) == words
