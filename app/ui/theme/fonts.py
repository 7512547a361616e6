"""The interface's fonts: loaded from their packages' files, sized after the system's text size."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

SANS: Final = "Manrope"
SERIF: Final = "Source Serif Pro"

_FILES: Final = (
    ("font_manrope", ("Manrope-Regular.ttf", "Manrope-Medium.ttf", "Manrope-SemiBold.ttf", "Manrope-Bold.ttf")),
    ("font_source_serif_pro", ("SourceSerifPro-Regular.ttf", "SourceSerifPro-Semibold.ttf")),
)

# The text sizes that systems set out with: 9 pt on Windows and bare X, 10 on KDE, 11 on GNOME; 13 on macOS.
# Between them the design's own sizes hold; beyond them the owner has asked for smaller or larger text.
_USUAL: Final = (12.0, 13.0) if sys.platform == "darwin" else (9.0, 11.0)
_POINTS_A_PIXEL: Final = 1.0 if sys.platform == "darwin" else 0.75


def package_folder(package: str) -> Path | None:
    """The folder of an installed package, found without importing it; None where it is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0])


def load_fonts() -> list[str]:
    """Load the weights in use; returns the names of files that could not be loaded (the system's fonts stand in)."""
    missing = []
    for package, names in _FILES:
        folder = package_folder(package)
        for name in names:
            if folder is None or QFontDatabase.addApplicationFont(str(folder / "files" / name)) < 0:
                missing.append(name)
    return missing


def text_factor(system_points: float) -> float:
    """How much larger than the design the owner wants text, from the system's font size in points."""
    if system_points <= 0:
        return 1.0
    low, high = _USUAL
    wanted = system_points / low if system_points < low else max(1.0, system_points / high)
    return min(max(wanted, 0.8), 3.0)


def points(pixels: float, factor: float) -> float:
    """Point size of a design size in pixels at 96 dpi."""
    return round(pixels * _POINTS_A_PIXEL * factor, 3)


def pixels_a_design_pixel(factor: float, dots_per_inch: float) -> float:
    """What one design pixel of text measures on this screen, in Qt's device independent pixels."""
    return factor * dots_per_inch * _POINTS_A_PIXEL / 72


def make_font(size: float, weight: QFont.Weight, serif: bool, behind: str) -> QFont:
    """A font of ours in points, with the system's family `behind` for other scripts."""
    font = QFont()
    font.setFamilies([SERIF if serif else SANS, behind])
    font.setPointSizeF(size)
    font.setWeight(weight)
    return font
