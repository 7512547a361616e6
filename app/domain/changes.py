"""What a service call changed, by kind and id, sent once after the commit."""

from dataclasses import dataclass
from typing import Generic, TypeVar

_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Sets of ids; a view compares them with what it shows."""

    cases: frozenset[int] = _NONE
    customers: frozenset[int] = _NONE
    lessons: frozenset[int] = _NONE
    listed: bool = False  # the set of listed cases, their order or their counts may differ
    settings: bool = False
    rules: bool = False  # the house rules, their words or their order
    everything: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            cases=self.cases | other.cases,
            customers=self.customers | other.customers,
            lessons=self.lessons | other.lessons,
            listed=self.listed or other.listed,
            settings=self.settings or other.settings,
            rules=self.rules or other.rules,
            everything=self.everything or other.everything,
        )

    def __bool__(self) -> bool:
        named = self.cases or self.customers or self.lessons
        return bool(named or self.listed or self.settings or self.rules or self.everything)

    def touches_case(self, case_id: int) -> bool:
        return self.everything or case_id in self.cases


def of_case(case_id: int, *, listed: bool = True) -> Changes:
    return Changes(cases=frozenset((case_id,)), listed=listed)


T = TypeVar("T")


@dataclass(frozen=True)
class Done(Generic[T]):
    """The value of a service call with what it changed."""

    value: T
    changes: Changes
