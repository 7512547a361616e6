"""Where the card lies on its sheet."""

import pytest

from app.domain.card import CardSize, Sheet
from app.printing.sheets import Imposition, Mark, MarkKind, Side, TooLarge, impose, places

A6, A5 = CardSize.A6_FOLDED, CardSize.A5_FOLDED


def _placed(size: CardSize, sheet: Sheet, place: int = 1) -> Imposition:
    placed = impose(size, sheet, place)
    assert isinstance(placed, Imposition)
    return placed


@pytest.mark.parametrize(
    ("size", "sheet", "count"),
    [
        (A6, Sheet.CARD, 1),
        (A6, Sheet.A4, 2),
        # Two of 148 mm are 296 mm, and Letter is 279.4 mm high.
        (A6, Sheet.LETTER, 1),
        (A5, Sheet.CARD, 1),
        (A5, Sheet.A4, 1),
        (A5, Sheet.LETTER, 0),
    ],
)
def test_places(size: CardSize, sheet: Sheet, count: int) -> None:
    assert places(size, sheet) == count


@pytest.mark.parametrize(
    ("size", "sheet", "page", "outside", "inside"),
    [
        (A6, Sheet.CARD, (210, 148), (0, 0), (0, 0)),
        (A6, Sheet.A4, (210, 297), (0, 0), (0, 0)),
        (A6, Sheet.LETTER, (215.9, 279.4), (0, 0), (5.9, 0)),
        (A5, Sheet.CARD, (297, 210), (0, 0), (0, 0)),
        (A5, Sheet.A4, (297, 210), (0, 0), (0, 0)),
    ],
)
def test_card_lies_at_the_corner_and_mirrored_behind(
    size: CardSize,
    sheet: Sheet,
    page: tuple[float, float],
    outside: tuple[float, float],
    inside: tuple[float, float],
) -> None:
    placed = _placed(size, sheet)
    assert (placed.page.width, placed.page.height) == page
    for side, (x, y) in ((Side.OUTSIDE, outside), (Side.INSIDE, inside)):
        rect = placed.cards[side]
        assert rect.x == pytest.approx(x)
        assert rect.y == pytest.approx(y)
        assert (rect.width, rect.height) == (size.flat.width, size.flat.height)


def test_second_place_on_a4_is_the_lower_half() -> None:
    assert _placed(A6, Sheet.A4, 2).cards[Side.OUTSIDE].y == 148.5


@pytest.mark.parametrize("place", [0, 3])
def test_place_that_is_not_there(place: int) -> None:
    with pytest.raises(ValueError, match="no place"):
        impose(A6, Sheet.A4, place)


def test_large_card_on_letter_is_refused_with_both_sizes() -> None:
    refused = impose(A5, Sheet.LETTER)
    assert isinstance(refused, TooLarge)
    assert (refused.card, refused.sheet) == (A5.flat, Sheet.LETTER.paper(A5))


@pytest.mark.parametrize("size", [A6, A5])
def test_flat_card_needs_no_marks(size: CardSize) -> None:
    assert not any(_placed(size, Sheet.CARD).marks.values())


@pytest.mark.parametrize("sheet", [Sheet.A4, Sheet.LETTER])
@pytest.mark.parametrize("side", list(Side))
def test_marks_lie_on_the_sheet_and_off_the_card(sheet: Sheet, side: Side) -> None:
    placed = _placed(A6, sheet)
    card = placed.cards[side]
    for mark in placed.marks[side]:
        assert min(mark.x1, mark.x2, mark.y1, mark.y2) >= 0
        assert max(mark.x1, mark.x2) <= placed.page.width
        assert max(mark.y1, mark.y2) <= placed.page.height
        assert not _crosses(mark, card.x, card.y, card.right, card.bottom)


def _crosses(mark: Mark, left: float, top: float, right: float, bottom: float) -> bool:
    return max(mark.x1, mark.x2) > left and min(mark.x1, mark.x2) < right and (
        max(mark.y1, mark.y2) > top and min(mark.y1, mark.y2) < bottom
    )  # fmt: skip


@pytest.mark.parametrize("sheet", [Sheet.A4, Sheet.LETTER])
@pytest.mark.parametrize("side", list(Side))
def test_every_cut_is_marked_at_both_ends_and_the_fold_once(sheet: Sheet, side: Side) -> None:
    placed = _placed(A6, sheet)
    card, marks = placed.cards[side], placed.marks[side]
    across = [mark for mark in marks if mark.kind is MarkKind.CUT and mark.y1 == mark.y2]
    assert [mark.y1 for mark in across] == pytest.approx([148, 148], abs=0.2)
    upright = [mark.x1 for mark in marks if mark.kind is MarkKind.CUT and mark.x1 == mark.x2]
    edge = {Sheet.A4: [], Sheet.LETTER: [card.x if side is Side.INSIDE else card.right] * 2}[sheet]
    assert upright == pytest.approx(edge, abs=0.2)
    assert [mark.x1 for mark in marks if mark.kind is MarkKind.FOLD] == [card.x + 105]
