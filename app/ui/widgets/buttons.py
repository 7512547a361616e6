"""Push buttons of the theme's kinds."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.theme import Side, current
from app.ui.widgets.by_enter import ByEnter

_TONES: Final = {"primary": "on_accent", "danger": "coral", "quiet": "ink_2", "link": "ink_2"}
_GAP: Final = 6


class _Button(ByEnter, QPushButton):
    pass


def button(text: str, kind: str = "plain", icon: str | None = None, *, trailing: bool = False) -> QPushButton:
    """A button of a kind: primary (one a page), plain, quiet, danger, link. `trailing` puts the icon after the text."""
    made = _Button(text)
    made.setProperty("kind", kind)
    made.setAccessibleName(text)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    made.setAutoDefault(False)
    if icon is not None:
        set_icon(made, icon, _TONES.get(kind, "ink"), trailing=trailing)
    return made


def literal(text: str) -> str:
    """Words that a person wrote, for a button or a menu, where Qt would take "&" for the mark of a key."""
    return text.replace("&", "&&")


def set_icon(made: QPushButton, icon: str, tone: str, *, trailing: bool = False) -> None:
    """Put an icon before or after the text, in the text's colour and with room between."""
    theme = current()
    made.setIcon(theme.icon(icon, tone, side=Side.RIGHT if trailing else Side.LEFT))
    made.setIconSize(theme.icon_size(gap=_GAP if made.text() else 0))
    # Qt has no other way to put the icon after the text.
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft if trailing else Qt.LayoutDirection.LeftToRight)
