"""Complaints from scripts: all that they may say is kept, and a refusal leaves nothing half saved."""

from typing import Any

import pytest

from app.domain.errors import AppError
from app.domain.query import CaseQuery
from app.domain.terms import Stage
from app.services.house import House
from tests.shop import SetClock, everything

WHOLE: dict[str, object] = {
    "heat": 3, "read_back": True, "facts": "Taken down by phone.", "began_with": "supplier", "supplier": "Northside",
    "safety": False, "went_wrong": "the wrong name", "answer": "apologise", "what_changes": "we read it back",
    "losses": ["face", "thing"], "options": ["refund_whole", "own words"], "differs": "piped by hand",
    "remedy": "Give all the MONEY back", "promise": "A new cake", "cost": "48,5", "promised_by": "2026-11-20",
    "promised_who": "Rosa", "promise_kept_on": "2026-11-20T15:00", "follow_up_days": 3, "review_site": "Maps",
    "review_stars": 2, "review_link": "https://example.com/1",
    "said": [
        {"kind": "call", "text": "I am sorry.", "on": "2026-11-19T12:00+01:00"},
        {"kind": "card", "text": "Dear Dana", "on": "2026-11-20"},
        {"kind": "card", "text": "Dear Dana again", "card_kind": "thanks"},
    ],
    "lesson": {"broke": "Names", "plan": "Read back", "owner": "Elif", "by": "2026-12-01", "agreed": ["Elif", " "]},
    "follow_up": {"result": "not-yet", "anger": 2, "words": "Better", "on": "2026-11-21"},
    "outcome": "kept", "fair": True, "treated_well": False, "best_way": "Call at once",
    "closed_on": "2026-11-21T10:00",
}  # fmt: skip
DANA = {"name": "Dana", "phone": "555 0199", "email": "d@example.com", "address": "8 Row", "description": "x"}
FIRST: dict[str, object] = {
    "customer": DANA,
    "words": "The cake said Diana.\r\nNot Dana.", "wants": "A new one", "channel": "phone", "about": "Wrong Order",
    "anger": "8", "came_in": "2026-11-19T10:12:00+01:00",
}  # fmt: skip


def code_of(house: House, given: dict[str, Any], number: int | None = None) -> tuple[str, object]:
    """The refusal, after seeing that the file is as it was."""
    before = everything(house.store)
    with pytest.raises(AppError) as caught:
        house.intake.add(given) if number is None else house.intake.answer(number, given)
    assert everything(house.store) == before
    return caught.value.code, caught.value.facts.get("field")


def show(house: House, number: int) -> Any:
    return house.intake.show(number)


def test_everything_that_is_sent_comes_back(house: House) -> None:
    number = house.intake.add(FIRST).value
    done = house.intake.answer(number, WHOLE)
    shown = show(house, number)
    as_sent = {
        name: value
        for name, value in (FIRST | WHOLE).items()
        if name not in ("customer", "said", "lesson", "follow_up")
    }
    expected = as_sent | {
        "words": "The cake said Diana.\nNot Dana.", "about": "wrong_order", "anger": 8, "remedy": "refund_whole",
        "cost": "48.50", "came_in": "2026-11-19T10:12:00+01:00", "promise_kept_on": "2026-11-20T15:00:00+01:00",
        "closed_on": "2026-11-21T10:00:00+01:00", "number": number, "title": "The cake said Diana", "stage": "closed",
        "anger_after": 2, "step": "close", "on_phone": True, "deleted_on": None,
    }  # fmt: skip
    assert {name: shown[name] for name in expected} == expected
    assert shown["customer"] == {"id": 1, **DANA}
    assert shown["lesson"] == {
        "number": 1, "broke": "Names", "plan": "Read back", "owner": "Elif", "by": "2026-12-01", "agreed": ["Elif"],
        "cause": "", "cause_words": "", "whys": [], "in_use_since": "2026-11-21", "state": "on-trial", "slips": 0,
    }  # fmt: skip
    assert shown["follow_ups"] == [
        {"result": "not_yet", "anger": 2, "words": "Better", "on": "2026-11-21T10:12:00+01:00"}
    ]
    assert done.changes.cases == {number}
    assert done.changes.lessons == {1}


def test_what_was_said_has_its_state(house: House) -> None:
    number = house.intake.add(FIRST).value
    house.intake.answer(number, WHOLE)
    said = show(house, number)["said"]
    assert [(one["kind"], one["state"], one["text"]) for one in said] == [
        ("spoken", "given", "I am sorry."),
        ("card", "posted", "Dear Dana"),
        ("card", "written", "Dear Dana again"),
    ]
    assert [one.get("card_kind") for one in said] == [None, "apology", "thanks"]
    assert said[1]["on"] == "2026-11-20T12:00:00+01:00"  # a bare day is its noon
    house.messages.printed(house.cases.case(number).messages[2].id)
    assert show(house, number)["said"][2]["state"] == "printed"


def test_timeline_tells_the_story_in_its_order(house: House) -> None:
    number = house.intake.add(FIRST).value
    house.intake.answer(number, WHOLE)
    house.intake.answer(number, {"closed_on": None})
    timeline = show(house, number)["timeline"]
    assert timeline[0] == {"on": "2026-11-19T10:12:00+01:00", "what": "came_in", "facts": {}}
    assert [entry["on"] for entry in timeline] == sorted(entry["on"] for entry in timeline)
    what = [entry["what"] for entry in timeline]
    assert set(what) == {
        "came_in",
        "said",
        "posted",
        "kept",
        "promised",
        "answer",
        "lesson",
        "follow_up",
        "closed",
        "reopened",
    }
    assert what.count("reopened") == 1


def test_an_empty_object_is_a_complaint_without_words(house: House) -> None:
    number = house.intake.add({}).value
    shown = show(house, number)
    assert (shown["words"], shown["customer"], shown["step"], shown["came_in"]) == (
        "", None, "hear", "2026-11-21T10:12:00+01:00",
    )  # fmt: skip


def test_moments_are_kept_in_the_zone_of_the_shop(house: House) -> None:
    house.intake.add({"came_in": "2026-07-01T10:00Z", "promised_by": "2026-12-01T15:00-05:00"})
    shown = show(house, 1)
    assert (shown["came_in"], shown["promised_by"]) == ("2026-07-01T12:00:00+02:00", "2026-12-01T21:00:00+01:00")


def test_null_is_nothing_said(house: House) -> None:
    house.intake.add(dict.fromkeys(FIRST) | dict.fromkeys(WHOLE))
    assert show(house, 1)["lesson"] is None


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"word": "x"}, "unknown_field", "word"),
        ({"words": 5}, "not_a_text", "words"),
        ({"words": ["a"]}, "not_a_text", "words"),
        ({"words": "x" * 1_000_000}, "too_long", "words"),
        ({"wants": "x" * 100_001}, "too_long", "wants"),
        ({"channel": "fax"}, "unknown_choice", "channel"),
        ({"about": "x" * 81}, "too_long", "about"),
        ({"anger": 11}, "not_0_to_10", "anger"),
        ({"anger": -1}, "not_0_to_10", "anger"),
        ({"anger": 7.5}, "not_0_to_10", "anger"),
        ({"anger": True}, "not_0_to_10", "anger"),
        ({"anger": "much"}, "not_0_to_10", "anger"),
        ({"came_in": "yesterday"}, "date_unreadable", "came_in"),
        ({"came_in": 20261121}, "not_a_text", "came_in"),
        ({"came_in": "2026-11-22"}, "in_the_future", "came_in"),
        ({"came_in": "2026-11-21T10:13"}, "in_the_future", "came_in"),
        ({"came_in": "0001-01-01"}, "date_unreadable", "came_in"),
        ({"customer": "Dana"}, "not_fields", "customer"),
        ({"customer": {"nme": "Dana"}}, "unknown_field", "customer.nme"),
        ({"customer": {"phone": 5550199}}, "not_a_text", "customer.phone"),
        ({"customer": {"name": "x" * 501}}, "too_long", "name"),
        ({"cost": 48}, "not_a_text", "cost"),
        ({"cost": "abc"}, "cost_unreadable", "cost"),
        ({"cost": "-5"}, "cost_negative", "cost"),
        ({"cost": "9" * 12}, "cost_too_large", "cost"),
        ({"promised_by": "2026-11-20"}, "promise_before_complaint", "promised_by"),
        ({"promised_by": "soon"}, "date_unreadable", "promised_by"),
        ({"promise_kept_on": "2026-11-20"}, "before_complaint", "promise_kept_on"),
        ({"promise_kept_on": "2026-11-22"}, "in_the_future", "promise_kept_on"),
        ({"read_back": "yes"}, "not_yes_or_no", "read_back"),
        ({"losses": "money"}, "not_a_list", "losses"),
        ({"losses": ["gold"]}, "unknown_choice", "losses"),
        ({"options": [1]}, "not_a_text", "options"),
        ({"said": {"kind": "card"}}, "not_a_list", "said"),
        ({"said": ["sorry"]}, "not_fields", "said"),
        ({"said": [{"text": "sorry"}]}, "missing_field", "said.kind"),
        ({"said": [{"kind": "song", "text": "la"}]}, "unknown_choice", "said.kind"),
        ({"said": [{"kind": "spoken", "txt": "la"}]}, "unknown_field", "said.txt"),
        ({"said": [{"kind": "spoken"}]}, "nothing_to_say", None),
        ({"said": [{"kind": "spoken", "text": " "}]}, "nothing_to_say", None),
        ({"said": [{"kind": "spoken", "text": "x" * 100_001}]}, "too_long", "text"),
        ({"said": [{"kind": "spoken", "text": "a", "on": "2026-11-20"}]}, "before_complaint", None),
        ({"said": [{"kind": "card"}]}, "card_empty", "said"),
        ({"said": [{"kind": "card", "text": " "}]}, "card_empty", None),
        ({"said": [{"kind": "card", "text": "a", "card_kind": "bye"}]}, "unknown_choice", "said.card_kind"),
        ({"lesson": "we learned"}, "not_fields", "lesson"),
        ({"lesson": {}}, "lesson_unclear", "lesson"),
        ({"lesson": {"number": 1, "broke": "x"}}, "lesson_unclear", "lesson"),
        ({"lesson": {"number": 7}}, "no_such_lesson", None),
        ({"lesson": {"number": "1"}}, "not_a_whole_number", "lesson.number"),
        ({"lesson": {"number": True}}, "not_a_whole_number", "lesson.number"),
        ({"lesson": {"broke": 1}}, "not_a_text", "lesson.broke"),
        ({"lesson": {"broke": "x", "cause": "magic"}}, "unknown_choice", "cause"),
        ({"lesson": {"by": "soon"}}, "date_unreadable", "lesson.by"),
        ({"lesson": {"agreed": "Elif"}}, "not_a_list", "lesson.agreed"),
        ({"lesson": {"agreed": [1]}}, "not_a_text", "lesson.agreed"),
        ({"follow_up": {"anger": 1}}, "missing_field", "follow_up.result"),
        ({"follow_up": {"result": "fine"}}, "unknown_choice", "follow_up.result"),
        ({"follow_up": {"result": "happy", "anger": 12}}, "not_0_to_10", "anger"),
        ({"follow_up": {"result": "happy", "on": "2026-11-20"}}, "before_complaint", None),
        ({"closed_on": "2026-11-21"}, "cannot_close", None),
    ],
)
def test_refusal_names_the_field_and_saves_nothing(
    house: House, given: dict[str, Any], code: str, field: str | None
) -> None:
    assert code_of(house, {"words": "before", **given}) == (code, field)
    number = house.intake.add({"words": "there"}).value
    if "came_in" not in given:
        assert code_of(house, {"facts": "before", **given}, number) == (code, field)


def test_unknown_number_is_refused(house: House) -> None:
    assert code_of(house, {}, 5)[0] == "no_such_case"
    with pytest.raises(AppError, match="no_such_case"):
        show(house, 5)


def test_nothing_is_lost_when_the_last_part_is_refused(house: House) -> None:
    house.intake.add(FIRST)
    assert code_of(house, WHOLE | {"outcome": None}, 1)[0] == "cannot_close"
    assert show(house, 1)["said"] == []


def test_control_characters_are_dropped_and_every_script_is_kept(house: House) -> None:
    words = "ab\x00c\x1b 👩‍👧 مرحبا שלום \u202e \ud800 e\u0301"
    house.intake.add(
        {
            "customer": {"name": "D\x00ana\ud800"}, "words": words, "remedy": "a\x00b", "promised_by": "2026-12-01",
            "said": [{"kind": "spoken", "text": "s\x00o"}], "lesson": {"broke": "b\x00", "agreed": ["E\x00lif\ud800"]},
            "follow_up": {"result": "happy", "words": "h\x00"},
        }
    )  # fmt: skip
    shown = show(house, 1)
    assert shown["words"] == "abc 👩‍👧 مرحبا שלום \u202e  e\u0301"
    assert shown["customer"]["name"] == "Dana"
    assert shown["lesson"]["agreed"] == ["Elif"]
    assert "\x00" not in str(everything(house.store))


def test_a_bare_day_fits_between_what_came_before_and_now(house: House) -> None:
    house.intake.add({"came_in": "2026-11-20T15:00", "said": [{"kind": "spoken", "text": "a", "on": "2026-11-20"}]})
    assert show(house, 1)["said"][0]["on"] == "2026-11-20T15:00:00+01:00"
    house.intake.add({"came_in": "2026-11-21"})
    assert show(house, 2)["came_in"] == "2026-11-21T10:12:00+01:00"


def test_a_moment_put_right_moves_the_beginning_of_the_story(house: House) -> None:
    house.intake.add({"came_in": "2026-11-20T15:00"})
    house.intake.answer(1, {"came_in": "2026-11-18T09:00"})
    timeline = show(house, 1)["timeline"]
    assert timeline == [{"on": "2026-11-18T09:00:00+01:00", "what": "came_in", "facts": {}}]
    assert code_of(house, {"came_in": None}, 1)[0] == "date_unreadable"


@pytest.mark.parametrize("typed", ["refund_whole", "REFUND_WHOLE", "give ALL the money back"])
def test_remedy_is_known_by_code_and_label(house: House, typed: str) -> None:
    house.intake.add({"remedy": typed})
    shown = show(house, 1)
    assert (shown["remedy"], shown["promise"]) == ("refund_whole", "")
    assert shown["remedy_words"] == house.remedies.words("refund_whole")


def test_own_words_for_a_remedy_are_the_promise(house: House) -> None:
    house.intake.add({"remedy": "A song at her door"})
    shown = show(house, 1)
    assert (shown["remedy"], shown["remedy_words"], shown["promise"]) == ("A song at her door",) * 3


def test_category_is_known_by_code_and_label_and_own_words_stay(house: House) -> None:
    for typed, code in (("Wrong order", "wrong_order"), ("wrong_order", "wrong_order"), ("The parrot", "The parrot")):
        number = house.intake.add({"about": typed}).value
        assert show(house, number)["about"] == code


def test_new_details_of_a_known_customer_are_kept(house: House) -> None:
    house.intake.add({"customer": {"name": "Dana", "phone": "555 0199"}})
    house.intake.add({"customer": {"name": "DANA", "phone": "(555)0199", "email": "d@example.com", "address": ""}})
    customer = house.cases.case(2).customer
    assert customer is not None
    assert (customer.id, customer.name, customer.phone, customer.email) == (1, "Dana", "555 0199", "d@example.com")
    house.intake.answer(2, {"customer": {"address": "8 Row"}})
    assert house.cases.case(1).customer == house.cases.case(2).customer


def test_lesson_is_written_linked_and_given_up(house: House, clock: SetClock) -> None:
    for _ in range(3):
        house.intake.add({"words": "late"})
    house.intake.answer(1, {"lesson": {"broke": "Boxes late", "plan": "Pack on Friday"}})
    house.intake.answer(2, {"lesson": {"none_because": "chance"}})
    house.intake.answer(2, {"lesson": {"number": 1}})
    assert house.lessons.cases_of(1) == [2, 1]
    assert show(house, 2)["nothing_because"] == ""
    house.intake.answer(2, {"lesson": {"none_because": "chance after all"}})
    assert show(house, 2)["lesson"] == {"none_because": "chance after all"}
    house.intake.answer(1, {"lesson": {"agreed": ["Elif"]}})
    clock.move(days=3)
    house.intake.answer(1, {"lesson": {"agreed": ["Elif", "Sam"], "plan": "Pack on Friday evening"}})
    lesson = house.lessons.lesson(1)
    assert (lesson.agreed, str(lesson.in_use_since), lesson.broke) == (("Elif", "Sam"), "2026-11-21", "Boxes late")
    house.intake.answer(3, {"lesson": {"broke": "x", "in_use_since": "2026-01-02"}})
    assert str(house.lessons.lesson(2).in_use_since) == "2026-01-02"


def test_a_waiting_card_is_posted_with_the_words_it_has(house: House) -> None:
    house.intake.add({"came_in": "2026-11-20", "said": [{"kind": "card", "text": "Dear Dana"}]})
    house.intake.answer(1, {"said": [{"kind": "card", "on": "2026-11-21"}]})
    said = show(house, 1)["said"]
    assert [(one["text"], one["state"]) for one in said] == [("Dear Dana", "posted")]


def test_closed_is_closed_until_it_is_opened_again(house: House) -> None:
    house.intake.add(FIRST)
    house.intake.answer(1, WHOLE)
    assert code_of(house, {"closed_on": "2026-11-21"}, 1) == ("already_closed", "closed_on")
    house.intake.answer(1, {"closed_on": None})
    house.intake.answer(1, {"closed_on": None})
    assert show(house, 1)["stage"] == "open"
    house.intake.answer(1, {"closed_on": "2026-11-21"})
    assert show(house, 1)["closed_on"] == "2026-11-21T10:12:00+01:00"


def test_due_shows_what_today_shows(house: House, clock: SetClock) -> None:
    house.intake.add({"customer": {"name": "Late"}, "channel": "email", "came_in": "2026-11-18T09:00"})
    answered = [{"kind": "spoken", "text": "sorry", "on": "2026-11-20T10:00"}]
    for who, by in (("Soon", "2026-11-24"), ("Edge", "2026-11-28"), ("Far", "2026-11-29")):
        house.intake.add(
            {"customer": {"name": who}, "came_in": "2026-11-20T09:00", "said": answered, "remedy": "refund_whole",
             "promised_by": by}
        )  # fmt: skip
    due = house.intake.due()
    assert [(row["customer"], row["kind"], row["late"]) for row in due] == [
        ("Late", "first-answer", True),
        ("Soon", "promise", False),
        ("Edge", "promise", False),
    ]
    assert due[1] == {
        "kind": "promise", "due": "2026-11-24T23:59:59+01:00", "late": False, "verb": "Keep the promise",
        "customer": "Soon", "case": 2, "lesson": None,
    }  # fmt: skip
    clock.move(days=2)
    assert [row["customer"] for row in house.intake.due()] == ["Late", "Soon", "Edge", "Far"]


def test_numbers_are_never_used_twice(house: House) -> None:
    house.intake.add({"words": "a"})
    house.closing.delete(1)
    assert house.intake.add({"words": "b"}).value == 2
    assert list(house.lists.ids(CaseQuery(stage=Stage.ALL))) == [2]
