"""What the shop has been through before comes up for a text that is like it, and nothing for one that is not."""

import shutil
from pathlib import Path

import pytest

from app.domain.alike import Alike, Verdict
from app.domain.errors import AppError
from app.services import made_up
from app.services.house import House, build_house
from app.services.likeness import Likeness
from app.store.database import open_store
from app.system import resources
from tests.shop import CONTENT, SetClock

NOT_FRESH = "This bread was not fresh at all, hard as stone"
RUDE = "Your assistant was rude to my mother at the till"
LATE = "The delivery came two hours late and the party was over"
OTHERS = (
    "The cake had the wrong name on it",
    "The invoice charged us twice for the rolls",
    "There was a hair in my sandwich",
    "Nobody called me back about my order",
    "You closed ten minutes early",
)
SAMPLE = Path(__file__).parent.parent / "store" / "samples" / "v1.amends"


def take_in(house: House, *texts: str, **fields: object) -> list[int]:
    numbers = [house.intake.add({"words": text, **fields}).value for text in texts]
    house.likeness.catch_up()
    return numbers


def found(house: House, text: str, *, case_id: int | None = None) -> list[int]:
    return [one.number for one in house.likeness.like(text, case_id=case_id).cases]


@pytest.mark.parametrize("text", ["The loaf was stale", "the loaf was stail", "Bread hard, not fresh"])
def test_other_words_for_the_same_thing_find_it(house: House, text: str) -> None:
    stale, *_ = take_in(house, NOT_FRESH, RUDE, LATE, *OTHERS)
    assert found(house, text)[0] == stale


@pytest.mark.parametrize("text", ["the delivry was lat", "The order arrived far too late"])
def test_a_misspelt_word_finds_it(house: House, text: str) -> None:
    _, _, late = take_in(house, NOT_FRESH, RUDE, LATE)
    assert found(house, text) == [late]


@pytest.mark.parametrize(
    "text", ["Somebody parked across my drive", "The parking machine ate my coin", "🥖🥖😡", "", " \n", "\0", "漢字"]
)
def test_what_is_like_none_brings_up_nothing(house: House, text: str) -> None:
    take_in(house, NOT_FRESH, RUDE, LATE, *OTHERS)
    assert house.likeness.like(text) == Alike()


@pytest.mark.parametrize("text", ["the cake", "The CAKE!", "cake, cake and cake"])
def test_one_word_alone_brings_up_nothing_yet(house: House, text: str) -> None:
    take_in(house, "The cake was dry", "Your cake fell apart", *OTHERS)
    assert house.likeness.like(text) == Alike()
    assert {one.number for one in house.likeness.like(text, searched=True).cases} >= {1, 2}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("There was a piece of glass in my roll, I cut my lip", "Ten rolls short for a funeral tea"),
        ("Your man at the counter was so rude to me I left without my bread", "Small loaf at the price of a large one"),
        ("You raised the prices again without telling anybody", "Yesterday’s rye sold as today’s"),
    ],
)
def test_one_word_of_the_trade_makes_no_complaints_alike(house: House, text: str, wrong: str) -> None:
    made_up.fill(house.store, house.clock, CONTENT, resources.made_up_shop())
    house.likeness.catch_up()
    assert wrong not in [one.title for one in house.likeness.like(text).cases]
    assert "Wrong name on a birthday cake" in [one.title for one in house.likeness.like("wrong name on the cake").cases]


def test_a_shop_with_three_complaints_gets_its_two_like_ones(house: House) -> None:
    take_in(house, "The bread was stale and hard", "Stale rolls again, hard as a stone", RUDE)
    assert set(found(house, "My loaf was stale and hard this morning")) == {1, 2}


def test_an_empty_file_has_nothing(house: House) -> None:
    assert house.likeness.catch_up() == 0
    assert house.likeness.like(NOT_FRESH) == Alike()


def test_the_case_itself_is_not_found(house: House) -> None:
    one, two = take_in(house, NOT_FRESH, NOT_FRESH + " again")
    assert found(house, NOT_FRESH, case_id=one) == [two]
    assert set(found(house, NOT_FRESH)) == {one, two}


def test_deleted_and_purged_ones_are_not_found(house: House, clock: SetClock) -> None:
    one, _ = take_in(house, NOT_FRESH, RUDE)
    house.closing.delete(one)
    assert found(house, NOT_FRESH) == []
    house.closing.restore(one)
    assert found(house, NOT_FRESH) == [one]
    house.closing.delete(one)
    clock.move(days=31)
    house.closing.purge()
    assert found(house, NOT_FRESH) == []
    assert house.store.read("SELECT case_id FROM like_vector") == [(2,)]


def test_a_changed_text_is_found_by_the_new_words_alone(house: House) -> None:
    one, *_ = take_in(house, NOT_FRESH, RUDE, *OTHERS)
    house.cases.answer(one, "words", LATE)
    assert house.likeness.pending() == 1
    assert house.likeness.catch_up() == 1
    assert found(house, "The delivery was late") == [one]
    assert one not in found(house, "The loaf was stale")


def test_a_text_of_a_hundred_thousand_characters_is_read(house: House) -> None:
    one, *_ = take_in(house, (NOT_FRESH + ". ") * 2000, RUDE)
    assert found(house, (NOT_FRESH + ". ") * 2000) == [one]


def test_not_alike_hides_it_here_and_lowers_it_for_texts_like_this(house: House) -> None:
    one, other, rude = take_in(house, NOT_FRESH, "The bread is as hard as a stone and not fresh", RUDE)
    before = {c.number: c.score for c in house.likeness.like(NOT_FRESH).cases}
    done = house.likeness.say(one, other, Verdict.NOT_ALIKE)
    assert done.value is None
    assert {one, other} <= done.changes.cases
    assert found(house, NOT_FRESH, case_id=one) == []
    after = {r.number: r.score for r in house.likeness.ranked(NOT_FRESH)}
    assert after[other] < before[other]
    assert after[rude] < 0.5
    assert house.likeness.say(one, other, done.value).value is Verdict.NOT_ALIKE
    assert found(house, NOT_FRESH, case_id=one) == [other]


def test_what_helped_comes_up_a_little_higher(house: House) -> None:
    one, other = take_in(house, NOT_FRESH, "The rolls were from yesterday, hard and dry")
    before = {r.number: r.score for r in house.likeness.ranked("Hard rolls, not fresh")}
    house.likeness.say(one, other, Verdict.HELPED)
    after = {r.number: r.score for r in house.likeness.ranked("Hard rolls, not fresh")}
    assert after[other] > before[other]
    assert after[one] == before[one]
    shown = house.likeness.like(NOT_FRESH, case_id=one).cases
    assert [(c.number, c.verdict) for c in shown] == [(other, Verdict.HELPED)]


def test_a_verdict_on_what_is_not_there_is_refused(house: House) -> None:
    take_in(house, NOT_FRESH)
    with pytest.raises(AppError, match="no_such_case"):
        house.likeness.say(1, 7, Verdict.HELPED)


def test_what_was_done_is_told_with_it(house: House) -> None:
    given = {
        "customer": {"name": "Dana"},
        "anger": 8,
        "remedy": "refund_whole",
        "cost": "4.80",
        "promised_by": "2026-11-22",
    }
    (one,) = take_in(house, NOT_FRESH, **given)
    (shown,) = house.likeness.like("The bread was not fresh").cases
    assert (shown.number, shown.customer, shown.anger, shown.done, shown.cost) == (one, "Dana", 8, "refund_whole", 480)
    assert 0.5 <= shown.score <= 1


def test_the_lesson_of_like_cases_comes_up_with_them(house: House, clock: SetClock) -> None:
    one, two, _ = take_in(house, NOT_FRESH, "Stale bread, hard as a brick", RUDE)
    kept = house.lessons.learn(
        one, {"broke": "Yesterday's bread stood on the shelf", "plan": "Clear it at closing"}
    ).value
    house.lessons.link(two, kept)
    house.likeness.catch_up()
    (told,) = house.likeness.like("The bread was stale and hard").lessons
    assert told.lesson.id == kept
    assert told.lesson.state(clock.now.date()) == "to-agree"
    house.store.connection.execute("UPDATE lesson SET retired_on = '2026-11-01T00:00:00Z[Europe/Berlin]'")
    assert house.likeness.like("The bread was stale and hard").lessons == ()


def test_a_lesson_is_found_by_its_own_words_and_changed_ones(house: House) -> None:
    (one,) = take_in(house, RUDE)
    lesson = house.lessons.learn(one, {"broke": "Old bread was sold the next day", "plan": "Sell no old bread"}).value
    house.likeness.catch_up()
    assert [x.lesson.id for x in house.likeness.like("They sold me old bread").lessons] == [lesson]
    house.lessons.change(lesson, {"broke": "The till was left alone", "plan": "Two at the till on Saturdays"})
    house.likeness.catch_up()
    assert house.likeness.like("They sold me old bread").lessons == ()


def test_a_merged_lesson_comes_up_as_the_one_it_went_into(house: House) -> None:
    one, two = take_in(house, NOT_FRESH, RUDE)
    gone = house.lessons.learn(one, {"broke": "Old bread on the shelf", "plan": "Clear it"}).value
    kept = house.lessons.learn(two, {"broke": "Nobody at the till", "plan": "Two at the till"}).value
    house.store.connection.execute("UPDATE lesson SET merged_into = ? WHERE id = ?", (kept, gone))
    house.likeness.catch_up()
    assert [x.lesson.id for x in house.likeness.like(NOT_FRESH).lessons] == [kept]


def test_another_thread_with_its_own_connection_sees_what_was_written(house: House, clock: SetClock) -> None:
    one, *_ = take_in(house, NOT_FRESH, RUDE)
    other = open_store(house.store.path)
    theirs = Likeness(other, clock, resources.word_vectors)
    assert [c.number for c in theirs.like(NOT_FRESH).cases] == [one]
    two, *_ = take_in(house, "The bread was hard and not fresh")
    assert {c.number for c in theirs.like(NOT_FRESH).cases} == {one, two}
    other.close()


def test_catching_up_goes_on_where_it_stopped(house: House) -> None:
    for text in (NOT_FRESH, RUDE, LATE, *OTHERS):
        house.intake.add({"words": text})
    told: list[int] = []
    assert house.likeness.catch_up(3) == 3
    assert house.likeness.catch_up(progress=told.append) == 5
    assert told == [5]
    assert house.likeness.pending() == 0


def test_a_file_of_the_first_make_is_indexed(tmp_path: Path, clock: SetClock) -> None:
    shutil.copyfile(SAMPLE, tmp_path / "old.amends")
    store = open_store(tmp_path / "old.amends")
    old = build_house(store, clock, CONTENT)
    assert old.likeness.catch_up() >= len(store.read("SELECT id FROM cases"))
    number, words = store.read(
        "SELECT case_id, words FROM case_detail JOIN cases ON id = case_id WHERE deleted_on = ''"
        " ORDER BY length(words) DESC LIMIT 1"
    )[0]
    assert found(old, words)[0] == number
    store.close()
