"""No blank that was left unfilled is missed, and none is seen in plain words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.tokens import tokens_left, without_marks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dear {name}, on [[date]] at <<place>>.", ["{name}", "[[date]]", "<<place>>"]),
        ("{}", ["{}"]),
        ("[[a [b] c]]", ["[[a [b] c]]"]),
        ("Dear Dana, 3 < 4 > 2, [sic], <b>", []),
        ("{\n}", []),
        ("", []),
    ],
)
def test_tokens_left(text: str, left: list[str]) -> None:
    assert tokens_left(text) == left


@example("[{[]{]")
@given(st.text(st.sampled_from("{}[]<> a\n")))
def test_without_marks_leaves_no_token(text: str) -> None:
    assert tokens_left(without_marks(text)) == []
