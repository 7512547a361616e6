"""The design tokens, read from their one file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

THEME_FOLDER: Final = Path(__file__).resolve().parents[3] / "resources" / "theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Colours by name for light and dark ("#RRGGBB"), text sizes and measures (pixels at 96 dpi), icon code points."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    sizes: Mapping[str, float]
    measures: Mapping[str, int]
    icons: Mapping[str, int]

    def colors(self, dark: bool) -> Mapping[str, str]:
        """The colours of one scheme."""
        return self.dark if dark else self.light


def read_tokens(path: Path = THEME_FOLDER / "tokens.toml") -> Tokens:
    """The tokens of `path`; OSError where it is gone, ValueError or TypeError where it is broken.

    Reads the little of TOML that the file needs: importing tomllib takes 4 ms of the program's start.
    """
    tables: dict[str, dict[str, Any]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            table = tables[line.strip("[]")] = {}
        elif line and not line.startswith("#"):
            name, _, value = line.partition(" = ")
            table[name] = _value(value)
    return Tokens(**tables)


def _value(text: str) -> str | int | float:
    if text.startswith('"'):
        return text.strip('"')
    return float(text) if "." in text else int(text, 0)
