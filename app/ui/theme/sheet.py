"""The one style sheet, made of its template and the tokens."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from app.ui.theme.tokens import THEME_FOLDER

_SPACES = (4, 6, 8, 10, 14, 20, 28)
# A focus ring is 2 px where the border was 1: the padding gives that pixel back, so that nothing moves.
_UNDER_RING = {
    "button_v_focus": 8,
    "button_h_focus": 14,
    "edit_v_focus": 8,
    "edit_h_focus": 10,
    "pill_left_focus": 20,
    "pill_right_focus": 8,
    "text_v_focus": 4,
    "text_h_focus": 6,
}


def make_sheet(
    colors: Mapping[str, str],
    points: Mapping[str, float],
    measures: Mapping[str, int],
    spacing: float,
    families: Mapping[str, str],
    path: Path = THEME_FOLDER / "amends.qss",
) -> str:
    """The style sheet; KeyError names a word of the template that no token fills.

    `points` are text sizes in points by token name, `measures` pixels by token name, `spacing` what spaces are
    multiplied by, `families` quoted font families by "sans" and "serif".
    """
    words: dict[str, str] = dict(colors)
    words |= {f"size_{name}": f"{value:g}pt" for name, value in points.items()}
    words |= {name: f"{value}px" for name, value in measures.items()}
    words |= {f"space_{step}": f"{round(step * spacing)}px" for step in _SPACES}
    words |= {name: f"{round(step * spacing) - 1}px" for name, step in _UNDER_RING.items()}
    words |= {"primary_v_focus": f"{round(8 * spacing) - 2}px", "primary_h_focus": f"{round(14 * spacing) - 2}px"}
    # A combo box lacks the two pixels that a line edit keeps beside its text; one that can be edited has them twice.
    left = round(10 * spacing)
    for name, more in (("combo_left", 2), ("combo_edit_left", -2)):
        words |= {name: f"{left + more}px", f"{name}_focus": f"{left + more - 1}px"}
    words |= families
    return Template(path.read_text(encoding="utf-8")).substitute(words)
