"""`amends due` tells what plans wait for, with the lesson, and with the complaint that came back."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.doors.test_commands import Door
from tests.shop import SetClock

LESSON = {"broke": "Pick-up orders run late", "plan": "Start the boxes on Friday", "owner": "Elif"}


@pytest.fixture
def door(tmp_path: Path, clock: SetClock, qapp: QApplication) -> Door:
    made = Door(tmp_path / "shop.amends", clock)
    made.ask("set-up", "--shop", "Rosa’s", "--kind", "bakery", "--owner", "Rosa")
    return made


def taken_in(door: Door, who: str) -> int:
    """The number of a complaint that waits for nothing by itself."""
    now = door.clock.now.isoformat()
    given = {"customer": {"name": who}, "words": "Late again", "channel": "phone", "came_in": now}
    number = int(door.ask("add", given=given)["number"])
    done = {"answer": "part-ways", "said": [{"kind": "spoken", "text": "Goodbye", "on": now}]}
    door.ask("answer", str(number), given=done)
    return number


def plans(door: Door, *words: str) -> list[tuple[object, ...]]:
    rows = [row for row in door.ask("due", *words) if row["lesson"] is not None]
    assert all(set(row) == {"kind", "due", "late", "verb", "customer", "case", "lesson"} for row in rows)
    return [
        (row["kind"], row["due"][:10], row["late"], row["verb"], row["customer"], row["case"], row["lesson"])
        for row in rows
    ]


def test_a_plan_from_its_first_day_to_the_last_question(door: Door, clock: SetClock) -> None:
    first = taken_in(door, "Dana")
    door.ask("answer", str(first), given={"lesson": LESSON})
    day = clock.now.date()
    tomorrow = (day + timedelta(days=1)).isoformat()
    assert plans(door) == [("lesson", tomorrow, False, "Agree the plan", "", None, 1)]

    clock.move(days=1)
    door.ask("answer", str(first), given={"lesson": LESSON | {"agreed": ["Elif"]}})
    assert plans(door) == []

    clock.move(days=4)
    second = taken_in(door, "Nora")
    door.ask("answer", str(second), given={"lesson": {"number": 1}})
    slipped = (day + timedelta(days=5)).isoformat()
    assert plans(door) == [("lesson", slipped, False, "Look at the plan", "Nora", second, 1)]

    at = (clock.now + timedelta(days=86)).isoformat()
    checked = (day + timedelta(days=31)).isoformat()
    assert plans(door, "--at", at) == [
        ("lesson", slipped, True, "Look at the plan", "Nora", second, 1),
        ("effect-check", checked, True, "Say whether the plan holds", "", None, 1),
    ]


def test_what_waits_for_a_person_has_no_lesson(door: Door, clock: SetClock) -> None:
    door.ask("add", given={"customer": {"name": "Dana"}, "words": "Wrong name", "channel": "email"})
    (row,) = door.ask("due")
    assert (row["kind"], row["case"], row["lesson"]) == ("first-answer", 1, None)
