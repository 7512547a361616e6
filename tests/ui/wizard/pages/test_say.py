"""Saying it: drafts, what goes out, what is asked first."""

from datetime import date, datetime, timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.card import CardKind
from app.domain.terms import DueKind, MessageKind, Step
from tests.ui.conftest import BERLIN, SetClock
from tests.ui.wizard.pages.walk import Walk

SPOKEN, CARD, EMAIL = "What you will say", "What the card says", "What the e-mail says"
HOT = "Send it now, or look at it again in an hour?"


def test_first_draft_follows_the_case_until_it_is_touched(walk: Walk) -> None:
    walk.open(Step.SAY)
    assert walk.text(SPOKEN) == walk.house.drafts.draft(walk.number, MessageKind.SPOKEN)
    assert walk.case.messages == ()
    walk.know(remedy="refund_whole").open(Step.SAY)
    assert "give you back every cent" in walk.text(SPOKEN)
    walk.type(SPOKEN, "Hi Dana", over=True).save()
    walk.know(remedy="bring_it_myself").open(Step.SAY)
    assert walk.text(SPOKEN) == "Hi Dana"


def test_typed_words_are_saved_by_themselves(walk: Walk, qtbot: QtBot) -> None:
    walk.open(Step.SAY).press("Letter").type("What the letter says", "Dear Dana", over=True)

    def is_saved() -> bool:
        draft = walk.case.draft(MessageKind.LETTER)
        return draft is not None and draft.text == "Dear Dana"

    qtbot.waitUntil(is_saved, timeout=1000)


def test_each_way_keeps_its_own_words(walk: Walk) -> None:
    walk.open(Step.SAY).press("E-mail").type(EMAIL, "By mail", over=True)
    walk.press_key("Card").type(CARD, "By card", over=True).press("E-mail")
    assert walk.text(EMAIL) == "By mail"
    walk.press("Card")
    assert walk.text(CARD) == "By card"
    card = walk.case.draft(MessageKind.CARD)
    assert card is not None
    assert card.card_kind == CardKind.APOLOGY


def test_public_reply_only_to_a_review(walk: Walk) -> None:
    walk.open(Step.SAY)
    assert not walk.has_button("Public reply")
    walk.know(channel="review").open(Step.SAY)
    assert walk.has_button("Public reply")


def test_review_starts_with_the_reply(walk: Walk) -> None:
    walk.know(channel="review").open(Step.SAY)
    assert walk.is_checked("Public reply")
    assert walk.text("What everyone will read")


def test_said_now_and_taken_back(walk: Walk, clock: SetClock) -> None:
    clock.move(hours=2)
    walk.open(Step.SAY).press("I have said it")
    assert walk.case.answered_on == clock.now
    assert walk.sees("Said aloud, today 12:12 pm")
    walk.take_back()
    assert walk.case.answered_on is None
    walk.press("I have said it").press("Not said after all")
    assert walk.case.answered_on is None
    walk.take_back()
    assert walk.case.answered_on == clock.now


def test_said_on_another_day(walk: Walk, clock: SetClock) -> None:
    clock.move(days=3)
    walk.open(Step.SAY).type("When you said it", "11/22/2026").leave("When you said it").press("I have said it")
    assert walk.case.answered_on == datetime(2026, 11, 22, 12, tzinfo=BERLIN)


def test_said_on_the_day_it_came_in_is_not_before_it(walk: Walk, clock: SetClock) -> None:
    walk.know(came_in=datetime(2026, 11, 21, 10, 0, tzinfo=BERLIN))
    clock.move(days=1)
    walk.open(Step.SAY).type("When you said it", "11/21/2026").leave("When you said it").press("I have said it")
    assert walk.case.answered_on == datetime(2026, 11, 21, 12, tzinfo=BERLIN)


def test_said_before_the_complaint_or_tomorrow_is_refused_in_place(walk: Walk) -> None:
    walk.open(Step.SAY)
    for day, words in (("11/1/2026", "before the complaint"), ("11/30/2026", "still to come")):
        walk.type("When you said it", day, over=True).leave("When you said it").press("I have said it")
        assert walk.sees(words)
        assert walk.text("When you said it") == day
        assert walk.case.answered_on is None
    assert walk.refused == []


def test_nothing_is_no_answer(walk: Walk) -> None:
    walk.open(Step.SAY).type(SPOKEN, "", over=True).press("I have said it")
    assert walk.case.answered_on is None
    assert walk.editor(SPOKEN).property("wrong") is True
    assert walk.text(SPOKEN) == ""


def test_blank_left_does_not_go_out(walk: Walk) -> None:
    walk.open(Step.SAY).press("E-mail").type(EMAIL, "Dear {name},", over=True)
    QGuiApplication.clipboard().setText("before")
    for act in ("Copy", "I have sent it"):
        walk.press(act)
        assert walk.sees("{name}")
    assert QGuiApplication.clipboard().text() == "before"
    assert walk.case.answered_on is None
    walk.press("Card").type(CARD, "Dear [[name]],", over=True).press("Print or save the card…")
    assert walk.cards == []


def test_email_is_copied_and_sent(walk: Walk) -> None:
    walk.open(Step.SAY).press("E-mail").type(EMAIL, "Dear Dana", over=True).press("Copy")
    assert QGuiApplication.clipboard().text() == "Dear Dana"
    assert walk.told
    walk.press("I have sent it")
    assert [(one.kind, one.text) for one in walk.case.messages] == [(MessageKind.EMAIL, "Dear Dana")]
    assert walk.case.answered_on is not None
    assert walk.text(EMAIL) == ""


def test_card_is_opened_and_put_on_the_list(walk: Walk) -> None:
    walk.open(Step.SAY).press("Card").press("Print or save the card…")
    card = walk.case.draft(MessageKind.CARD)
    assert card is not None
    assert walk.cards == [card.id]
    walk.press("Put it on today’s list")
    card = walk.case.draft(MessageKind.CARD)
    assert card is not None
    assert (card.card_size, card.card_look, card.ready_on is not None) == ("a6-folded", "handwritten", True)
    assert not walk.has_button("Put it on today’s list")
    walk.press("Take it off today’s list")
    assert walk.has_button("Put it on today’s list")
    walk.take_back()
    assert not walk.has_button("Put it on today’s list")
    walk.house.messages.printed(card.id)
    walk.open(Step.SAY).press("I have posted the card")
    assert walk.case.answered_on is not None


def test_start_again_and_back(walk: Walk) -> None:
    walk.open(Step.SAY).press("Card").type(CARD, "My own words", over=True).press("Start again from the case")
    assert walk.text(CARD) == walk.house.drafts.draft(walk.number, MessageKind.CARD, "apology")
    walk.take_back()
    assert walk.text(CARD) == "My own words"


def test_card_of_another_way_is_said(walk: Walk) -> None:
    walk.open(Step.SAY).press("Card").type(CARD, "Sorry", over=True).save()
    walk.know(answer="part-ways").open(Step.SAY)
    assert walk.sees("An apology card.")
    walk.press("Start again from the case")
    card = walk.case.draft(MessageKind.CARD)
    assert card is not None
    assert card.card_kind == CardKind.GOODBYE
    assert not walk.sees("An apology card.")


def test_angry_owner_is_asked_once_a_visit(walk: Walk) -> None:
    walk.know(heat=8).open(Step.SAY).press("E-mail").press("Copy")
    assert walk.sees("You were at 8.")
    assert walk.told == []
    walk.press("Send it now")
    assert len(walk.told) == 1
    walk.press("Copy")
    assert len(walk.told) == 2
    walk.open(Step.LEARN).open(Step.SAY).press("E-mail").press("Copy")
    assert len(walk.told) == 2
    assert walk.sees(HOT)


def test_calm_owner_and_spoken_words_are_not_asked(walk: Walk) -> None:
    walk.know(heat=5).open(Step.SAY).press("Card").press("Print or save the card…")
    assert walk.cards
    walk.know(heat=9).open(Step.SAY).press("Say it aloud").press("I have said it")
    assert walk.case.answered_on is not None


def test_look_again_in_an_hour(walk: Walk, clock: SetClock) -> None:
    walk.know(heat=6, channel="email").open(Step.SAY).type(EMAIL, "Hm", over=True).press("I have sent it")
    walk.press("Look at it again in an hour")
    first = next(one for one in walk.house.follow_ups.due_of([walk.number]) if one.kind is DueKind.FIRST_ANSWER)
    draft = walk.case.draft(MessageKind.EMAIL)
    assert walk.pages == ["today"]
    assert draft is not None
    assert draft.text == "Hm"
    assert walk.undo
    # Due by the channel in 24 hours, so the hour does not bring it nearer.
    assert first.due >= clock.now + timedelta(hours=1)


def test_enormous_and_strange_words(walk: Walk) -> None:
    walk.open(Step.SAY)
    box = walk.editor(SPOKEN)
    assert isinstance(box, QPlainTextEdit)
    box.selectAll()
    QGuiApplication.clipboard().setText("x" * 1_000_000)
    before = box.toPlainText()
    box.paste()
    assert box.toPlainText() == before
    QGuiApplication.clipboard().setText("שלום \x00 😊 <b>")
    box.paste()
    walk.save()
    draft = walk.case.draft(MessageKind.SPOKEN)
    assert draft is not None
    assert draft.text == "שלום  😊 <b>"


def test_promise_that_was_kept_is_dated(walk: Walk) -> None:
    walk.know(remedy="refund_whole", promised_by=date(2026, 11, 22)).open(Step.SAY)
    assert "tomorrow" in walk.text(SPOKEN)
