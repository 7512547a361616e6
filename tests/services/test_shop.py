"""The shop itself: settings, remedies, lessons, and the last thirty days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.errors import AppError
from app.domain.remedy import Record, Remedy
from app.domain.shop import FIRST_ANSWER_HOURS, Shop
from app.domain.terms import Channel, Loss, ShopKind
from app.services.house import House
from app.services.settings import Settings
from app.store.database import Store
from app.store.lately import Lately
from tests.shop import SetClock


def test_settings_are_kept_by_name(house: House) -> None:
    hours = {**FIRST_ANSWER_HOURS, Channel.EMAIL: 4}
    done = house.settings.change(phone="555\x00 0142", follow_up_days=3, first_answer_hours=hours, currency="€")
    assert done.changes.settings
    shop = house.settings.shop()
    assert (shop.name, shop.phone, shop.follow_up_days, shop.currency) == ("Rosa’s Bakery", "555 0142", 3, "€")
    assert shop.first_answer_hours == hours
    assert shop.is_set_up


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"colour": "red"}, "unknown_setting"),
        ({"follow_up_days": 0}, "not_1_to_365"),
        ({"follow_up_days": "7"}, "not_1_to_365"),
    ],
)
def test_wrong_settings_are_refused(house: House, change: dict[str, object], code: str) -> None:
    before = house.settings.shop()
    with pytest.raises(AppError, match=code):
        house.settings.change(phone="new", **change)
    assert house.settings.shop() == before


@pytest.mark.parametrize(("name", "owner", "code"), [(" ", "Rosa", "no_shop_name"), ("R", "\x00 ", "no_owner_name")])
def test_a_shop_has_a_name_and_an_owner(house: House, name: str, owner: str, code: str) -> None:
    with pytest.raises(AppError, match=code):
        house.settings.set_up(name=name, kind=ShopKind.OTHER, owner=owner)


def test_remedies_are_changed_removed_and_restored(house: House) -> None:
    first = house.remedies.all()[0]
    house.remedies.save(replace(first, label="  Another\nname "))
    assert house.remedies.all()[0].label == "Another name"
    code = house.remedies.save(
        Remedy(code="", label="A song at the door!", offer="sing", losses=frozenset({Loss.FACE}))
    ).value
    assert code == "a_song_at_the_door"
    assert house.remedies.save(Remedy(code="", label="A song at the door", offer="")).value == "a_song_at_the_door_2"
    assert house.remedies.save(Remedy(code="", label="!!!", offer="")).value == "remedy"
    assert house.remedies.all()[-3].code == code
    house.remedies.remove(code)
    assert code not in {one.code for one in house.remedies.all()}
    assert (house.remedies.words(code), house.remedies.offer(code)) == ("A song at the door!", "sing")
    house.remedies.restore(code)
    assert code in {one.code for one in house.remedies.all()}
    assert (house.remedies.words("own words"), house.remedies.offer("own words")) == ("own words", "")
    assert (house.remedies.words(""), house.remedies.offer("")) == ("", "")
    with pytest.raises(AppError, match="remedy_without_label"):
        house.remedies.save(Remedy(code="", label=" \x00", offer=""))


def test_filling_again_keeps_the_owners_own(house: House) -> None:
    house.remedies.save(Remedy(code="", label="A song", offer="sing"))
    house.remedies.fill(ShopKind.BAKERY)
    assert "a_song" in {one.code for one in house.remedies.all()}


def test_ranking_learns_from_closed_cases(house: House) -> None:
    for _ in range(3):
        number = house.intake.add(
            {
                "anger": 9, "came_in": "2026-11-01", "answer": "apologise", "remedy": "refund_whole", "cost": "10.00",
                "promised_by": "2026-11-02", "said": [{"kind": "spoken", "text": "sorry", "on": "2026-11-01"}],
                "follow_up": {"result": "happy", "anger": 1, "on": "2026-11-10"}, "outcome": "kept",
                "lesson": {"none_because": "chance"}, "closed_on": "2026-11-10",
            }
        ).value  # fmt: skip
    best, record = house.remedies.ranked(frozenset())[0]
    assert (best.code, record) == ("refund_whole", Record(used=3, stayed=3, anger_fall=8.0, cost=1000))
    house.closing.delete(number)
    assert house.remedies.ranked(frozenset())[0][1].used == 2


def test_lesson_is_written_as_it_is_typed(house: House, clock: SetClock) -> None:
    number = house.intake.add({"came_in": "2026-11-20"}).value
    assert house.lessons.learn(number, {"broke": ""}).value == 0
    assert not house.lessons.any()
    lesson = house.lessons.learn(number, {"broke": "Boxes"}).value
    assert house.lessons.learn(number, {"plan": "Pack", "by": "2026-12-01", "cause": "timing"}).value == lesson
    house.lessons.learn(number, {"by": None, "in_use_since": date(2026, 11, 20)})
    found = house.lessons.lesson(lesson)
    assert (found.broke, found.plan, found.by, found.state(clock.now.date())) == ("Boxes", "Pack", None, "in-use")
    later = house.intake.add({"came_in": "2026-11-21"}).value
    house.lessons.link(later, lesson)
    assert house.lessons.lesson(lesson).state(clock.now.date()) == "not-holding"
    assert house.lessons.lesson(lesson).last_slip is not None
    house.lessons.change(lesson, {"agreed": [], "in_use_since": None})
    assert house.lessons.lesson(lesson).state(clock.now.date()) == "to-agree"
    house.lessons.change(lesson, {"agreed": ["Elif"], "in_use_since": clock.now.date()})
    assert house.lessons.all()[0].in_use_since == clock.now.date()
    house.lessons.link(later, None)
    assert house.lessons.cases_of(lesson) == [number]


def test_lesson_that_was_rubbed_out_is_gone(house: House) -> None:
    number = house.intake.add({}).value
    lesson = house.lessons.learn(number, {"broke": "Boxes"}).value
    house.lessons.learn(number, {"broke": ""})
    assert not house.lessons.any()
    assert house.cases.case(number).lesson_id is None
    assert "lesson" not in [entry.code for entry in house.cases.timeline(number)]
    with pytest.raises(AppError, match="no_such_lesson"):
        house.lessons.change(lesson, {"broke": "x"})
    with pytest.raises(AppError, match="no_such_lesson"):
        house.lessons.link(number, lesson)


def test_blank_lesson_of_other_cases_stays(house: House) -> None:
    first, second = house.intake.add({}).value, house.intake.add({}).value
    lesson = house.lessons.learn(first, {"broke": "Boxes"}).value
    house.lessons.link(second, lesson)
    house.lessons.learn(first, {"broke": ""})
    assert house.lessons.cases_of(lesson) == [second, first]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"broke": "x" * 100_001}, "too_long"),
        ({"cause": "magic"}, "unknown_choice"),
        ({"agreed": "Elif"}, "not_a_list"),
        ({"by": "soon"}, "date_unreadable"),
        ({"colour": "red"}, "unknown_field"),
    ],
)
def test_wrong_lessons_are_refused(house: House, values: dict[str, object], code: str) -> None:
    number = house.intake.add({}).value
    with pytest.raises(AppError, match=code):
        house.lessons.learn(number, {"plan": "x", **values})
    assert not house.lessons.any()


def test_lately_counts_thirty_days(house: House, clock: SetClock) -> None:
    assert house.follow_ups.lately() == Lately()
    for came_in, closed, outcome in (("2026-11-01", "2026-11-10", "stronger"), ("2026-09-01", "2026-09-10", "lost")):
        house.intake.add(
            {
                "customer": {"name": "Joel"}, "anger": 8, "came_in": came_in, "outcome": outcome,
                "said": [{"kind": "spoken", "text": "sorry", "on": came_in}], "lesson": {"none_because": "chance"},
                "follow_up": {"result": "happy", "anger": 2, "words": "He came back", "on": closed},
                "closed_on": closed,
            }
        )  # fmt: skip
    assert house.follow_ups.lately() == Lately(
        anger_before=8, anger_after=2, kept=1, closed=1, won_back_case=1, won_back_customer="Joel",
        won_back_words="He came back",
    )  # fmt: skip
    assert house.follow_ups.lately(clock.now + timedelta(days=60)).closed == 0


def test_file_that_was_never_set_up_has_a_shop_without_a_name(store: Store, clock: SetClock) -> None:
    assert Settings(store, clock).shop() == Shop()
    assert not Shop().is_set_up


def test_another_kind_of_shop_adds_its_remedies_behind_ours(house: House) -> None:
    before = house.remedies.all()
    house.remedies.save(replace(before[0], label="Changed by the owner"))
    house.remedies.remove(before[1].code)
    house.remedies.add_of_kind(ShopKind.GARAGE)
    after = house.remedies.all()
    assert after[0].label == "Changed by the owner"
    assert before[1].code not in {one.code for one in after}
    assert [one.code for one in after[: len(before) - 1]] == [before[0].code, *(one.code for one in before[2:])]
    assert len(after) > len(before)


def test_lesson_of_the_day_turns_over(house: House, clock: SetClock) -> None:
    assert house.lessons.of_the_day() is None
    for broke in ("one", "two"):
        house.intake.add({"lesson": {"broke": broke, "agreed": ["Elif"]}})
    house.intake.add({"lesson": {"broke": "not agreed"}})
    shown = []
    for _ in range(4):
        lesson = house.lessons.of_the_day()
        assert lesson is not None
        shown.append(lesson.broke)
        clock.move(days=1)
    assert shown in (["one", "two"] * 2, ["two", "one"] * 2)


def test_a_case_of_the_same_day_is_a_slip_only_after_the_plan_was_agreed(house: House, clock: SetClock) -> None:
    first = house.intake.add({}).value
    lesson = house.lessons.learn(first, {"broke": "Names by ear"}).value
    clock.move(minutes=5)
    before = house.intake.add({"lesson": {"number": lesson}}).value
    clock.move(minutes=5)
    house.lessons.change(lesson, {"agreed": ["Elif"], "in_use_since": clock.now.date()})
    assert house.lessons.lesson(lesson).slips == 0
    clock.move(minutes=5)
    house.intake.add({"lesson": {"number": lesson}})
    assert house.lessons.lesson(lesson).slips == 1
    house.lessons.change(lesson, {"agreed": ["Elif", "Sam"], "in_use_since": clock.now.date()})
    assert house.lessons.lesson(lesson).slips == 1, "another name is no other plan"
    house.lessons.link(before, None)
    assert (house.lessons.lesson(lesson).cases, house.lessons.lesson(lesson).slips) == (2, 1)


def test_why_it_broke_is_kept_word_by_word(house: House) -> None:
    number = house.intake.add({"lesson": {"broke": "x", "whys": ["No list", "No time"], "cause_words": "Saturdays"}})
    lesson = house.lessons.all()[0]
    assert (lesson.whys, lesson.cause_words) == (("No list", "No time"), "Saturdays")
    shown = house.intake.show(number.value)["lesson"]
    assert isinstance(shown, dict)
    assert shown["whys"] == ["No list", "No time"]
