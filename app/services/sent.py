"""Reads what a script sent: names, kinds of values and dates, each refusal naming its field."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

from app.domain import fields
from app.domain.errors import AppError
from app.domain.moment import parse_when

SAID = ("kind", "text", "on", "card_kind")
LESSON = (
    "broke", "plan", "owner", "by", "agreed", "cause", "cause_words", "whys", "in_use_since", "number", "none_because",
)  # fmt: skip
FOLLOW_UP = ("result", "anger", "words", "on")
GROUPS = ("customer", "said", "lesson", "follow_up", "closed_on")
RESULTS = {"not-yet": "not_yet", "no-answer": "no_answer"}

_FIGURES = frozenset({"heat", "anger", "review_stars", "follow_up_days"})
_FLAGS = frozenset({"read_back", "on_phone", "safety", "fair", "treated_well"})
_LISTS = frozenset({"losses", "options"})
_MOMENTS = frozenset({"came_in", "promise_kept_on"})

Choice = TypeVar("Choice", bound=StrEnum)


def check_names(given: Mapping[str, object]) -> None:
    """Raises `AppError("unknown_field")` for a name that no complaint has."""
    for name in given:
        if name not in fields.FIELDS and name not in GROUPS:
            raise AppError("unknown_field", field=name)


def typed(name: str, raw: object, now: datetime, began: datetime | None = None) -> object:
    """The value of a field of the case; money and texts must be texts, so that 48 is never taken for 48 cents.

    Raises `AppError` as `domain.fields.read` does, besides `not_a_text`.
    """
    zone = now.tzinfo
    assert zone is not None, "the clock gives aware moments"
    if name in _MOMENTS:
        return moment(name, raw, now, began)
    if name in _LISTS and isinstance(raw, list):
        raw = [text(name, one) for one in raw]
    elif name not in _FIGURES | _FLAGS | _LISTS:
        raw = None if raw is None else text(name, raw)
    value = fields.read(name, raw, zone)
    return value.astimezone(zone) if isinstance(value, datetime) else value  # an offset names no zone; ours does


def text(name: str, raw: object) -> str:
    """Raises `AppError("not_a_text")`; null is an empty one."""
    if raw is None:
        return ""
    if not isinstance(raw, str):
        raise AppError("not_a_text", field=name, value=raw)
    return raw


def number(name: str, raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise AppError("not_a_whole_number", field=name, value=raw)
    return raw


def choice(name: str, raw: object, choices: type[Choice], also: Mapping[str, str] | None = None) -> Choice:
    """One of `choices`; raises `AppError`: `missing_field`, `unknown_choice`."""
    if raw is None or raw == "":
        raise AppError("missing_field", field=name)
    value = str(raw)
    try:
        return choices((also or {}).get(value, value))
    except ValueError:
        raise AppError("unknown_choice", field=name, value=raw, known=", ".join(choices)) from None


def moment(name: str, raw: object, now: datetime, began: datetime | None = None) -> datetime | None:
    """A moment that has passed. A bare day is its noon, but neither later than `now` nor earlier than `began`.

    Raises `AppError`: `date_unreadable`, `not_a_text`, `in_the_future`.
    """
    words = text(name, raw)
    zone = now.tzinfo
    assert zone is not None, "the clock gives aware moments"
    if not words.strip():
        return None
    try:
        when = parse_when(words, zone)
    except (ValueError, OverflowError):
        raise AppError("date_unreadable", field=name, value=raw) from None
    when = when.astimezone(zone) if isinstance(when, datetime) else _in_the_day(when, now, began)
    if when > now:
        raise AppError("in_the_future", field=name, on=when)
    return when


def _in_the_day(day: date, now: datetime, began: datetime | None) -> datetime:
    noon = datetime.combine(day, time(12), now.tzinfo)
    if began is not None and began.astimezone(now.tzinfo).date() == day:
        noon = max(noon, began)
    return min(noon, now) if day == now.date() else noon


def mapping(name: str, raw: object, known: Collection[str]) -> Mapping[str, object]:
    """Named fields; raises `AppError`: `not_fields`, `unknown_field`."""
    if not isinstance(raw, Mapping):
        raise AppError("not_fields", field=name, value=raw)
    for key in raw:
        if key not in known:
            raise AppError("unknown_field", field=f"{name}.{key}")
    return raw


def entries(name: str, raw: object, known: Collection[str]) -> Iterator[Mapping[str, object]]:
    """Each of a list of named fields; raises `AppError`: `not_a_list`, and as `mapping` does."""
    if raw is None:
        return
    if not isinstance(raw, list):
        raise AppError("not_a_list", field=name, value=raw)
    for one in raw:
        yield mapping(name, one, known)


def of_lesson(name: str, raw: object) -> object:
    """A value of a lesson as `Lessons.learn` takes it."""
    field = f"lesson.{name}"
    if name in ("agreed", "whys"):
        if raw is not None and not isinstance(raw, list):
            raise AppError("not_a_list", field=field, value=raw)
        return [text(field, one) for one in raw or ()]
    words = text(field, raw)
    if name in ("by", "in_use_since") and words.strip():
        try:
            return date.fromisoformat(words.strip())
        except ValueError:
            raise AppError("date_unreadable", field=field, value=raw) from None
    return words
