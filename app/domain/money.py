"""Money in cents, and the text with two decimals that scripts exchange."""

import re

from app.domain.errors import AppError

_PLAIN = re.compile(r"(\d{1,12})(?:[.,](\d{1,2}))?")
MOST = 10_000_000_00  # ten million; more is a slip of the finger


def to_text(cents: int) -> str:
    """`4800` is `"48.00"`."""
    return f"{cents // 100}.{cents % 100:02d}"


def from_text(text: str) -> int:
    """Cents of `"48"`, `"48.5"`, `"48,50"`.

    Raises `AppError`: `cost_unreadable`, `cost_negative`, `cost_too_large`.
    """
    bare = text.strip().replace("\u00a0", "").replace(" ", "")
    if bare.startswith(("-", "\u2212")):
        raise AppError("cost_negative", text=text)
    match = _PLAIN.fullmatch(bare)
    if match is None:
        raise AppError("cost_unreadable", text=text)
    cents = int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))
    if cents > MOST:
        raise AppError("cost_too_large", text=text)
    return cents
