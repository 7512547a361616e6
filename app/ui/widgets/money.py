"""Money as it is written in a place, and read as people type it."""

import re
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLocale

from app.domain.money import MOST

_CENTS: Final = 100
_SPACES: Final = re.compile(r"[\s'’]")
_AMOUNT: Final = re.compile(r"(?P<sign>[-−]?)(?P<digits>[\d.,٫٬]+)")


class MoneyProblem(StrEnum):
    """Why words are no amount."""

    NOT_A_NUMBER = "not-a-number"
    NEGATIVE = "negative"
    TOO_FINE = "too-fine"
    TOO_MUCH = "too-much"


def money_text(cents: int, symbol: str, locale: QLocale | None = None, *, always_cents: bool = False) -> str:
    """Cents with the currency's sign where the locale puts it: "$48", "$3.50", "3,50 €"; cents only if any.

    Without a sign it is that of the locale: Qt would write the currency's code for an empty one.
    """
    chosen = locale or QLocale()
    whole = cents % _CENTS == 0 and not always_cents
    return chosen.toCurrencyString(cents / _CENTS, symbol or chosen.currencySymbol(), 0 if whole else 2)


def read_money(text: str, symbol: str = "", locale: QLocale | None = None) -> int | MoneyProblem:
    """Cents in words such as "50", "1,50", "1.50", "$ 3", "1 234,50 €", or why there are none.

    Comma and point both part the cents when one or two figures follow; when three follow, the mark groups
    thousands if the locale groups with it, and is refused as too fine if the locale parts the cents with it.
    """
    chosen = locale or QLocale()
    bare = _SPACES.sub("", _without_symbol(text, symbol or chosen.currencySymbol()))
    found = _AMOUNT.fullmatch(bare)
    if found is None:
        return MoneyProblem.NOT_A_NUMBER
    cents = _cents(found["digits"].replace("٫", ".").replace("٬", ","), chosen)
    if isinstance(cents, MoneyProblem):
        return cents
    if found["sign"] and cents:
        return MoneyProblem.NEGATIVE
    return cents if cents <= MOST else MoneyProblem.TOO_MUCH


def _without_symbol(text: str, symbol: str) -> str:
    bare = text.strip()
    for sign in (symbol, "$", "€", "£", "¥"):
        if sign:
            bare = bare.replace(sign, "", 1)
    return bare


def _cents(digits: str, locale: QLocale) -> int | MoneyProblem:
    marks = [mark for mark in digits if mark in ".,"]
    head, cents, problem = digits, "", None
    if marks and _parts_cents(digits, marks, locale):
        head, _, cents = digits.rpartition(marks[-1])
        problem = MoneyProblem.TOO_FINE if len(cents) > 2 else None
    elif not _is_grouped(digits, marks):
        return MoneyProblem.NOT_A_NUMBER
    inner = [mark for mark in head if mark in ".,"]
    if inner and (not _is_grouped(head, inner) or (cents and inner[0] == marks[-1])):
        return MoneyProblem.NOT_A_NUMBER
    if problem is not None:
        return problem
    whole = re.sub(r"[.,]", "", head)
    if not whole and not cents:
        return MoneyProblem.NOT_A_NUMBER
    # A number of a thousand figures is only too much, not worth working out.
    if len(whole) > len(str(MOST)):
        return MoneyProblem.TOO_MUCH
    return int(whole or "0") * _CENTS + int(cents.ljust(2, "0") or "0")


def _parts_cents(digits: str, marks: list[str], locale: QLocale) -> bool:
    after = len(digits) - digits.rindex(marks[-1]) - 1
    if len(marks) > 1 and len(set(marks)) == 1:
        return False
    return after != 3 or len(set(marks)) == 2 or marks[-1] == locale.decimalPoint()


def _is_grouped(digits: str, marks: list[str]) -> bool:
    """Is every group after the first one three figures long, all parted by one mark?"""
    if len(set(marks)) > 1:
        return False
    first, *groups = re.split(r"[.,]", digits)
    return not groups or (1 <= len(first) <= 3 and all(len(group) == 3 for group in groups))
