"""Money, moments, folded text, customers, lessons, titles and remedies."""

import string
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import money
from app.domain.case import title_of
from app.domain.customer import Customer
from app.domain.errors import AppError
from app.domain.fold import clean, digits, fold, looks_like_phone, with_phone_digits
from app.domain.lesson import in_use_since
from app.domain.moment import (
    days_after,
    deadline,
    from_text,
    parse_moment,
    parse_when,
    to_text,
    when_from_text,
    when_to_text,
)
from app.domain.remedy import Record, Remedy, rank
from app.domain.terms import Loss

BERLIN = ZoneInfo("Europe/Berlin")
# hypothesis wants them without a zone
BOUNDS = [datetime(year, 1, 2, tzinfo=UTC).replace(tzinfo=None) for year in (1970, 2100)]
ZONES = st.sampled_from([ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC")])


@given(st.integers(0, money.MOST))
def test_money_goes_there_and_back(cents: int) -> None:
    text = money.to_text(cents)
    assert money.from_text(text) == cents
    assert money.from_text(text.replace(".", ",")) == cents


@pytest.mark.parametrize(
    ("text", "cents"), [("48", 4800), ("48.5", 4850), ("48,05", 4805), ("1\u00a0000", 100_000), ("007", 700)]
)
def test_money_read(text: str, cents: int) -> None:
    assert money.from_text(text) == cents


@given(st.text())
def test_no_text_makes_money_fall_over(text: str) -> None:
    try:
        cents = money.from_text(text)
    except AppError:
        return
    assert 0 <= cents <= money.MOST


@given(st.datetimes(*BOUNDS, timezones=ZONES))
def test_a_moment_goes_there_and_back_in_its_zone(moment: datetime) -> None:
    text = to_text(moment)
    back = from_text(text)
    assert back.astimezone(UTC) == moment.astimezone(UTC).replace(microsecond=0)
    assert getattr(back.tzinfo, "key", None) == getattr(moment.tzinfo, "key", None)
    assert to_text(back) == text


@given(st.lists(st.datetimes(*BOUNDS, timezones=ZONES), max_size=5))
def test_stored_text_sorts_as_time(moments: list[datetime]) -> None:
    whole = [moment.astimezone(UTC).replace(microsecond=0).astimezone(moment.tzinfo) for moment in moments]
    by_text = sorted(whole, key=lambda moment: to_text(moment).partition("[")[0])
    assert [moment.astimezone(UTC) for moment in by_text] == sorted(moment.astimezone(UTC) for moment in whole)


def test_a_moment_is_that_of_rfc_9557() -> None:
    assert to_text(datetime(2026, 11, 21, 15, 3, 5, 999, tzinfo=BERLIN)) == "2026-11-21T14:03:05Z[Europe/Berlin]"
    assert to_text(datetime(2026, 11, 21, 15, 3, 5, tzinfo=timezone(timedelta(hours=1)))) == "2026-11-21T14:03:05Z"


@pytest.mark.parametrize(
    ("spoken", "stored"),
    [
        (datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0), "2026-10-25T00:30:00Z[Europe/Berlin]"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1), "2026-10-25T01:30:00Z[Europe/Berlin]"),
        (datetime(2026, 3, 29, 1, 59, tzinfo=BERLIN), "2026-03-29T00:59:00Z[Europe/Berlin]"),
        (datetime(2026, 3, 29, 3, 0, tzinfo=BERLIN), "2026-03-29T01:00:00Z[Europe/Berlin]"),
    ],
)
def test_the_hour_that_comes_twice_is_kept_apart(spoken: datetime, stored: str) -> None:
    assert to_text(spoken) == stored
    back = from_text(stored)
    assert (back.replace(tzinfo=None), back.fold) == (spoken.replace(tzinfo=None), spoken.fold)


def test_seven_days_later_is_the_same_hour_over_a_change_of_the_clock() -> None:
    kept = datetime(2026, 10, 20, 9, tzinfo=BERLIN)
    assert days_after(kept, 7).time() == time(9)
    assert days_after(kept, 7).utcoffset() != kept.utcoffset()


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "\x00"])
def test_a_zone_that_is_not_known_here_is_read_as_utc(zone: str) -> None:
    assert from_text(f"2026-11-21T14:03:05Z[{zone}]") == datetime(2026, 11, 21, 14, 3, 5, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "2026-11-21", "2026-11-21T14:03:05", "2026-11-21T14:03:05+01:00", "noon"])
def test_other_text_is_no_stored_moment(text: str) -> None:
    with pytest.raises(ValueError):
        from_text(text)


def test_a_day_stays_a_day_and_an_hour_an_hour() -> None:
    hour = datetime(2026, 11, 22, 12, tzinfo=BERLIN)
    assert when_to_text(date(2026, 11, 22)) == "2026-11-22"
    assert when_from_text("2026-11-22") == date(2026, 11, 22)
    assert when_from_text(when_to_text(hour)) == hour
    assert deadline(hour, UTC) is hour
    assert deadline(date(2026, 11, 22), BERLIN) == datetime(2026, 11, 22, 23, 59, 59, tzinfo=BERLIN)


def test_scripts_give_a_day_an_hour_or_an_hour_with_its_zone() -> None:
    assert parse_when(" 2026-11-22 ", BERLIN) == date(2026, 11, 22)
    assert parse_when("2026-11-22T12:00", BERLIN) == datetime(2026, 11, 22, 12, tzinfo=BERLIN)
    assert parse_when("2026-11-22 12:00", BERLIN) == datetime(2026, 11, 22, 12, tzinfo=BERLIN)
    assert parse_when("2026-11-22T12:00+05:45", BERLIN) == datetime(2026, 11, 22, 6, 15, tzinfo=UTC)
    assert parse_moment("2026-11-22", BERLIN) == datetime(2026, 11, 22, 12, tzinfo=BERLIN)
    assert parse_moment("2026-11-22T08:00", BERLIN) == datetime(2026, 11, 22, 8, tzinfo=BERLIN)
    for bad in ("", "soon", "2026-02-30", "22.11.2026 12:00"):
        with pytest.raises(ValueError):
            parse_moment(bad, BERLIN)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Crème\tBRÛLÉE \n", "creme brulee"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ﬁne", "fine"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("PLAIN  Words", "plain words"),
        ("עוּגָה", "עוגה"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(string.ascii_letters + " \t\n", max_size=40))
def test_plain_letters_fold_the_same_with_an_accent_among_them(text: str) -> None:
    assert fold(text + " é") == f"{fold(text)} e".strip()


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("555 0142", "5550142"),
        ("+49 (0) 30 / 12-34", "490301234"),
        ("0049 30 1234", "49301234"),
        ("٠١٢٣", "0123"),
        ("Dana", ""),
    ],
)
def test_digits(text: str, bare: str) -> None:
    expected = "".join(str(int(c)) for c in bare)
    assert "".join(str(int(c)) for c in digits(text)) == expected


@pytest.mark.parametrize(
    ("text", "is_phone"),
    [
        ("555 0142", True),
        ("+49 (0)30/12-34", True),
        ("123", False),
        ("", False),
        ("Dana 5550142", False),
        ("5.5.2026", True),
        ("  ", False),
    ],
)
def test_looks_like_phone(text: str, is_phone: bool) -> None:
    assert looks_like_phone(text) is is_phone


def test_numbers_in_a_text_are_found_in_any_spacing() -> None:
    assert with_phone_digits("Call 555 01 42 or 030/1234 now") == "Call 555 01 42 or 030/1234 now 5550142 0301234"
    assert with_phone_digits("no number, 12 only") == "no number, 12 only"


@given(st.text())
def test_clean_keeps_what_can_be_read(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(ord(c) < 32 and c not in "\t\n" for c in cleaned)
    cleaned.encode()


@pytest.mark.parametrize(
    ("known", "label"),
    [
        ({"name": "Dana", "phone": "555"}, "Dana"),
        ({"description": "the lady with the dog", "phone": "555"}, "the lady with the dog"),
        ({"phone": "555", "email": "d@x.org"}, "555"),
        ({"email": "d@x.org"}, "d@x.org"),
        ({}, ""),
    ],
)
def test_a_customer_is_called_by_what_is_known(known: dict[str, Any], label: str) -> None:
    assert Customer(**known).label == label


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Dana Whitfield", "Dana"),
        ("Dana", "Dana"),
        ("Mrs. Whitfield", "Mrs. Whitfield"),
        ("frau  Dr. Müller", "frau Dr. Müller"),
        ("  ", ""),
        ("", ""),
    ],
)
def test_first_name(name: str, greeted: str) -> None:
    assert Customer(name=name).first_name == greeted


def test_phone_digits_of_a_customer() -> None:
    assert Customer(phone="+49 30 12 34").phone_digits == "49301234"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("The cake said Diana. She cried.", "The cake said Diana"),
        ("Oh no. The cake said Diana! She cried.", "Oh no. The cake said Diana"),
        ("Where is my cake? I want it.", "Where is my cake"),
        ("  The cake\nsaid   Diana.  ", "The cake said Diana"),
        ("", ""),
        ("word " * 30, "word word word word word word word word word word word…"),
        ("x" * 100, "x" * 59 + "…"),
        ("a" * 50 + ", " + "b" * 50, "a" * 50 + "…"),
        ("ab " + "x" * 100, "ab " + "x" * 56 + "…"),
        ("x" * 60, "x" * 60),
    ],
)
def test_title_of(words: str, title: str) -> None:
    assert title_of(words) == title


@given(st.text(), st.integers(10, 80))
def test_a_title_is_one_line_of_bounded_length(words: str, limit: int) -> None:
    title = title_of(words, limit)
    assert len(title) <= limit
    assert "\n" not in title


def remedy(code: str, *losses: Loss) -> Remedy:
    return Remedy(code=code, label=code, offer=code, losses=frozenset(losses))


def test_like_for_like_comes_first_then_what_calmed_people_here() -> None:
    refund, again, call = (
        remedy("refund", Loss.MONEY),
        remedy("again", Loss.THING, Loss.TIME),
        remedy("call", Loss.FACE),
    )
    catalogue = [refund, again, call]
    lost = frozenset({Loss.THING, Loss.TIME})
    assert rank(catalogue, {}, frozenset()) == catalogue  # nothing known: the order of the catalogue
    assert rank(catalogue, {}, lost)[0] is again
    well_tried = {"call": Record(used=8, stayed=8, anger_fall=5.0), "refund": Record(used=1, stayed=1, anger_fall=8.0)}
    assert rank(catalogue, well_tried, frozenset()) == [call, refund, again]
    assert rank(catalogue, well_tried, lost)[0] is again  # like for like still wins
    left = {"refund": Record(used=4, stayed=0, anger_fall=1.0)}
    assert rank(catalogue, left, frozenset()) == [again, call, refund]


def test_a_plan_is_in_use_from_the_first_agreement_on() -> None:
    first, today = date(2026, 11, 2), date(2026, 11, 21)
    assert in_use_since(["Elif"], None, today) == today
    assert in_use_since(["Elif", "Sam"], first, today) == first
    assert in_use_since([], first, today) is None
