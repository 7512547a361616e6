"""What the theme does to the program."""

import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.theme import STYLE_WORDS, Side, Theme
from app.ui.theme.fonts import load_fonts, package_folder, text_factor
from app.ui.theme.icons import FONT_FILE, FONT_PACKAGE
from app.ui.theme.sheet import make_sheet
from app.ui.theme.tokens import THEME_FOLDER, read_tokens

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme("light")
    made.apply(qapp)
    return made


def _inks(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> set[str]:
    """The colours of the pixels that are wholly covered."""
    image = icon.pixmap(QSize(64, 64), mode, state).toImage()
    colors = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name().upper() for color in colors if color.alpha() == 255}


def test_switching_dresses_the_program_and_tells(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert qapp.palette().window().color().name().upper() == theme.tokens.dark["paper"]
    assert theme.tokens.dark["accent_hover"] in qapp.styleSheet()
    assert theme.color("ink").name().upper() == theme.tokens.dark["ink"]


def test_the_same_mode_again_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("light")


def test_an_unknown_mode_is_refused(theme: Theme) -> None:
    with pytest.raises(ValueError, match="sepia"):
        theme.set_mode("sepia")


def test_an_icon_follows_the_theme_that_is_worn(theme: Theme) -> None:
    icon = theme.icon("phone", "coral")
    assert _inks(icon) == {theme.tokens.light["coral"]}
    theme.set_mode("dark")
    assert _inks(icon) == {theme.tokens.dark["coral"]}


def test_an_icon_follows_its_button(theme: Theme) -> None:
    icon = theme.icon("phone", "ink_2", "accent")
    assert _inks(icon, state=QIcon.State.On) == {theme.tokens.light["accent"]}
    assert _inks(icon, QIcon.Mode.Disabled) == {theme.tokens.light["ink_3"]}


@pytest.mark.parametrize(("side", "empty"), [(Side.LEFT, range(64, 96)), (Side.RIGHT, range(32))])
def test_the_gap_stands_between_icon_and_text(theme: Theme, side: Side, empty: range) -> None:
    image = theme.icon("plus", side=side).pixmap(QSize(96, 64)).toImage()
    assert not any(image.pixelColor(x, y).alpha() for x in empty for y in range(64))
    assert any(image.pixelColor(x, 32).alpha() for x in range(96))


def test_an_unknown_icon_is_refused(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.icon("no-such-thing")


def test_our_fonts_are_there_and_used(theme: Theme) -> None:
    assert load_fonts() == []
    assert QFontInfo(theme.font("body")).family() == "Manrope"
    assert QFontInfo(theme.font("page")).family() == "Source Serif Pro"
    assert theme.font("page").pointSizeF() == pytest.approx(26 * 0.75)


def test_the_tokens_are_what_the_file_says() -> None:
    assert asdict(read_tokens()) == tomllib.loads((THEME_FOLDER / "tokens.toml").read_text(encoding="utf-8"))


def test_every_code_point_is_that_of_the_charmap() -> None:
    folder = package_folder(FONT_PACKAGE)
    assert folder is not None
    assert (folder / FONT_FILE).is_file()
    charmap = json.loads((folder / "fonts" / "phosphor-charmap-1.3.0.json").read_text(encoding="utf-8"))
    for name, code_point in read_tokens().icons.items():
        assert int(charmap[name], 16) == code_point, name


def test_every_icon_that_the_program_names_has_a_token() -> None:
    known = read_tokens().icons
    pattern = re.compile(r"(?:icon|Icon\w*|Notice|EmptyPage|set_icon)\((?:[\w.]+, )?\"([a-z]+(?:-[a-z]+)*)\"")
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "app" / "ui").rglob("*.py")]
    used = {name for source in sources for name in pattern.findall(source)}
    tones = {"accent", "amber", "coral", "green", "plum"}
    assert used
    assert used - tones <= known.keys()


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS sets out with 13 points")
@pytest.mark.parametrize(("system", "factor"), [(9, 1), (11, 1), (22, 2), (7.2, 0.8), (0, 1), (-1, 1), (400, 3)])
def test_text_grows_with_the_systems_text(system: float, factor: float) -> None:
    assert text_factor(system) == pytest.approx(factor)


def test_large_text_makes_all_larger(qapp: QApplication) -> None:
    large = qapp.font()
    large.setPointSizeF(22)
    theme = Theme("light")
    theme.apply(qapp, large)
    assert theme.font("body").pointSizeF() == pytest.approx(21)
    assert theme.text_pixels(44) == 88
    assert 14 < theme.space(14) < 28
    assert "font-size: 39pt" in theme.sheet()
    Theme("light").apply(qapp)
    assert qapp.font().pointSizeF() == pytest.approx(10.5)


def test_a_word_of_the_template_without_a_token_is_refused(tmp_path: Path) -> None:
    template = tmp_path / "x.qss"
    template.write_text("QLabel { color: $moss; }", encoding="utf-8")
    with pytest.raises(KeyError, match="moss"):
        make_sheet(read_tokens().light, {}, {}, 1.0, {}, template)


def test_no_colour_is_named_outside_the_tokens() -> None:
    color = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\"|rgba?\(")
    allowed = {ROOT / "app" / "ui" / "widgets" / "anger.py"}
    for path in (ROOT / "app" / "ui").rglob("*.py"):
        if path not in allowed:
            assert not color.search(path.read_text(encoding="utf-8")), path
    assert not color.search((ROOT / "resources" / "theme" / "amends.qss").read_text(encoding="utf-8"))


def test_the_words_at_the_start_set_the_style_whatever_the_system_wishes() -> None:
    """In a process of its own: an application has its style from its beginning on."""
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication(sys.argv)\n"
        "print(app.style().name(), app.arguments())"
    )
    words = [sys.executable, "-c", code, *STYLE_WORDS]
    environ = os.environ | {"QT_STYLE_OVERRIDE": "Windows"}
    done = subprocess.run(words, check=True, capture_output=True, text=True, timeout=60, env=environ)
    assert done.stdout == "fusion ['-c']\n"
