"""Colours, fonts, icons and measures: the only place that names any."""

from app.ui.theme.icons import Side
from app.ui.theme.theme import STYLE_WORDS, Mode, Theme, current, icon

__all__ = ["STYLE_WORDS", "Mode", "Side", "Theme", "current", "icon"]
