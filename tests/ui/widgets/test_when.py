"""Dates as a person says them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QLocale

from app.ui.widgets.when import date_words, day_line, due_tone, due_words, full_words, is_late, past_words, time_words

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
JAPANESE = QLocale(QLocale.Language.Japanese, QLocale.Country.Japan)
HOME = timezone(timedelta(hours=2))
NOW = datetime(2026, 11, 21, 10, 30, tzinfo=HOME)  # a Saturday


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 19), "2 days late"),
        (date(2026, 11, 20), "1 day late"),
        (date(2025, 11, 21), "365 days late"),
        (date(2026, 11, 21), "Today"),
        (datetime(2026, 11, 21, 15, 0, tzinfo=HOME), "Today 3 pm"),
        (datetime(2026, 11, 21, 15, 30, tzinfo=HOME), "Today 3:30 pm"),
        (datetime(2026, 11, 21, 9, 0, tzinfo=HOME), "Today 9 am"),
        # 23:30 in UTC is tomorrow at home.
        (datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "Tomorrow"),
        (date(2026, 11, 22), "Tomorrow"),
        (date(2026, 11, 23), "Mon"),
        (date(2026, 11, 27), "Fri"),
        (date(2026, 11, 28), "Nov 28"),
        (date(2027, 1, 2), "Jan 2, 2027"),
    ],
)
def test_due(due: date, words: str) -> None:
    assert due_words(due, NOW, AMERICAN) == words


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (datetime(2026, 11, 21, 10, 12, tzinfo=HOME), "Today 10:12"),
        (date(2026, 11, 21), "Today"),
        (date(2026, 11, 20), "Yesterday"),
        (date(2026, 11, 19), "Thu"),
        (date(2026, 11, 15), "Sun"),
        (date(2026, 11, 14), "14 Nov"),
        (date(2025, 11, 13), "13 Nov 2025"),
        (date(2026, 11, 30), "30 Nov"),
    ],
)
def test_past(then: date, words: str) -> None:
    assert past_words(then, NOW, BRITISH) == words


@pytest.mark.parametrize(
    ("locale", "same_year", "other_year"),
    [
        (BRITISH, "13 Nov", "13 Nov 2025"),
        (AMERICAN, "Nov 13", "Nov 13, 2025"),
        (GERMAN, "13. Nov.", "13. Nov. 2025"),
        (JAPANESE, "11月13日", "2025年11月13日"),
        (QLocale(QLocale.Language.Spanish), "13 de nov", "13 de nov de 2025"),
        (QLocale(QLocale.Language.French), "13 nov.", "13 nov. 2025"),
        (QLocale.c(), "13 Nov", "13 Nov 2025"),
    ],
)
def test_by_locale(locale: QLocale, same_year: str, other_year: str) -> None:
    assert past_words(date(2026, 11, 13), NOW, locale) == same_year
    assert past_words(date(2025, 11, 13), NOW, locale) == other_year


def test_whole_date() -> None:
    assert full_words(date(2026, 11, 21), NOW, BRITISH) == "Saturday, 21 November 2026"
    assert (
        full_words(datetime(2026, 11, 21, 13, 5, tzinfo=UTC), NOW, AMERICAN) == "Saturday, November 21, 2026, 3:05 pm"
    )


def test_head_of_today() -> None:
    assert day_line(NOW, BRITISH) == "Saturday, 21 November"
    assert day_line(NOW, AMERICAN) == "Saturday, November 21"


def test_clock_of_twentyfour_hours() -> None:
    assert time_words(datetime(2026, 11, 21, 15, 0, tzinfo=HOME), GERMAN) == "15:00"


def test_tone() -> None:
    assert due_tone(NOW - timedelta(minutes=1), NOW) == "coral"
    assert due_tone(NOW + timedelta(hours=1), NOW) == "amber"
    assert due_tone(date(2026, 11, 21), NOW) == "amber"
    assert due_tone(date(2026, 11, 22), NOW) == ""
    assert not is_late(date(2026, 11, 21), NOW)
    assert is_late(date(2026, 11, 20), NOW)


def test_a_date_inside_a_sentence_is_never_a_word_of_its_own() -> None:
    now = datetime(2026, 11, 21, 10, tzinfo=UTC)
    assert date_words(date(2026, 11, 20), now, QLocale("en_GB")) == "20 Nov"
    assert date_words(date(2025, 11, 20), now, QLocale("en_GB")) == "20 Nov 2025"
