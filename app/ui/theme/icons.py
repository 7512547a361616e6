"""Phosphor icons that take the colour of the text beside them."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont

from app.ui.theme.fonts import package_folder

# The packaged font's file; the package itself is never imported, its import alone takes 0.2 s.
FONT_PACKAGE: Final = "qtawesome"
FONT_FILE: Final = "fonts/phosphor-1.3.0.ttf"
_DRAWN_AT: Final = 64.0


class Side(Enum):
    """Where in a wider rectangle the glyph stands; the rest is the gap to the text."""

    LEFT = 0.0
    CENTER = 0.5
    RIGHT = 1.0


class Glyphs:
    """Outlines of the icon font by icon name, read at first use."""

    def __init__(self, code_points: Mapping[str, int]) -> None:
        self._code_points = code_points
        self._paths: dict[str, QPainterPath] = {}
        self._font: QRawFont | None = None

    def path(self, name: str) -> QPainterPath:
        """The outline in a square of `_DRAWN_AT`, its foot at y = 0; KeyError for a name that no token names."""
        found = self._paths.get(name)
        if found is None:
            found = self._paths[name] = self._outline(self._code_points[name])
        return found

    def knows(self, name: str) -> bool:
        """Is there a token of this name?"""
        return name in self._code_points

    def _outline(self, code_point: int) -> QPainterPath:
        if self._font is None:
            folder = package_folder(FONT_PACKAGE)
            self._font = QRawFont(str(folder / FONT_FILE), _DRAWN_AT) if folder else QRawFont()
        indexes = self._font.glyphIndexesForString(chr(code_point)) if self._font.isValid() else []
        return self._font.pathForGlyph(indexes[0]) if indexes else QPainterPath()


def paint_glyph(painter: QPainter, path: QPainterPath, color: QColor, rect: QRectF) -> None:
    """Fill one outline of `Glyphs.path` into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.left(), rect.bottom())
    painter.scale(rect.width() / _DRAWN_AT, rect.width() / _DRAWN_AT)
    painter.fillPath(path, color)
    painter.restore()


class GlyphEngine(QIconEngine):
    """Paints one glyph in the colour that `color_of` gives for a mode and state at the moment of painting."""

    def __init__(
        self, path: QPainterPath, color_of: Callable[[QIcon.Mode, QIcon.State], QColor], side: Side = Side.CENTER
    ) -> None:
        super().__init__()
        self._path = path
        self._color_of = color_of
        self._side = side

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the glyph as a square as high as `rect`."""
        edge = min(rect.width(), rect.height())
        left = rect.left() + (rect.width() - edge) * self._side.value
        top = rect.top() + (rect.height() - edge) / 2
        paint_glyph(painter, self._path, self._color_of(mode, state), QRectF(left, top, edge, edge))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The glyph on clear ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """The same engine again, for a copy of the icon."""
        return GlyphEngine(self._path, self._color_of, self._side)

    def key(self) -> str:
        """The engine's name in streams."""
        return "glyph"
