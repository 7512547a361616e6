"""Reads standard input: JSON, one object or one a line as they arrive, or a plain text."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from app.domain.errors import AppError
from app.domain.fold import clean

WHOLE = "a complaint"  # what is wrong is no field of it, but all that came
_MARK = b"\xef\xbb\xbf"  # some programs begin UTF-8 with it


def objects(source: BinaryIO) -> Iterator[tuple[int, dict[str, object]]]:
    """Each object with the number of its first line; a line is given as soon as it has come in.

    Raises `AppError`: `input_empty`, `input_not_text`, `input_not_json`, `not_fields`; facts hold `line`.
    """
    lines = ((number, line) for number, line in enumerate(source, 1) if line.strip(b"\xef\xbb\xbf \t\r\n"))
    first = next(lines, None)
    if first is None:
        raise AppError("input_empty")
    number, line = first
    try:
        found = _parsed(line.removeprefix(_MARK), number)
    except AppError as error:
        # One object over many lines, if the rest completes it.
        rest = b"".join(line for _, line in lines)
        if not rest:
            raise
        yield number, _whole(line.removeprefix(_MARK) + rest, number, error)
        return
    yield number, found
    for number, line in lines:
        yield number, _parsed(line, number)


def one_object(source: BinaryIO) -> dict[str, object]:
    """The only object; raises `AppError` as `objects` does."""
    content = source.read().removeprefix(_MARK)
    if not content.strip():
        raise AppError("input_empty")
    return _parsed(content, 1)


def one_text(source: BinaryIO) -> str:
    """All that comes, as text; raises `AppError`: `text_empty`, `input_not_text`."""
    content = source.read().removeprefix(_MARK)
    try:
        text = clean(content.decode("utf-8")).strip()
    except UnicodeDecodeError:
        raise AppError("input_not_text") from None
    if not text:
        raise AppError("text_empty")
    return text


def _whole(content: bytes, number: int, first: AppError) -> dict[str, object]:
    try:
        return _parsed(content, number)
    except AppError as error:
        line = content.partition(b"\n")[0].strip()
        # A line that is wrong by itself is the fault; one that only begins something is not.
        raise (error if line.startswith(b"{") and not line.endswith(b"}") else first) from None


def _parsed(content: bytes, number: int) -> dict[str, object]:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise AppError("input_not_text", line=number) from None
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise AppError("input_not_json", why=_why(error), line=number) from None
    if not isinstance(value, dict):
        raise AppError("not_fields", field=WHOLE, value=value, line=number)
    return value


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Nothing that was typed is dropped in silence: the same name twice is refused."""
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"“{name}” stands there twice")
        found[name] = value
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no figure")


def _why(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower()} at line {error.lineno}, column {error.colno}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
