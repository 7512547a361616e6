"""Making it right: losses, options, what they took, the promise and how it stands."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from app.domain.terms import FollowUpResult, Loss, Step
from app.ui.wizard.pages.make_right import MakeRightPage
from tests.ui.conftest import BERLIN, SetClock
from tests.ui.wizard.pages.walk import Walk

BRING, REFUND = "Bake it again and bring it round myself", "Give all the money back"
TODAY = date(2026, 11, 21)


def test_losses_are_saved_and_rank_the_remedies(walk: Walk) -> None:
    walk.open(Step.MAKE_RIGHT).press("Money")
    assert walk.case.losses == {Loss.MONEY}
    assert walk.words().index(walk.house.remedies.ranked(walk.case.losses)[0][0].why) > 0
    walk.press_key("Money").press("Face")
    assert walk.case.losses == {Loss.FACE}


def test_more_remedies_are_a_click_away(walk: Walk) -> None:
    walk.open(Step.MAKE_RIGHT)
    every = walk.house.remedies.all()
    hidden = [one for one in every if not walk.has_button(one.label)]
    assert len(every) - len(hidden) == 5
    walk.press(f"Show all {len(every)}")
    assert all(walk.has_button(one.label) for one in every)
    walk.press("Show the first 5")
    assert not walk.has_button(hidden[0].label)


def test_options_are_read_aloud_and_one_is_taken(walk: Walk) -> None:
    walk.know(losses=["thing", "money"]).open(Step.MAKE_RIGHT)
    walk.press(f"Show all {len(walk.house.remedies.all())}").press(BRING)
    assert walk.sees("“I can bake it again and bring it to your door myself. Would that make it right for you?”")
    walk.press(REFUND)
    assert set(walk.case.options) == {"bring_it_myself", "refund_whole"}
    assert walk.sees("or I can")
    assert walk.sees("Which of them would make it right for you?”")
    walk.take(REFUND)
    promise = walk.case.promise
    assert (promise.remedy, promise.what, promise.who) == ("refund_whole", REFUND, "Rosa")
    walk.take(BRING)
    assert (walk.case.promise.remedy, walk.text("What you promise")) == ("bring_it_myself", BRING)


def test_own_promise_survives_another_choice(walk: Walk) -> None:
    walk.know(options=["bring_it_myself", "refund_whole"]).open(Step.MAKE_RIGHT)
    walk.take(BRING).type("What you promise", "A cake with roses, on my word", over=True).save()
    walk.take(REFUND)
    assert walk.case.promise.what == "A cake with roses, on my word"


def test_own_words_become_remedy_and_promise(walk: Walk) -> None:
    walk.open(Step.MAKE_RIGHT).take("Something else")
    walk.type("What they took, in your words", "I drive to the party and say sorry").save()
    promise = walk.case.promise
    assert promise.remedy == promise.what == "I drive to the party and say sorry"
    assert walk.text("What you promise") == promise.what
    walk.open(Step.SAY).open(Step.MAKE_RIGHT)
    assert walk.text("What they took, in your words") == promise.remedy


@pytest.mark.parametrize(
    ("locale", "typed"),
    [("en_US", "1.50"), ("de_DE", "1,50"), ("en_US", "1,50"), ("de_DE", "1.50")],
)
def test_cost_is_read_by_the_place(walk: Walk, locale: str, typed: str) -> None:
    QLocale.setDefault(QLocale(locale))
    walk.open(Step.MAKE_RIGHT).type("What it costs you", typed).leave("What it costs you").save()
    assert walk.case.promise.cost == 150


@pytest.mark.parametrize(
    ("typed", "words"), [("abc", "no amount of money"), ("-5", "not less than nothing"), ("1.234", "too many figures")]
)
def test_cost_that_is_none_is_said_in_place(walk: Walk, typed: str, words: str) -> None:
    walk.open(Step.MAKE_RIGHT).type("What it costs you", typed).leave("What it costs you").save()
    assert walk.sees(words)
    assert walk.case.promise.cost is None
    walk.press("Time")
    assert walk.text("What it costs you") == typed
    walk.type("What it costs you", "12.50", over=True).leave("What it costs you").save()
    assert walk.case.promise.cost == 1250
    assert not walk.sees(words)


def test_limit_without_questions_is_said(walk: Walk) -> None:
    walk.open(Step.MAKE_RIGHT)
    assert walk.sees("Under $50: just do it.")
    walk.type("What it costs you", "80")
    assert walk.sees("More than your $50 without questions.")


def test_day_and_hour_make_the_date(walk: Walk) -> None:
    walk.open(Step.MAKE_RIGHT).type("By when", "11/22/2026").leave("By when")
    assert walk.case.promise.by == date(2026, 11, 22)
    walk.choose("At", "3 pm")
    assert walk.case.promise.by == datetime(2026, 11, 22, 15, tzinfo=BERLIN)
    walk.choose("At", "any time that day")
    assert walk.case.promise.by == date(2026, 11, 22)


def test_past_day_is_asked_about_and_saved(walk: Walk, clock: SetClock) -> None:
    clock.move(days=5)
    walk.open(Step.MAKE_RIGHT).type("By when", "11/23/2026").leave("By when")
    assert walk.sees("That day has passed. Is it right?")
    assert walk.case.promise.by == date(2026, 11, 23)


def test_day_before_the_complaint_is_refused_in_place(walk: Walk) -> None:
    walk.open(Step.MAKE_RIGHT).type("Who does it", "Sam").type("By when", "11/1/2026").leave("By when")
    assert walk.case.promise.by is None
    assert walk.case.promise.who == "Sam"
    assert walk.text("By when") == "11/1/2026"
    before = walk.words()
    walk.press("Money")
    assert walk.text("By when") == "11/1/2026"
    walk.type("By when", "11/29/2026", over=True).leave("By when")
    assert walk.case.promise.by == date(2026, 11, 29)
    assert walk.words() != before
    assert walk.refused == []


def test_words_that_are_no_day_stay(walk: Walk) -> None:
    walk.open(Step.MAKE_RIGHT).type("By when", "someday").leave("By when")
    assert walk.sees("That is no day that can be read.")
    walk.press("Money")
    assert walk.text("By when") == "someday"
    assert walk.case.promise.by is None


def test_typed_words_are_saved_by_themselves(walk: Walk, qtbot: QtBot) -> None:
    walk.open(Step.MAKE_RIGHT).type("What you promise", "A new cake")
    qtbot.waitUntil(lambda: walk.case.promise.what == "A new cake", timeout=1000)


def test_typing_is_not_disturbed_by_another_change(walk: Walk) -> None:
    walk.open(Step.MAKE_RIGHT).type("What you promise", "A new ")
    walk.desk.calls.run(walk.house.cases.answer, walk.number, "wants", "a cake")
    assert walk.text("What you promise") == "A new "
    walk.type("What you promise", "cake").save()
    assert walk.case.promise.what == "A new cake"


def test_kept_withdrawn_and_back(walk: Walk) -> None:
    walk.know(remedy="refund_whole", promise="All back", promised_by=TODAY).open(Step.MAKE_RIGHT)
    walk.press("Mark as kept")
    assert walk.case.promise.kept_on is not None
    assert walk.sees("Kept today")
    walk.take_back()
    assert walk.case.promise.kept_on is None
    walk.press("Mark as kept").press("Not kept after all")
    assert walk.case.promise.kept_on is None
    walk.press("It no longer stands")
    assert walk.case.promise.what == ""
    assert walk.sees("All back (withdrawn today")
    walk.take_back()
    assert walk.case.promise.what == "All back"


def test_second_failure_wants_more_than_words(walk: Walk) -> None:
    walk.open(Step.MAKE_RIGHT)
    assert not walk.sees("They have had an apology for this before.")
    walk.house.follow_ups.record(walk.number, FollowUpResult.NOT_YET)
    walk.open(Step.MAKE_RIGHT)
    assert walk.sees("They have had an apology for this before.")
    walk.type("What is different this time", "I check it myself").save()
    assert walk.case.differs == "I check it myself"


def test_new_promise_after_an_unhappy_call(walk: Walk, clock: SetClock) -> None:
    walk.know(remedy="refund_whole", promise="All back", promised_by=TODAY)
    walk.house.promises.keep(walk.case.promise.id)
    clock.move(days=7)
    walk.house.follow_ups.record(walk.number, FollowUpResult.NOT_YET)
    walk.open(Step.MAKE_RIGHT).press("Try again with a new promise")
    assert walk.text("What you promise") == ""
    assert walk.sees("All back (kept Nov 21)")
    walk.type("What you promise", "More this time").save()
    assert [one.what for one in walk.case.promises] == ["All back", "More this time"]
    assert walk.case.promises[0].kept_on is not None


def test_record_of_a_remedy_is_told(walk: Walk) -> None:
    for _ in range(3):
        number = walk.house.cases.start(here_or_on_phone=True).value
        walk.house.cases.answer_all(
            number, {"anger": 9, "remedy": "bring_it_myself", "outcome": "kept", "nothing_because": "once"}
        )
        walk.house.follow_ups.record(number, FollowUpResult.HAPPY, anger=3)
        walk.house.closing.close(number)
    walk.open(Step.MAKE_RIGHT)
    assert walk.sees("Here: anger down 6 on average, 3 of 3 stayed.")


def test_what_is_free_is_not_about_nothing(walk: Walk) -> None:
    walk.open(Step.MAKE_RIGHT).press(f"Show all {len(walk.house.remedies.all())}")
    assert walk.sees("Costs nothing.")
    assert not walk.sees("About $0.")


def test_page_is_freed(walk: Walk, qtbot: QtBot) -> None:
    walk.open(Step.MAKE_RIGHT)
    page = walk.page
    assert isinstance(page, MakeRightPage)
    with qtbot.waitSignal(page.destroyed):
        walk.wizard.open_case(walk.house.cases.start(here_or_on_phone=True).value)
