"""The design tokens, read from their one file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

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
    """The tokens of `path`; OSError or tomllib.TOMLDecodeError where the file is gone or broken."""
    with path.open("rb") as file:
        return Tokens(**tomllib.load(file))
