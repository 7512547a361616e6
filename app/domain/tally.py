"""How often the same thing came up in a year: of the same category, cause or supplier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from app.domain.fold import fold
from app.domain.query import Again

AGAIN_FROM = 2  # one complaint is no pattern
TOLD_FROM = 3  # in the case itself: twice may be chance, our rule
NO_KIND = "other"  # what is of no kind has nothing in common


@dataclass(frozen=True, slots=True)
class Tally:
    """`what` is the code of a category or a cause, or a supplier's name; `again` lists the complaints."""

    what: str
    count: int
    again: Again


@dataclass(frozen=True, slots=True)
class Place:
    """The how-many-th complaint of its year a case is; `again` lists all of them."""

    what: str
    place: int
    again: Again


def year_of(year: int, zone: tzinfo) -> tuple[datetime, datetime]:
    """From its first moment in `zone` up to, and without, that of the next."""
    return datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)


def one_name(found: Iterable[tuple[str, int]]) -> list[tuple[str, int, tuple[str, ...]]]:
    """Suppliers with how many, those that differ only in case, accents or blanks as one: the usual spelling, all."""
    spelt: dict[str, list[tuple[str, int]]] = {}
    for name, count in found:
        if fold(name):
            spelt.setdefault(fold(name), []).append((name, count))
    told = []
    for spellings in spelt.values():
        usual = min(spellings, key=lambda one: (-one[1], one[0]))[0]
        told.append((" ".join(usual.split()), sum(n for _, n in spellings), tuple(sorted(s for s, _ in spellings))))
    return told
