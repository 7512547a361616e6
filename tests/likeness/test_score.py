"""The score is a figure from 0 to 1 that follows from plain values alone, and the order follows from the score."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.likeness.score import THRESHOLD, Candidate, of_lesson, rank, score, with_verdicts

NEAR = Candidate(number=1, words=1.0, meaning=0.6)
candidates = st.builds(
    Candidate,
    number=st.integers(1, 50),
    words=st.floats(0, 1e6),
    meaning=st.floats(-1, 1),
    same_category=st.booleans(),
    anger_fell=st.none() | st.integers(-10, 10),
    helped=st.floats(0, 1),
    not_alike=st.floats(0, 1),
    came_in=st.sampled_from(["2024-01-01T09:00:00Z", "2025-01-01T09:00:00Z"]),
)


@pytest.mark.parametrize(
    ("words", "meaning", "shown"),
    [(0, 0, False), (3, 0, False), (0, 0.2, False), (0.5, 0.2, False), (0, 0.5, True), (2, 0.4, True), (5, 1, True)],
)
def test_what_is_shown_is_near_in_meaning(words: float, meaning: float, shown: bool) -> None:
    assert (score(Candidate(number=1, words=words, meaning=meaning)) >= THRESHOLD) is shown


@given(st.lists(candidates, max_size=30), st.integers(0, 10**6))
def test_the_order_is_that_of_the_scores_and_always_the_same(given_: list[Candidate], cases: int) -> None:
    ranked = rank(given_, cases)
    assert len(ranked) == len(given_)
    assert all(0 <= one.score <= 1 and math.isfinite(one.score) for one in ranked)
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)
    assert rank(reversed(given_), cases) == ranked


@given(candidates, st.floats(0, 1), st.integers(1, 10**6))
def test_each_sign_moves_the_score_its_own_way(one: Candidate, much: float, cases: int) -> None:
    plain = score(with_verdicts(one, 0, 0), cases)
    assert score(with_verdicts(one, much, 0), cases) >= plain
    assert score(with_verdicts(one, 0, much), cases) <= plain
    assert score(replace(one, words=one.words + 1), cases) >= score(one, cases)
    assert score(replace(one, same_category=True), cases) >= score(replace(one, same_category=False), cases)
    assert score(one, cases + 1000) <= score(one, cases)


def test_of_equals_the_newest_comes_first() -> None:
    old, new = replace(NEAR, number=9, came_in="2020"), replace(NEAR, number=2, came_in="2025")
    assert [one.number for one in rank([old, new])] == [2, 9]
    assert [one.number for one in rank([NEAR, replace(NEAR, number=3)])] == [3, 1]


def test_small_signs_make_no_match_of_what_is_unlike() -> None:
    unlike = Candidate(number=1, words=0.3, meaning=0.15, same_category=True, anger_fell=9, helped=1.0)
    assert score(unlike) < THRESHOLD
    assert score(with_verdicts(NEAR, 0, 1)) < score(NEAR)


def test_a_remedy_that_calmed_comes_before_one_that_did_not() -> None:
    assert score(replace(NEAR, anger_fell=6)) > score(replace(NEAR, anger_fell=0)) == score(NEAR)


def test_a_lesson_is_measured_as_a_case_is() -> None:
    assert of_lesson(0.6) == score(Candidate(number=0, meaning=0.6))
    assert of_lesson(0.1) < THRESHOLD
