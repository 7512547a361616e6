"""Whatever an owner types, it joins into the sentences and breaks none."""

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.facing import Facing
from app.domain.terms import Answer, MessageKind
from app.domain.tokens import tokens_left
from tests.wording.samples import FULL, TEMPLATES, changed, written

FREE = ("went_wrong", "what_changes", "reason", "refer_to", "release", "differs", "offer", "promise", "category_words")
NAMES = ("name", "owner", "shop", "promised_who")
ODD = st.sampled_from(
    [
        *(
            "{name}",
            "{",
            "}}",
            "[[x]]",
            "<<y>>",
            "[[[",
            "{owner}.",
            "...",
            "?!",
            "\x00\x07",
            "\u2028",
            "\r\n",
            "\t",
            "😡",
            " ",
        ),
        *(
            "العربية",
            "עוגה",
            "I",
            "the cake was",
            "Sorry about",
            "that",
            "to",
            "because",
            "e.g.",
            "“Diana.”",
            "- a",
            "ß",
            "İ",
        ),
    ]
)
TYPED = st.lists(ODD | st.text(max_size=12), max_size=6).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(
    free=st.fixed_dictionaries(dict.fromkeys((*FREE, *NAMES), TYPED)),
    template=st.sampled_from(TEMPLATES),
    answer=st.sampled_from(Answer),
    flags=st.tuples(*[st.booleans()] * 4),
)
def test_no_free_text_breaks_a_draft(
    free: dict[str, Any], template: tuple[MessageKind, str], answer: Answer, flags: tuple[bool, ...]
) -> None:
    known: dict[str, Any] = dict(zip(("safety", "second_failure", "promise_kept", "gift"), flags, strict=True))
    text = written(Facing(answer=answer, promised_by=date(2026, 12, 1), **free, **known), *template)
    assert not tokens_left(text)
    assert not set("{}\x00\x07\r\u2028") & set(text)
    assert "\n\n\n" not in text
    for paragraph in text.split("\n\n"):
        assert paragraph == paragraph.strip()
        assert "  " not in paragraph
        assert any(c.isalnum() for c in paragraph)


FIRST = "I am sorry "
TAIL = " It should not have happened, and I take responsibility for it."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the dry cake", "about the dry cake."),
        ("The dry cake.", "about the dry cake."),
        ("The dry\r\ncake!", "about the dry cake."),
        ("  …the dry cake ;", "about the dry cake."),
        ("About the dry cake", "about the dry cake."),
        ("for the dry cake", "about the dry cake."),
        ("I am sorry about the dry cake", "about the dry cake."),
        ("we’re sorry for the dry cake", "about the dry cake."),
        ("That dry cake", "about that dry cake."),
        ("That the cake was dry", "that the cake was dry."),
        ("Your cake was dry", "that your cake was dry."),
        ("The cake you got was dry", "that the cake you got was dry."),
        ("The cake that you ordered was dry", "that the cake that you ordered was dry."),
        ("the wait that was too long", "about the wait that was too long."),
        ("the wait while the oven was cold", "about the wait while the oven was cold."),
        ("How you were spoken to", "about how you were spoken to."),
        ("Bread was missing", "that bread was missing."),
        ("You had to wait", "that you had to wait."),
        ("You waiting so long", "about you waiting so long."),
        ("I forgot you", "that I forgot you."),
        ("I'll never forget it", "that I'll never forget it."),
        ("No one called", "that no one called."),
        ("Call you too late", "about call you too late."),
        ("Dana’s cake", "about Dana’s cake."),
        ("Dana being left alone", "about Dana being left alone."),
        ("Sunday morning", "about Sunday morning."),
        ("Yesterday's order", "about yesterday's order."),
        ("Black Forest cake without cherries", "about Black Forest cake without cherries."),
        ("iPhone repair", "about iPhone repair."),
        ("USB stick in the dough", "about USB stick in the dough."),
        ("The cake was dry\nNobody called\nand nobody wrote", "that the cake was dry. Nobody called and nobody wrote."),
        ("- the dry cake\n- the late call", "about the dry cake the late call."),
        ("The cake said “Diana.”", "that the cake said “Diana.”"),
        ("the mess at 5 p.m.", "about the mess at 5 p.m."),
        ("עוגה יבשה", "about עוגה יבשה."),
        ("the dry cake 😡", "about the dry cake 😡."),
        ("the {size} of [[it]] and <<that>>", "about the size of [it] and <that>."),
        ("\x00\x07", "about the mistake in your order."),
        ("😡", "about the mistake in your order."),
        ("?!", "about the mistake in your order."),
        ("", "about the mistake in your order."),
    ],
)
def test_what_went_wrong_completes_the_sorry(typed: str, said: str) -> None:
    assert written(FULL, went_wrong=typed).split("\n\n")[1] == FIRST + said + TAIL


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("A new cake on Sunday, delivered by hand", "My promise to you: a new cake on Sunday, delivered by hand"),
        ("I will bring it round.", "I will bring it round"),
        ("I'll bring it round", "I'll bring it round"),
        ("you get your money back", "You get your money back"),
        ("Bring it round", "I will bring it round"),
        ("to bring it round", "I will bring it round"),
        ("Refund half the price", "I will refund half the price"),
        ("Refund of the price", "My promise to you: refund of the price"),
    ],
)
@pytest.mark.parametrize(
    ("by", "until"),
    [(date(2026, 11, 26), ", by Thursday 26 November."), (date(2026, 11, 21), ", by Saturday."), (None, ".")],
)
def test_a_promise_in_own_words(typed: str, said: str, by: date | None, until: str) -> None:
    text = written(FULL, offer="", promise=typed, promised_by=by, promised_who="", differs="")
    assert text.split("\n\n")[2] == said + until


def test_the_date_is_not_said_twice() -> None:
    text = written(FULL, offer="", promise="A new cake on Saturday", promised_by=date(2026, 11, 21), promised_who="")
    assert "My promise to you: a new cake on Saturday. What" in text


@pytest.mark.parametrize("offer", ["bake it again", "Bake it again.", "I will bake it again", "to bake it again"])
def test_an_offer_completes_i_will(offer: str) -> None:
    assert "\n\nI will bake it again, by Sunday at noon. Sam" in written(FULL, offer=offer)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("because the oven broke", "It came about because the oven broke."),
        ("Because, honestly, the oven broke.", "It came about because honestly, the oven broke."),
        ("The oven broke", "This is how it came about: the oven broke."),
        ("The oven broke!\nNobody saw it", "This is how it came about: the oven broke."),
        (
            "Mr. Miller, e.g. the baker, was ill. So what",
            "This is how it came about: Mr. Miller, e.g. the baker, was ill.",
        ),
        ("A. Miller was ill", "This is how it came about: A. Miller was ill."),
        ("  ", ""),
    ],
)
def test_a_reason_is_one_sentence(typed: str, said: str) -> None:
    paragraph = written(FULL, answer=Answer.EXPLAIN, reason=typed).split("\n\n")[1]
    assert paragraph == f"I am sorry about the wrong name on your cake. It is mine to answer for. {said}".strip()


@pytest.mark.parametrize(
    ("release", "refer_to", "said"),
    [
        ("The deposit is back", "Miller’s.", "The deposit is back. You will be in good hands with Miller’s."),
        (
            "Cancel the contract",
            "to Lark Bakery",
            "I will cancel the contract. You will be in good hands with Lark Bakery.",
        ),
        ("", "Ask Anna at Lark", "Ask Anna at Lark."),
        ("", "You can go to Lark", "You can go to Lark."),
        ("Release as of Monday", "", "So that nothing stays open between the two of us: release as of Monday."),
    ],
)
def test_release_and_referral(release: str, refer_to: str, said: str) -> None:
    text = written(FULL, MessageKind.CARD, answer=Answer.PART_WAYS, release=release, refer_to=refer_to)
    assert text.split("\n\n")[2] == said


def test_names_keep_their_spelling_and_their_stop() -> None:
    text = written(FULL, MessageKind.SPOKEN, name="de  Vries\n", owner="rosa M.", shop="e.l.f. Bakery")
    assert text.startswith("Hello de Vries, this is rosa M. from e.l.f. Bakery.")
    assert text.endswith("ask for rosa M.")


@pytest.mark.parametrize(
    "unit", ["word ", "a. ", "[[ ", "<< ", "{", "x\n", "?", ", ", "אב ", "😡 ", "the cake that was "]
)
def test_a_megabyte_is_drafted_at_once(unit: str) -> None:
    huge = unit * (1_000_000 // len(unit))
    begun = time.perf_counter()
    text = written(changed(FULL, answer=Answer.EXPLAIN, **dict.fromkeys(FREE, huge)))
    tokens_left(text)
    assert time.perf_counter() - begun < 60, "time must grow with the text, not with its square"
