"""Text can be read on every ground on which it stands."""

import re

import pytest

from app.ui.theme.contrast import READABLE, contrast
from app.ui.theme.tokens import THEME_FOLDER, read_tokens
from app.ui.widgets.anger import FIGURES, anger_colors, chosen_anger_colors

TONES = ("accent", "coral", "amber", "green", "plum")
GROUNDS = ("paper", "surface", "sunk")
SOFT = tuple(f"{tone}_soft" for tone in TONES)
PAIRS = (
    *((text, ground) for text in ("ink", "ink_2") for ground in (*GROUNDS, *SOFT)),
    *((tone, ground) for tone in TONES for ground in GROUNDS),
    *((tone, f"{tone}_soft") for tone in TONES),
    ("ink_3", "paper"),
    ("ink_3", "surface"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("ink", "line"),
)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_readable(text: str, ground: str, dark: bool) -> None:
    colors = read_tokens().colors(dark)
    assert contrast(colors[text], colors[ground]) >= READABLE


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", [*GROUNDS, *SOFT])
def test_the_ring_of_the_focus_is_seen(ground: str, dark: bool) -> None:
    colors = read_tokens().colors(dark)
    assert contrast(colors["accent"], colors[ground]) >= 3
    assert contrast(colors["ink"], colors[ground]) >= 3


@pytest.mark.parametrize("figure", FIGURES)
def test_anger_is_readable(figure: int) -> None:
    for ground, text in (anger_colors(figure, False), anger_colors(figure, True), chosen_anger_colors(figure)):
        assert contrast(text.name(), ground.name()) >= READABLE


def test_every_pair_of_the_style_sheet_is_measured() -> None:
    """A rule that names both its ground and its text names a pair from above."""
    sheet = (THEME_FOLDER / "amends.qss").read_text(encoding="utf-8")
    for rule in re.findall(r"\{([^}]*)\}", sheet):
        ground = re.search(r"(?<!selection-)background: \$(\w+)", rule)
        text = re.search(r"(?<![-\w])color: \$(\w+)", rule)
        if ground and text and (text[1], ground[1]) != ("ink_3", "sunk"):  # a faded control, which may be faint
            assert (text[1], ground[1]) in PAIRS, rule


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_both_schemes_have_the_same_tokens() -> None:
    tokens = read_tokens()
    assert tokens.light.keys() == tokens.dark.keys()
