"""What others will read names no customer, in whatever way a name is written."""

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.anonymous import INSTEAD, anonymous
from app.domain.customer import Customer
from app.domain.fold import digits, fold

DANA = Customer(
    name="Dana Whitfield",
    phone="+49 30 555 0142",
    email="Dana.W82@Example.com",
    address="14 Mill Lane, 12345 Springfield",
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the wrong name on Dana’s cake", "the wrong name on the customer’s cake"),
        ("dana WHITFIELD was told a wrong day", "The customer was told a wrong day"),
        ("Too late. Mrs. Whitfield’s dog", "Too late. The customer’s dog"),
        ("the order of the Whitfields", "the order of the customer"),
        ("both Whitfields' coats", "both the customer's coats"),
        ("Dáńa came twice", "The customer came twice"),
        ("we rang 030/5550142 in vain", "we rang the customer in vain"),
        ("no answer to dana.w82@EXAMPLE.com.", "no answer to the customer."),
        ("the mail to tom@elsewhere.org was lost", "the mail to the customer was lost"),
        ("danaw82 wrote below it", "The customer wrote below it"),
        ("sent to 14, Mill Lane, Springfield", "sent to the customer"),
        ("the bicycle lane was blocked, 14 cakes fell", "the bicycle lane was blocked, 14 cakes fell"),
        ("the cake was stale", "the cake was stale"),
        ("", ""),
    ],
)
def test_every_part_of_the_customer_is_hidden(text: str, said: str) -> None:
    assert anonymous(text, [DANA]) == said


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        # Rather too much: nobody can tell the month or the trade from the name.
        ("May Baker", "it may be the baker", "it the customer be the customer"),
        # But a sheet without its smallest words could not be read.
        ("An Nguyen", "an hour late for An", "an hour late for the customer"),
        ("Van Morrison", "the van of Van Morrison", "the van of the customer"),
        ("The Ashgroves", "The cake of the Ashgroves", "The cake of the customer"),
        ("An", "an apple", "The customer apple"),
        ("Mr. and Mrs. Ashgrove-Tillotson", "Mrs Tillotson and I", "The customer and I"),
        ("Mr. and Mrs. Ashgrove-Tillotson", "AshgroveTillotson, paid", "The customer, paid"),
        ("Jürgen Müller", "Muellers Torte, MULLER", "The customer Torte, the customer"),
        ("Soren Jorgensen", "Søren Jørgensen came", "The customer came"),
        ("O'Brien", "O’Brien's car, then OBrien", "The customer's car, then the customer"),
        ("Anna", "le gâteau d’Anna", "le gâteau the customer"),
        ("D. J. Whitfield", "a J. B. and D. Whitfield", "a J. B. and the customer"),
        ("李明", "李明さんのケーキ", "The customerさんのケーキ"),
        ("Dana", "Da\u00adna waited", "The customer waited"),
        ("★ Rosie", "★ was written", "The customer was written"),
        ("Konstantinopoulou", "a cake for Konstantin…", "a cake for the customer…"),
    ],
)
def test_names_of_all_kinds(name: str, text: str, said: str) -> None:
    assert anonymous(text, [Customer(name=name)]) == said


def test_the_shops_own_people_stay_where_they_stand_alone() -> None:
    customer = Customer(name="May Baker")
    assert anonymous("May reads the name aloud", [customer], keep=["May", "Tom"]) == "May reads the name aloud"
    assert anonymous("May Baker was not asked", [customer], keep=["May", "Tom"]) == "The customer was not asked"


def test_all_customers_are_hidden() -> None:
    others = [Customer(name="Tom Reed"), Customer(name="Lea Vogt")]
    assert anonymous("Tom came after Lea, then Dana", [*others, DANA]) == (
        "The customer came after the customer, then the customer"
    )


def test_nobody_known_changes_nothing() -> None:
    assert anonymous("Dana, 555 0142", [Customer(), Customer(description="tall, red coat")]) == "Dana, 555 0142"


_NAMES = st.lists(
    st.one_of(
        st.sampled_from(
            ["Dana", "May", "Zoë", "Ødegård", "Łukasz", "Müller", "Nuñez", "Baker", "Dvořák", "İnci", "Σοφός"]
        ),
        # Without the few letters of which folding makes two words.
        st.text(
            st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F, exclude_characters="Ŀŀŉ"),
            min_size=3,
            max_size=12,
        ),
    ),
    min_size=1,
    max_size=3,
)
_WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "capitals": str.upper,
    "small": str.lower,
    "no accents": fold,
    "whose": lambda name: f"{name}’s",
    "in quotes": lambda name: f"“{name}”",
    "hyphen": lambda name: f"{name}-{name}",
    "at the end": lambda name: f"{name}.",
}
# What is left where it stands alone and small, since no sheet could be read without: it tells nothing of anybody.
_LEFT = """a an and as at be by de del der di do du el en et for he her his i if in is it la le les me my no of on or so
    the to und up us van vom von was we y you zu zum mr mrs ms miss mx dr prof sir madam lady lord herr frau fr hr sr
    sra mme mlle monsieur"""


def _seen(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", fold(text.replace("’", " "))))


@settings(max_examples=400, deadline=None)
@given(
    names=_NAMES,
    ways=st.lists(st.sampled_from(sorted(_WAYS)), min_size=1, max_size=4),
    between=st.lists(st.text(max_size=20), max_size=4),
)
@example(names=["Straße"], ways=["capitals"], between=[])
def test_no_name_survives(names: list[str], ways: list[str], between: list[str]) -> None:
    told = [_WAYS[way](name) for way in ways for name in names]
    text = " ".join([*told, *between, *reversed(told)])
    said = anonymous(text, [Customer(name=" ".join(names))])
    hidden = {part for name in names for part in _seen(name)} - set(_LEFT.split()) - _seen(INSTEAD)
    assert {part for part in hidden if len(part) > 1} & _seen(said) == set()


@settings(max_examples=200, deadline=None)
@given(
    phone=st.from_regex(r"\A(\+|0)?[1-9][0-9]{1,3}([ /-]?[0-9]{2,4}){1,3}\Z"),
    before=st.sampled_from(["", "call ", "two cakes, ", "("]),
    form=st.sampled_from(["{}", "{} please", "no: {}."]),
)
def test_no_phone_survives(phone: str, before: str, form: str) -> None:
    customer = Customer(phone=phone)
    for written in (phone, digits(phone), " ".join(digits(phone)), digits(phone)[-6:]):
        said = anonymous(before + form.format(written), [customer])
        assert not any(letter.isdigit() for letter in said)


@settings(max_examples=200, deadline=None)
@given(email=st.emails(), form=st.sampled_from(["{}", "to {} twice", "<{}>", "“{}”!", "mail:{}."]))
def test_no_email_survives(email: str, form: str) -> None:
    said = anonymous(form.format(email.upper()), [Customer(email=email)])
    assert email.lower() not in said.lower()
    assert "@" not in said


@given(text=st.text(max_size=60))
def test_a_text_about_nobody_known_stays_as_it_is_but_for_addresses(text: str) -> None:
    if "@" not in text:
        assert anonymous(text, []) == text
