"""Every answer that a case takes: its kind, its bounds, and whether a customer may ever read it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from app.domain import money
from app.domain.errors import AppError
from app.domain.fold import clean
from app.domain.moment import parse_moment, parse_when, within_reach
from app.domain.terms import Answer, BeganWith, Channel, FollowUpResult, Loss, Outcome

TEXT_LIMIT = 100_000  # characters: thirty pages; what is longer is kept as a file beside the case
LINE_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Field:
    """`read` turns what was typed or sent into the value to store, or raises `AppError`."""

    name: str
    read: Callable[["Field", object, tzinfo], object]
    private: bool = True
    part: str = "case"  # or "promise": which table holds it
    choices: type[StrEnum] | None = None
    limit: int = LINE_LIMIT


def _text(field: Field, raw: object, _zone: tzinfo) -> str:
    text = clean(raw if isinstance(raw, str) else "" if raw is None else str(raw))
    if len(text) > field.limit:
        raise AppError("too_long", field=field.name, length=len(text), limit=field.limit)
    return text


def _line(field: Field, raw: object, zone: tzinfo) -> str:
    return " ".join(_text(field, raw, zone).split())


def _whole(raw: object, least: int, most: int, code: str, field: Field) -> int | None:
    if raw is None or raw == "":
        return None
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise AppError(code, field=field.name, value=raw)
    try:
        number = int(raw)
    except ValueError:
        raise AppError(code, field=field.name, value=raw) from None
    if not least <= number <= most:
        raise AppError(code, field=field.name, value=raw)
    return number


def _figure(field: Field, raw: object, _zone: tzinfo) -> int | None:
    return _whole(raw, 0, 10, "not_0_to_10", field)


def _stars(field: Field, raw: object, _zone: tzinfo) -> int | None:
    return _whole(raw, 1, 5, "not_1_to_5", field)


def _days(field: Field, raw: object, _zone: tzinfo) -> int | None:
    return _whole(raw, 1, 365, "not_1_to_365", field)


def _choice(field: Field, raw: object, _zone: tzinfo) -> object:
    if raw is None or raw == "":
        return None
    assert field.choices is not None
    try:
        return field.choices(str(raw))
    except ValueError:
        raise AppError("unknown_choice", field=field.name, value=raw, known=", ".join(field.choices)) from None


def _flag(field: Field, raw: object, _zone: tzinfo) -> bool | None:
    if raw is None or isinstance(raw, bool):
        return raw
    raise AppError("not_yes_or_no", field=field.name, value=raw)


def _codes(field: Field, raw: object, _zone: tzinfo) -> frozenset[StrEnum]:
    assert field.choices is not None
    if raw is None:
        return frozenset()
    if not isinstance(raw, Iterable) or isinstance(raw, str | bytes):
        raise AppError("not_a_list", field=field.name, value=raw)
    try:
        return frozenset(field.choices(str(one)) for one in raw)
    except ValueError:
        raise AppError("unknown_choice", field=field.name, value=raw, known=", ".join(field.choices)) from None


def _lines(field: Field, raw: object, zone: tzinfo) -> tuple[str, ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list | tuple):
        raise AppError("not_a_list", field=field.name, value=raw)
    return tuple(_line(field, one, zone) for one in raw)


def _moment(field: Field, raw: object, zone: tzinfo) -> datetime | None:
    if raw is None or raw == "":
        return None
    try:
        return within_reach(raw) if isinstance(raw, datetime) else parse_moment(str(raw), zone)
    except (ValueError, OverflowError):
        raise AppError("date_unreadable", field=field.name, value=raw) from None


def _when(field: Field, raw: object, zone: tzinfo) -> date | None:
    if raw is None or raw == "":
        return None
    try:
        return within_reach(raw) if isinstance(raw, date) else parse_when(str(raw), zone)
    except (ValueError, OverflowError):
        raise AppError("date_unreadable", field=field.name, value=raw) from None


def _cents(field: Field, raw: object, _zone: tzinfo) -> int | None:
    """A whole number is cents (from a screen that has parsed it), a text is money."""
    if raw is None or raw == "":
        return None
    if isinstance(raw, int) and not isinstance(raw, bool):
        if raw < 0:
            raise AppError("cost_negative", text=str(raw))
        if raw > money.MOST:
            raise AppError("cost_too_large", text=str(raw))
        return raw
    try:
        return money.from_text(str(raw))
    except AppError as error:
        raise AppError(error.code, field=field.name, **error.facts) from None


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("title", _line, limit=120),
        Field("heat", _figure),
        Field("words", _text, limit=TEXT_LIMIT),
        Field("wants", _text, private=False, limit=TEXT_LIMIT),
        Field("channel", _choice, private=False, choices=Channel),
        Field("about", _line, private=False, limit=80),
        Field("anger", _figure),
        Field("review_site", _line, private=False),
        Field("review_stars", _stars),
        Field("review_link", _line),
        Field("read_back", _flag),
        Field("on_phone", _flag),
        Field("came_in", _moment, private=False),
        Field("facts", _text, limit=TEXT_LIMIT),
        Field("began_with", _choice, choices=BeganWith),
        Field("supplier", _line),
        Field("safety", _flag, private=False),
        Field("went_wrong", _line, private=False),
        Field("answer", _choice, private=False, choices=Answer),
        Field("reason", _text, private=False, limit=TEXT_LIMIT),
        Field("what_changes", _text, private=False, limit=TEXT_LIMIT),
        Field("tried", _text, limit=TEXT_LIMIT),
        Field("release", _text, private=False, limit=TEXT_LIMIT),
        Field("refer_to", _line, private=False),
        Field("losses", _codes, choices=Loss),
        Field("options", _lines),
        Field("differs", _text, private=False, limit=TEXT_LIMIT),
        Field("nothing_because", _text, limit=TEXT_LIMIT),
        Field("follow_up_days", _days),
        Field("call_result", _choice, choices=FollowUpResult),
        Field("call_anger", _figure),
        Field("call_words", _text, limit=TEXT_LIMIT),
        Field("no_follow_up_because", _text, limit=TEXT_LIMIT),
        Field("outcome", _choice, choices=Outcome),
        Field("fair", _flag),
        Field("treated_well", _flag),
        Field("best_way", _text, limit=TEXT_LIMIT),
        Field("remedy", _line, private=False, part="promise"),
        Field("promise", _text, private=False, part="promise", limit=TEXT_LIMIT),
        Field("cost", _cents, part="promise"),
        Field("promised_by", _when, private=False, part="promise"),
        Field("promised_who", _line, private=False, part="promise"),
        Field("promise_kept_on", _moment, part="promise"),
    )
}


def read(name: str, raw: object, zone: tzinfo) -> object:
    """The value to store; raises `AppError("unknown_field")` or what the field's own rule says."""
    field = FIELDS.get(name)
    if field is None:
        raise AppError("unknown_field", field=name)
    return field.read(field, raw, zone)
