"""Contrast of two colours after WCAG 2.2, from their hexadecimal names."""

from typing import Final

READABLE: Final = 4.5


def luminance(color: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), of "#RRGGBB" (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21, of two "#RRGGBB" colours, in either order."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
