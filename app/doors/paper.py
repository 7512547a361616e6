"""Brings a card into a PDF without a window."""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app.domain.card import Card, Sheet
from app.printing import devices


def write_pdf(card: Card, sheet: Sheet, path: Path, place: int) -> int:
    """The number of pages; raises `AppError` as `devices.to_pdf` does."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no screen is needed, whichever is there
        _KEPT.append(QGuiApplication(sys.argv[:1]))
    return devices.to_pdf(card, sheet, path, place=place)


_KEPT: list[QGuiApplication] = []  # Qt wants its application to live as long as the program
