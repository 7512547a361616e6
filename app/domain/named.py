"""Which customers of the whole file a text names: by full name or by phone number, also where they are not its own."""

import re
from collections.abc import Iterable

from app.domain.customer import Customer
from app.domain.fold import digits, fold

_WORDS = re.compile(r"[^\W_]+")
_RUNS = re.compile(r"\d(?:[\W_]{0,3}\d)*")  # a number, however it is grouped
_TAIL = 7  # digits at the end by which one number is known, with and without its prefix
_FEWEST = 6  # digits; a shorter number may be a price or a year


def named(texts: Iterable[str], known: Iterable[tuple[str, str]]) -> list[Customer]:
    """Of all `known` (name, phone) those whom one of the texts names, each with what was found of them.

    A name counts from two words on: one alone ("May", "Baker") may be anything. E-mail addresses are not looked for,
    as `anonymous` hides those of everybody.
    """
    whole = " \n ".join(texts)
    plain = f" {_plain(whole)} "
    words, numbers = set(plain.split()), _numbers(whole)
    found = []
    for name, phone in known:
        its_name = name if name and _is_named(name, plain, words) else ""
        its_phone = phone if phone and numbers and _is_rung(digits(phone), numbers) else ""
        if its_name or its_phone:
            found.append(Customer(name=its_name, phone=its_phone))
    return found


def _is_named(name: str, plain: str, words: set[str]) -> bool:
    key = _plain(name)
    first, _, rest = key.partition(" ")
    return bool(rest) and first in words and (f" {key} " in plain or f" {key}s " in plain)


def _plain(text: str) -> str:
    """Folded words with single blanks between, whatever stood there."""
    return " ".join(_WORDS.findall(fold(text)))


def _numbers(text: str) -> set[str]:
    """All by which a number within the text could be known: its whole run of digits, and each seven in a row."""
    runs = {digits(match.group()).lstrip("0") for match in _RUNS.finditer(text)}
    return {part for run in runs for part in (run, *(run[at : at + _TAIL] for at in range(len(run) - _TAIL + 1)))}


def _is_rung(phone: str, numbers: set[str]) -> bool:
    number = phone.lstrip("0")
    if len(number) < _FEWEST:
        return False
    return number[-_TAIL:] in numbers or number[-_FEWEST:] in numbers
