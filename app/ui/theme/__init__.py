"""Colours, fonts, icons and measures: the only place that names any."""

from app.ui.theme.icons import Side
from app.ui.theme.theme import Mode, Theme, current, icon

__all__ = ["Mode", "Side", "Theme", "current", "icon"]
