"""The house rules on paper, in the order of the steps."""

import pytest

from app.domain.card import Sheet
from app.domain.playbook import Rule
from app.domain.terms import Step
from app.printing.house_rules import house_rules
from app.printing.page import lay_out
from app.printing.page_look import Style

pytestmark = pytest.mark.usefixtures("qapp")
STEPS = {step: f"Step {step.value}" for step in Step}


def _lines(*rules: Rule) -> list[str]:
    (page,) = lay_out(house_rules(rules, STEPS, "Rosa’s Bakery"), Sheet.A4)
    return [words.text for words in page.words if words.style in (Style.PART, Style.TEXT) and words.text != "•"]


def test_rules_stand_under_their_steps_in_their_order() -> None:
    said = _lines(
        Rule(id=1, step=Step.SAY, text="Say it yourself.", position=1),
        Rule(id=2, text="Say the name.", position=2),
        Rule(id=3, step=Step.HEAR, text="Second.", position=4),
        Rule(id=4, step=Step.HEAR, text="First.", position=3),
    )
    assert said == [
        "Step hear",
        "First.",
        "Second.",
        "Step say",
        "Say it yourself.",
        "In general",
        "Say the name.",
    ]


def test_rules_without_position_stay_as_given() -> None:
    assert _lines(Rule(text="b"), Rule(text="a")) == ["In general", "b", "a"]


def test_no_rules_are_said() -> None:
    assert _lines(Rule(step=Step.HEAR, text="  ")) == ["There are no house rules yet."]


def test_many_rules_go_on_over_pages() -> None:
    rules = [Rule(id=n, step=list(Step)[n % 9], text=f"rule{n} " * 12) for n in range(120)]
    pages = lay_out(house_rules(rules, STEPS, "Rosa’s Bakery"), Sheet.LETTER)
    assert len(pages) > 3
    whole = " ".join(page.text for page in pages)
    assert all(whole.count(f"rule{n} ") + whole.count(f"rule{n}\n") == 12 for n in range(120))
    assert pages[1].words[0].text == "House rules, continued"
