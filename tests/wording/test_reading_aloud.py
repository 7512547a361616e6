"""Whole drafts of believable cases, word for word: would you be glad to get this?"""

from datetime import date

from app.domain.facing import Facing
from app.domain.terms import Answer, MessageKind
from tests.wording.samples import NOON, written

CAKE = Facing(
    name="Dana",
    answer=Answer.APOLOGISE,
    went_wrong="Your cake carried the wrong name, on a night that mattered so much to you.",
    category_words="the mistake in your order",
    offer="bake it again and bring it to your door myself",
    promised_by=NOON,
    promised_who="Rosa",
    what_changes="I read every name back, letter by letter, before the call ends",
    shop="Rosa’s Bakery",
    owner="Rosa",
)
BRAKES = Facing(
    name="Mr Okafor",
    answer=Answer.EXPLAIN,
    category_words="the delay",
    reason="because the part came in the wrong size and had to be sent back",
    what_changes="I measure before I order, and I call you the same day when something slips.",
    promise="A car of ours until yours is ready",
    promised_who="Ben",
    shop="Hill Garage",
    owner="Martin Hill",
)
COLOUR = Facing(
    name="Ines",
    answer=Answer.PART_WAYS,
    release="You owe me nothing, and the deposit is on its way back to you",
    refer_to="Anna at Studio Lark, in Bridge Street",
    shop="Salon Vera",
    owner="Vera",
)


def test_apology_card() -> None:
    assert written(CAKE, MessageKind.CARD, "apology") == (
        "Dear Dana,\n\n"
        "I am sorry that your cake carried the wrong name, on a night that mattered so much to you. "
        "It should not have happened, and I take responsibility for it.\n\n"
        "I will bake it again and bring it to your door myself, by Sunday at noon.\n\n"
        "So that it does not happen again: I read every name back, letter by letter, before the call ends.\n\n"
        "Rosa"
    )


def test_call_script_of_a_second_failure() -> None:
    assert written(CAKE, MessageKind.SPOKEN, second_failure=True, differs="Only I touch this one.") == (
        "Hello Dana, this is Rosa from Rosa’s Bakery.\n\n"
        "I am sorry that your cake carried the wrong name, on a night that mattered so much to you. "
        "It should not have happened, and I take responsibility for it. "
        "You have had an apology from me before, so I will not leave it at words.\n\n"
        "I will bake it again and bring it to your door myself, by Sunday at noon. "
        "What will be different this time: only I touch this one.\n\n"
        "So that it does not happen again: I read every name back, letter by letter, before the call ends.\n\n"
        "Would that make it right for you?\n\n"
        "Thank you for telling me, and for giving me the chance to put it right.\n\n"
        "If anything is still open, call me and ask for Rosa."
    )


def test_letter_that_explains() -> None:
    assert written(BRAKES, MessageKind.LETTER, promised_by=date(2026, 11, 26)) == (
        "Dear Mr Okafor,\n\n"
        "I am sorry about the delay. It is mine to answer for. "
        "It came about because the part came in the wrong size and had to be sent back.\n\n"
        "This is what changes from now on: "
        "I measure before I order, and I call you the same day when something slips.\n\n"
        "My promise to you: a car of ours until yours is ready, by Thursday 26 November. "
        "Ben will see to it, and I will make sure that it is done.\n\n"
        "Thank you for hearing me out.\n\n"
        "Yours sincerely,\nMartin Hill\nHill Garage"
    )


def test_goodbye_card() -> None:
    assert written(COLOUR, MessageKind.CARD, "goodbye") == (
        "Dear Ines,\n\n"
        "Thank you for the trust that you gave me.\n\n"
        "You owe me nothing, and the deposit is on its way back to you. "
        "You will be in good hands with Anna at Studio Lark, in Bridge Street.\n\n"
        "I wish you all the best, and my door stays open for you.\n\n"
        "Vera"
    )


def test_welcome_back_card() -> None:
    assert written(CAKE, MessageKind.CARD, "welcome-back") == (
        "Dear Dana,\n\n"
        "It is good to have you back. Thank you for giving me a second chance.\n\n"
        "What you told me has changed the way I work: "
        "I read every name back, letter by letter, before the call ends.\n\n"
        "I look forward to seeing you.\n\n"
        "Rosa"
    )


def test_reply_under_a_review() -> None:
    assert written(CAKE, MessageKind.REPLY) == (
        "Thank you for telling me. I am sorry about the mistake in your order. "
        "It should not have happened, and I take responsibility for it.\n\n"
        "Please call me or send me a message, and I will see to it myself.\n\n"
        "Rosa\nRosa’s Bakery"
    )


def test_email_to_somebody_unknown() -> None:
    assert written(Facing(owner="Rosa", shop="Rosa’s Bakery"), MessageKind.EMAIL) == (
        "Dear customer,\n\n"
        "I am sorry about what went wrong. It should not have happened, and I take responsibility for it.\n\n"
        "Please tell me what would make it right for you.\n\n"
        "Thank you for telling me, and for giving me the chance to put it right.\n\n"
        "Rosa\nRosa’s Bakery"
    )
