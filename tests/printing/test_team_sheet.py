"""The sheet for the team talk tells everything but who complained."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.card import Sheet
from app.domain.case import Case
from app.domain.customer import Customer
from app.domain.fold import digits, fold
from app.domain.lesson import Lesson
from app.printing.blocks import Block, Document, Heading, Labelled, Lines, NewPage, Ruled, Signatures
from app.printing.documents import to_pdf
from app.printing.page import lay_out
from app.printing.team_sheet import team_sheet
from tests.printing.documents import pdf_pages

pytestmark = pytest.mark.usefixtures("qapp")
DANA = Customer(name="Dana Whitfield", phone="+49 30 555 0142", email="dana@example.com", address="14 Mill Lane")
LESSON = Lesson(
    id=1,
    broke="The name was taken by phone, and Dana’s was never read back.",
    plan="Every name is read aloud.",
    owner="Tom",
    by=date(2026, 11, 28),
    agreed=("Rosa", "Tom"),
    whys=("It was misheard.", "Nobody asked Mrs. Whitfield."),
)


def _case(number: int, went_wrong: str = "", title: str = "", customer: Customer | None = DANA) -> Case:
    came_in = datetime(2026, 11, 1, 9, tzinfo=UTC) + timedelta(days=number)
    return Case(id=number, customer=customer, went_wrong=went_wrong, title=title, came_in=came_in)


def _day(day: date | datetime) -> str:
    return f"{day:%Y-%m-%d}"


def _sheet(*sheets: tuple[Lesson, list[Case]]) -> Document:
    return team_sheet(sheets, "Rosa’s Bakery", _day)


def _labelled(document: Document, label: str) -> Block:
    (found,) = [
        part
        for block in document.blocks
        for part in getattr(block, "parts", (block,))
        if getattr(part, "label", "") == label
    ]
    assert isinstance(found, Labelled | Lines | Ruled | Signatures)
    return found


def test_sheet_tells_all_without_the_customer() -> None:
    cases = [_case(2, went_wrong="the wrong name on Dana's cake"), _case(1, title="Whitfield cake: no candles")]
    document = _sheet((LESSON, cases))
    assert _labelled(document, "What happened") == Lines(
        label="What happened",
        entries=("2026-11-02: The customer cake: no candles", "2026-11-03: the wrong name on the customer's cake"),
    )
    broke = _labelled(document, "Where it broke")
    assert broke == Labelled(
        label="Where it broke", text="The name was taken by phone, and the customer’s was never read back."
    )
    assert _labelled(document, "Why, and why again") == Lines(
        label="Why, and why again", entries=("It was misheard.", "Nobody asked the customer."), numbered=True
    )
    assert _labelled(document, "The plan") == Labelled(label="The plan", text="Every name is read aloud.")
    assert _labelled(document, "Who sees to it") == Labelled(label="Who sees to it", text="Tom")
    assert _labelled(document, "By when") == Labelled(label="By when", text="2026-11-28")
    assert _labelled(document, "Who agreed already") == Labelled(label="Who agreed already", text="Rosa, Tom")
    assert _labelled(document, "Signatures") == Signatures(label="Signatures", names=("Rosa", "Tom"), empty=4)
    assert len(lay_out(document, Sheet.A4)) == len(lay_out(document, Sheet.LETTER)) == 1


def test_what_is_not_known_is_left_to_be_written() -> None:
    document = _sheet((Lesson(id=1), []))
    for label in ("What happened", "Where it broke", "The plan", "Who sees to it", "By when"):
        assert isinstance(_labelled(document, label), Ruled)
    assert _labelled(document, "Signatures") == Signatures(label="Signatures", names=(), empty=6)
    (page,) = lay_out(document, Sheet.A4)
    assert "Who agreed already" not in page.text
    assert "Why" not in page.text


def test_five_newest_cases_and_how_many_more() -> None:
    what = _labelled(_sheet((LESSON, [_case(n, f"thing {n}") for n in range(1, 9)])), "What happened")
    assert isinstance(what, Lines)
    assert what.entries[0] == "3 times more before that"
    assert [entry[-1] for entry in what.entries[1:]] == list("45678")
    six = _labelled(_sheet((LESSON, [_case(n, "x") for n in range(6)])), "What happened")
    assert isinstance(six, Lines)
    assert six.entries[0] == "Once more before that"


def test_there_is_always_room_for_two_more_to_sign() -> None:
    for count in range(12):
        signatures = _labelled(_sheet((Lesson(agreed=("Tom",) * count), [])), "Signatures")
        assert isinstance(signatures, Signatures)
        assert signatures.empty >= 2
        assert (signatures.empty + count) % 2 == 0


def test_each_lesson_has_its_page() -> None:
    document = _sheet((LESSON, [_case(1, "a")]), (Lesson(id=2, plan="Another"), []), (Lesson(id=3), []))
    assert sum(isinstance(block, NewPage) for block in document.blocks) == 2
    assert isinstance(document.blocks[0], Heading)
    pages = lay_out(document, Sheet.LETTER)
    assert len(pages) == 3
    assert "Another" in pages[1].text


def test_customer_of_one_lesson_is_hidden_on_the_page_of_another() -> None:
    document = _sheet((LESSON, [_case(1, "a")]), (Lesson(id=2, plan="No more calls to Dana"), []))
    assert "Dana" not in lay_out(document, Sheet.A4)[1].text


def test_own_people_keep_their_names_beside_a_customer_of_the_same_name() -> None:
    may = Customer(name="May Baker")
    lesson = Lesson(id=1, plan="May reads it aloud.", owner="May", agreed=("May",))
    document = _sheet((lesson, [_case(1, "the cake of May Baker", customer=may)]))
    (page,) = lay_out(document, Sheet.A4)
    assert "May reads it aloud." in page.text
    assert "the cake of the customer" in page.text
    assert "Baker" not in page.text.replace("Rosa’s Bakery", "")


def test_very_long_lesson_is_printed_whole(tmp_path: Path) -> None:
    plan = " ".join(f"word{number}" for number in range(2000))
    to_pdf(_sheet((Lesson(id=1, plan=plan), [])), Sheet.A4, tmp_path / "sheet.pdf")
    said = " ".join(" ".join(pdf_pages(tmp_path / "sheet.pdf")).split())
    assert all(f"word{number} " in said for number in range(2000))
    assert "For the team talk, continued" in said


_NAMES = ["Dana", "Zoë", "Jürgen", "O’Brien", "Ashgrove-Tillotson", "Müller", "Łukasz", "May", "Baker", "Dvořák"]
_CUSTOMERS = st.builds(
    Customer,
    name=st.lists(st.sampled_from(_NAMES), min_size=1, max_size=3).map(" ".join),
    phone=st.from_regex(r"\A\+?[1-9][0-9]{2,3} [1-9][0-9]{3,5}\Z"),
    email=st.emails(domains=st.sampled_from(["example.com", "mail.org"])),
)
_TOLD = st.sampled_from(
    ["the wrong name on {name}’s cake", "{phone} never rang", "{upper} waited", "mail to {email}, too late", "{first}!"]
)


def _told(form: str, customer: Customer) -> str:
    name = customer.name
    return form.format(name=name, upper=name.upper(), first=name.split()[0], phone=customer.phone, email=customer.email)


@settings(deadline=None, max_examples=80)
@given(told=st.lists(st.tuples(_CUSTOMERS, _TOLD, _TOLD), min_size=1, max_size=8), in_lesson=_TOLD)
def test_no_customer_is_in_the_sheets_text(told: list[tuple[Customer, str, str]], in_lesson: str) -> None:
    cases = [
        _case(number, went_wrong=_told(one, who) if number % 3 else "", title=_told(other, who), customer=who)
        for number, (who, one, other) in enumerate(told)
    ]
    words = " ".join(_told(in_lesson, who) for who, _, _ in told)
    lesson = Lesson(id=1, broke=words, plan=words, whys=(words, words))
    said = " ".join(page.text for page in lay_out(_sheet((lesson, cases)), Sheet.A4))
    seen = set(re.findall(r"[^\W\d_]+", fold(said)))
    runs = [digits(run) for run in re.findall(r"\d[\d -]*", re.sub(r"\d{4}-\d\d-\d\d", "", said))]
    for customer, _, _ in told:
        assert not set(re.findall(r"[^\W\d_]{2,}", fold(customer.name))) & seen
        assert all(digits(customer.phone) not in run for run in runs)
        assert customer.email.lower() not in said.lower()
