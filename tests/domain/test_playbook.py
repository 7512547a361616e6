"""What becomes a house rule, where it belongs, and when two say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.playbook import RULE_LIMIT, Rule, as_rule, first_sentence, in_order, sense, step_for
from app.domain.terms import Step

WORDS = {Step.HEAR: ("listen", "phone", "name"), Step.SAY: ("sorry", "letter"), Step.FOLLOW_UP: ("call", "week")}


@pytest.mark.parametrize(
    ("best", "rule"),
    [
        ("Read the name back. Elif was right.", "Read the name back."),
        ("Run. The hour counted for more than the tart.", "Run. The hour counted for more than the tart."),
        ("Run. Now! Do not wait. It is late.", "Run. Now! Do not wait."),
        ("  Ask first,\n\nthen bake  ", "Ask first, then bake"),
        ("Sooner", "Sooner"),
        ("Pay 2.50 back at once. Then say it.", "Pay 2.50 back at once."),
        ("", ""),
    ],
)
def test_first_sentence(best: str, rule: str) -> None:
    assert first_sentence(best) == rule


def test_long_sentence_ends_with_a_whole_word() -> None:
    assert first_sentence("bread " * 60) == ("bread " * 33).strip()
    assert first_sentence("a" * 300) == "a" * RULE_LIMIT
    fits = "a" * (RULE_LIMIT - 6) + " bread"  # up to the last letter
    assert first_sentence(fits) == first_sentence(f"{fits} again") == fits


@given(st.text(max_size=600))
def test_whatever_is_suggested_can_be_stored(text: str) -> None:
    rule = first_sentence(text)
    assert len(rule) <= RULE_LIMIT
    assert as_rule(rule) == rule


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Listen to the end.", Step.HEAR),
        ("Call them the week after, and write no letter.", Step.FOLLOW_UP),
        ("Calling is better.", Step.FOLLOW_UP),
        ("A namesake", None),  # too long an ending for "name"
        ("Say sorry by phone.", None),  # one word for each of two
        ("Bake it again.", None),
        ("", None),
    ],
)
def test_step_of_a_rule(text: str, step: Step | None) -> None:
    assert step_for(text, WORDS) is step


def test_order_is_that_of_a_complaint() -> None:
    made = [
        Rule(id=1, step=None),
        Rule(id=2, step=Step.CLOSE),
        Rule(id=3, step=Step.HEAR, position=1),
        Rule(id=4, step=Step.HEAR, position=0),
        Rule(id=5, step=Step.SETTLE),
    ]
    assert [rule.id for rule in in_order(made)] == [5, 4, 3, 2, 1]


@pytest.mark.parametrize("other", ["read the name  back", "Réad the NAME back.", "Read the name back …"])
def test_same_sense(other: str) -> None:
    assert sense(other) == sense("Read the name back.")
