"""Every remedy and every category that is shipped stands well in a draft."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from app.domain.case import Case, Promise
from app.domain.facing import facing
from app.domain.shop import Shop
from app.domain.terms import MessageKind
from app.domain.tokens import tokens_left
from tests.wording.samples import DRAFTS, NOON, written

RESOURCES = DRAFTS.parents[1]
REMEDIES = [
    (path.stem, one)
    for path in sorted((RESOURCES / "remedies").glob("*.toml"))
    for one in tomllib.loads(path.read_text(encoding="utf-8"))["remedy"]
]
CATEGORIES = tomllib.loads((RESOURCES / "categories.toml").read_text(encoding="utf-8"))["category"]
CASE = Case(id=1, came_in=NOON)


def test_the_catalogues_were_found() -> None:
    assert len(REMEDIES) >= 8 * 12
    assert len(CATEGORIES) >= 10
    assert Path(RESOURCES).name == "resources"


@pytest.mark.parametrize(("trade", "remedy"), REMEDIES, ids=[f"{trade}-{one['code']}" for trade, one in REMEDIES])
def test_a_remedy_completes_i_will_and_a_gift_stays_off_the_card(trade: str, remedy: dict[str, Any]) -> None:
    case = Case(id=1, came_in=NOON, promises=(Promise(remedy=remedy["code"], by=NOON),))
    faced = facing(case, Shop(owner="Rosa"), category_words="", offer=remedy["offer"], second_failure=False)
    promise = f"I will {remedy['offer']}, by Sunday at noon."
    assert promise in written(faced)
    assert (promise in written(faced, MessageKind.CARD)) == (not remedy["code"].startswith("next_time_"))


@pytest.mark.parametrize("category", CATEGORIES, ids=[one["code"] for one in CATEGORIES])
def test_a_category_completes_i_am_sorry_about(category: dict[str, Any]) -> None:
    faced = facing(CASE, Shop(owner="Rosa"), category_words=category["said"], offer="", second_failure=False)
    for kind in (MessageKind.EMAIL, MessageKind.REPLY):
        text = written(faced, kind)
        assert f"I am sorry about {category['said']}. It should not have happened" in text
        assert not tokens_left(text)
