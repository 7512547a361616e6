"""A draft is whole whatever is missing, and says what it must in the order that works."""

import re
from itertools import product

import pytest

from app.domain.errors import AppError
from app.domain.facing import Facing
from app.domain.terms import Answer, MessageKind
from app.domain.tokens import tokens_left
from app.wording.draft import heading
from app.wording.parts import CARDS
from tests.wording.samples import EMPTY, FULL, PARTS, TEMPLATES, changed, written

SPOILT = re.compile(r"  |[.,;:!?] ?[.,;!?]|\s[.,;:!?]|\.\w|[:;]\s*\n|^\s|\s$|\n{3}|\n | \n|None")
PAPER = [one for one in TEMPLATES if one[0] is not MessageKind.SPOKEN]
APOLOGIES = [
    *((kind, "") for kind in (MessageKind.EMAIL, MessageKind.LETTER, MessageKind.SPOKEN)),
    (MessageKind.CARD, "apology"),
]
BODY = (
    *("went_wrong", "category_words", "offer", "promise", "promised_by", "promised_who", "differs", "what_changes"),
    *("second_failure", "safety", "promise_kept"),
)
BY_ANSWER = {
    Answer.APOLOGISE: BODY,
    Answer.EXPLAIN: (*BODY, "reason"),
    Answer.PART_WAYS: ("went_wrong", "category_words", "release", "refer_to", "safety"),
}


def some_of(fields: tuple[str, ...]) -> list[dict[str, object]]:
    """Every choice of these fields: those left out are empty."""
    empties = {field: getattr(EMPTY, field) for field in fields}
    full = {field: getattr(FULL, field) or True for field in fields}
    return [
        {field: full[field] if here else empties[field] for field, here in zip(fields, choice, strict=True)}
        for choice in product((True, False), repeat=len(fields))
    ]


@pytest.mark.parametrize("answer", list(Answer))
@pytest.mark.parametrize(("kind", "card"), TEMPLATES)
def test_every_choice_of_known_fields_gives_whole_sentences(kind: MessageKind, card: str, answer: Answer) -> None:
    for known in some_of(BY_ANSWER[answer]):
        text = written(FULL, kind, card, answer=answer, **known)
        assert not tokens_left(text), (known, text)
        assert not SPOILT.search(text), (known, text)
        signed = "\nRosa\nRosa’s Bakery" if kind not in (MessageKind.CARD, MessageKind.SPOKEN) else "Rosa"
        assert text.rstrip(".").endswith(signed), (known, text)
        assert not re.search(r"\b([Ww]e|[Oo]ur|[Uu]s)\b", text), (known, text)


@pytest.mark.parametrize("answer", list(Answer))
@pytest.mark.parametrize(("kind", "card"), TEMPLATES)
def test_every_choice_of_names_is_greeted_and_signed(kind: MessageKind, card: str, answer: Answer) -> None:
    for known in some_of(("name", "owner", "shop")):
        text = written(FULL, kind, card, answer=answer, **known)
        assert not SPOILT.search(text), (known, text)
        paragraphs = text.split("\n\n")
        if kind in (MessageKind.EMAIL, MessageKind.LETTER, MessageKind.CARD):
            assert paragraphs[0] == ("Dear Dana," if known["name"] else "Dear customer,")
        if not known["owner"]:
            assert "Rosa\n" not in text
        assert ("Yours sincerely" in text) == bool(kind is MessageKind.LETTER and (known["owner"] or known["shop"]))


@pytest.mark.parametrize("answer", [Answer.APOLOGISE, Answer.EXPLAIN])
@pytest.mark.parametrize(("kind", "card"), APOLOGIES)
def test_an_apology_says_sorry_exactly_once(kind: MessageKind, card: str, answer: Answer) -> None:
    for went_wrong in ("the wrong name", "I am so sorry that the cake was dry", "Sorry about the mess", ""):
        text = written(FULL, kind, card, answer=answer, went_wrong=went_wrong)
        assert len(re.findall("sorry", text, re.IGNORECASE)) == 1, text


@pytest.mark.parametrize("kind", [MessageKind.EMAIL, MessageKind.LETTER, MessageKind.SPOKEN])
def test_an_apology_goes_sorry_responsibility_repair_change_thanks(kind: MessageKind) -> None:
    text = written(FULL, kind, second_failure=True)
    order = ["sorry about the wrong name", "responsibility", "apology from me before", "I will bake it again"]
    order += ["by Sunday at noon", "Sam will see to it", "different this time", "does not happen again", "Thank you"]
    places = [text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert FULL.reason not in text


@pytest.mark.parametrize(
    ("kind", "card"),
    [(MessageKind.EMAIL, ""), (MessageKind.LETTER, ""), (MessageKind.SPOKEN, ""), (MessageKind.CARD, "thanks")],
)
def test_the_reason_is_one_sentence_after_responsibility(kind: MessageKind, card: str) -> None:
    reason = "The rota had a gap at 5 p.m. on Fridays. Besides, you called late."
    text = written(FULL, kind, card, answer=Answer.EXPLAIN, reason=reason)
    assert text.index("mine to answer for") < text.index("the rota had a gap at 5 p.m. on Fridays.")
    assert text.index("rota had a gap") < text.index("what changes from now on")
    assert "called late" not in text


@pytest.mark.parametrize(
    ("kind", "card"), [(MessageKind.CARD, "goodbye"), (MessageKind.LETTER, ""), (MessageKind.SPOKEN, "")]
)
def test_a_goodbye_thanks_wishes_well_and_leaves_the_door_open(kind: MessageKind, card: str) -> None:
    text = written(FULL, kind, card, answer=Answer.PART_WAYS)
    for words in ("Thank you", "all the best", "my door stays open", "Miller’s Bakery in Mill Lane", "deposit is back"):
        assert words in text
    for reproach in ("but ", "unfortunately", "however", "should have", FULL.went_wrong, FULL.category_words):
        assert reproach not in text


def test_a_public_reply_names_no_detail_and_moves_to_private() -> None:
    for answer in Answer:
        text = written(FULL, MessageKind.REPLY, answer=answer)
        details = (
            "name",
            "went_wrong",
            "wants",
            "offer",
            "promise",
            "promised_who",
            "differs",
            "reason",
            "what_changes",
        )
        for field in (*details, "release", "refer_to"):
            assert str(getattr(FULL, field)).lower() not in text.lower(), field
        assert "Please call me or send me a message" in text
        assert len(text.split()) <= 60
        assert not re.search(r"star|review|rating|remove|gift|voucher", text)


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize(
    "gift",
    [
        {"gift": True, "offer": "bake your next birthday cake for nothing"},
        {"offer": "give you a voucher for ten loaves"},
        {"offer": "", "promise": "10 % off your next birthday cake"},
        {"offer": "", "promise": "A Discount on the birthday cake"},
    ],
)
def test_a_gift_is_offered_in_a_letter_and_never_on_a_card(card: str, gift: dict[str, object]) -> None:
    told = next(word for word in ("birthday cake", "voucher") if word in f"{gift.get('offer')} {gift.get('promise')}")
    for answer in (Answer.APOLOGISE, Answer.EXPLAIN):
        text = written(changed(FULL, answer=answer, **gift), MessageKind.CARD, card)
        assert told not in text
        assert "Sunday at noon" not in text  # no date for what is not said
        assert "tell me what would make it right" not in text  # it was found already
        assert told in written(changed(FULL, answer=answer, **gift), MessageKind.LETTER)


def test_a_card_has_no_reason_on_an_apology_and_stays_short() -> None:
    for card in CARDS:
        text = written(FULL, MessageKind.CARD, card)
        assert FULL.reason not in text
        assert len(text.split()) <= 70, text


def test_the_card_kind_follows_the_answer_unless_it_is_named() -> None:
    of = {Answer.APOLOGISE: "apology", Answer.EXPLAIN: "thanks", Answer.PART_WAYS: "goodbye"}
    for answer, card in of.items():
        assert written(FULL, MessageKind.CARD, answer=answer) == written(FULL, MessageKind.CARD, card, answer=answer)
    assert written(FULL, MessageKind.CARD, answer=None) == written(FULL, MessageKind.CARD, "apology")


def test_an_unknown_card_kind_is_refused() -> None:
    with pytest.raises(AppError, match="unknown_choice"):
        written(FULL, MessageKind.CARD, "condolence")
    with pytest.raises(AppError, match="unknown_choice"):
        heading("condolence", PARTS)


def test_every_card_has_a_heading_of_its_own() -> None:
    headings = [heading(card, PARTS) for card in CARDS]
    assert headings == ["I am sorry", "Thank you", "All good wishes", "Welcome back"]


@pytest.mark.parametrize(("kind", "card"), [*APOLOGIES])
def test_an_injury_gets_care_and_no_verdict(kind: MessageKind, card: str) -> None:
    for answer in (Answer.APOLOGISE, Answer.EXPLAIN):
        text = written(FULL, kind, card, answer=answer, safety=True)
        assert "I take it very seriously, and I am looking into it myself." in text
        assert "responsibility" not in text
        assert "mine to answer for" not in text


@pytest.mark.parametrize(
    ("changes", "said", "unsaid"),
    [
        ({"promise_kept": True}, "What I promised you is done.", "Sunday"),
        ({"offer": "", "promise": ""}, "Please tell me what would make it right for you.", "Sunday"),
        ({"offer": "", "promise": "", "safety": True}, "looking into it", "make it right for you"),
        ({"offer": "", "promise": "", "answer": Answer.EXPLAIN}, "answer for", "make it right for you"),
        ({"promised_by": None}, "bring it to your door.", "Sunday"),
        ({"promised_who": "Rosa"}, "bring it to your door, by Sunday at noon.", "will see to it"),
        ({"promised_who": "me"}, "bring it to your door, by Sunday at noon.", "will see to it"),
        ({"offer": "bring it myself"}, "I will bring it myself, by Sunday at noon.", "will see to it"),
        ({"second_failure": True, "offer": "", "promise": ""}, "sorry", "leave it at words"),
        ({"second_failure": True, "promise_kept": True}, "is done", "leave it at words"),
    ],
)
def test_the_repair_says_what_is_known(changes: dict[str, object], said: str, unsaid: str) -> None:
    text = written(changed(FULL, **changes))
    assert said in text
    assert unsaid not in text


@pytest.mark.parametrize(("kind", "card"), PAPER)
def test_nothing_known_at_all_is_still_a_kind_word(kind: MessageKind, card: str) -> None:
    text = written(Facing(), kind, card)
    assert re.search("sorry|Thank you", text)
    assert len(text.split()) >= 15
