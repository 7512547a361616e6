"""Plans on Today: to agree, come back, to judge; what their buttons do; people are counted, plans are not."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from app.services.house import House
from app.ui.today.page import TodayPage
from app.ui.today.put_off import PutOffDialog
from app.ui.today.row import Row
from app.ui.widgets.line_box import LineBox
from tests.ui.conftest import SetClock
from tests.ui.today.conftest import Wishes
from tests.ui.today.shop import complaint, promised

BROKE, PLAN = "Pick-up orders run late", "Start the boxes on Friday"


def lesson(house: House, *, in_use: bool = True, **values: object) -> int:
    known: dict[str, object] = {"broke": BROKE, "plan": PLAN, "owner": "Elif"}
    if in_use:
        known |= {"agreed": ["Elif"], "in_use_since": house.clock().date()}
    return house.lessons.learn(complaint(house, "Dana"), known | values).value


def plans(page: TodayPage) -> list[tuple[str, str, str, str]]:
    return [
        (row.words.title, row.words.facts, row.words.due, row.words.act)
        for row in page.rows()
        if row.words and row.words.kind.value in ("lesson", "effect-check")
    ]


def row_of(page: TodayPage, title: str) -> Row:
    return next(row for row in page.rows() if row.words and row.words.title.startswith(title))


def test_a_plan_to_agree_opens_its_lesson(house: House, clock: SetClock, page: TodayPage, wishes: Wishes) -> None:
    number = lesson(house, in_use=False)
    clock.move(days=1)
    page.show_page()
    assert plans(page) == [(f"Agree the plan: {PLAN}", f"{BROKE}. Elif owns it.", "Today", "Open the lesson")]
    row = row_of(page, "Agree")
    assert row.words is not None
    assert (row.words.icon, row.words.tone) == ("lightbulb", "amber")
    row.act_button().click()
    row.click()
    assert wishes.made == [("lesson", number), ("lesson", number)]


def test_without_a_plan_one_is_to_be_found(house: House, clock: SetClock, page: TodayPage) -> None:
    lesson(house, in_use=False, plan="", owner="")
    clock.move(days=1)
    page.show_page()
    assert plans(page) == [(f"Find a plan: {BROKE}", "", "Today", "Open the lesson")]


def test_a_slip_shows_at_once_in_coral_and_names_the_case(
    house: House, clock: SetClock, page: TodayPage, wishes: Wishes
) -> None:
    number = lesson(house)
    clock.move(days=5)
    house.lessons.link(complaint(house, "Nora Lind", "Nothing was ready."), number)
    page.show_page()
    (told,) = plans(page)
    assert told == (f"It came back: {BROKE}", "Nora Lind: Nothing was ready.", "Today", "Look at the plan")
    row = row_of(page, "It came back")
    assert row.words is not None
    assert (row.words.tone, row.words.due_tone) == ("coral", "coral")
    row.act_button().click()
    assert wishes.made == [("lesson", number)]
    house.lessons.link(complaint(house, "Ida Holm", "Late."), number)
    page.refresh()
    page._desk.minute_passed.emit()
    assert plans(page)[0][1] == "Ida Holm: Late. The newest of 2 since you last looked at the plan."


def test_after_thirty_days_it_asks_and_the_button_wishes_for_the_question(
    house: House, clock: SetClock, page: TodayPage, wishes: Wishes
) -> None:
    number = lesson(house)
    clock.move(days=30)
    page.show_page()
    assert plans(page) == [(f"Does it hold? 30 days of: {PLAN}", "In use since 21 Nov.", "Today", "Answer")]
    row_of(page, "Does it hold").act_button().click()
    assert wishes.made == [("effect", number)]


def test_after_ninety_one_days_it_asks_once_about_the_season(house: House, clock: SetClock, page: TodayPage) -> None:
    lesson(house)
    clock.move(days=91)
    page.show_page()
    assert [title for title, *_ in plans(page)] == [f"Does it hold? 90 days of: {PLAN}"]
    assert plans(page)[0][2] == "61 days late"


def test_people_are_counted_and_plans_are_not(house: House, clock: SetClock, page: TodayPage) -> None:
    lesson(house, in_use=False)
    clock.move(days=1)
    page.show_page()
    assert page.header.title() == "Good morning. One person is waiting on you.", "Dana, whose complaint taught it"
    promised(house, "Marcus", clock.now.date())
    page.refresh()
    page._desk.minute_passed.emit()
    assert page.header.title() == "Good morning. Two people are waiting on you."


@pytest.mark.parametrize(("in_use", "days"), [(True, 30), (False, 1)])
def test_a_plan_is_put_off_with_its_reason_and_the_undo_brings_it_back(
    house: House, clock: SetClock, page: TodayPage, wishes: Wishes, in_use: bool, days: int
) -> None:
    lesson(house, in_use=in_use)
    clock.move(days=days)
    page.show_page()
    before = plans(page)
    title = before[0][0]
    row_of(page, title).put_off_button().click()
    dialog = page.findChild(PutOffDialog)
    assert dialog is not None
    dialog.pills.findChildren(QPushButton)[1].click()
    reason = dialog.reason.editor
    assert isinstance(reason, LineBox)
    reason.setText("Elif is away")
    dialog.go.click()
    assert row_of(page, title) in page.coming.rows()
    assert "Put off: Elif is away." in plans(page)[0][1]
    clock.move(days=3)
    page._desk.minute_passed.emit()
    assert row_of(page, title) in page.today.rows()
    wishes.undo[-1][1]()
    assert plans(page)[0][2] == "3 days late"
    clock.move(days=-3)
    page._desk.minute_passed.emit()
    assert plans(page) == before


def test_words_of_any_size_make_short_rows(house: House, clock: SetClock, page: TodayPage) -> None:
    number = lesson(house, plan="boxes " * 5000, broke="late " * 5000, owner="E" * 300)
    clock.move(days=31)
    house.lessons.link(complaint(house, "N" * 300, "w" * 5000), number)
    page.show_page()
    assert len(plans(page)) == 2
    assert all(len(title) < 140 and len(facts) < 400 for title, facts, _, _ in plans(page))


def test_time_since_is_told_where_the_owner_is(house: House, clock: SetClock, page: TodayPage) -> None:
    """A slip late in the evening is of that evening, not of the next day in another zone."""
    number = lesson(house)
    clock.now = clock.now.replace(hour=23, minute=30) + timedelta(days=5)
    house.lessons.link(complaint(house, "Nora", ago=timedelta(minutes=1)), number)
    page.show_page()
    assert plans(page)[0][2] == "Today"
