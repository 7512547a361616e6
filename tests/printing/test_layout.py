"""Type on the card: as large as it can be, never cut, never too small to read."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.domain.card import Card, CardLook, CardSize
from app.domain.errors import AppError
from app.printing.devices import check
from app.printing.layout import SMALLEST_POINTS, DoesNotFit, LaidOut, Line, lay_out, paragraphs
from app.printing.looks import Role
from app.printing.sheets import Panel, Side, panel_rect
from tests.printing.cards import CARD, LONG

pytestmark = pytest.mark.usefixtures("qapp")
QT_WORKS = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
ANY_TEXT = st.one_of(
    st.text(max_size=3000),
    st.text(max_size=400),
    st.lists(st.text(alphabet="abcdefgh ,.’“”–—éü", max_size=90), max_size=33).map("\n".join),
)


def _set(card: Card, side: Side = Side.INSIDE) -> LaidOut:
    setting = lay_out(card, side)
    assert isinstance(setting, LaidOut)
    return setting


def _lines(setting: LaidOut, role: Role = Role.TEXT) -> list[Line]:
    return [line for line in setting.lines if line.role is role]


def _bare(text: str) -> str:
    return "".join("".join(paragraphs(text)).split())


@QT_WORKS
@given(text=ANY_TEXT, look=st.sampled_from(CardLook), size=st.sampled_from(CardSize))
def test_all_the_text_is_set_inside_the_panel_or_refused(text: str, look: CardLook, size: CardSize) -> None:
    card = replace(CARD, text=text, look=look, size=size)
    setting = lay_out(card, Side.INSIDE)
    if isinstance(setting, DoesNotFit):
        assert setting.lines_left >= 1
        with pytest.raises(AppError, match="does_not_fit"):
            check(replace(card, text=text.replace("{", "(").replace("[[", "(").replace("<<", "(")))
        return
    lines, panel = _lines(setting), panel_rect(size, Panel.RIGHT)
    assert "".join("".join(line.text.split()) for line in lines) == _bare(text)
    assert setting.points >= SMALLEST_POINTS
    assert setting.rule is not None
    for line in lines:
        assert line.x >= panel.x + 8
        assert line.x + line.width <= panel.right - 8
        assert line.baseline < setting.rule.y
    assert [line.baseline for line in lines] == sorted(line.baseline for line in lines)


def test_short_text_is_large_and_long_text_small() -> None:
    short, long = _set(CARD), _set(replace(CARD, text=LONG))
    assert short.points == pytest.approx(13.5)
    assert SMALLEST_POINTS <= long.points < 11


def test_larger_card_has_larger_type() -> None:
    assert _set(replace(CARD, size=CardSize.A5_FOLDED)).points > 18


def test_text_that_is_too_long_says_by_how_many_lines() -> None:
    limit = next(count for count in range(1, 60) if isinstance(_many(count), DoesNotFit))
    assert isinstance(_many(limit - 1), LaidOut)
    assert _many(limit) == DoesNotFit(lines_left=1)
    assert _many(limit + 7) == DoesNotFit(lines_left=8)


def _many(count: int) -> LaidOut | DoesNotFit:
    return lay_out(replace(CARD, text="\n".join(["One line"] * count)), Side.INSIDE)


def test_a_megabyte_is_refused_by_about_its_lines() -> None:
    refused = lay_out(replace(CARD, text="sorry " * 170_000), Side.INSIDE)
    assert isinstance(refused, DoesNotFit)
    assert 15_000 < refused.lines_left < 40_000


def test_refusal_reaches_the_owner_with_the_number_of_lines() -> None:
    with pytest.raises(AppError) as caught:
        check(replace(CARD, text="\n".join(["One line"] * 60)))
    assert caught.value.code == "does_not_fit"
    assert caught.value.facts["lines"] == _left(60)


def _left(count: int) -> int:
    refused = _many(count)
    assert isinstance(refused, DoesNotFit)
    return refused.lines_left


def test_quotes_dashes_and_paragraphs_stay_as_written() -> None:
    lines = [line.text for line in _lines(_set(replace(CARD, text="“Yes” – we’re open —\r\n\r\n  now")))]
    assert lines == ["“Yes” – we’re open —", "  now"]


def test_control_characters_are_not_printed() -> None:
    lines = [line.text for line in _lines(_set(replace(CARD, text="\n\nA\x00\x07 cake\x0bfor you \ud800\n\n")))]
    assert lines == ["A cake", "for you \ufffd"]


def test_paragraph_does_not_end_in_a_lonely_word() -> None:
    text = "A new cake comes to your mother’s door on Sunday at noon, and I will bring it myself. So it is."
    last = _lines(_set(replace(CARD, text=text)))[-1]
    assert last.width > 0.2 * 83


def test_hebrew_stands_at_the_right_edge() -> None:
    (line,) = _lines(_set(replace(CARD, text="שלום")))
    assert line.rtl
    assert line.x + line.width == pytest.approx(210 - 11, abs=0.1)


def test_heading_and_shop_stand_in_the_middle_and_within_the_margins() -> None:
    long = replace(CARD, heading="I am so very sorry for what we did", shop_address="14 Mill Lane, " * 6)
    for card in (CARD, long):
        setting = _set(card)
        for line in _lines(setting, Role.HEADING) + _lines(setting, Role.FOOT):
            assert line.x + line.width / 2 == pytest.approx(157.5, abs=0.3)
            assert line.width <= 83.1


def test_front_has_no_words_and_the_back_names_the_shop() -> None:
    (line,) = _set(CARD, Side.OUTSIDE).lines
    assert line.text == "Rosa’s Bakery"
    assert line.x + line.width / 2 == pytest.approx(52.5, abs=0.3)


def test_shop_without_name_leaves_no_rule() -> None:
    bare = replace(CARD, shop_name="", shop_address="", shop_phone="", heading="")
    setting = _set(bare)
    assert setting.rule is None
    assert {line.role for line in setting.lines} == {Role.TEXT}
    assert _set(bare, Side.OUTSIDE).lines == ()


def test_a_shop_address_without_end_is_refused() -> None:
    endless = replace(CARD, shop_address="14 Mill Lane " * 400)
    assert isinstance(lay_out(endless, Side.INSIDE), DoesNotFit)
    assert isinstance(lay_out(replace(CARD, shop_name="Rosa " * 2000), Side.OUTSIDE), DoesNotFit)


def test_setting_needs_only_qt_as_it_is(qapp: QApplication) -> None:
    """Widths do not follow the screen: its dots an inch change nothing."""
    before = _set(CARD)
    font = qapp.font()
    try:
        larger = qapp.font()
        larger.setPointSizeF(30)
        qapp.setFont(larger)
        lay_out.cache_clear()
        assert _set(CARD) == before
    finally:
        qapp.setFont(font)
