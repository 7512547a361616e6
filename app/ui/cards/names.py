"""What cards, looks, sizes and papers are called on screen."""

import re

from PySide6.QtCore import QCoreApplication

from app.domain.card import CardKind, CardLook, CardSize, Sheet

_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST_NAME = 120  # letters; file systems take 255 bytes


def kind_words() -> list[tuple[CardKind, str]]:
    """The kinds as they stand on the pills."""
    return [
        (CardKind.APOLOGY, _tr("Apology")),
        (CardKind.THANKS, _tr("Thank you")),
        (CardKind.GOODBYE, _tr("Goodbye")),
        (CardKind.WELCOME_BACK, _tr("Welcome back")),
    ]


def card_title(kind: str) -> str:
    """The card's whole name; "Card" for a kind that nobody knows."""
    titles: dict[str, str] = {
        CardKind.APOLOGY: _tr("Apology card"),
        CardKind.THANKS: _tr("Thank-you card"),
        CardKind.GOODBYE: _tr("Goodbye card"),
        CardKind.WELCOME_BACK: _tr("Welcome-back card"),
    }
    return titles.get(kind, _tr("Card"))


def card_for(kind: str, customer: str) -> str:
    """ "Apology card for Dana Whitfield", or without the person where nobody is known."""
    if not customer:
        return card_title(kind)
    return _tr("{card} for {customer}").format(card=card_title(kind), customer=customer)


def look_words() -> list[tuple[CardLook, str]]:
    """The looks."""
    return [
        (CardLook.HANDWRITTEN, _tr("Handwritten")),
        (CardLook.CLASSIC, _tr("Classic")),
        (CardLook.PLAIN, _tr("Plain")),
    ]


def size_words() -> list[tuple[CardSize, str]]:
    """The sizes of the card."""
    return [(CardSize.A6_FOLDED, _tr("A6 folded")), (CardSize.A5_FOLDED, _tr("A5 folded"))]


def sheet_words(size: CardSize) -> list[tuple[Sheet, str]]:
    """The papers; card stock is called by the size of the unfolded card."""
    stock = _tr("A5 card stock") if size is CardSize.A6_FOLDED else _tr("A4 card stock")
    return [(Sheet.CARD, stock), (Sheet.A4, _tr("A4")), (Sheet.LETTER, _tr("Letter"))]


def too_large_words() -> str:
    """Why an A5 card does not come out of a Letter sheet, and what to do."""
    return _tr(
        "An A5 card opens to A4, and that is longer than a Letter sheet. "
        "Choose the A6 card, or put A4 into the printer."
    )


def token_words(token: str) -> str:
    """A blank stands in the words."""
    return _tr("A blank is left: {token}. Put your own words in its place; it can't be printed like this.").format(
        token=token
    )


def no_room_words(lines: int, size: CardSize) -> str:
    """How much is too much, and what to do."""
    if lines == 1:
        much = _tr("The words do not fit on the card: one line is too much.")
    else:
        much = _tr("The words do not fit on the card: {lines} lines are too much.").format(lines=lines)
    todo = _tr("Shorten them, or choose the A5 card.") if size is CardSize.A6_FOLDED else _tr("Please shorten them.")
    return f"{much} {todo}"


def cut_words(size: CardSize, asked: Sheet, used: Sheet) -> str:
    """What is left to do with the paper that came out."""
    names = dict(sheet_words(size))
    if asked is not used:
        return _tr(
            "The printer does not take {asked}, so the card is on {used}. Cut it out along the marks, "
            "then fold it in the middle."
        ).format(asked=names[asked], used=names[used])
    if used.paper(size).is_same_paper(size.flat):
        return _tr("Fold it in the middle.")
    return _tr("Cut it out along the marks, then fold it in the middle.")


def file_name(customer: str) -> str:
    """A name for the PDF that every system takes: "Card for Dana Whitfield.pdf"."""
    who = " ".join(_NOT_IN_A_NAME.sub(" ", customer).split())[:_LONGEST_NAME].strip(" .")
    return (_tr("Card for {customer}").format(customer=who) if who else _tr("Card")) + ".pdf"


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)
