"""The look of the program as it is now: colours, fonts, icons and measures for every widget."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from app.ui.theme import fonts
from app.ui.theme.icons import GlyphEngine, Glyphs, Side
from app.ui.theme.palette import make_palette
from app.ui.theme.sheet import make_sheet
from app.ui.theme.tokens import Tokens, read_tokens


class Mode(StrEnum):
    """What the owner set: follow the system, or one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_STYLE: Final = "Fusion"
# Given to the application when it is made: `setStyle` gives the style back, which takes 4 ms of the start in Python.
STYLE_WORDS: Final = ("-style", _STYLE)
_NORMAL, _MEDIUM = QFont.Weight.Normal, QFont.Weight.Medium
_STRONG, _BOLD = QFont.Weight.DemiBold, QFont.Weight.Bold
# role: token of the size, weight, serif
_FONTS: Final[Mapping[str, tuple[str, QFont.Weight, bool]]] = {
    "body": ("body", _MEDIUM, False),
    "secondary": ("small", _MEDIUM, False),
    "strong": ("body", _STRONG, False),
    "small_strong": ("small", _BOLD, False),
    "title": ("title", _STRONG, True),
    "page": ("page", _STRONG, True),
    "figure": ("figure", _STRONG, True),
    "spoken": ("title", _NORMAL, True),
}


class Theme(QObject):
    """One for the program. `changed` is sent after colours or sizes changed and the whole program wears them."""

    changed = Signal()

    def __init__(self, mode: str = Mode.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens: Tokens = read_tokens()
        self.mode = Mode(mode)
        self.dark = self._wants_dark()
        self._glyphs = Glyphs(self.tokens.icons)
        self._app: QApplication | None = None
        self._behind = ""
        self._factor = 1.0
        self._pixel = 1.0
        self._colors: dict[str, QColor] = {}
        self._font_cache: dict[str, QFont] = {}

    def apply(self, app: QApplication, system: QFont | None = None, *, has_style: bool = False) -> None:
        """Dress the program: style, fonts, palette, style sheet; from now on follow the system's light and dark.

        `system` is the font that the owner set for the whole computer, asked from it where none is given.
        `has_style`: it was started with `STYLE_WORDS`.
        """
        self._app = app
        system = system or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._behind = system.families()[0] if system.families() else system.family()
        self._factor = fonts.text_factor(system.pointSizeF())
        fonts.load_fonts()
        self._pixel = fonts.pixels_a_design_pixel(self._factor, app.primaryScreen().logicalDotsPerInch())
        self._font_cache.clear()
        _installed[:] = [self]
        if not has_style:
            app.setStyle(_STYLE)
        app.setFont(self.font("body"))
        self._ask_system()
        self.dark = self._wants_dark()
        self._dress(app)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def set_mode(self, mode: str) -> None:
        """ "system", "light" or "dark"; ValueError for another word."""
        self.mode = Mode(mode)
        self._ask_system()
        self._follow()

    def color(self, name: str) -> QColor:
        """The colour token as it is now; KeyError for a name that is no token."""
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = QColor(self.tokens.colors(self.dark)[name])
        return found

    def soft(self, tone: str) -> QColor:
        """The soft ground that belongs to a tone: "coral" gives coral_soft, a plain tone the sunk ground."""
        name = f"{tone}_soft"
        return self.color(name if name in self.tokens.light else "sunk")

    def font(self, role: str) -> QFont:
        """A copy of the font for body, secondary, strong, small_strong, title, page, figure or spoken."""
        if role not in self._font_cache:
            size, weight, serif = _FONTS[role]
            points = fonts.points(self.tokens.sizes[size], self._factor)
            self._font_cache[role] = fonts.make_font(points, weight, serif, self._behind)
        return QFont(self._font_cache[role])

    def icon(self, name: str, tone: str = "ink", checked_tone: str | None = None, side: Side = Side.CENTER) -> QIcon:
        """An icon that is painted in the tone's colour of the moment; KeyError for a name that is no token.

        `checked_tone` is the tone while the button is checked. A faded control paints it in ink_3.
        """
        on_tone = checked_tone or tone

        def color_of(mode: QIcon.Mode, state: QIcon.State) -> QColor:
            if mode is QIcon.Mode.Disabled:
                return self.color("ink_3")
            return self.color(on_tone if state is QIcon.State.On else tone)

        return QIcon(GlyphEngine(self._glyphs.path(name), color_of, side))

    def glyphs(self) -> Glyphs:
        """The icon outlines, for widgets that paint by themselves."""
        return self._glyphs

    def text_pixels(self, design_pixels: float) -> int:
        """What grows with text (icons, row heights): design pixels to pixels on this screen."""
        return round(design_pixels * self._pixel)

    def space(self, design_pixels: float) -> int:
        """What grows slower than text (gaps, margins), so that large text still fits a small screen."""
        return round(design_pixels * self._spacing())

    def icon_size(self, gap: int = 0) -> QSize:
        """The size of an icon beside text, with a gap in design pixels towards the text."""
        edge = self.text_pixels(self.tokens.measures["icon"])
        return QSize(edge + self.space(gap), edge)

    def sheet(self) -> str:
        """The style sheet for the colours and sizes of the moment."""
        measures = {
            "corner": self.space(self.tokens.measures["corner"]),
            "corner_card": self.space(self.tokens.measures["corner_card"]),
            "row": self.text_pixels(self.tokens.measures["row"]),
            "round": self.text_pixels(9),
            "drop": self.text_pixels(28),
            "popup_row": self.text_pixels(32),
        }
        points = {name: fonts.points(size, self._factor) for name, size in self.tokens.sizes.items()}
        families = {"serif": f'"{fonts.SERIF}", "{self._behind}"'}
        return make_sheet(self.tokens.colors(self.dark), points, measures, self._spacing(), families)

    def _spacing(self) -> float:
        return max(0.8, 1.0 + (self._pixel - 1.0) * 0.35)

    def _dress(self, app: QApplication) -> None:
        self._colors.clear()
        app.setPalette(make_palette(self.tokens.colors(self.dark)))
        app.setStyleSheet(self.sheet())

    def _follow(self) -> None:
        dark = self._wants_dark()
        if dark == self.dark:
            return
        self.dark = dark
        self._colors.clear()
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self.mode is not Mode.SYSTEM:
            return self.mode is Mode.DARK
        hints = QGuiApplication.styleHints() if QGuiApplication.instance() else None
        return hints is not None and hints.colorScheme() is Qt.ColorScheme.Dark

    def _ask_system(self) -> None:
        """Let the system's own parts (title bar, file dialogs) wear what the owner set."""
        if self._app is None:
            return
        wanted = {Mode.LIGHT: Qt.ColorScheme.Light, Mode.DARK: Qt.ColorScheme.Dark}.get(self.mode)
        if wanted is None:
            self._app.styleHints().unsetColorScheme()
        else:
            self._app.styleHints().setColorScheme(wanted)

    @Slot()
    def _on_system_changed(self) -> None:
        self._follow()


_installed: list[Theme] = []


def current() -> Theme:
    """The theme that was applied last; before any was, a light one of the design's own sizes."""
    if not _installed:
        _installed.append(Theme(Mode.LIGHT))
    return _installed[0]


def icon(name: str, tone: str = "ink", checked_tone: str | None = None, side: Side = Side.CENTER) -> QIcon:
    """`Theme.icon` of the current theme."""
    return current().icon(name, tone, checked_tone, side)
