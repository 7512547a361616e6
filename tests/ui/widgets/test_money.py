"""Money written and read by locale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from app.domain.money import MOST
from app.ui.widgets.money import MoneyProblem, money_text, read_money

AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
SWISS = QLocale(QLocale.Language.German, QLocale.Country.Switzerland)
FRENCH = QLocale(QLocale.Language.French, QLocale.Country.France)
ALL = (AMERICAN, GERMAN, SWISS, FRENCH)


@pytest.mark.parametrize("locale", ALL)
@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("50", 5000),
        ("1,50", 150),
        ("1.50", 150),
        ("1.5", 150),
        ("$ 3", 300),
        ("3 €", 300),
        ("  12.50  ", 1250),
        (".5", 50),
        ("5.", 500),
        ("1,234.56", 123456),
        ("1.234,56", 123456),
        ("1'234.50", 123450),
        ("1\u202f234,50 €", 123450),
        ("1.234.567", 123456700),
        ("0", 0),
        ("-0", 0),
        ("٣", 300),
    ],
)
def test_reads_what_people_type(text: str, cents: int, locale: QLocale) -> None:
    assert read_money(text, locale=locale) == cents


@pytest.mark.parametrize("locale", ALL)
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("abc", MoneyProblem.NOT_A_NUMBER),
        ("", MoneyProblem.NOT_A_NUMBER),
        (".", MoneyProblem.NOT_A_NUMBER),
        ("1,2,3", MoneyProblem.NOT_A_NUMBER),
        ("1.50.20", MoneyProblem.NOT_A_NUMBER),
        ("12 eggs", MoneyProblem.NOT_A_NUMBER),
        ("1e5", MoneyProblem.NOT_A_NUMBER),
        ("nan", MoneyProblem.NOT_A_NUMBER),
        ("1234.567,1,2", MoneyProblem.NOT_A_NUMBER),
        ("-5", MoneyProblem.NEGATIVE),
        ("$-5", MoneyProblem.NEGATIVE),
        ("1.5000", MoneyProblem.TOO_FINE),
        ("99999999999", MoneyProblem.TOO_MUCH),
        ("9" * 100_000, MoneyProblem.TOO_MUCH),
    ],
)
def test_refuses_the_rest(text: str, problem: MoneyProblem, locale: QLocale) -> None:
    assert read_money(text, locale=locale) is problem


def test_three_figures_follow_the_locale() -> None:
    assert read_money("1,234", locale=AMERICAN) == 123400
    assert read_money("1.234", locale=GERMAN) == 123400
    assert read_money("1.234", locale=AMERICAN) is MoneyProblem.TOO_FINE
    assert read_money("1,234", locale=GERMAN) is MoneyProblem.TOO_FINE


def test_the_shops_own_sign() -> None:
    assert read_money("kr 30", "kr", AMERICAN) == 3000


@pytest.mark.parametrize(
    ("cents", "symbol", "locale", "words"),
    [
        (4800, "$", AMERICAN, "$48"),
        (350, "$", AMERICAN, "$3.50"),
        (123456, "$", AMERICAN, "$1,234.56"),
        (350, "€", GERMAN, "3,50\u00a0€"),
        (0, "£", AMERICAN, "£0"),
    ],
)
def test_writes(cents: int, symbol: str, locale: QLocale, words: str) -> None:
    assert money_text(cents, symbol, locale) == words


def test_writes_cents_if_wanted() -> None:
    assert money_text(4800, "$", AMERICAN, always_cents=True) == "$48.00"


@given(st.integers(0, MOST), st.sampled_from(ALL), st.booleans())
def test_what_is_written_can_be_read(cents: int, locale: QLocale, always_cents: bool) -> None:
    assert read_money(money_text(cents, "€", locale, always_cents=always_cents), "€", locale) == cents


@given(st.text(max_size=30), st.sampled_from(ALL))
def test_nothing_typed_breaks_it(text: str, locale: QLocale) -> None:
    read = read_money(text, locale=locale)
    assert isinstance(read, MoneyProblem) or 0 <= read <= MOST
