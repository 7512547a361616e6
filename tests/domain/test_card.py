"""The card's measures and words."""

import pytest

from app.domain.card import Card, CardKind, CardLook, CardSize, Millimetres, Sheet


@pytest.mark.parametrize(
    ("size", "flat", "panel"),
    [
        (CardSize.A6_FOLDED, (210, 148), (105, 148)),
        (CardSize.A5_FOLDED, (297, 210), (148.5, 210)),
    ],
)
def test_card_is_half_of_the_next_larger_paper(
    size: CardSize, flat: tuple[float, float], panel: tuple[float, float]
) -> None:
    assert (size.flat.width, size.flat.height) == flat
    assert (size.panel.width, size.panel.height) == panel
    assert size.fold_at == panel[0]


@pytest.mark.parametrize(
    ("sheet", "paper"), [(Sheet.CARD, (210, 148)), (Sheet.A4, (210, 297)), (Sheet.LETTER, (215.9, 279.4))]
)
def test_sheet_has_its_standard_size(sheet: Sheet, paper: tuple[float, float]) -> None:
    size = sheet.paper(CardSize.A6_FOLDED)
    assert (size.width, size.height) == paper


def test_paper_is_the_same_whichever_way_it_lies() -> None:
    a5 = Millimetres(width=148, height=210)
    assert a5.is_same_paper(Millimetres(width=209.9, height=148.2))
    assert not a5.is_same_paper(Millimetres(width=140, height=216))


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("Dear {name},", "{name}"),
        ("Dear {{ name }},", "{ name }"),
        ("On [[date]] at noon", "[[date]]"),
        ("Your <<thing>>", "<<thing>>"),
        ("A {} left", "{}"),
        ("A brace { alone, [a note] and 2 < 3", None),
        ("{on two\nlines}", None),
        ("", None),
    ],
)
def test_token_is_found(text: str, token: str | None) -> None:
    assert _card(text=text).token_left() == token


def _card(**words: str) -> Card:
    return Card(
        kind=CardKind.THANKS,
        size=CardSize.A6_FOLDED,
        look=CardLook.PLAIN,
        heading=words.pop("heading", ""),
        text=words.pop("text", ""),
        **words,
    )


@pytest.mark.parametrize("field", ["heading", "text", "shop_name", "shop_address", "shop_phone"])
def test_token_is_found_in_every_field(field: str) -> None:
    assert _card(**{field: "a {blank} here"}).token_left() == "{blank}"


def test_no_token_in_plain_words() -> None:
    assert _card(text="Thank you").token_left() is None


def test_shop_line_leaves_no_gap_for_what_is_not_known() -> None:
    assert _card(shop_name="Rosa’s", shop_address=" ", shop_phone="555\n0142").shop_line == "Rosa’s · 555 0142"
    assert _card().shop_line == ""
