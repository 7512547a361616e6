"""`amends like` reads a text and prints what is like it as one document."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.doors.test_commands import Door, door
from tests.shop import SetClock

__all__ = ["door"]
ASKED = "The bread was stale and hard"


@pytest.fixture
def shop(door: Door, clock: SetClock, qapp: QApplication) -> Door:
    door.ask("set-up", "--shop", "R", "--kind", "bakery", "--owner", "Rosa")
    for words in ("Stale bread, hard as a stone", "The man at the till was rude to my mother", "Hard and stale rolls"):
        door.ask("add", given={"words": words, "anger": 8, "remedy": "refund_whole", "cost": "4.80"})
    lesson = {"broke": "Old bread stood on the shelf", "plan": "Clear it at closing", "agreed": ["Ben"]}
    door.ask("answer", "1", given={"lesson": lesson, "follow_up": {"result": "happy", "anger": 2}})
    return door


def test_it_prints_what_is_like_the_text(shop: Door) -> None:
    found = shop.ask("like", given=ASKED)
    assert {one["number"] for one in found["cases"]} == {1, 3}
    first = next(one for one in found["cases"] if one["number"] == 1)
    assert list(first) == ["number", "score", "title", "remedy", "anger_before", "anger_after", "outcome", "cost"]
    assert first["title"].startswith("Stale bread")
    assert (first["remedy"], first["anger_before"], first["anger_after"]) == ("refund_whole", 8, 2)
    assert (first["outcome"], first["cost"]) == (None, "4.80")
    assert 0.5 <= first["score"] == round(first["score"], 3) <= 1
    (lesson,) = found["lessons"]
    assert lesson.pop("score") >= 0.5
    assert lesson == {
        "number": 1, "broke": "Old bread stood on the shelf", "plan": "Clear it at closing", "state": "in-use",
    }  # fmt: skip


def test_it_prints_at_most_so_many(shop: Door) -> None:
    assert len(shop.ask("like", "--limit", "1", given=ASKED)["cases"]) == 1
    assert shop.ask("like", "--limit", "0", given=ASKED) == {"cases": [], "lessons": []}
    everything = shop.ask("like", "--limit", "9" * 30, given=ASKED)
    assert len(everything["cases"]) == 2
    assert len(shop.ask("list", "--limit", "9" * 30)) == 3


def test_a_limit_that_is_no_number_is_told_in_words(shop: Door) -> None:
    assert shop("like", "--limit", "some") == 2
    assert "--limit: must be a whole number, not 'some'" in shop.errors


@pytest.mark.parametrize("text", ["Somebody parked across my drive", "🥖😡", "漢字", "x " * 50_000])
def test_what_is_like_none_gives_empty_lists(shop: Door, text: str) -> None:
    assert shop.ask("like", given=text) == {"cases": [], "lessons": []}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"", "send the text of a complaint"),
        (b" \n\t", "send the text of a complaint"),
        (b"\xef\xbb\xbf", "send the text of a complaint"),
        (b"caf\xe9", "not UTF-8"),
        (b"x" * 100_001, "100,001 characters are more than the 100,000"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(shop: Door, given: bytes, words: str) -> None:
    assert words in shop.refuse("like", given=given)


def test_a_file_that_is_not_there_is_not_made(door: Door) -> None:
    assert str(door.file) in door.refuse("like", given=ASKED)
    assert not door.file.exists()
