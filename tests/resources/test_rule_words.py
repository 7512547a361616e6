"""The words by which a house rule finds its step."""

import pytest

from app.domain.fold import fold
from app.domain.playbook import step_for
from app.domain.terms import Step
from app.system.resources import rule_words


def test_every_step_has_words_of_its_own() -> None:
    words = rule_words()
    assert set(words) == set(Step)
    every = [word for known in words.values() for word in known]
    assert len(every) == len(set(every))
    assert [word for word in every if fold(word) != word or not word.isalpha() or len(word) < 3] == []


@pytest.mark.parametrize(
    ("best", "step"),
    [
        ("Put the telephone away before they sit down.", Step.HEAR),
        ("Read the name back letter by letter, on the phone too.", Step.HEAR),
        ("Stop the quarrel first.", Step.OWN),
        ("Cash the same day. A card takes four days to give it back.", Step.MAKE_RIGHT),
        ("Let the one who said it say sorry himself.", Step.SAY),
        ("It was right as it was.", None),
    ],
)
def test_shipped_words_find_the_step(best: str, step: Step | None) -> None:
    assert step_for(best, rule_words()) is step
