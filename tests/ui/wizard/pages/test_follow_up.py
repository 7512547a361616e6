"""The call about a week later."""

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.domain.case import FollowUp
from app.domain.terms import FollowUpResult, MessageKind, Step
from tests.ui.conftest import BERLIN, SetClock
from tests.ui.wizard.pages.walk import Walk


def calls(walk: Walk) -> list[FollowUp]:
    return list(walk.case.follow_ups)


@pytest.fixture
def kept(walk: Walk, clock: SetClock) -> Walk:
    """The promise was kept two days after the complaint, and a day has passed since."""
    walk.know(remedy="refund_whole", promise="All back.", promised_by=date(2026, 11, 23))
    walk.house.messages.say(walk.number, MessageKind.SPOKEN, "Sorry")
    clock.move(days=2)
    walk.house.promises.keep(walk.case.promise.id)
    clock.move(days=1)
    return walk


def test_what_is_known_is_said(kept: Walk) -> None:
    kept.open(Step.FOLLOW_UP)
    assert kept.sees("You promised: All back. Kept yesterday.")
    assert kept.sees("they were at 8 of 10")
    assert kept.sees("The call is due: Mon")
    assert kept.sees("“Hello Dana, this is Rosa from Rosa’s Bakery.")


def test_days_move_the_call(kept: Walk) -> None:
    kept.open(Step.FOLLOW_UP)
    assert kept.is_checked("7 days")
    kept.press("3 days")
    assert kept.case.follow_up_days == 3
    assert kept.sees("The call is due: Thu")


def test_call_waits_for_answer_and_promise(walk: Walk) -> None:
    walk.open(Step.FOLLOW_UP)
    assert walk.sees("The call is planned once you have given your answer.")
    walk.know(promise="A cake", promised_by=date(2026, 11, 23)).open(Step.FOLLOW_UP)
    assert walk.sees("The call is planned once the promise is kept.")


def test_happy_call_is_recorded_and_taken_back(kept: Walk, clock: SetClock) -> None:
    kept.open(Step.FOLLOW_UP).press("Happy").anger("How angry are they now?", 1)
    kept.type("What they said", "Lovely cake").press("Record how it went")
    call = calls(kept)[-1]
    assert (call.result, call.anger, call.words, call.on) == (FollowUpResult.HAPPY, 1, "Lovely cake", clock.now)
    assert kept.sees("Happy, today 10:12 am")
    assert kept.text("What they said") == ""
    assert not kept.is_checked("Happy")
    kept.take_back()
    assert calls(kept) == []


def test_recorded_call_is_taken_out_and_put_back(kept: Walk) -> None:
    kept.open(Step.FOLLOW_UP).press_key("No answer").press("Record how it went").press("Take it out")
    assert calls(kept) == []
    kept.take_back()
    assert [one.result for one in calls(kept)] == [FollowUpResult.NO_ANSWER]


def test_call_without_a_result_is_asked_for_in_place(kept: Walk) -> None:
    kept.open(Step.FOLLOW_UP).type("What they said", "Hm").press("Record how it went")
    assert calls(kept) == []
    assert kept.sees("First say how it went")
    assert kept.text("What they said") == "Hm"
    kept.press("Happy")
    assert not kept.sees("First say how it went")


def test_day_of_the_call(kept: Walk) -> None:
    kept.open(Step.FOLLOW_UP).press("Happy").type("When you called", "11/1/2026").leave("When you called")
    kept.type("What they said", "Fine").press("Record how it went")
    assert kept.sees("before the complaint")
    assert kept.text("What they said") == "Fine"
    assert calls(kept) == []
    kept.type("When you called", "11/23/2026", over=True).leave("When you called").press("Record how it went")
    assert calls(kept)[-1].on == datetime(2026, 11, 23, 12, tzinfo=BERLIN)


def test_leaving_loses_no_word(kept: Walk) -> None:
    kept.open(Step.FOLLOW_UP).press("Not yet").type("What they said", "Still wrong")
    assert kept.page.has_unsaved
    kept.open(Step.CLOSE)
    assert [one.words for one in calls(kept)] == ["Still wrong"]
    assert kept.take_back() == "The call is recorded."
    assert calls(kept) == []


def test_picking_days_records_no_call(kept: Walk) -> None:
    kept.open(Step.FOLLOW_UP).press("Happy").press("14 days")
    assert calls(kept) == []
    assert kept.case.follow_up_days == 14


def test_unhappy_goes_back_with_a_new_promise(kept: Walk) -> None:
    kept.open(Step.FOLLOW_UP).press("Not yet").press("Record how it went")
    assert kept.sees("They are not happy yet.")
    kept.press("Back to Make it right")
    assert kept.wizard.step is Step.MAKE_RIGHT
    assert kept.text("What you promise") == ""
    assert len(kept.case.promises) == 2
    assert kept.sees("They have had an apology for this before.")


def test_open_promise_is_not_doubled(walk: Walk) -> None:
    walk.know(promise="A cake", promised_by=date(2026, 11, 23)).open(Step.FOLLOW_UP)
    walk.press("Not yet").press("Record how it went").press("Back to Make it right")
    assert len(walk.case.promises) == 1


def test_call_written_for_one_case_is_not_of_another(kept: Walk, qtbot: QtBot) -> None:
    kept.open(Step.FOLLOW_UP).press("Happy")
    other = kept.house.cases.start(here_or_on_phone=True).value
    kept.wizard.open_case(other, Step.FOLLOW_UP)
    kept.press("Record how it went")
    assert kept.house.cases.case(other).follow_ups == ()
    assert len(calls(kept)) == 1


def test_a_call_that_is_being_written_is_kept_without_being_recorded(kept: Walk) -> None:
    kept.open(Step.FOLLOW_UP).press("Happy").anger("How angry are they now?", 2).type("What they said", "Lovely cake")
    kept.save()
    case = kept.case
    assert (case.call_result, case.call_anger, case.call_words) == (FollowUpResult.HAPPY, 2, "Lovely cake")
    assert calls(kept) == []


def test_undo_of_a_recorded_call_gives_its_words_back(kept: Walk) -> None:
    kept.open(Step.FOLLOW_UP).press("Happy").type("What they said", "Lovely cake").press("Record how it went")
    assert kept.text("What they said") == ""
    kept.take_back()
    assert calls(kept) == []
    assert kept.text("What they said") == "Lovely cake"
    kept.open(Step.CLOSE)
    assert calls(kept) == [], "what was taken back is not recorded by leaving"
