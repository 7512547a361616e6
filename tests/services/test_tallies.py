"""The third time this year: of the same category, cause or supplier, and each counter lists what it counted."""

from datetime import datetime, timedelta

import pytest

from app.domain.query import CaseQuery, InCommon
from app.domain.terms import Stage
from app.services.house import House
from tests.shop import BERLIN, SetClock


def complaint(house: House, at: datetime, **answers: object) -> int:
    number = house.cases.start(here_or_on_phone=False, came_in=at).value
    house.cases.answer_all(number, {"words": "Stale again.", "channel": "phone", **answers})
    return number


def told(house: House, number: int) -> list[tuple[str, str, int]]:
    return [(one.again.by.value, one.what, one.place) for one in house.tallies.of_case(number)]


def counted(house: House, year: int | None = None) -> list[tuple[str, str, int]]:
    return [(one.again.by.value, one.what, one.count) for one in house.tallies.of_year(year)]


@pytest.fixture
def days(clock: SetClock) -> list[datetime]:
    return [clock.now - timedelta(days=back) for back in range(9, 0, -1)]


def test_the_third_of_a_category_is_told_and_the_first_two_are_not(house: House, days: list[datetime]) -> None:
    late = [complaint(house, at, about="late") for at in days[:4]]
    complaint(house, days[5], about="quality")
    assert [told(house, number) for number in late] == [[], [], [("category", "late", 3)], [("category", "late", 4)]]
    assert counted(house) == [("category", "late", 4)]


def test_it_counts_in_the_order_in_which_they_came_in(house: House, days: list[datetime]) -> None:
    third = complaint(house, days[6], about="late")
    complaint(house, days[1], about="late")
    assert told(house, third) == []
    complaint(house, days[2], about="late")
    assert told(house, third) == [("category", "late", 3)]


def test_the_year_is_that_of_the_shop_and_of_the_case(house: House, clock: SetClock) -> None:
    night = datetime(2025, 12, 31, 23, 30, tzinfo=BERLIN)
    before = [complaint(house, night - timedelta(days=back), about="late") for back in (2, 1, 0)]
    new_year = [complaint(house, night + timedelta(hours=1 + back), about="late") for back in range(3)]
    assert told(house, before[2]) == [("category", "late", 3)]
    assert [told(house, number) for number in new_year] == [[], [], [("category", "late", 3)]]
    assert counted(house) == [("category", "late", 3)]
    assert counted(house, 2025) == [("category", "late", 3)]


def test_the_cause_is_that_of_the_lesson(house: House, days: list[datetime]) -> None:
    one, two, three = (complaint(house, at) for at in days[:3])
    lesson = house.lessons.learn(one, {"broke": "Late boxes", "cause": "timing"}).value
    house.lessons.link(two, lesson)
    house.lessons.learn(three, {"broke": "Late cakes", "cause": "timing"})
    assert told(house, three) == [("cause", "timing", 3)]
    assert told(house, two) == []
    assert counted(house) == [("cause", "timing", 3)]


def test_a_supplier_counts_where_it_began_with_the_supplier_however_it_was_written(
    house: House, days: list[datetime]
) -> None:
    names = ["Northside Doughs", "northside doughs ", "NORTHSIDE  Doughs", "Northside Doughs"]
    began = ["supplier", "supplier", "supplier", "us"]
    numbers = [
        complaint(house, at, began_with=whose, supplier=name)
        for at, name, whose in zip(days, names, began, strict=False)
    ]
    assert told(house, numbers[2]) == [("supplier", "NORTHSIDE Doughs", 3)]
    assert told(house, numbers[3]) == [], "not their fault"
    (tally,) = house.tallies.of_year()
    assert (tally.what.casefold(), tally.count) == ("northside doughs", 3)


def test_what_is_of_no_kind_has_nothing_in_common(house: House, days: list[datetime]) -> None:
    for at in days[:3]:
        number = complaint(house, at, about="other")
        house.lessons.learn(number, {"broke": "Something", "cause": "other"})
    assert told(house, number) == []
    assert counted(house) == []


def test_the_trash_does_not_count(house: House, days: list[datetime]) -> None:
    late = [complaint(house, at, about="late") for at in days[:3]]
    house.closing.delete(late[0])
    assert told(house, late[2]) == []
    assert counted(house) == [("category", "late", 2)]


def test_each_counter_lists_the_complaints_that_it_counted(house: House, clock: SetClock, days: list[datetime]) -> None:
    last_year = clock.now - timedelta(days=365)
    for at in (last_year, *days[:3]):
        number = complaint(house, at, about="late", began_with="supplier", supplier="Brook Dairy")
        house.lessons.learn(number, {"broke": "Late milk", "cause": "supplier"})
    house.closing.delete(complaint(house, days[4], about="late"))
    tallies = house.tallies.of_year()
    assert {one.again.by for one in tallies} == set(InCommon)
    for one in tallies:
        listed = house.lists.ids(CaseQuery(stage=Stage.ALL, again=one.again))
        assert len(listed) == one.count == 3


def test_a_case_that_is_not_there_has_no_place(house: House) -> None:
    assert house.tallies.of_case(99) == []
