"""Dates as a person says them, tokens that are found, and parts that are refused when they are wrong."""

from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest

from app.domain.facing import Facing
from app.domain.terms import MessageKind
from app.wording.draft import draft
from app.wording.parts import load_parts
from app.wording.when import say_when
from tests.wording.samples import DRAFTS, FULL, NOON, PARTS, TODAY


@pytest.mark.parametrize(
    ("when", "paper", "aloud"),
    [
        (date(2026, 11, 17), "Tuesday 17 November", "Tuesday 17 November"),
        (date(2026, 11, 18), "Wednesday 18 November", "today"),
        (date(2026, 11, 19), "Thursday", "tomorrow"),
        (date(2026, 11, 24), "Tuesday", "Tuesday"),
        (date(2026, 11, 25), "Wednesday 25 November", "Wednesday 25 November"),
        (date(2027, 1, 7), "Thursday 7 January 2027", "Thursday 7 January 2027"),
        (datetime(2026, 11, 22, 12, tzinfo=UTC), "Sunday at noon", "Sunday at noon"),
        (datetime(2026, 11, 22, 0, 0, tzinfo=UTC), "Sunday at midnight", "Sunday at midnight"),
        (datetime(2026, 11, 22, 0, 30, tzinfo=UTC), "Sunday at 12:30 am", "Sunday at 12:30 am"),
        (datetime(2026, 11, 22, 12, 5, tzinfo=UTC), "Sunday at 12:05 pm", "Sunday at 12:05 pm"),
        (datetime(2026, 11, 18, 15, tzinfo=UTC), "Wednesday 18 November at 3 pm", "today at 3 pm"),
        (
            datetime(2026, 11, 26, 9, 30, tzinfo=UTC),
            "Thursday 26 November at 9:30 am",
            "Thursday 26 November at 9:30 am",
        ),
    ],
)
def test_say_when(when: date, paper: str, aloud: str) -> None:
    assert say_when(when, TODAY) == paper
    assert say_when(when, TODAY, aloud=True) == aloud


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"offer": "bake it again"}, "I will bake it again, today at noon."),
        ({"promise": "I bring it round"}, "I bring it round, today at noon."),
        ({"promise": "bring it round"}, "I will bring it round, today at noon."),
        ({"promise": "a new cake"}, "My promise to you: a new cake, today at noon."),
    ],
)
def test_aloud_a_near_day_stands_without_by(known: dict[str, Any], said: str) -> None:
    case = Facing(promised_by=NOON, **known)
    text = draft(case, MessageKind.SPOKEN, parts=PARTS, when_words=partial(say_when, today=NOON.date(), aloud=True))
    assert f"\n\n{said}\n\n" in text


def test_a_date_without_words_is_left_out() -> None:
    text = draft(FULL, MessageKind.EMAIL, parts=PARTS, when_words=lambda when: "")
    assert "bring it to your door. Sam" in text


def test_parts_that_are_wrong_are_refused() -> None:
    shipped = DRAFTS.read_text(encoding="utf-8")
    assert load_parts(shipped).headings["apology"] == "I am sorry"
    for old, new in (
        ("Dear {name},", "Dear {nmae},"),  # a blank that nobody fills
        ('when = "kept"', 'when = "keptt"'),
        ('["greeting"]', '["greting"]'),
        ("[layouts.reply]", "[layouts.answer]"),
        ("apology = ", "apologie = "),
        ("openers = [", "opners = ["),
    ):
        assert old in shipped
        with pytest.raises(ValueError):
            load_parts(shipped.replace(old, new, 1))
    with pytest.raises(ValueError):
        load_parts("")
