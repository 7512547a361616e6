"""Every kind of bad value is refused with its own code, and every good one is read into what is stored."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import AppError
from app.domain.fields import FIELDS, LINE_LIMIT, TEXT_LIMIT, read
from app.domain.moment import when_from_text, when_to_text
from app.domain.terms import Answer, BeganWith, Channel, FollowUpResult, Loss, Outcome

BERLIN = ZoneInfo("Europe/Berlin")
LONG = ("words", "wants", "facts", "reason", "what_changes", "tried", "release", "differs", "nothing_because")
LONG_TOO = ("no_follow_up_because", "best_way", "promise", "call_words")
LINES = ("title", "about", "review_site", "review_link", "supplier", "went_wrong", "refer_to", "remedy", "promised_who")
FIGURES = {"heat": (0, 10), "anger": (0, 10), "review_stars": (1, 5), "follow_up_days": (1, 365), "call_anger": (0, 10)}
CHOICES = {
    "channel": Channel, "began_with": BeganWith, "answer": Answer, "outcome": Outcome, "call_result": FollowUpResult,
}  # fmt: skip
FLAGS = ("read_back", "on_phone", "safety", "fair", "treated_well")
MOMENTS = ("came_in", "promise_kept_on")


def code_of(name: str, raw: object) -> str:
    with pytest.raises(AppError) as refused:
        read(name, raw, BERLIN)
    if name != "cost" and name in FIELDS:
        assert refused.value.facts["field"] == name
    return refused.value.code


def test_this_file_knows_every_field() -> None:
    known = {*LONG, *LONG_TOO, *LINES, *FIGURES, *CHOICES, *FLAGS, *MOMENTS, "losses", "options", "cost", "promised_by"}
    assert known == set(FIELDS)


def test_an_unknown_field_is_refused() -> None:
    assert code_of("colour_of_hair", "brown") == "unknown_field"


@pytest.mark.parametrize("name", [*LONG, *LONG_TOO])
@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("The cake said “Diana”.\r\nShe cried.\rTwice.", "The cake said “Diana”.\nShe cried.\nTwice."),
        ("nul\x00 bell\x07 delete\x7f escape\x1b[31m", "nul bell delete escape[31m"),
        ("tab\tstays", "tab\tstays"),
        ("half a pair \ud83d", "half a pair "),
        ("😡🎂 Zoë עוגה العربية", "😡🎂 Zoë עוגה العربية"),
        ("", ""),
        (None, ""),
        (17, "17"),
    ],
)
def test_long_text_keeps_its_lines_and_loses_what_cannot_be_stored(name: str, raw: object, stored: str) -> None:
    assert read(name, raw, UTC) == stored


@pytest.mark.parametrize("name", [*LONG, *LONG_TOO])
def test_long_text_has_a_limit(name: str) -> None:
    assert read(name, "a" * TEXT_LIMIT, UTC) == "a" * TEXT_LIMIT
    with pytest.raises(AppError) as refused:
        read(name, "a" * 1_000_000, UTC)
    assert refused.value.code == "too_long"
    assert refused.value.facts == {"field": name, "length": 1_000_000, "limit": TEXT_LIMIT}


@pytest.mark.parametrize("name", LINES)
def test_a_line_is_one_line(name: str) -> None:
    assert read(name, "  Miller\r\n\tand\x00 Sons  ", UTC) == "Miller and Sons"
    assert read(name, None, UTC) == ""
    limit = FIELDS[name].limit
    assert limit <= LINE_LIMIT
    assert read(name, "é" * limit, UTC) == "é" * limit
    assert code_of(name, "é" * (limit + 1)) == "too_long"


@pytest.mark.parametrize("name", FIGURES)
def test_figures_have_bounds(name: str) -> None:
    least, most = FIGURES[name]
    code = f"not_{least}_to_{most}"
    for good, figure in ((least, least), (most, most), (str(most), most), (None, None), ("", None)):
        assert read(name, good, UTC) == figure
    bad: object
    for bad in (least - 1, most + 1, -5, "abc", "1.5", "1,5", 1.5, True, [], "1e1", "9" * 5000):
        assert code_of(name, bad) == code


@pytest.mark.parametrize("name", CHOICES)
def test_choices_are_known_words(name: str) -> None:
    for choice in CHOICES[name]:
        assert read(name, choice.value, UTC) is choice
        assert read(name, choice, UTC) is choice
    assert read(name, None, UTC) is None
    assert read(name, "", UTC) is None
    for bad in ("Apologize", "COUNTER", "us ", "\x00", 1):
        assert code_of(name, bad) == "unknown_choice"


@pytest.mark.parametrize("name", FLAGS)
def test_flags_are_yes_no_or_not_said(name: str) -> None:
    for good in (True, False, None):
        assert read(name, good, UTC) is good
    for bad in ("yes", 1, 0, "", "false"):
        assert code_of(name, bad) == "not_yes_or_no"


def test_losses_are_a_list_of_known_words() -> None:
    assert read("losses", ["money", "face", "money"], UTC) == frozenset({Loss.MONEY, Loss.FACE})
    assert read("losses", frozenset(Loss), UTC) == frozenset(Loss)
    assert read("losses", None, UTC) == frozenset()
    assert read("losses", [], UTC) == frozenset()
    assert code_of("losses", ["money", "honour"]) == "unknown_choice"
    for bad in ("money", b"money", 3):
        assert code_of("losses", bad) == "not_a_list"


def test_options_are_a_list_of_lines() -> None:
    assert read("options", ["bake_again", " a new\ncake "], UTC) == ("bake_again", "a new cake")
    assert read("options", ("x",), UTC) == ("x",)
    assert read("options", None, UTC) == ()
    for bad in ("bake_again", 3, {"a": 1}):
        assert code_of("options", bad) == "not_a_list"
    assert code_of("options", ["x" * (LINE_LIMIT + 1)]) == "too_long"


@pytest.mark.parametrize(
    ("raw", "cents"),
    [
        ("1,50", 150),
        ("1.50", 150),
        ("1.5", 150),
        ("48", 4800),
        (" 1 000,00 ", 100_000),
        ("0", 0),
        ("٣,٥", 350),
        (4800, 4800),
        (0, 0),
        ("", None),
        (None, None),
    ],
)
def test_cost_in_either_spelling(raw: object, cents: int | None) -> None:
    assert read("cost", raw, BERLIN) == cents


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("abc", "cost_unreadable"),
        ("1.505", "cost_unreadable"),
        ("1.000,00", "cost_unreadable"),
        ("€ 5", "cost_unreadable"),
        (True, "cost_unreadable"),
        (1.5e300, "cost_unreadable"),
        ("\x00", "cost_unreadable"),
        ("5" * 13, "cost_unreadable"),
        ("999999999999", "cost_too_large"),
        ("-5", "cost_negative"),
        ("−5", "cost_negative"),
        (-5, "cost_negative"),
        (10**12 + 1, "cost_too_large"),
    ],
)
def test_a_bad_cost_is_refused(raw: object, code: str) -> None:
    assert code_of("cost", raw) == code


@pytest.mark.parametrize("name", MOMENTS)
def test_moments(name: str) -> None:
    noon = datetime(2026, 11, 21, 12, tzinfo=BERLIN)
    assert read(name, "2026-11-21", BERLIN) == noon
    assert read(name, "2026-11-21T12:00", BERLIN) == noon
    assert read(name, " 2026-11-21 12:00 ", BERLIN) == noon
    assert read(name, "2026-11-21T11:00:00Z", BERLIN) == noon
    assert read(name, noon, UTC) is noon
    assert read(name, "", UTC) is None
    assert read(name, None, UTC) is None


def test_a_promise_may_be_due_on_a_day_or_at_an_hour() -> None:
    assert read("promised_by", "2026-11-22", BERLIN) == date(2026, 11, 22)
    assert not isinstance(read("promised_by", "2026-11-22", BERLIN), datetime)
    assert read("promised_by", "2026-11-22T12:00", BERLIN) == datetime(2026, 11, 22, 12, tzinfo=BERLIN)
    for already in (date(2026, 11, 22), datetime(2026, 11, 22, 12, tzinfo=UTC)):
        assert read("promised_by", already, BERLIN) is already
    assert read("promised_by", "", BERLIN) is None
    assert read("promised_by", None, BERLIN) is None


@pytest.mark.parametrize("name", [*MOMENTS, "promised_by"])
@pytest.mark.parametrize(
    "raw",
    [
        "tomorrow",
        "31.12.2026",
        "2026-02-30",
        "2026-13-01",
        "2026-11-21T25:00",
        "T",
        "\x00",
        17,
        "2026-11-21T",
        "0000-00-00",
        [],
    ],
)
def test_a_date_that_is_none_is_refused(name: str, raw: object) -> None:
    assert code_of(name, raw) == "date_unreadable"


@given(
    raw=st.text() | st.integers() | st.floats() | st.booleans() | st.none() | st.lists(st.text(max_size=5), max_size=3)
)
def test_any_value_is_read_or_refused_in_words(raw: object) -> None:
    for name in FIELDS:
        try:
            stored = read(name, raw, BERLIN)
        except AppError:
            continue
        if isinstance(stored, str):
            assert "\x00" not in stored
            stored.encode()  # no half of a surrogate pair is left
        assert read(name, stored, BERLIN) == stored, "reading twice changes nothing"


@pytest.mark.parametrize(
    ("name", "year"), [(name, year) for name in (*MOMENTS, "promised_by") for year in ("0001", "1899", "2201", "9999")]
)
def test_a_year_out_of_reach_is_refused(name: str, year: str) -> None:
    """Such a slip of the finger would be stored, and from then on stop Today from counting days."""
    for raw in (
        f"{year}-12-31",
        f"{year}-12-31T23:59",
        date(int(year), 1, 1),
        datetime(int(year), 1, 1, tzinfo=BERLIN),
    ):
        if not (name in MOMENTS and type(raw) is date):
            assert code_of(name, raw) == "date_unreadable"


@pytest.mark.parametrize("name", [*MOMENTS, "promised_by"])
@pytest.mark.parametrize("raw", ["1900-01-01", "2200-12-31", "2200-12-31T23:59:59-12:00"])
def test_a_date_within_reach_can_be_stored(name: str, raw: str) -> None:
    stored = read(name, raw, BERLIN)
    assert isinstance(stored, date)
    assert when_from_text(when_to_text(stored)) == stored
