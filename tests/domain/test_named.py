"""Who of the whole file is named in a text, and who is not."""

import pytest

from app.domain.customer import Customer
from app.domain.named import named

NORA = ("Nora Lind", "+49 30 555 0142")
ZOE = ("Zoë O’Brien-Müller", "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nora Lind waited", "Nora Lind"),
        ("to NORA  LIND.", "Nora Lind"),
        ("Nora\nLind's box", "Nora Lind"),
        ("Nora Linds Kuchen", "Nora Lind"),
        ("the cake of zoe o'brien müller", "Zoë O’Brien-Müller"),
    ],
)
def test_a_full_name_is_found_however_it_is_written(text: str, name: str) -> None:
    assert named([text], [NORA, ZOE]) == [Customer(name=name)]


@pytest.mark.parametrize(
    "text",
    [
        "030 555 0142 never rang", "0049 30 5550142", "(0)30/555-0142", "555 0142, 3 times", "ring 55 50 142",
        "+49 (0)30 555 0142",
    ],
)  # fmt: skip
def test_a_phone_number_is_found_with_and_without_its_prefix(text: str) -> None:
    assert named(["nothing", text], [NORA, ZOE]) == [Customer(phone="+49 30 555 0142")]


def test_what_may_be_anything_is_left() -> None:
    known = [NORA, ("May", ""), ("Ann Lee", "2026"), ("", ""), ("", "112")]
    assert named(["May be. Nora and Mr Lind, Joann Leeway, 2026-11-02, 112, 0142, 50 142 Euro"], known) == []


def test_one_text_does_not_go_on_in_the_next() -> None:
    assert named(["Ask Nora", "lindens bloom"], [NORA]) == []
