"""What stands on Today, in which order and in which words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.domain.terms import DueKind, FollowUpResult
from app.services.house import House
from app.ui.today.page import MOST_OVERDUE, TodayPage
from app.ui.today.row import Row
from tests.ui.conftest import SetClock
from tests.ui.today.conftest import Wishes
from tests.ui.today.shop import answered, card, complaint, promised


def _said(row: Row) -> tuple[str, str, str]:
    assert row.words is not None
    return row.words.title, row.words.due, row.words.act


def test_each_kind_has_its_verb_its_person_and_its_button(house: House, clock: SetClock, page: TodayPage) -> None:
    complaint(house, "Dana Whitfield", ago=timedelta(days=2))
    complaint(house, "Nora Lind", channel="email", ago=timedelta(days=2))
    promised(house, "Marcus Oyelaran", clock.now.replace(hour=15, minute=0), cost=4800)
    answered(house, "Priya Raman", days=7)
    card(house, "Tom Becker", "goodbye")
    _, posted = card(house, "Ida Holm", "apology")
    house.messages.printed(posted)
    page.show_page()
    assert [_said(row) for row in page.overdue.rows()] == [
        ("Call Dana Whitfield back", "2 days late", "Start the call"),
        ("Answer Nora Lind", "1 day late", "Write the answer"),
    ]
    assert [_said(row) for row in page.today.rows()] == [
        ("Keep the promise to Marcus Oyelaran", "Today 15:00", "Mark as kept"),
        ("Follow up with Priya Raman", "Today", "Write how it went"),
        ("Print the goodbye card for Tom Becker", "Today", "Print"),
        ("Post the apology card to Ida Holm", "Today", "Mark as posted"),
    ]


def test_the_parts_are_cut_by_now_by_tonight_and_by_a_week(house: House, clock: SetClock, page: TodayPage) -> None:
    today = clock.now.date()
    for days, who in ((-1, "Late"), (0, "Today"), (1, "Tomorrow"), (7, "Week"), (8, "Beyond")):
        promised(house, who, today + timedelta(days=days))
    promised(house, "Hour ago", clock.now - timedelta(hours=1))
    page.show_page()
    parts = [[row.words.title.removeprefix("Keep the promise to ") for row in part.rows() if row.words]
             for part in page.sections]  # fmt: skip
    assert parts == [["Late", "Hour ago"], ["Today"], ["Tomorrow", "Week"]]
    assert [row.words.due_tone for row in page.rows() if row.words] == ["coral", "coral", "amber", "", ""]


def test_what_came_due_while_shut_is_there_at_the_start(house: House, clock: SetClock, page: TodayPage) -> None:
    promised(house, "Marcus", clock.now.date() + timedelta(days=2))
    clock.move(days=9)
    page.show_page()
    assert [_said(row)[:2] for row in page.overdue.rows()] == [("Keep the promise to Marcus", "7 days late")]


def test_midnight_passes_while_the_page_is_open(house: House, clock: SetClock, page: TodayPage) -> None:
    promised(house, "Marcus", clock.now.date())
    page.show_page()
    assert len(page.today.rows()) == 1
    clock.move(days=1)
    page._desk.minute_passed.emit()
    assert not page.today.rows()
    assert _said(page.overdue.rows()[0])[1] == "1 day late"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (DueKind.FIRST_ANSWER, "The cake had the wrong name on it. Waiting 3 days for a first answer."),
        (DueKind.PROMISE, "a new cake. €48."),
        (DueKind.FOLLOW_UP, "The cake had the wrong name on it. A week since your answer. Anger was 9."),
    ],
)
def test_the_second_line_is_made_of_facts(
    house: House, clock: SetClock, page: TodayPage, facts: DueKind, expected: str
) -> None:
    house.settings.change(currency="€")
    complaint(house, "Dana", ago=timedelta(days=3))
    promised(house, "Marcus", clock.now.date(), cost=4800)
    answered(house, "Priya", days=7, anger=9)
    page.show_page()
    row = next(row for row in page.rows() if row.words and row.words.kind is facts)
    assert row.words is not None
    assert row.words.facts.replace("48€", "€48").replace("\u00a0", "") == expected


def test_a_call_that_nobody_took_comes_back_and_says_so(house: House, clock: SetClock, page: TodayPage) -> None:
    number = answered(house, "Priya", days=7)
    house.follow_ups.record(number, FollowUpResult.NO_ANSWER)
    clock.move(days=2)
    page.show_page()
    row = page.today.rows()[0]
    assert row.words is not None
    assert "Nobody answered last time." in row.words.facts


def test_a_remedy_of_the_catalogue_is_told_in_words(house: House, clock: SetClock, page: TodayPage) -> None:
    remedy = house.remedies.all()[0]
    number = answered(house, "Marcus", days=2)
    house.cases.answer_all(number, {"remedy": remedy.code, "promised_by": clock.now.date()})
    page.show_page()
    row = page.today.rows()[0]
    assert row.words is not None
    assert remedy.label in row.words.facts
    assert remedy.code not in row.words.facts or remedy.code == remedy.label


def test_somebody_without_a_name_is_told_by_what_is_known(house: House, page: TodayPage) -> None:
    known = complaint(house, ago=timedelta(days=1))
    house.cases.set_customer(known, {"description": "the man with the dog"})
    complaint(house)
    page.show_page()
    assert [_said(row)[0] for row in page.rows()] == ["Call the man with the dog back", "Call the customer back"]


@pytest.mark.parametrize(
    ("hour", "people", "expected"),
    [
        (9, 0, "Good morning. Nobody is waiting on you."),
        (11, 1, "Good morning. One person is waiting on you."),
        (12, 4, "Good afternoon. Four people are waiting on you."),
        (18, 12, "Good evening. Twelve people are waiting on you."),
        (23, 13, "Good evening. 13 people are waiting on you."),
    ],
)
def test_the_greeting_counts_who_waits(
    house: House, clock: SetClock, page: TodayPage, hour: int, people: int, expected: str
) -> None:
    clock.now = clock.now.replace(hour=hour)
    for number in range(people):
        complaint(house, f"Customer {number}")
    page.show_page()
    assert page.header.title() == expected


def test_the_greeting_counts_people_and_not_rows(house: House, clock: SetClock, page: TodayPage) -> None:
    for _ in range(2):
        promised(house, "Dana", clock.now.date())
    complaint(house)
    complaint(house)
    promised(house, "Later", clock.now.date() + timedelta(days=3))
    page.show_page()
    assert page.header.title() == "Good morning. Three people are waiting on you."


def test_one_primary_button_the_first_that_is_due(house: House, clock: SetClock, page: TodayPage) -> None:
    def primary() -> list[str]:
        return [row.words.title for row in page.rows() if row.words and row.act_button().property("kind") == "primary"]

    promised(house, "Next week", clock.now.date() + timedelta(days=5))
    page.show_page()
    assert primary() == []
    promised(house, "Tonight", clock.now.date())
    page.refresh()
    page._desk.minute_passed.emit()
    assert primary() == ["Keep the promise to Tonight"]
    complaint(house, "Dana")
    page._desk.minute_passed.emit()
    assert primary() == ["Call Dana back"]


def test_a_long_list_ends_in_how_many_more_there_are(
    qtbot: QtBot, house: House, page: TodayPage, wishes: Wishes
) -> None:
    for number in range(MOST_OVERDUE + 3):
        complaint(house, f"Customer {number}")
    page.show_page()
    qtbot.waitUntil(lambda: len(page.rows()) == MOST_OVERDUE)
    assert page.overdue.more_button().accessibleName() == "and 3 more"
    page.overdue.more_button().click()
    assert wishes.made[-1][0] == "list"


def test_words_of_any_size_make_short_rows(house: House, page: TodayPage) -> None:
    complaint(house, "N" * 500, "W" * 100_000)
    number = promised(house, "Marcus", date(2026, 11, 21))
    house.cases.answer_all(number, {"promise": "cake " * 20_000, "promised_by": datetime(2026, 11, 21, 11, tzinfo=UTC)})
    page.show_page()
    assert all(len(row.words.title) < 100 and len(row.words.facts) < 400 for row in page.rows() if row.words)
    assert all(row.height() < 200 for row in page.rows())
