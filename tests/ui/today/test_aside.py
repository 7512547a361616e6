"""What stands beside the rows of Today, and what stands there when there are none."""

from datetime import timedelta

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.terms import FollowUpResult
from app.services.house import House
from app.ui.today.page import TodayPage
from tests.ui.conftest import SetClock
from tests.ui.today.conftest import Wishes
from tests.ui.today.shop import answered, complaint, promised


def _shown_words(part: QWidget) -> str:
    labels = part.findChildren(QWidget)
    return " ".join(str(one.property("text")) for one in labels if one.isVisible() and one.property("text"))


def _closed(house: House, who: str, outcome: str, *, after: int | None, words: str = "") -> int:
    number = answered(house, who, days=10, anger=9)
    house.follow_ups.record(number, FollowUpResult.HAPPY, anger=after, words=words)
    house.cases.answer_all(number, {"outcome": outcome, "nothing_because": "it was the weather"})
    house.closing.close(number)
    return number


def test_without_facts_there_is_no_column(house: House, page: TodayPage) -> None:
    complaint(house, "Dana")
    page.show_page()
    assert page.aside.is_empty()
    assert not page.aside.isVisible()


def test_figures_are_counted_from_closed_complaints(house: House, page: TodayPage) -> None:
    for who, outcome, after in (("Ada", "kept", 3), ("Ben", "stronger", 2), ("Cleo", "lost", 3)):
        _closed(house, who, outcome, after=after)
    page.show_page()
    words = _shown_words(page.aside)
    assert "9 \u2192 3" in words
    assert "2 of 3" in words
    assert "Won back" not in words


def test_the_figures_go_after_thirty_days(house: House, clock: SetClock, page: TodayPage) -> None:
    _closed(house, "Ada", "kept", after=3)
    clock.move(days=31)
    page.show_page()
    assert page.aside.is_empty()


def test_anger_is_left_out_where_nobody_told_it(house: House, page: TodayPage) -> None:
    _closed(house, "Ada", "kept", after=None)
    page.show_page()
    words = _shown_words(page.aside)
    assert "1 of 1" in words
    assert "anger" not in words


def test_who_was_won_back_is_told_in_their_words(house: House, page: TodayPage, wishes: Wishes) -> None:
    number = _closed(house, "Joel Hart", "stronger", after=1, words="I brought my sister.")
    page.show_page()
    assert "Joel Hart \u201cI brought my sister.\u201d" in _shown_words(page.aside)
    next(one for one in page.aside.findChildren(QPushButton) if one.text() == "Open the complaint").click()
    assert wishes.made == [("case", number)]


def test_a_lesson_in_use_is_shown_with_its_record(
    house: House, clock: SetClock, page: TodayPage, wishes: Wishes
) -> None:
    number = complaint(house, "Dana")
    lesson = house.lessons.learn(number, {"broke": "Names", "plan": "Read the name back."}).value
    page.show_page()
    assert page.aside.is_empty()
    house.lessons.change(lesson, {"agreed": ["Elif"], "in_use_since": clock.now.date()})
    clock.move(days=31)
    page.show_page()
    words = _shown_words(page.aside)
    assert "Read the name back." in words
    assert "From 1 case. In use since 21 Nov, 31 days without a slip." in words
    next(one for one in page.aside.findChildren(QPushButton) if one.text() == "Open the lesson").click()
    assert wishes.made == [("lesson", lesson)]


def test_the_lesson_is_another_one_each_day(house: House, clock: SetClock, page: TodayPage) -> None:
    for plan in ("Plan one", "Plan two"):
        lesson = house.lessons.learn(complaint(house), {"plan": plan}).value
        house.lessons.change(lesson, {"agreed": ["Elif"], "in_use_since": clock.now.date()})
    shown = set()
    for _ in range(2):
        page.show_page()
        shown.add("one" if "Plan one" in _shown_words(page.aside) else "two")
        clock.move(days=1)
    assert shown == {"one", "two"}


def test_the_column_goes_below_where_it_is_narrow(house: House, page: TodayPage, qtbot: QtBot) -> None:
    _closed(house, "Ada", "kept", after=3)
    complaint(house, "Dana")
    page.show_page()
    assert page.aside.x() > page.overdue.geometry().right()
    page.resize(700, 640)
    qtbot.waitUntil(lambda: page.aside.y() > page.overdue.geometry().bottom())


def test_a_new_shop_is_told_what_will_be_here(page: TodayPage, wishes: Wishes) -> None:
    page.show_page()
    empty = page.empty_page()
    assert empty is not None
    empty.findChildren(QPushButton)[0].click()
    assert wishes.made == [("new",)]
    assert "Nobody is waiting on you." in page.header.title()


def test_the_first_complaint_takes_the_empty_page_away(house: House, page: TodayPage) -> None:
    page.show_page()
    complaint(house)
    page._desk.minute_passed.emit()
    assert page.empty_page() is None
    assert len(page.rows()) == 1


def test_all_good_says_when_the_next_thing_is_due(house: House, clock: SetClock, page: TodayPage) -> None:
    promised(house, "Marcus", clock.now.date() + timedelta(days=22))
    page.show_page()
    assert page.empty_page() is None
    assert page.calm.isVisible()
    assert page.calm.text() == "Nothing is due this week. The next thing is due on 13 Dec."


def test_all_closed_is_calm_and_not_empty(house: House, page: TodayPage) -> None:
    _closed(house, "Ada", "kept", after=3)
    page.show_page()
    assert page.empty_page() is None
    assert page.calm.text().startswith("Nothing is due.")
