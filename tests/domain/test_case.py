"""What a case, a list query, a lesson, a category and a set of changes say of themselves."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.domain.case import Case, FollowUp, Message, Promise
from app.domain.category import Category, code_of, label_of, offered
from app.domain.changes import Changes, of_case
from app.domain.errors import AppError
from app.domain.facing import facing
from app.domain.lesson import Lesson
from app.domain.query import CaseQuery, Column
from app.domain.shop import Shop
from app.domain.terms import Answer, FollowUpResult, MessageKind

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
CASE = Case(id=1, came_in=NOW)


def test_a_promise_is_made_once_it_says_what_and_by_when() -> None:
    assert not Promise().is_made
    assert not Promise(what="a cake").is_made
    assert not Promise(by=date(2026, 11, 22)).is_made
    for made in (Promise(what="a cake", by=NOW), Promise(remedy="bake_again", by=date(2026, 11, 22))):
        assert made.is_made
        assert made.is_open
        assert not replace(made, kept_on=NOW).is_open
        assert not replace(made, withdrawn_on=NOW).is_open


def test_the_promise_in_work_is_the_newest_not_withdrawn() -> None:
    first, second = Promise(id=1, what="a cake"), Promise(id=2, what="two cakes", withdrawn_on=NOW)
    assert replace(CASE, promises=(first, second)).promise is first
    assert replace(CASE, promises=(first, replace(second, withdrawn_on=None))).promise.id == 2
    assert replace(CASE, promises=(second,)).promise == Promise()
    assert CASE.promise == Promise()


def test_a_case_is_answered_when_the_customer_first_heard_from_us() -> None:
    assert CASE.answered_on is None
    draft = Message(kind=MessageKind.CARD)
    said = Message(kind=MessageKind.SPOKEN, given_on=NOW)
    again = Message(kind=MessageKind.EMAIL, given_on=NOW - timedelta(days=1))
    assert replace(CASE, messages=(draft,)).answered_on is None
    assert replace(CASE, messages=(said, draft, again)).answered_on == NOW - timedelta(days=1)


def test_the_draft_in_work_is_the_newest_unfinished_of_its_kind() -> None:
    old, new = Message(id=1, kind=MessageKind.CARD), Message(id=2, kind=MessageKind.CARD)
    email, given = Message(id=3, kind=MessageKind.EMAIL), Message(id=4, kind=MessageKind.CARD, given_on=NOW)
    case = replace(CASE, messages=(old, new, email, given))
    assert case.draft(MessageKind.CARD) is new
    assert case.draft(MessageKind.EMAIL) is email
    assert case.draft(MessageKind.LETTER) is None
    assert (new.is_draft, given.is_draft) == (True, False)


def test_anger_after_is_that_of_the_latest_call_with_a_figure() -> None:
    calls = [FollowUp(result=FollowUpResult.NO_ANSWER, anger=figure, on=NOW) for figure in (5, 0, None)]
    assert CASE.anger_after is None
    assert replace(CASE, follow_ups=tuple(calls)).anger_after == 0


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        (Answer.APOLOGISE, {"what_changes"}),
        (Answer.EXPLAIN, {"reason", "what_changes"}),
        (Answer.PART_WAYS, {"release", "refer_to"}),
    ],
)
def test_what_belongs_to_another_answer_does_not_face_the_customer(answer: Answer, seen: set[str]) -> None:
    words: dict[str, Any] = {name: name for name in ("reason", "what_changes", "release", "refer_to")}
    case = Case(id=1, came_in=NOW, answer=answer, **words)
    faced = facing(case, Shop(), category_words="", offer="", second_failure=False)
    assert {name for name in words if getattr(faced, name)} == seen
    assert faced.name == ""


@pytest.mark.parametrize(("remedy", "gift"), [("next_time_cake", True), ("bake_again", False), ("", False)])
def test_a_gift_for_the_next_visit_is_known_as_one(remedy: str, gift: bool) -> None:
    case = replace(CASE, promises=(Promise(remedy=remedy),))
    assert facing(case, Shop(), category_words="", offer="x", second_failure=False).gift is gift


TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, "to-agree"),
        ({"slips": 2}, "to-agree"),
        ({"by": date(2026, 12, 1)}, "to-agree"),
        ({"in_use_since": TODAY, "by": date(2026, 12, 1)}, "on-trial"),
        ({"in_use_since": TODAY, "by": TODAY}, "in-use"),
        ({"in_use_since": date(2026, 10, 23)}, "in-use"),
        ({"in_use_since": date(2026, 10, 22)}, "holding"),
        ({"in_use_since": date(2026, 10, 22), "slips": 1}, "not-holding"),
        ({"in_use_since": TODAY, "by": date(2026, 12, 1), "slips": 1}, "not-holding"),
        ({"in_use_since": date(2026, 10, 22), "slips": 1, "retired_on": NOW}, "retired"),
        ({"retired_on": NOW}, "retired"),
    ],
)
def test_the_state_of_a_lesson_follows_from_its_facts(facts: dict[str, Any], state: str) -> None:
    assert Lesson(broke="no read-back", **facts).state(TODAY) == state


def test_a_second_click_on_a_column_turns_the_order_round() -> None:
    query = CaseQuery(search="cake")
    assert (query.sort, query.descending) == (Column.CAME_IN, True)
    by_anger = query.sorted_by(Column.ANGER)
    assert (by_anger.sort, by_anger.descending, by_anger.search) == (Column.ANGER, False, "cake")
    assert by_anger.sorted_by(Column.ANGER).descending
    assert not query.sorted_by(Column.CAME_IN).descending


def test_a_shop_is_set_up_once_it_has_a_name() -> None:
    assert not Shop(owner="Rosa").is_set_up
    assert Shop(name="Rosa’s Bakery").is_set_up
    assert Shop().first_answer_hours is not Shop().first_answer_hours


def test_changes_add_up() -> None:
    nothing = Changes()
    assert not nothing
    for one in (
        Changes(cases=frozenset({1})),
        Changes(customers=frozenset({1})),
        Changes(lessons=frozenset({1})),
        Changes(listed=True),
        Changes(settings=True),
        Changes(rules=True),
        Changes(everything=True),
    ):
        assert one
        assert one | nothing == one == nothing | one
    both = of_case(1) | of_case(2, listed=False)
    assert both == Changes(cases=frozenset({1, 2}), listed=True)
    assert both.touches_case(2)
    assert not both.touches_case(3)
    assert Changes(everything=True).touches_case(3)


def test_an_error_names_its_sentence_and_its_facts() -> None:
    error = AppError("too_long", field="words", limit=5)
    assert (error.code, error.facts) == ("too_long", {"field": "words", "limit": 5})
    assert "too_long" in str(error)


LATE = Category(code="late", label="Late")
CAKE = Category(code="wrong_order", label="Wrong order", kinds=frozenset({"bakery"}))
ROOM = Category(code="room", label="Room", kinds=frozenset({"hotel"}))
OTHER = Category(code="other", label="Other")


def test_categories_of_the_trade_come_first_and_other_last() -> None:
    all_of_them = [OTHER, LATE, CAKE, ROOM]
    assert offered(all_of_them, "bakery") == [CAKE, LATE, OTHER]
    assert offered(all_of_them, "hotel") == [ROOM, LATE, OTHER]
    assert offered(all_of_them, "garage") == [LATE, OTHER]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("late", "late"),
        ("WRONG  Order", "wrong_order"),
        ("wrong_order", "wrong_order"),
        (" dog hair ", "dog hair"),
        ("", ""),
    ],
)
def test_a_category_is_found_by_label_or_code(typed: str, code: str) -> None:
    assert code_of(typed, [LATE, CAKE]) == code


def test_a_category_without_a_label_is_called_by_its_code() -> None:
    assert label_of("late", [CAKE, LATE]) == "Late"
    assert label_of("dog hair", [CAKE]) == "dog hair"
