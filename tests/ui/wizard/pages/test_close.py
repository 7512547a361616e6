"""Closing: what it insists on, what it asks, and what is still to come."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.card import CardKind
from app.domain.terms import FollowUpResult, MessageKind, Outcome, Step
from tests.ui.conftest import SetClock
from tests.ui.wizard.pages.walk import Walk

LESSON, NO_LESSON = "The lesson, in one line", "Or: nothing to learn, because"
NO_CALL = "Or: no follow-up call, because"


def test_all_is_asked_on_this_page(walk: Walk) -> None:
    walk.open(Step.CLOSE).press("Kept")
    walk.type("How could it have gone best?", "Answer the phone").type(LESSON, "Read names back").press("Happy")
    walk.press("Close the complaint")
    case = walk.case
    assert (case.outcome, case.best_way, case.closed_on is not None) == (Outcome.KEPT, "Answer the phone", True)
    assert case.lesson_id is not None
    assert walk.house.lessons.lesson(case.lesson_id).plan == "Read names back"
    assert [one.result for one in case.follow_ups] == [FollowUpResult.HAPPY]


def test_reasons_will_do(walk: Walk) -> None:
    walk.open(Step.CLOSE).press_key("Lost").type(NO_LESSON, "A storm").type(NO_CALL, "They moved away")
    walk.press("Close the complaint")
    case = walk.case
    assert case.closed_on is not None
    assert (case.nothing_because, case.no_follow_up_because) == ("A storm", "They moved away")


def test_fair_and_treated_well(walk: Walk) -> None:
    walk.open(Step.CLOSE)
    walk.shown_named("Yes")[0].click()
    walk.shown_named("No")[1].click()
    assert (walk.case.fair, walk.case.treated_well) == (True, False)


def test_what_it_insists_on_is_marked_in_place(walk: Walk, qtbot: QtBot) -> None:
    walk.open(Step.CLOSE).type("How could it have gone best?", "Sooner").press("Close the complaint")
    assert walk.case.closed_on is None
    assert walk.case.best_way == "Sooner"
    words = ("Say how it ended.", "Write the lesson, or why there is none.", "Say how the follow-up call went")
    assert all(walk.sees(one) for one in words)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is walk.shown_named("Stronger than before")[0])
    walk.press("Stronger than before").type(LESSON, "Spell it").save()
    assert not walk.sees(words[0] + "\n" + words[1])
    walk.press("Close the complaint")
    assert walk.case.closed_on is None
    walk.press("No answer").press("Close the complaint")
    assert walk.case.closed_on is not None
    assert not walk.sees("Before it can be closed:")


def test_mark_at_a_field_goes_with_its_answer(walk: Walk) -> None:
    walk.open(Step.CLOSE).press("Close the complaint")
    assert walk.words().count("Write the lesson, or why there is none.") == 2
    walk.type(NO_LESSON, "A storm").save()
    assert "Write the lesson, or why there is none." not in walk.words()
    assert walk.words().count("Say how it ended.") == 2


def test_known_lesson_and_call_are_not_asked_again(walk: Walk) -> None:
    walk.know(nothing_because="A storm")
    walk.house.lessons.learn(walk.number, {"plan": "A tent"})
    walk.know(nothing_because="")
    walk.house.follow_ups.record(walk.number, FollowUpResult.HAPPY)
    walk.open(Step.CLOSE)
    assert not walk.sees(LESSON)
    assert not walk.sees(NO_CALL)


def test_parting_asks_for_no_call(walk: Walk) -> None:
    walk.know(answer="part-ways").open(Step.CLOSE)
    assert not walk.sees(NO_CALL)
    walk.press("Parted on good terms").type(NO_LESSON, "Never to be pleased").press("Close the complaint")
    assert walk.case.closed_on is not None


def test_another_result_takes_the_place_of_the_first(walk: Walk) -> None:
    walk.open(Step.CLOSE).press("Not yet").press("Happy").press("Happy")
    assert [one.result for one in walk.case.follow_ups] == [FollowUpResult.HAPPY]
    walk.take_back()
    assert walk.case.follow_ups == ()


def test_what_else_is_open_leads_there(walk: Walk) -> None:
    walk.open(Step.CLOSE).press("Give your first answer")
    assert walk.wizard.step is Step.SAY


@pytest.fixture
def closed(walk: Walk, clock: SetClock) -> Walk:
    walk.know(outcome="kept", nothing_because="A storm", no_follow_up_because="Moved", promise="A cake")
    walk.know(promised_by=date(2026, 11, 25))
    card = walk.house.messages.write(walk.number, MessageKind.CARD, "Sorry", card_kind="apology").value
    walk.house.messages.make_ready(card, size="a6-folded", look="plain")
    return walk.open(Step.CLOSE).press("Close the complaint")


def test_closed_says_what_is_still_to_come(closed: Walk) -> None:
    assert closed.sees("Closed today 10:12 am.")
    assert closed.sees("The card is still to be printed.")
    assert closed.sees("The promise is still open.")
    assert not closed.has_button("Close the complaint")
    closed.press("Go to Today")
    assert closed.pages == ["today"]


def test_closed_is_opened_again(closed: Walk) -> None:
    closed.take_back()
    assert closed.case.closed_on is None
    closed.press("Close the complaint").press("Open it again")
    assert closed.case.closed_on is None
    assert closed.has_button("Close the complaint")
    closed.take_back()
    assert closed.case.closed_on is not None


def test_closing_stands_where_next_stood(walk: Walk, qtbot: QtBot) -> None:
    shell = walk.open(Step.FOLLOW_UP).wizard.shell
    qtbot.waitUntil(lambda: shell.next.width() > 100)
    place = _top_right(shell.next, shell)
    walk.open(Step.CLOSE)
    qtbot.waitUntil(lambda: _top_right(walk.named("Close the complaint", QPushButton), shell) == place)
    walk.open(Step.FOLLOW_UP)
    assert "Close the complaint" not in [one.text() for one in shell.findChildren(QPushButton) if one.isVisible()]
    walk.open(Step.CLOSE)
    assert walk.has_button("Close the complaint")


def _top_right(button: QWidget, shell: QWidget) -> QPoint:
    return button.mapTo(shell, button.rect().topRight())


def test_last_card_is_written_and_opened(walk: Walk) -> None:
    walk.open(Step.CLOSE).press("Thank-you card…")
    card = walk.case.draft(MessageKind.CARD)
    assert card is not None
    assert (card.card_kind, walk.cards) == (CardKind.THANKS, [card.id])
    assert card.text == walk.house.drafts.draft(walk.number, MessageKind.CARD, "thanks")
    walk.press("Welcome-back card…")
    again = walk.case.draft(MessageKind.CARD)
    assert again is not None
    assert again.card_kind == CardKind.WELCOME_BACK
    assert [one.text for one in walk.case.messages] == [card.text, again.text]
    walk.take_back()
    assert walk.case.messages == (card,)


def test_last_card_leaves_the_first_one_alone(walk: Walk) -> None:
    apology = walk.house.messages.write(walk.number, MessageKind.CARD, "I am sorry", card_kind="apology").value
    walk.open(Step.CLOSE).press("Thank-you card…")
    assert walk.cards != [apology]
    assert [(one.card_kind, one.text) for one in walk.case.messages][:1] == [("apology", "I am sorry")]
    walk.take_back()
    assert [one.id for one in walk.case.messages] == [apology]


def test_card_under_way_is_not_written_over(closed: Walk) -> None:
    assert closed.sees("A card to them is still on its way.")
    assert not closed.has_button("Thank-you card…")
    closed.press("Show that card")
    card = closed.case.draft(MessageKind.CARD)
    assert card is not None
    assert closed.cards == [card.id]


def test_pages_are_freed(walk: Walk, qtbot: QtBot) -> None:
    other = walk.house.cases.start(here_or_on_phone=True).value
    for step in (Step.SAY, Step.LEARN, Step.FOLLOW_UP, Step.CLOSE):
        walk.open(step)
        with qtbot.waitSignal(walk.page.destroyed):
            walk.wizard.open_case(other, Step.SETTLE)
