"""Breaks words into lines, measured at a fixed resolution that no screen or printer changes."""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from app.printing.looks import Face

POINT = 25.4 / 72
# Type is measured at this many units a millimetre (2540 dpi): fine enough that whole units lose nothing.
UNITS = 100
# A last line shorter than this part of the width looks forgotten; the lines above are then evened out.
WIDOW = 0.28
# How narrow a paragraph may be set to bring such a word company.
NARROWEST = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One broken line: its words, its width and the height its letters need (mm), and whether it reads from right."""

    text: str
    width: float
    height: float
    rtl: bool


def font_for(face: Face, points: float) -> QFont:
    """The font in measuring units: no hinting, so that its widths grow evenly with its size."""
    font = QFont(list(face.families))
    font.setPixelSize(max(1, round(points * face.scale * POINT * UNITS)))
    font.setWeight(QFont.Weight(face.weight))
    font.setItalic(face.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # A joined "ft" or "fi" would stand in the PDF as no letter at all, and be lost to searching and reading aloud.
    font.setFeature(QFont.Tag("liga"), 0)
    return font


def ascent(face: Face, points: float) -> float:
    """How far letters reach above the baseline, in mm."""
    layout, _ = _broken("Hg", font_for(face, points), 1e6, rtl=False)
    return layout.lineAt(0).ascent() / UNITS


def break_paragraph(text: str, face: Face, points: float, width: float, *, even: bool = True) -> list[Piece]:
    """One paragraph as lines at most `width` mm wide; an empty one is one empty line. A long word is broken.

    `even` narrows a paragraph whose last line would look forgotten, as a card wants it.
    """
    rtl, font = _reads_from_right(text), font_for(face, points)
    _, pieces = _broken(text, font, width, rtl)
    if even and len(pieces) > 1 and pieces[-1].width < WIDOW * width:
        return _evened(text, font, width, rtl, len(pieces)) or pieces
    return pieces


def draw_line(painter: QPainter, text: str, face: Face, points: float, rtl: bool) -> None:
    """Draw one line with its left end of the baseline at the painter's origin; the painter is in millimetres."""
    layout, _ = _broken(text, font_for(face, points), 1e6, rtl)
    line = layout.lineAt(0)
    painter.save()
    painter.scale(1 / UNITS, 1 / UNITS)
    line.draw(painter, QPointF(0, -line.ascent()))
    painter.restore()


def _evened(text: str, font: QFont, width: float, rtl: bool, count: int) -> list[Piece] | None:
    """The same number of lines with more on the last one, or None if that can't be had."""
    for part in (0.95, 0.9, 0.85, NARROWEST):
        _, pieces = _broken(text, font, width * part, rtl)
        if len(pieces) > count:
            return None
        if pieces[-1].width >= WIDOW * width:
            return pieces
    return None


def _broken(text: str, font: QFont, width: float, rtl: bool) -> tuple[QTextLayout, list[Piece]]:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    units = text.encode("utf-16-le")
    pieces: list[Piece] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * UNITS)
        start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        words = units[start:end].decode("utf-16-le").rstrip()
        pieces.append(Piece(text=words, width=line.naturalTextWidth() / UNITS, height=line.height() / UNITS, rtl=rtl))
    layout.endLayout()
    return layout, pieces


def _reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction is one of a script written from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
