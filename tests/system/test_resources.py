"""The program's own content can be read and is whole."""

import pytest

from app.domain.terms import Answer, ShopKind, Step
from app.system import resources


@pytest.mark.parametrize("kind", list(ShopKind))
def test_each_kind_of_shop_has_its_remedies(kind: ShopKind) -> None:
    catalogue = resources.remedies(kind)
    assert len(catalogue) >= 12
    assert all(one.label and one.losses for one in catalogue)


@pytest.mark.parametrize("answer", [None, *Answer])
@pytest.mark.parametrize("step", list(Step))
def test_each_step_says_why_and_what_to_say(step: Step, answer: Answer | None) -> None:
    why, say = resources.step_words(step, answer)
    assert why
    assert say


def test_the_way_changes_the_words() -> None:
    assert resources.step_words(Step.SAY, Answer.PART_WAYS) != resources.step_words(Step.SAY, Answer.APOLOGISE)


def test_categories_end_with_other() -> None:
    assert resources.categories()[-1].code == "other"


def test_the_made_up_shop_is_whole() -> None:
    shop = resources.made_up_shop()
    assert len(shop["case"]) == 60
    assert shop["shop"]["name"]
