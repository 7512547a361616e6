"""The bench of like cases reads what it is given, or says which line it cannot read, and counts right."""

import json
from pathlib import Path

import pytest

from tests.bench.like import (
    OWN,
    Answer,
    BadLineError,
    Labelled,
    asking,
    of_part,
    ours,
    panels,
    plain,
    precision,
    read,
)

ROWS = [
    Labelled("1", "The bread was stale and hard", "stale"),
    Labelled("2", "Stale, hard bread again", "stale"),
    Labelled("3", "The man was rude", "rude"),
    Labelled("4", "", "stale"),
]


def test_every_complaint_of_ours_has_an_id_of_its_own() -> None:
    rows = [row for path in sorted(OWN.glob("*.jsonl")) for row in read(path)]
    assert len({row.id for row in rows}) == len(rows) >= 300
    halves = [of_part(rows, part) for part in ("tuning", "held-back")]
    assert sum(map(len, halves)) == len(rows)
    assert all(len(half) > len(rows) * 0.4 for half in halves)


def test_empty_lines_are_passed_over_and_bad_ones_named(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    good = json.dumps({"id": 1, "text": "a\u2028b", "label": "x"}, ensure_ascii=False)
    path.write_text(f"{good}\n\n  \n{good}\n", encoding="utf-8")
    assert read(path) == [Labelled("1", "a\u2028b", "x")] * 2
    for bad in (
        "{", "[]", '{"id": 1, "text": "a", "label": null}', '{"id": 1, "text": "a\\ud800", "label": "x"}',
        '{"id": 1, "text": 2, "label": "x"}', '{"text": "a", "label": "x"}', "null",
    ):  # fmt: skip
        path.write_text(f"{good}\n{bad}\n", encoding="utf-8")
        with pytest.raises(BadLineError, match="line 2"):
            read(path)


def test_labels_may_be_numbers(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": 1, "text": "a", "label": 7}\r\n{"id": 2, "text": "b", "label": 7}\r\n')
    assert read(path) == [Labelled("1", "a", "7"), Labelled("2", "b", "7")]


def test_a_label_of_one_text_cannot_ask() -> None:
    one = asking("some", ROWS, 0, 1)
    assert one.asks == (0, 1, 3)
    assert len(asking("some", ROWS, 2, 1).asks) == 2


def test_figures_of_answers_that_are_known() -> None:
    one = asking("some", ROWS, 0, 1)
    answers = [Answer((1, 2, 3), (0.9, 0.6, 0.1)), Answer((2,), (0.7,)), Answer((), ())]
    assert precision(one, answers, 1) == pytest.approx(1 / 3)
    assert precision(one, answers, 3) == pytest.approx((2 / 3 + 0 + 0) / 3)
    told = panels(one, answers, [Answer((1,), (0.2,)), Answer((1,), (0.8,))])
    assert (told.empty, told.right, told.wholly_wrong) == pytest.approx((1 / 3, 1 / 3, 1 / 2))
    assert told.strangers_empty == pytest.approx(0.5)


def test_both_ways_of_asking_leave_out_the_text_itself() -> None:
    one = asking("some", ROWS, 0, 1)
    answers, strange, _, _ = ours(one)
    assert answers[0].found[0] == 1
    assert answers[2] == Answer((), ())
    assert strange == []
    bare = plain(one, "porter unicode61")
    assert [answer.found[:1] for answer in bare] == [(1,), (0,), ()]
