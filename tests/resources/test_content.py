"""What the shop is offered before it has written a word of its own: whole, in bounds, and fit to be read."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from app.domain.facing import GIFT
from app.domain.lesson import CAUSES
from app.domain.terms import (
    Answer,
    BeganWith,
    Channel,
    FollowUpResult,
    Loss,
    MessageKind,
    Outcome,
    ShopKind,
    Step,
)
from app.domain.tokens import tokens_left
from tests.house.sources import ROOT

RESOURCES = ROOT / "resources"
MADE_UP = RESOURCES / "made_up_shop"
CODE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
MONEY = re.compile(r"\d{1,5}\.\d\d")
CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
PHONE = re.compile(r"555 01\d\d")
ADDRESS = re.compile(r"[a-z.\-]+@example\.(?:com|org)")
# The cheapest part of what the coach will say of these texts.
EXCUSES = re.compile(
    r"\b(?:but|if you|we|us|busy|however|unfortunately|policy|just|only|inconvenience|you should|traffic|feel)\b", re.I
)
OWNS = re.compile(r"(?:our|my) mistake|mistake (?:is|was) mine|my responsibility|take responsibility|mine to put right")
VERDICT = re.compile(r"mistake|my responsibility|\bI own\b|fault")
WHEN = re.compile(
    r"\b(?:today|tomorrow|now|this evening|next (?:week|time)|(?:two|three|four|five) days|the day after|"
    r"please call me)\b",
    re.I,
)
CASE_KEYS = {
    "days_ago": int, "at": str, "words": str, "customer": dict, "wants": str, "channel": str, "about": str,
    "title": str, "anger": int, "heat": int, "read_back": bool, "review": dict, "facts": str, "began_with": str,
    "supplier": str, "safety": bool, "went_wrong": str, "answer": str, "reason": str, "what_changes": str, "tried": str,
    "release": str, "refer_to": str, "lost": list, "differs": str, "remedy": str, "promise": str, "cost": str,
    "promised_by": dict, "promised_who": str, "promise_kept_on": dict, "said": list, "card": dict, "lesson": dict,
    "follow_up": dict, "outcome": str, "fair": bool, "treated_well": bool, "best_way": str, "house_rule": dict,
    "closed": dict, "step": str,
}  # fmt: skip


def _read(path: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / path).read_text(encoding="utf-8"))


def _cases() -> list[dict[str, Any]]:
    paths = sorted(MADE_UP.glob("cases-*.toml"))
    return [case for path in paths for case in _read(f"made_up_shop/{path.name}")["case"]]


SHOP = _read("made_up_shop/shop.toml")
CASES = _cases()
CLOSED = [case for case in CASES if "closed" in case]
OPEN = [case for case in CASES if "closed" not in case]
CATEGORIES = _read("categories.toml")["category"]
REMEDIES = {kind: _read(f"remedies/{kind}.toml")["remedy"] for kind in ShopKind}
BAKERY = {remedy["code"] for remedy in REMEDIES[ShopKind.BAKERY]}
LESSONS = {lesson["ref"]: lesson for lesson in SHOP["lesson"]}


def _title(case: dict[str, Any]) -> str:
    return str(case["title"])


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _moment(when: dict[str, Any]) -> float:
    """Days from today's midnight; what is past is negative."""
    assert type(when["days_ago"]) is int
    assert CLOCK.fullmatch(when["at"])
    hours, minutes = when["at"].split(":")
    return -int(when["days_ago"]) + (int(hours) * 60 + int(minutes)) / 1440


def _is_label(text: str, longest: int) -> bool:
    return bool(text) and text[0].isupper() and len(text) <= longest and "!" not in text and not text.endswith(".")


@pytest.mark.parametrize("kind", ShopKind)
def test_each_kind_of_shop_has_a_catalogue_for_every_loss(kind: ShopKind) -> None:
    remedies = REMEDIES[kind]
    assert len(remedies) >= 14
    assert len({remedy["code"] for remedy in remedies}) == len(remedies)
    assert len({remedy["label"] for remedy in remedies}) == len(remedies)
    for loss in Loss:
        assert sum(loss in remedy["losses"] for remedy in remedies) >= 3, loss
    assert {remedy["effort"] for remedy in remedies} == {"now", "day", "week"}
    assert any(remedy["code"].startswith(GIFT) for remedy in remedies)


@pytest.mark.parametrize("kind", ShopKind)
def test_remedies_can_be_read_and_offered(kind: ShopKind) -> None:
    for remedy in REMEDIES[kind]:
        assert set(remedy) == {"code", "label", "offer", "losses", "cost", "effort", "why"}
        assert CODE.fullmatch(remedy["code"])
        assert _is_label(remedy["label"], 60), remedy["label"]
        offer = remedy["offer"]
        assert re.match(r"[a-z]+ ", offer), offer
        assert not offer.endswith((".", "!")), offer
        # The promise brings its own date; two of them would quarrel.
        assert not re.search(r"\b(?:today|tonight|tomorrow|now|this week)\b", offer), offer
        assert not re.search(r"\b(?:we|us|ours?)\b", offer), offer
        assert remedy["losses"], remedy["code"]
        assert set(remedy["losses"]) <= set(Loss)
        assert remedy["cost"] == "" or MONEY.fullmatch(remedy["cost"]), remedy["code"]
        assert re.fullmatch(r"[A-Z].{10,118}\.", remedy["why"]), remedy["why"]


def test_categories_finish_the_sentence_of_the_letter() -> None:
    codes = [category["code"] for category in CATEGORIES]
    assert 12 <= len(codes) == len(set(codes))
    assert codes[-1] == "other"
    for category in CATEGORIES:
        assert set(category) == {"code", "label", "kinds", "said"}
        assert CODE.fullmatch(category["code"])
        assert _is_label(category["label"], 24), category["label"]
        assert set(category["kinds"]) <= set(ShopKind)
        assert re.fullmatch(r"[a-z][^.!?]{5,79}", category["said"]), category["said"]


def test_every_step_says_why_it_is_there_and_what_to_say_aloud() -> None:
    steps = _read("steps.toml")
    assert set(steps) == set(Step) | set(Answer)
    variants = {answer: set(steps[answer]) for answer in Answer}
    assert variants == {
        # Who has been let go in peace is not called a week later.
        Answer.APOLOGISE: {Step.MAKE_RIGHT, Step.SAY, Step.FOLLOW_UP},
        Answer.EXPLAIN: {Step.MAKE_RIGHT, Step.SAY, Step.FOLLOW_UP},
        Answer.PART_WAYS: {Step.MAKE_RIGHT, Step.SAY},
    }
    pairs = [steps[step] for step in Step] + [pair for answer in Answer for pair in steps[answer].values()]
    for pair in pairs:
        assert set(pair) == {"why", "say"}
        assert re.fullmatch(r"[A-Z][^!“”\"]{10,88}\.", pair["why"]), pair["why"]
        assert re.fullmatch(r"[A-Z][^!“”\"]{10,158}[.?]", pair["say"]), pair["say"]


def test_the_made_up_shop_is_a_year_of_a_believable_bakery() -> None:
    shop = SHOP["shop"]
    assert (shop["name"], shop["owner"], shop["kind"]) == ("Rosa’s Bakery", "Rosa", "bakery")
    assert (len(CASES), len(CLOSED), len(OPEN)) == (60, 48, 12)
    assert max(case["days_ago"] for case in CASES) > 300
    assert max(case["days_ago"] for case in CASES) <= 365
    assert {case["step"] for case in OPEN} == set(Step)
    assert {case["channel"] for case in CASES} == set(Channel)
    assert {case["about"] for case in CASES if "about" in case} >= {c["code"] for c in CATEGORIES if not c["kinds"]}
    assert sum(case.get("safety", False) for case in CASES) == 2
    ways = [case.get("answer") for case in CASES]
    assert ways.count("part-ways") == 2
    assert ways.count("explain") >= 5
    ends = [case["outcome"] for case in CLOSED]
    assert set(ends) == set(Outcome)
    assert ends.count("kept") + ends.count("stronger") > 36
    names = [case["customer"].get("name", "") for case in CASES]
    assert sum(names.count(name) >= 2 for name in set(names) if name) >= 6
    assert sum(case.get("supplier") == "Northside Doughs" for case in CASES) >= 5


def test_something_is_overdue_something_is_due_and_a_card_waits() -> None:
    late = [c for c in OPEN if "promised_by" in c and "promise_kept_on" not in c and _moment(c["promised_by"]) < 0]
    today = [c for c in OPEN if c.get("promised_by", {}).get("days_ago") == 0]
    calls = [c["promise_kept_on"]["days_ago"] for c in OPEN if "promise_kept_on" in c and "follow_up" not in c]
    assert [case["customer"]["name"] for case in late] == ["Ruth Adeyemi"]
    assert [case["customer"]["name"] for case in today] == ["Marcus Oyelaran"]
    assert 7 in calls
    assert max(calls) > 7
    assert min(calls) < 7
    assert any("said" not in case and case["days_ago"] >= 2 for case in OPEN)
    assert sum(case.get("card", {}).get("state") == "written" for case in OPEN) == 2


@pytest.mark.parametrize("case", CASES, ids=_title)
def test_a_case_has_known_fields_of_the_right_type(case: dict[str, Any]) -> None:
    assert {"days_ago", "at", "words", "customer", "title", "channel"} <= set(case)
    assert {key: type(value) for key, value in case.items()} == {key: CASE_KEYS[key] for key in case}
    assert _is_label(case["title"], 60)
    for key, kind in (("began_with", BeganWith), ("answer", Answer), ("outcome", Outcome), ("channel", Channel)):
        assert case.get(key) is None or case[key] in set(kind), key
    assert set(case.get("lost", [])) <= set(Loss)
    assert all(0 <= case.get(key, 0) <= 10 for key in ("anger", "heat"))
    assert case.get("about", "other") in {category["code"] for category in CATEGORIES}
    assert MONEY.fullmatch(case.get("cost", "0.00"))
    assert ("closed" in case) != ("step" in case)
    assert ("review" in case) or case["channel"] != "review"
    if "review" in case:
        assert set(case["review"]) == {"site", "stars", "link"}
        assert case["review"]["link"].startswith("https://example.com/")
        assert 1 <= case["review"]["stars"] <= 5


@pytest.mark.parametrize("case", CASES, ids=_title)
def test_people_are_invented_and_can_be_told_apart(case: dict[str, Any]) -> None:
    customer = case["customer"]
    assert set(customer) <= {"name", "phone", "email", "address", "description"}
    assert customer.get("name") or customer.get("phone") or customer.get("description")
    assert PHONE.fullmatch(customer.get("phone", "555 0100"))
    assert ADDRESS.fullmatch(customer.get("email", "a@example.com"))
    for key in ("name", "phone", "email"):
        alike = [c["customer"] for c in CASES if key in customer and c["customer"].get(key) == customer[key]]
        assert all(other == customer for other in alike), key


@pytest.mark.parametrize("case", CASES, ids=_title)
def test_what_a_case_points_to_is_there(case: dict[str, Any]) -> None:
    assert case.get("remedy") is None or case["remedy"] in BAKERY
    assert ("remedy" in case) == ("promised_by" in case) == ("promise" in case) == ("cost" in case)
    if "remedy" in case:
        assert case["promised_who"] in SHOP["shop"]["people"]
    if "lesson" in case:
        assert set(case["lesson"]) in ({"ref"}, {"none_because"})
        assert case["lesson"].get("ref", "wet_floor") in LESSONS
    if case.get("answer") == "explain":  # it opens after the listening tick
        assert case["read_back"]
        assert case["reason"]
        assert case["what_changes"]
    if case.get("answer") == "part-ways":
        assert case["tried"]
        assert case["release"]
        assert case["refer_to"]
    if case.get("began_with") == "supplier":
        assert case["supplier"]


@pytest.mark.parametrize("case", CASES, ids=_title)
def test_times_of_a_case_follow_each_other(case: dict[str, Any]) -> None:
    came = _moment(case)
    said = [_moment(message) for message in case.get("said", [])]
    assert all(came < moment < 0 for moment in said)
    assert said == sorted(said)
    answered = said[0] if said else came
    if "promised_by" in case:
        assert answered < _moment(case["promised_by"])
    settled = answered
    if "promise_kept_on" in case:
        settled = _moment(case["promise_kept_on"])
        assert answered < settled < 0
    if "follow_up" in case:
        # A week in days; the call may come at an earlier hour than the promise did.
        assert settled + 6.5 <= _moment(case["follow_up"]) < 0
    if "closed" in case:
        assert _moment(case["follow_up"]) < _moment(case["closed"]) < 0


@pytest.mark.parametrize("case", CLOSED, ids=_title)
def test_a_closed_case_is_whole(case: dict[str, Any]) -> None:
    assert {"about", "anger", "heat", "answer", "said", "lesson"} <= set(case)
    assert {"follow_up", "outcome", "fair", "treated_well", "best_way"} <= set(case)
    follow_up = case["follow_up"]
    assert follow_up["result"] in set(FollowUpResult)
    assert follow_up["words"]
    assert ("anger" in follow_up) == (follow_up["result"] != "no_answer")
    assert 0 <= follow_up.get("anger", 0) <= 10
    assert ("promise_kept_on" in case) == ("promised_by" in case)


@pytest.mark.parametrize("case", [case for case in CASES if "said" in case], ids=_title)
def test_what_was_said_is_what_we_would_have_people_say(case: dict[str, Any]) -> None:
    for message in case["said"]:
        assert set(message) == {"kind", "text", "days_ago", "at"}
        assert message["kind"] in set(MessageKind)
        _is_kind_word(message["text"], case)
    if case["answer"] == "part-ways":
        last = case["said"][-1]["text"]
        assert all(part in last for part in ("Thank you", "I wish you well", "my door stays open"))
    else:
        assert all(WHEN.search(message["text"]) for message in case["said"])


@pytest.mark.parametrize("case", [case for case in CASES if "card" in case], ids=_title)
def test_cards_carry_no_excuse_and_no_gift(case: dict[str, Any]) -> None:
    card = case["card"]
    assert set(card) == {"kind", "text", "state"}
    assert card["kind"] in {"apology", "thanks", "goodbye", "welcome-back"}
    assert card["state"] in {"written", "printed", "posted"}
    assert card["text"].startswith("Dear ")
    assert card["text"].endswith("\n\nRosa")
    assert not EXCUSES.search(card["text"])
    assert not re.search(r"voucher|for nothing|discount|stars|review", card["text"])
    assert (card["kind"] == "goodbye") == (case["answer"] == "part-ways")


def _is_kind_word(text: str, case: dict[str, Any]) -> None:
    assert not EXCUSES.search(text), text
    assert "!" not in text
    assert text.count("sorry") <= 2
    assert not re.search(r"\bstars?\b|\breview\b", text), "no word about the stars"
    if case["answer"] == "part-ways":
        return
    assert re.search(r"I am (?:so )?sorry", text), text
    if case.get("safety"):  # care, and no verdict: that is for the insurer
        assert not VERDICT.search(text), text
        assert "I take it very seriously" in text, text
    else:
        assert OWNS.search(text), text


def test_house_rules_grew_from_the_best_way_of_a_closed_case() -> None:
    rules = [(case, case["house_rule"]) for case in CASES if "house_rule" in case]
    assert len(rules) == 6
    for case, rule in rules:
        assert case["best_way"]
        assert "closed" in case
        assert set(rule) == {"step", "text"}
        assert rule["step"] in set(Step)
        assert re.fullmatch(r"[A-Z][^!?]{10,60}\.", rule["text"]), rule["text"]


def test_lessons_are_plans_with_an_owner() -> None:
    assert len(LESSONS) == len(SHOP["lesson"]) == 9
    for lesson in LESSONS.values():
        at_times = {"in_use_days_ago", "cause_words", "whys", "changed", "retired"}
        assert set(lesson) - at_times == {"ref", "broke", "plan", "owner", "by_days_ago", "agreed", "cause"}
        assert CODE.fullmatch(lesson["ref"])
        assert lesson["cause"] in CAUSES
        assert {lesson["owner"], *lesson["agreed"]} <= set(SHOP["shop"]["people"])
        assert _is_label(lesson["broke"], 120)
        assert lesson["plan"].endswith(".")
        assert any(case.get("lesson", {}).get("ref") == lesson["ref"] for case in CASES)


def test_lessons_come_from_cases_and_some_came_back() -> None:
    slips = dict.fromkeys(LESSONS, 0)
    for case in CASES:
        lesson = LESSONS.get(case.get("lesson", {}).get("ref", ""), {})
        if case["days_ago"] < lesson.get("in_use_days_ago", 0):
            slips[lesson["ref"]] += 1
    assert {ref: count for ref, count in slips.items() if count} == {"late_pickups": 3, "stale_croissants": 2}
    assert [ref for ref, lesson in LESSONS.items() if "in_use_days_ago" not in lesson] == ["phone_rush"]
    for ref, lesson in LESSONS.items():
        first = max(c["days_ago"] for c in CASES if c.get("lesson", {}).get("ref") == ref)
        assert first > lesson.get("in_use_days_ago", -1), ref


def test_nothing_is_left_to_fill_in() -> None:
    everything: list[object] = [SHOP, CASES, CATEGORIES, _read("steps.toml"), list(REMEDIES.values())]
    found = [text for text in _texts(everything) if tokens_left(text) or not text.replace("\n", "").isprintable()]
    assert found == []


def test_our_own_words_never_shout() -> None:
    ours = [SHOP, CATEGORIES, _read("steps.toml"), list(REMEDIES.values())]
    theirs = {"words", "customer"}
    ours += [{key: value for key, value in case.items() if key not in theirs} for case in CASES]
    assert [text for text in _texts(ours) if "!" in text or "  " in text or text != text.strip()] == []
