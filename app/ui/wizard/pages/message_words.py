"""The ways in which something is said, in words."""

from PySide6.QtCore import QCoreApplication

from app.domain.card import CardKind
from app.domain.case import Case
from app.domain.terms import Channel, MessageKind

_FIRST = {
    Channel.MESSAGE: MessageKind.EMAIL,
    Channel.EMAIL: MessageKind.EMAIL,
    Channel.LETTER: MessageKind.LETTER,
    Channel.REVIEW: MessageKind.REPLY,
}


def first_kind(case: Case) -> MessageKind:
    """What is being written already, else the way in which it came."""
    drafts = [one for one in case.messages if one.is_draft and one.text]
    if drafts:
        return drafts[-1].kind
    return _FIRST.get(case.channel, MessageKind.SPOKEN) if case.channel else MessageKind.SPOKEN


def pills(case: Case) -> list[tuple[object, str]]:
    """The kinds to choose from; a public reply only where there is a review, or one was begun."""
    found: list[tuple[object, str]] = [
        (MessageKind.SPOKEN, _tr("Say it aloud")),
        (MessageKind.CARD, _tr("Card")),
        (MessageKind.LETTER, _tr("Letter")),
        (MessageKind.EMAIL, _tr("E-mail")),
    ]
    if case.channel is Channel.REVIEW or case.draft(MessageKind.REPLY) is not None:
        found.append((MessageKind.REPLY, _tr("Public reply")))
    return found


def said_words(kind: MessageKind) -> str:
    """How it was given, in the list of what was said."""
    return {
        MessageKind.SPOKEN: _tr("Said aloud"),
        MessageKind.CARD: _tr("By card"),
        MessageKind.LETTER: _tr("By letter"),
        MessageKind.EMAIL: _tr("By e-mail"),
        MessageKind.REPLY: _tr("In public"),
    }[kind]


def text_label(kind: MessageKind) -> str:
    """The label of the text."""
    return {
        MessageKind.SPOKEN: _tr("What you will say"),
        MessageKind.CARD: _tr("What the card says"),
        MessageKind.LETTER: _tr("What the letter says"),
        MessageKind.EMAIL: _tr("What the e-mail says"),
        MessageKind.REPLY: _tr("What everyone will read"),
    }[kind]


def when_label(kind: MessageKind) -> str:
    """The label of when it was given."""
    return _tr("When you said it") if kind is MessageKind.SPOKEN else _tr("When it went")


def given_label(kind: MessageKind) -> str:
    """The button that says that they have it."""
    return {
        MessageKind.SPOKEN: _tr("I have said it"),
        MessageKind.CARD: "",
        MessageKind.LETTER: _tr("I have posted it"),
        MessageKind.EMAIL: _tr("I have sent it"),
        MessageKind.REPLY: _tr("I have posted it"),
    }[kind]


def card_words(kind: CardKind) -> str:
    """What kind of card it is."""
    return {
        CardKind.APOLOGY: _tr("An apology card"),
        CardKind.THANKS: _tr("A thank-you card"),
        CardKind.GOODBYE: _tr("A goodbye card"),
        CardKind.WELCOME_BACK: _tr("A welcome-back card"),
    }[kind]


def _tr(text: str) -> str:
    return QCoreApplication.translate("messages", text)
