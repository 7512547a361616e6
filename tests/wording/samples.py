"""One believable case with every field filled, the parts as they are shipped, and every template that there is."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.facing import Facing
from app.domain.terms import Answer, MessageKind
from app.wording.draft import draft
from app.wording.parts import CARDS, load_parts
from app.wording.when import say_when

DRAFTS = Path(__file__).parents[2] / "resources" / "wording" / "drafts.toml"
PARTS = load_parts(DRAFTS.read_text(encoding="utf-8"))
TODAY = date(2026, 11, 18)  # a Wednesday
NOON = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Berlin"))  # the Sunday after it
TEMPLATES = [
    *((kind, "") for kind in MessageKind if kind is not MessageKind.CARD),
    *((MessageKind.CARD, card) for card in CARDS),
]
FULL = Facing(
    name="Dana",
    answer=Answer.APOLOGISE,
    went_wrong="the wrong name on your cake",
    category_words="the mistake in your order",
    wants="A new cake for Sunday, with the right name",
    offer="bake it again and bring it to your door",
    promise="A new cake on Sunday, delivered by hand",
    promised_by=NOON,
    promised_who="Sam",
    differs="I read the name back to you, letter by letter",
    reason="two orders came in on the same call",
    what_changes="every name is read back, letter by letter",
    release="the deposit is back in your account",
    refer_to="Miller’s Bakery in Mill Lane",
    shop="Rosa’s Bakery",
    owner="Rosa",
)
EMPTY = Facing()


def changed(facing: Facing, **changes: Any) -> Facing:
    return replace(facing, **changes)


def written(facing: Facing, kind: MessageKind = MessageKind.EMAIL, card: str = "", **changes: Any) -> str:
    """The draft, with `changes` made to the case first."""
    words = partial(say_when, today=TODAY)
    return draft(changed(facing, **changes), kind, card, parts=PARTS, when_words=words)
