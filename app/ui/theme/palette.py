"""The palette for Qt's own painting, from the colour tokens."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "paper",
    _Role.WindowText: "ink",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunk",
    _Role.Text: "ink",
    _Role.PlaceholderText: "ink_3",
    _Role.Button: "surface",
    _Role.ButtonText: "ink",
    _Role.BrightText: "coral",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "ink",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "plum",
    # Fusion draws its outlines and shades from these.
    _Role.Light: "surface",
    _Role.Midlight: "line",
    _Role.Mid: "line",
    _Role.Dark: "ink_3",
    _Role.Shadow: "ink_2",
}
_FADED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def make_palette(colors: Mapping[str, str]) -> QPalette:
    """A whole palette of the colours of one scheme."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(colors[name]))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors["ink_3"]))
    return palette
