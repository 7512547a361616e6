"""The made-up shop: sixty complaints as if lived, wherever and whenever it is asked for."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest

from app.domain.errors import AppError
from app.domain.query import CaseQuery
from app.domain.terms import DueKind, LessonState, Stage, Step
from app.services import made_up
from app.services.house import House, build_house
from app.store.database import open_store
from app.system.resources import made_up_shop
from tests.shop import CONTENT, NOW, SetClock, everything


@pytest.fixture
def shop(house: House) -> House:
    made_up.fill(house.store, house.clock, CONTENT, made_up_shop())
    return house


def test_sixty_cases_at_all_stages(shop: House) -> None:
    counts = shop.lists.counts()
    assert (counts.open, counts.closed, counts.trash) == (12, 48, 0)
    numbers = shop.lists.ids(CaseQuery(stage=Stage.ALL))
    cases = [shop.cases.case(number) for number in numbers]
    assert {case.step for case in cases} == set(Step) - {Step.SAY} | {Step.SAY}
    assert {case.answer for case in cases} == {None, "apologise", "explain", "part-ways"}
    assert shop.settings.shop().made_up
    assert shop.settings.shop().no_questions_limit == 5000
    assert [case.came_in for case in cases] == sorted((case.came_in for case in cases), reverse=True)


def test_today_is_full(shop: House) -> None:
    due = shop.intake.due()
    late = [row["customer"] for row in due if row["late"]]
    today = [row["customer"] for row in due if not row["late"] and str(row["due"]).startswith("2026-11-21")]
    assert "Ruth Adeyemi" in late
    assert {"Marcus Oyelaran", "Priya Raman", "Tom Becker"} <= set(today)
    assert {DueKind.FIRST_ANSWER, DueKind.PROMISE, DueKind.FOLLOW_UP, DueKind.CARD} <= {row["kind"] for row in due}


def test_every_story_runs_forward_and_ends_before_now(shop: House) -> None:
    for number in shop.lists.ids(CaseQuery(stage=Stage.ALL)):
        entries = shop.cases.timeline(number)
        assert entries[0].code == "came_in"
        assert [entry.id for entry in entries] == sorted(entry.id for entry in entries), number
        assert all(entry.on <= NOW for entry in entries)
        if shop.cases.case(number).closed_on:
            assert entries[-1].code == "closed"


def test_cards_and_lessons_are_at_their_stages(shop: House) -> None:
    assert {row.state for row in shop.messages.cards()} >= {"written", "posted"}
    assert {lesson.state(NOW.date()) for lesson in shop.lessons.all()} == set(LessonState)
    assert len(shop.lessons.all()) == 9
    slipping = [lesson for lesson in shop.lessons.all() if lesson.asks]
    assert [(lesson.broke[:15], lesson.slips) for lesson in slipping] == [("Pick-up orders ", 3)]
    (dough,) = (lesson for lesson in shop.lessons.all() if lesson.supplier)
    assert (dough.supplier, dough.state(NOW.date())) == ("Northside Doughs", "on-trial")
    assert [plan.slips for plan in shop.plans.earlier(dough.id)] == [2]
    assert shop.follow_ups.lately().won_back_customer == "Joel Hart"


def test_house_rules_grew_from_cases(shop: House) -> None:
    rules = shop.playbook.all()
    steps = [Step.HEAR, Step.HEAR, Step.MAKE_RIGHT, Step.MAKE_RIGHT, Step.SAY, Step.SAY]
    assert [rule.step for rule in rules] == steps
    for rule in rules:
        assert rule.case_id is not None
        case = shop.cases.case(rule.case_id)
        assert case.best_way
        assert case.closed_on is not None


def test_who_comes_again_is_one_customer(shop: House) -> None:
    tom = [one for one, _, _ in shop.lists.customers("Tom Becker")]
    assert len(tom) == 1
    assert len(shop.lists.cases_of_customer(tom[0].id)) >= 3


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 3, 29, 0, 5, tzinfo=ZoneInfo("Europe/Berlin")),
        datetime(2024, 2, 29, 23, 59, tzinfo=ZoneInfo("America/Los_Angeles")),
        datetime(2027, 1, 1, 12, 0, tzinfo=ZoneInfo("Pacific/Kiritimati")),
        datetime(2026, 10, 25, 2, 30, tzinfo=UTC),
    ],
)
def test_it_is_relative_to_any_now(tmp_path: Path, now: datetime) -> None:
    store = open_store(tmp_path / "made up.amends")
    house = build_house(store, SetClock(now), CONTENT)
    assert made_up.fill(store, house.clock, CONTENT, made_up_shop()).value == 60
    came_in = [house.cases.case(number).came_in for number in house.lists.ids(CaseQuery(stage=Stage.ALL))]
    assert timedelta() < now - max(came_in) < timedelta(days=2)
    assert now - min(came_in) > timedelta(days=180)
    assert any(row["late"] for row in house.intake.due())
    store.close()


def test_it_takes_less_than_two_seconds(house: House) -> None:
    shop, begun = made_up_shop(), perf_counter()
    made_up.fill(house.store, house.clock, CONTENT, shop)
    assert perf_counter() - begun < 2


def test_file_with_complaints_is_left_as_it_is(house: House) -> None:
    house.intake.add({"words": "a real one"})
    before = everything(house.store)
    with pytest.raises(AppError, match="file_not_empty"):
        made_up.fill(house.store, house.clock, CONTENT, made_up_shop())
    assert everything(house.store) == before


def test_all_or_nothing(house: House) -> None:
    shop = made_up_shop()
    shop["case"][-1]["channel"] = "smoke signals"
    before = everything(house.store)
    with pytest.raises(AppError, match="unknown_choice"):
        made_up.fill(house.store, house.clock, CONTENT, shop)
    assert everything(house.store) == before


def test_plans_were_judged_as_their_complaints_say(shop: House) -> None:
    made = [(check.days, check.holds) for lesson in shop.lessons.all() for check in shop.effects.of(lesson.id)]
    assert (30, True) in made
    assert (30, False) in made, "one plan does not hold"
    asked = [one for one in shop.follow_ups.due() if one.kind is DueKind.EFFECT_CHECK and one.is_this_week(NOW)]
    assert len(asked) == 1, "one is left to show"
