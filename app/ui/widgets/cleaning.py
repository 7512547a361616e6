"""What may stand in a field: text without control characters."""

from typing import Final

# C0 and C1 control characters except tab and line feed, lone surrogates and noncharacters. Marks that turn
# the writing direction and joiners of emoji stay: people's names need them.
_GONE: Final = dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0xFEFF, 0xFFFE, 0xFFFF])
_LINES: Final = {0x2028: "\n", 0x2029: "\n", 0x85: "\n"}
_TABLE: Final[dict[int, str | None]] = {**_GONE, **_LINES}


def clean_text(text: str) -> str:
    """The text without control characters, its lines ended by a line feed alone."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.translate(_TABLE).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def clean_line(text: str) -> str:
    """The same in one line."""
    return clean_text(text).replace("\n", " ").replace("\t", " ")
