"""House rules: added, changed, ordered, taken out, and none of them twice."""

import pytest

from app.domain.changes import Changes
from app.domain.errors import AppError
from app.domain.playbook import MOST_RULES, RULE_LIMIT
from app.domain.terms import Step
from app.services.house import House, build_house
from app.store.database import open_store
from tests.shop import CONTENT, SetClock, everything


def lines(house: House) -> list[tuple[Step | None, str]]:
    return [(rule.step, rule.text) for rule in house.playbook.all()]


def three(house: House) -> list[int]:
    return [house.playbook.add(f"Rule {name} of three", Step.HEAR).value for name in ("one", "two", "three")]


def test_new_rule_is_the_last_of_its_step(house: House) -> None:
    assert not house.playbook.any()
    done = house.playbook.add("  Say it\naloud ", Step.SAY)
    house.playbook.add("Read the name back.", Step.HEAR)
    house.playbook.add("Listen to the end.", Step.HEAR)
    house.playbook.add("Smile")
    assert done.changes == Changes(rules=True)
    assert lines(house) == [
        (Step.HEAR, "Read the name back."),
        (Step.HEAR, "Listen to the end."),
        (Step.SAY, "Say it aloud"),
        (None, "Smile"),
    ]
    assert [rule.text for rule in house.playbook.of_step(Step.HEAR)] == ["Read the name back.", "Listen to the end."]
    assert house.playbook.of_step(Step.CLOSE) == []
    assert house.playbook.any()


def test_it_is_in_the_file(house: House) -> None:
    house.playbook.add("Read the name back.", Step.HEAR)
    store = open_store(house.store.path)
    assert lines(build_house(store, house.clock, CONTENT)) == [(Step.HEAR, "Read the name back.")]
    store.close()


def test_rule_of_a_case(house: House) -> None:
    number = house.cases.start(here_or_on_phone=True).value
    assert house.playbook.of_case(number) is None
    rule_id = house.playbook.add("Read the name back.", Step.HEAR, number).value
    found = house.playbook.of_case(number)
    assert found is not None
    assert (found.id, found.case_id) == (rule_id, number)
    house.playbook.remove(rule_id)
    assert house.playbook.of_case(number) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "rule_empty"),
        (" \n…", "rule_empty"),
        ("a" * (RULE_LIMIT + 1), "rule_too_long"),
        ("réad the  name BACK", "rule_twice"),
    ],
)
def test_what_is_no_rule_is_refused(house: House, text: str, code: str) -> None:
    house.playbook.add("Read the name back.", Step.HEAR)
    other = house.playbook.add("Listen to the end.", Step.HEAR).value
    before = everything(house.store)
    with pytest.raises(AppError, match=code):
        house.playbook.add(text, Step.SAY)
    with pytest.raises(AppError, match=code):
        house.playbook.change(other, text)
    assert everything(house.store) == before


def test_case_that_is_not_there_is_refused(house: House) -> None:
    with pytest.raises(AppError, match="no_such_case"):
        house.playbook.add("Read the name back.", None, 77)
    assert house.playbook.all() == []


def test_a_book_has_an_end(house: House) -> None:
    with house.store.atomic():
        for number in range(MOST_RULES):
            house.playbook.add(f"Rule {number}", Step.HEAR)
    with pytest.raises(AppError, match="rules_full"):
        house.playbook.add("One more", Step.SAY)


def test_other_words(house: House) -> None:
    rule_id = house.playbook.add("Read the name back.", Step.HEAR).value
    assert house.playbook.change(rule_id, "read the NAME back").changes == Changes(rules=True)  # no double of itself
    assert lines(house) == [(Step.HEAR, "read the NAME back")]


@pytest.mark.parametrize(
    ("moved", "position", "order"),
    [(2, 0, [2, 0, 1]), (0, 1, [1, 0, 2]), (0, 99, [1, 2, 0]), (1, -3, [1, 0, 2]), (1, None, [0, 2, 1])],
)
def test_order_of_a_step(house: House, moved: int, position: int | None, order: list[int]) -> None:
    ids = three(house)
    house.playbook.move(ids[moved], Step.HEAR, position)
    assert [rule.id for rule in house.playbook.all()] == [ids[at] for at in order]
    assert house.playbook.place(ids[moved]) == (Step.HEAR, order.index(moved))


def test_move_to_another_step_and_back(house: House) -> None:
    ids = three(house)
    said = house.playbook.add("Say it aloud", Step.SAY).value
    before = house.playbook.move(ids[1], Step.SAY)
    assert before.changes == Changes(rules=True)
    assert [rule.id for rule in house.playbook.all()] == [ids[0], ids[2], said, ids[1]]
    house.playbook.move(ids[1], *before.value)
    assert [rule.id for rule in house.playbook.all()] == [*ids, said]


def test_move_to_its_own_place_changes_nothing(house: House) -> None:
    ids = three(house)
    assert not house.playbook.move(ids[2], Step.HEAR).changes
    assert not house.playbook.move(ids[1], Step.HEAR, 1).changes


def test_out_and_back_at_its_place(house: House) -> None:
    ids = three(house)
    assert house.playbook.remove(ids[1]).changes == Changes(rules=True)
    assert [rule.id for rule in house.playbook.all()] == [ids[0], ids[2]]
    assert [rule.id for rule in house.playbook.of_step(Step.HEAR)] == [ids[0], ids[2]]
    house.playbook.restore(ids[1])
    assert [rule.id for rule in house.playbook.all()] == ids


def test_what_is_out_may_be_written_anew_but_is_then_no_more_brought_back(house: House) -> None:
    ids = three(house)
    house.playbook.remove(ids[0])
    house.playbook.add("Rule one of three")
    with pytest.raises(AppError, match="rule_twice"):
        house.playbook.restore(ids[0])


def test_what_is_out_is_brought_back_where_there_is_room(house: House) -> None:
    gone = house.playbook.add("Rule one of three").value
    house.playbook.remove(gone)
    for number in range(MOST_RULES):
        house.playbook.add(f"Rule number {number}")
    with pytest.raises(AppError, match="rules_full"):
        house.playbook.restore(gone)


def test_what_is_out_is_gone_for_good_after_thirty_days(house: House, clock: SetClock) -> None:
    ids = three(house)
    house.playbook.remove(ids[0])
    clock.move(days=29)
    house.closing.purge()
    house.playbook.restore(ids[0])
    house.playbook.remove(ids[0])
    clock.move(days=31)
    house.closing.purge()
    assert house.store.read("SELECT id FROM house_rule ORDER BY id") == [(ids[1],), (ids[2],)]


def test_rule_that_is_not_there_is_refused(house: House) -> None:
    gone = house.playbook.add("Read the name back.").value
    house.playbook.remove(gone)
    for rule_id in (gone, 99):
        with pytest.raises(AppError, match="no_such_rule"):
            house.playbook.change(rule_id, "Other words")
        with pytest.raises(AppError, match="no_such_rule"):
            house.playbook.move(rule_id, Step.HEAR)
        with pytest.raises(AppError, match="no_such_rule"):
            house.playbook.remove(rule_id)
    with pytest.raises(AppError, match="no_such_rule"):
        house.playbook.restore(99)


def test_same_words_are_known(house: House) -> None:
    rule_id = house.playbook.add("Read the name back.").value
    found = house.playbook.saying("read the name back")
    assert found is not None
    assert found.id == rule_id
    assert house.playbook.saying("Read the name") is None


def test_rule_may_be_as_long_as_the_limit_says(house: House) -> None:
    rule_id = house.playbook.add("x" * RULE_LIMIT).value
    assert house.playbook.rule(rule_id).text == "x" * RULE_LIMIT
    with pytest.raises(AppError, match="rule_too_long"):
        house.playbook.add("x" * (RULE_LIMIT + 1))
