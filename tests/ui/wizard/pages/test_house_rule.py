"""At close: the best way becomes a house rule, once."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.playbook import Rule
from app.domain.terms import Step
from app.services.house import build_house
from app.store.database import open_store
from tests.ui.conftest import CONTENT
from tests.ui.wizard.pages.walk import Walk

BEST, MAKE = "How could it have gone best?", "Make it a house rule"
LINE, STEP, OUT = "The house rule, in one line", "Where it is shown", "Take it out again"
NOW = "It is a house rule now."


def rules(walk: Walk) -> list[tuple[Step | None, str]]:
    return [(rule.step, rule.text) for rule in walk.house.playbook.all()]


@pytest.fixture
def made(walk: Walk) -> Walk:
    walk.know(best_way="Read the name back. Elif was right about that.").open(Step.CLOSE)
    return walk.press(MAKE)


def the_rule(walk: Walk) -> Rule:
    (rule,) = walk.house.playbook.all()
    return rule


def test_it_is_offered_once_there_is_a_best_way(walk: Walk) -> None:
    walk.open(Step.CLOSE)
    assert not walk.has_button(MAKE)
    walk.type(BEST, "R")
    assert walk.has_button(MAKE)
    walk.type(BEST, ".", over=True)
    assert not walk.has_button(MAKE)


def test_first_sentence_becomes_a_rule_of_the_step_it_speaks_of(made: Walk) -> None:
    rule = the_rule(made)
    assert (rule.text, rule.step, rule.case_id) == ("Read the name back.", Step.HEAR, made.number)
    assert made.sees(NOW)
    assert not made.has_button(MAKE)
    assert made.text(LINE) == "Read the name back."
    assert made.named(STEP, QComboBox).currentText() == "Hear them out"


def test_its_line_comes_to_sight_and_is_ready_to_be_changed(walk: Walk, qtbot: QtBot) -> None:
    walk.wizard.resize(920, 560)
    walk.know(best_way="Read the name back.").open(Step.CLOSE).press(MAKE)
    line = walk.editor(LINE)
    qtbot.waitUntil(lambda: line.hasFocus() and line.visibleRegion().boundingRect() == line.rect())
    assert isinstance(line, QLineEdit)
    assert line.selectedText() == "Read the name back."


def test_best_way_of_no_step_is_a_rule_of_none(walk: Walk) -> None:
    walk.know(best_way="Be quicker than this").open(Step.CLOSE).press(MAKE)
    assert rules(walk) == [(None, "Be quicker than this")]


def test_line_and_step_are_changed_in_place(made: Walk) -> None:
    made.type(LINE, "Spell every name", over=True).choose(STEP, "Own it")
    assert rules(made) == [(Step.OWN, "Spell every name")]
    assert made.text(LINE) == "Spell every name"


def test_undo_offers_it_anew(made: Walk) -> None:
    assert made.take_back() == NOW
    assert rules(made) == []
    assert made.has_button(MAKE)
    assert not made.sees(NOW)


def test_out_again_and_back(made: Walk) -> None:
    made.press(OUT)
    assert rules(made) == []
    assert made.has_button(MAKE)
    made.take_back()
    assert rules(made) == [(Step.HEAR, "Read the name back.")]
    assert made.sees(NOW)


def test_it_is_not_offered_again_for_this_case(made: Walk) -> None:
    made.open(Step.OWN).open(Step.CLOSE).type(BEST, "Something else", over=True).save()
    assert not made.has_button(MAKE)
    assert made.sees(NOW)
    other = made.house.cases.start(here_or_on_phone=True).value
    made.house.cases.answer(other, "best_way", "Bake it again at once")
    made.wizard.open_case(other, Step.CLOSE)
    assert made.has_button(MAKE)


def test_rule_that_says_the_same_is_known(walk: Walk) -> None:
    walk.house.playbook.add("read the NAME back", Step.SAY)
    walk.know(best_way="Read the name back.").open(Step.CLOSE)
    assert walk.sees("That is one of your house rules already.")
    assert not walk.has_button(MAKE)
    walk.type(BEST, "Something else", over=True)
    assert walk.has_button(MAKE)


def on_disk(walk: Walk) -> list[str]:
    """The rules as another program finds them in the file at this moment."""
    store = open_store(walk.house.store.path)
    try:
        return [rule.text for rule in build_house(store, walk.house.clock, CONTENT).playbook.all()]
    finally:
        store.close()


def test_what_is_typed_into_the_line_is_saved_by_itself(made: Walk, qtbot: QtBot) -> None:
    made.type(LINE, "Spell every name", over=True)
    qtbot.waitUntil(lambda: on_disk(made) == ["Spell every name"], timeout=1000)


@pytest.mark.parametrize("way", ["another step", "another page", "another case"])
def test_nothing_typed_into_the_line_is_lost_on_leaving(made: Walk, way: str) -> None:
    other = made.house.cases.start(here_or_on_phone=True).value
    made.type(LINE, "Spell every name", over=True)
    if way == "another step":
        made.wizard.go(Step.OWN)
    elif way == "another page":
        made.wizard.leave()
    else:
        made.wizard.open_case(other, Step.HEAR)
    assert on_disk(made) == ["Spell every name"]
    assert made.open(Step.CLOSE).text(LINE) == "Spell every name"


def test_emptied_line_comes_back(made: Walk) -> None:
    made.type(LINE, "", over=True)
    made.wizard.leave()
    assert made.text(LINE) == "Read the name back."
    assert rules(made) == [(Step.HEAR, "Read the name back.")]
    assert not made.wizard.has_unsaved


def test_double_is_refused_at_the_line_and_kept_in_sight(made: Walk) -> None:
    made.house.playbook.add("Spell every name")
    made.type(LINE, "spell every name", over=True)
    made.wizard.leave()
    assert made.sees("“Spell every name” is one of your house rules already.")
    assert made.wizard.has_unsaved
    assert made.text(LINE) == "spell every name"
    made.type(LINE, " twice")
    made.wizard.leave()
    assert not made.wizard.has_unsaved
    assert (Step.HEAR, "spell every name twice") in rules(made)


def test_button_leads_to_all_of_them(made: Walk) -> None:
    made.press("Show the house rules")
    assert made.pages == ["rules"]
