"""The way through a case: its steps by answer, what is missing, what closing insists on, and what an answer changes."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case import Case, FollowUp, Message, Promise
from app.domain.customer import Customer, History
from app.domain.handling import CARD_OF, HandlingFlow
from app.domain.terms import Answer, BeganWith, Channel, FollowUpResult, MessageKind, Outcome, Step

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
EMPTY = Case(id=1, came_in=NOW)
PROMISE = Promise(remedy="bake_again", by=date(2026, 11, 22), who="Rosa")
FULL = Case(
    id=1,
    came_in=NOW,
    customer=Customer(name="Dana"),
    words="The cake said Diana.",
    anger=8,
    channel=Channel.PHONE,
    began_with=BeganWith.US,
    answer=Answer.APOLOGISE,
    promises=(PROMISE,),
    messages=(Message(kind=MessageKind.SPOKEN, text="I am sorry", given_on=NOW),),
    lesson_id=3,
    follow_ups=(FollowUp(result=FollowUpResult.HAPPY, on=NOW),),
    outcome=Outcome.STRONGER,
)
NOT_YET = FollowUp(result=FollowUpResult.NOT_YET, on=NOW)


def but(case: Case, **changes: Any) -> Case:
    return replace(case, **changes)


def missing(case: Case) -> list[str]:
    return [problem.code for problem in HandlingFlow.problems(case)]


def test_the_first_step_is_to_listen_where_somebody_waits() -> None:
    assert HandlingFlow.first_step(here_or_on_phone=True) is Step.HEAR
    assert HandlingFlow.first_step(here_or_on_phone=False) is Step.SETTLE


@pytest.mark.parametrize("answer", [None, *Answer])
def test_going_on_and_back_walks_every_step_once(answer: Answer | None) -> None:
    steps = HandlingFlow.steps(answer)
    assert steps == tuple(step for step in Step if step is not Step.FOLLOW_UP or answer is not Answer.PART_WAYS)
    walked = [Step.SETTLE]
    while (after := HandlingFlow.after(walked[-1], answer)) is not None:
        assert HandlingFlow.before(after, answer) is walked[-1]
        walked.append(after)
    assert tuple(walked) == steps
    assert HandlingFlow.before(Step.SETTLE, answer) is None


def test_a_step_that_the_way_no_longer_has_lets_go_both_ways() -> None:
    assert HandlingFlow.after(Step.FOLLOW_UP, Answer.PART_WAYS) is Step.LEARN
    assert HandlingFlow.before(Step.FOLLOW_UP, Answer.PART_WAYS) is Step.LEARN


def test_a_full_case_lacks_nothing() -> None:
    assert missing(FULL) == []
    assert HandlingFlow.can_close(FULL) == []


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"words": "  "}, ["no_words"]),
        ({"customer": None}, ["no_customer"]),
        ({"customer": Customer()}, ["no_customer"]),
        ({"customer": Customer(description="the lady with the dog")}, []),
        ({"customer": Customer(phone="555 0142")}, []),
        ({"anger": None}, ["no_anger"]),
        ({"anger": 0}, []),
        ({"heat": None}, []),
        ({"channel": None}, ["no_channel"]),
        ({"channel": Channel.REVIEW}, ["no_review_link"]),
        ({"channel": Channel.REVIEW, "review_site": "Town Guide"}, []),
        ({"channel": Channel.REVIEW, "review_link": "https://example.org/1"}, []),
        ({"began_with": None}, ["no_began_with"]),
        ({"began_with": BeganWith.SUPPLIER}, ["no_supplier"]),
        ({"began_with": BeganWith.SUPPLIER, "supplier": "Mill"}, []),
        ({"promises": ()}, ["no_remedy"]),
        ({"promises": (Promise(what="a cake"),)}, ["no_promised_by", "no_promised_who"]),
        ({"promises": (replace(PROMISE, withdrawn_on=NOW),)}, ["no_remedy"]),
        ({"messages": ()}, ["nothing_said"]),
        ({"messages": (Message(kind=MessageKind.CARD, text="draft"),)}, ["nothing_said"]),
        ({"answer": None}, ["no_answer"]),
        ({"answer": Answer.EXPLAIN}, ["explain_before_listening", "no_reason", "no_what_changes"]),
        (
            {"answer": Answer.EXPLAIN, "read_back": False, "reason": "x", "what_changes": "y"},
            ["explain_before_listening"],
        ),
        ({"answer": Answer.EXPLAIN, "read_back": True, "reason": "x", "what_changes": "y"}, []),
        ({"answer": Answer.PART_WAYS, "promises": ()}, ["no_tried"]),
        ({"answer": Answer.PART_WAYS, "tried": "two cakes", "follow_ups": ()}, []),
        ({"outcome": None}, ["no_outcome"]),
        ({"lesson_id": None}, ["no_lesson"]),
        ({"lesson_id": None, "nothing_because": " "}, ["no_lesson"]),
        ({"lesson_id": None, "nothing_because": "a hailstorm"}, []),
        ({"follow_ups": ()}, ["no_follow_up"]),
        ({"follow_ups": (), "no_follow_up_because": "she moved away"}, []),
    ],
)
def test_what_is_missing(changes: dict[str, Any], codes: list[str]) -> None:
    assert missing(but(FULL, **changes)) == codes


def test_an_empty_case_lists_all_in_the_order_of_the_steps() -> None:
    problems = HandlingFlow.problems(EMPTY)
    places = [list(Step).index(problem.step) for problem in problems]
    assert places == sorted(places)
    assert len(problems) == 11
    for step in Step:
        assert HandlingFlow.missing(step, EMPTY) == [problem for problem in problems if problem.step is step]


@pytest.mark.parametrize("answer", [None, *Answer])
def test_closing_insists_on_three_things_and_on_nothing_else(answer: Answer | None) -> None:
    bare = but(EMPTY, answer=answer)
    wanted = ["outcome", "lesson"] if answer is Answer.PART_WAYS else ["outcome", "lesson", "follow_up"]
    assert [problem.field for problem in HandlingFlow.can_close(bare)] == wanted
    given_all = but(bare, outcome=Outcome.LOST, nothing_because="moved away", no_follow_up_because="moved away")
    assert HandlingFlow.can_close(given_all) == []
    assert missing(given_all) != []


@pytest.mark.parametrize(
    ("changes", "history", "answer", "code"),
    [
        ({}, History(), Answer.APOLOGISE, "by_default"),
        ({"began_with": BeganWith.US}, History(), Answer.APOLOGISE, "ours"),
        ({"began_with": BeganWith.SUPPLIER}, History(), Answer.APOLOGISE, "supplier"),
        ({"began_with": BeganWith.NOBODY}, History(), Answer.APOLOGISE, "nobody"),
        ({"began_with": BeganWith.CUSTOMER}, History(), Answer.APOLOGISE, "listen_first"),
        ({"began_with": BeganWith.CUSTOMER, "read_back": True}, History(), Answer.EXPLAIN, "began_with_them"),
        ({"began_with": BeganWith.CUSTOMER}, History(last_60_days=1), Answer.APOLOGISE, "listen_first"),
        ({"began_with": BeganWith.CUSTOMER}, History(last_60_days=2), Answer.EXPLAIN, "third_claim"),
        ({"began_with": BeganWith.US}, History(last_60_days=9), Answer.APOLOGISE, "ours"),
        ({"follow_ups": (NOT_YET,)}, History(), Answer.APOLOGISE, "by_default"),
        ({"follow_ups": (NOT_YET, NOT_YET)}, History(), Answer.PART_WAYS, "tried_twice"),
        ({"follow_ups": (NOT_YET, NOT_YET), "began_with": BeganWith.US}, History(), Answer.APOLOGISE, "ours"),
        ({"follow_ups": (NOT_YET, NOT_YET), "safety": True}, History(), Answer.APOLOGISE, "safety"),
        ({"began_with": BeganWith.CUSTOMER, "read_back": True, "safety": True}, History(), Answer.APOLOGISE, "safety"),
    ],
)
def test_one_answer_is_recommended_with_its_reason(
    changes: dict[str, Any], history: History, answer: Answer, code: str
) -> None:
    recommended = HandlingFlow.recommend(but(EMPTY, **changes), history)
    assert (recommended.answer, recommended.code) == (answer, code)


def test_a_second_failure_is_an_earlier_apology_or_an_unhappy_call() -> None:
    assert not HandlingFlow.second_failure(FULL, History(complaints=4))
    assert HandlingFlow.second_failure(FULL, History(complaints=4, same_about=1))
    assert HandlingFlow.second_failure(but(FULL, follow_ups=(NOT_YET,)), History())


CARD = Message(kind=MessageKind.CARD, text="Dear Dana", card_kind="apology")


@pytest.mark.parametrize(
    ("changes", "answer", "codes"),
    [
        ({"promises": ()}, Answer.EXPLAIN, []),
        ({"reason": "x"}, Answer.EXPLAIN, []),
        ({"reason": "x"}, Answer.APOLOGISE, ["reason_unused"]),
        ({"reason": "x"}, None, ["reason_unused"]),
        ({"what_changes": "x"}, Answer.APOLOGISE, []),
        ({"what_changes": "x", "promises": ()}, Answer.PART_WAYS, ["reason_unused"]),
        ({"tried": "x"}, Answer.APOLOGISE, ["parting_unused"]),
        ({"release": "x"}, Answer.EXPLAIN, ["parting_unused"]),
        ({"refer_to": "x"}, None, ["parting_unused"]),
        ({"tried": "x", "promises": ()}, Answer.PART_WAYS, []),
        ({}, Answer.PART_WAYS, ["promise_still_open"]),
        ({"promises": (replace(PROMISE, kept_on=NOW),)}, Answer.PART_WAYS, []),
        ({"messages": (CARD,)}, Answer.APOLOGISE, []),
        ({"messages": (CARD,)}, None, []),
        ({"messages": (CARD,)}, Answer.EXPLAIN, ["card_of_other_way"]),
        ({"messages": (replace(CARD, text=""),)}, Answer.EXPLAIN, []),
        ({"messages": (replace(CARD, given_on=NOW),)}, Answer.EXPLAIN, []),
    ],
)
def test_what_no_longer_applies_is_named(changes: dict[str, Any], answer: Answer | None, codes: list[str]) -> None:
    assert HandlingFlow.no_longer_applies(but(FULL, **changes), answer) == codes


def test_every_answer_has_its_card() -> None:
    assert set(CARD_OF) == set(Answer)


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({}, Step.HEAR),
        ({"words": "dry"}, Step.OWN),
        ({"words": "dry", "began_with": BeganWith.US}, Step.ANSWER),
        ({"words": "dry", "answer": Answer.APOLOGISE}, Step.MAKE_RIGHT),
        ({"words": "dry", "answer": Answer.APOLOGISE, "promises": (PROMISE,)}, Step.SAY),
        ({"words": "dry", "answer": Answer.EXPLAIN}, Step.SAY),
        ({"words": "dry", "messages": FULL.messages}, Step.ANSWER),
        ({"words": "dry", "answer": Answer.EXPLAIN, "messages": FULL.messages}, Step.LEARN),
        ({"words": "dry", "answer": Answer.PART_WAYS, "messages": FULL.messages, "lesson_id": 1}, Step.CLOSE),
        ({"words": "dry", "answer": Answer.EXPLAIN, "messages": FULL.messages, "nothing_because": "x"}, Step.FOLLOW_UP),
    ],
)
def test_a_case_from_outside_stands_where_something_is_left_to_do(changes: dict[str, Any], step: Step) -> None:
    assert HandlingFlow.stands_at(but(EMPTY, **changes)) is step


def test_a_case_with_everything_stands_at_its_close() -> None:
    assert HandlingFlow.stands_at(FULL) is Step.CLOSE


@given(
    case=st.builds(
        but,
        st.sampled_from([EMPTY, FULL]),
        answer=st.none() | st.sampled_from(Answer),
        began_with=st.none() | st.sampled_from(BeganWith),
        read_back=st.none() | st.booleans(),
        safety=st.none() | st.booleans(),
        follow_ups=st.lists(st.just(NOT_YET), max_size=3).map(tuple),
        words=st.sampled_from(["", "dry"]),
    ),
    history=st.builds(History, last_60_days=st.integers(0, 5)),
)
def test_the_flow_has_a_word_for_every_case(case: Case, history: History) -> None:
    assert HandlingFlow.stands_at(case) in HandlingFlow.steps(case.answer)
    assert set(HandlingFlow.can_close(case)) <= set(HandlingFlow.problems(case))
    recommended = HandlingFlow.recommend(case, history)
    if recommended.answer is Answer.PART_WAYS:
        assert len(case.follow_ups) >= 2, "parting is never the first thing to try"
    if case.began_with in (None, BeganWith.US, BeganWith.NOBODY, BeganWith.SUPPLIER):
        assert recommended.answer is not Answer.EXPLAIN
