"""What a complaint is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    code: str
    label: str
    said: str = ""  # completes "I am sorry about ..."
    kinds: frozenset[str] = frozenset()  # shops for which it comes first; empty means all


def offered(categories: Iterable[Category], kind: str) -> list[Category]:
    """Those made for this kind of shop first, then the general ones; "other" last; none of another trade's own."""
    fitting = [one for one in categories if not one.kinds or kind in one.kinds]
    return sorted(fitting, key=lambda one: (one.code == "other", not one.kinds))


def code_of(typed: str, categories: Iterable[Category]) -> str:
    """The code whose label or code was typed, in any case; the words themselves where there is none."""
    key = fold(typed).replace("_", " ")
    return next((c.code for c in categories if key in (fold(c.label), c.code.replace("_", " "))), typed.strip())


def label_of(code: str, categories: Iterable[Category]) -> str:
    return next((c.label for c in categories if c.code == code), code)
