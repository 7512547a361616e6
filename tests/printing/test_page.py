"""Documents on pages: nothing is cut, nothing runs off the paper, and no label stands alone."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.card import Sheet
from app.printing.blocks import (
    PAPERS,
    Beside,
    Block,
    Document,
    Heading,
    Labelled,
    Lines,
    NewPage,
    Ruled,
    Signatures,
)
from app.printing.measure import break_paragraph
from app.printing.page import SIDE_MARGIN, Page, lay_out
from app.printing.page_look import Style, page_look
from tests.printing.documents import TALK

pytestmark = pytest.mark.usefixtures("qapp")
EDGE = 6.0  # mm that most printers leave white
LONG = "The name was taken down by phone and never read back. " * 12


def _pages(*blocks: Block, shop: str = "Rosa’s Bakery", sheet: Sheet = Sheet.A4) -> tuple[Page, ...]:
    return lay_out(Document(title="Sheet", shop=shop, blocks=blocks), sheet)


def _said(page: Page, style: Style) -> list[str]:
    return [words.text for words in page.words if words.style is style]


def _body(pages: tuple[Page, ...]) -> str:
    """All that is no foot, without any blank."""
    styles = (Style.TITLE, Style.PART, Style.LABEL, Style.TEXT, Style.NOTE)
    return "".join("".join(words.text.split()) for page in pages for words in page.words if words.style in styles)


def _stays_on_paper(page: Page) -> None:
    look = page_look()
    for words in page.words:
        face, points = look.faces[words.style], look.points[words.style]
        (piece,) = break_paragraph(words.text, face, points, 1e5)
        assert words.x >= SIDE_MARGIN - 0.1
        assert words.x + piece.width <= page.paper.width - SIDE_MARGIN + 0.2
        assert EDGE < words.baseline < page.paper.height - EDGE
    for rule in page.rules:
        assert rule.x >= SIDE_MARGIN - 0.1
        assert rule.x + rule.width <= page.paper.width - SIDE_MARGIN + 0.1
        assert rule.y < page.paper.height - EDGE


@pytest.mark.parametrize("sheet", list(PAPERS))
def test_every_block_has_its_place(sheet: Sheet) -> None:
    first, second = lay_out(TALK, sheet)
    assert first.paper == PAPERS[sheet]
    assert _said(first, Style.TITLE) == ["For the team talk"]
    assert _said(first, Style.LABEL) == [
        "What happened",
        "Where it broke",
        "Why",
        "Who sees to it",
        "By when",
        "Signatures",
    ]
    assert _said(first, Style.TEXT)[:4] == ["•", "2 Nov: the wrong name", "•", "5 Nov: a flat office of fine fish"]
    assert "2." in _said(first, Style.TEXT)
    assert len(first.rules) == 1 + 4
    assert _said(second, Style.TITLE) == ["Notes"]
    assert len(second.rules) == 4
    for page in (first, second):
        _stays_on_paper(page)


def test_foot_names_the_shop_and_counts_the_pages() -> None:
    for number, page in enumerate(lay_out(TALK, Sheet.A4), 1):
        assert _said(page, Style.FOOT) == ["Rosa’s Bakery", f"Page {number} of 2"]


def test_foot_holds_a_long_name_whole_and_none_leaves_the_number() -> None:
    name = "The Old Bakery and Coffee House at the Mill Lane Corner of Springfield upon the River " * 3
    (page,) = _pages(Labelled(label="A", text="b"), shop=name)
    *shop, number = _said(page, Style.FOOT)
    assert " ".join(shop).split() == name.split()
    assert number == "Page 1 of 1"
    _stays_on_paper(page)
    (bare,) = _pages(Labelled(label="A", text="b"), shop="")
    assert _said(bare, Style.FOOT) == ["Page 1 of 1"]


def test_long_text_goes_on_under_its_own_name() -> None:
    pages = _pages(Heading(text="For the team talk"), Labelled(label="The plan", text=LONG * 12))
    assert len(pages) > 1
    for page in pages[1:]:
        assert page.words[0].text == "For the team talk, continued"
    whole = "".join("".join(_said(page, Style.TEXT)) for page in pages)
    assert "".join(whole.split()) == "".join((LONG * 12).split())


@pytest.mark.parametrize("lines", range(30, 60))
def test_label_never_stands_alone_at_the_foot(lines: int) -> None:
    pages = _pages(Lines(entries=("x",) * lines), Labelled(label="The plan", text="One.\nTwo."))
    for page in pages:
        words = [one for one in page.words if one.style is not Style.FOOT]
        assert words[-1].style is not Style.LABEL
        lowest = max(word.baseline for word in words)
        assert all(word.baseline < lowest for word in words if word.style is Style.LABEL)


@pytest.mark.parametrize("lines", range(34, 50))
def test_no_single_line_of_a_paragraph_is_left_behind(lines: int) -> None:
    pages = _pages(Lines(entries=("x",) * lines), Labelled(label="The plan", text=LONG))
    on_each = [sum(1 for text in _said(page, Style.TEXT) if text not in ("•", "x")) for page in pages]
    assert 1 not in on_each
    assert sum(on_each) > 4


def test_page_is_begun_where_it_is_asked_for_and_never_empty() -> None:
    text = Labelled(label="A", text="b")
    assert len(_pages(NewPage(), text, NewPage(), NewPage(), text, NewPage())) == 2


def test_new_page_is_no_continuation() -> None:
    pages = _pages(Heading(text="One"), NewPage(), Labelled(label="A", text="b"))
    assert all("continued" not in page.text for page in pages)


def test_nothing_at_all_is_one_page() -> None:
    (page,) = _pages(Labelled(label="A", text=" \n"), Lines(label="B", entries=("",)), Heading(text=""))
    assert {words.style for words in page.words} == {Style.FOOT}


def test_long_word_is_broken_and_whole() -> None:
    word = "Donaudampfschifffahrt" * 30
    pages = _pages(Heading(text=word), Lines(entries=(word,)), Signatures(label="S", names=(word,)))
    assert _body(pages).count(word) == 3
    for page in pages:
        _stays_on_paper(page)


def test_texts_beside_one_another_go_below_where_one_is_long() -> None:
    (short,) = _pages(Beside(parts=(Labelled(label="A", text="a"), Labelled(label="B", text="b"))))
    assert len({words.baseline for words in short.words if words.style is Style.TEXT}) == 1
    pages = _pages(Beside(parts=(Labelled(label="A", text=LONG * 9), Labelled(label="B", text="b"))))
    assert all(words.x == SIDE_MARGIN for page in pages for words in page.words if words.style is Style.LABEL)
    assert "".join((LONG * 9).split()) in _body(pages)


def test_script_from_the_right_stands_at_the_right() -> None:
    (page,) = _pages(Labelled(label="A", text="שלום עולם"), Lines(entries=("שלום",)))
    hebrew = [words for words in page.words if words.rtl]
    assert len(hebrew) == 2
    assert all(words.x > page.paper.width / 2 for words in hebrew)
    _stays_on_paper(page)


def test_more_signatures_than_a_page_holds() -> None:
    pages = _pages(Heading(text="Talk"), Signatures(label="S", names=tuple(f"Name {n}" for n in range(70)), empty=3))
    assert len(pages) > 1
    assert sum(len(page.rules) for page in pages) == 73
    assert _body(pages).count("Name") == 70


_TEXTS = st.text(st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x17F), max_size=300)
_BLOCKS = st.one_of(
    st.builds(Heading, text=_TEXTS, note=_TEXTS, small=st.booleans()),
    st.builds(Labelled, label=_TEXTS, text=_TEXTS),
    st.builds(Lines, label=_TEXTS, entries=st.lists(_TEXTS, max_size=30).map(tuple), numbered=st.booleans()),
    st.builds(Ruled, label=_TEXTS, lines=st.integers(0, 40)),
    st.builds(Signatures, label=_TEXTS, names=st.lists(_TEXTS, max_size=12).map(tuple), empty=st.integers(0, 3)),
    st.just(NewPage()),
)


@settings(deadline=None, max_examples=60)
@given(blocks=st.lists(_BLOCKS, max_size=8), sheet=st.sampled_from(list(PAPERS)))
def test_every_word_is_printed_on_the_paper(blocks: list[Block], sheet: Sheet) -> None:
    pages = _pages(*blocks, sheet=sheet)
    body = _body(pages)
    for block in blocks:
        texts = [block.text] if isinstance(block, Labelled | Heading) else list(getattr(block, "entries", ()))
        for text in texts:
            for line in text.splitlines():
                assert "".join(line.split())[:20] in body
    assert sum(len(page.rules) for page in pages) == sum(
        block.lines if isinstance(block, Ruled) else len(block.names) + block.empty
        for block in blocks
        if isinstance(block, Ruled | Signatures)
    )
    for page in pages:
        _stays_on_paper(page)


def test_hundred_thousand_letters_do_not_stall() -> None:
    started = perf_counter()
    pages = _pages(Labelled(label="The plan", text="plain words " * 8400))
    assert len(pages) > 20
    assert perf_counter() - started < 10
