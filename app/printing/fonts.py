"""Loads the fonts of the cards from their packages, once a run."""

from functools import cache
from importlib.resources import files

from PySide6.QtGui import QFontDatabase

from app.domain.errors import AppError

# TrueType rather than OpenType outlines: Qt embeds these in a PDF as text on every system.
FILES = (
    ("font_intuitive", "Intuitive.ttf"),
    ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
    ("font_source_serif_pro", "SourceSerifPro-It.ttf"),
    ("font_manrope", "Manrope-Regular.ttf"),
    ("font_manrope", "Manrope-SemiBold.ttf"),
)


@cache
def load_card_fonts() -> None:
    """Make the families of `looks` known to Qt; needs a QGuiApplication.

    Raises AppError("fonts_missing", file) when a package is not installed or its file can't be read.
    """
    for package, name in FILES:
        try:
            content = files(package).joinpath("files", name).read_bytes()
        except (ModuleNotFoundError, OSError):
            raise AppError("fonts_missing", file=name) from None
        if QFontDatabase.addApplicationFontFromData(content) < 0:
            raise AppError("fonts_missing", file=name)
