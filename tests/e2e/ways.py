"""The three ways of a complaint as one owner goes them: what she types and picks, up to the middle of step 5."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from app.domain.terms import Answer
from tests.e2e import hands

SHOP = "Bäckerei Rosa"
OWNER = "Rosa Müller"

ORDER = (
    "i orderd the cake for my mothers 80th brithday three weeks ago, right here at this counter, and i spelled"
    " the name out loud twice because nobody gets it right: Gerda, with an e after the G. Then we open the box in"
    " front of fourty people and it says HERDA in pink suger letters. My mother laughed but i saw her face, and my"
    " brother took a photo and now it is all over the familly chat 😡. We payed 64 for it! I called on saturday at"
    " ten past nine and the girl on the phone said „that happens“ and hung up on me, not even a sorry. I have been"
    " comming here for elven years, every sunday, für unsere Brötchen, and i realy do not know if i want to any more.\n"
    "What are you going to do about it, the party is over and you can not bake it back?"
)
BREAD = (
    "Ich sag es gleich auf english so you understand me: the sourdough was 5,80 last week and now its 6,40 for the"
    " same loaf, and nobody told me anything, there is no sign, nothing, i only saw it on the reciept when i was home"
    " allready. Then i counted back and you put the price up three times since easter!! My pension does not go up"
    " three times since easter 😤 and the loaf looks smaller to me too, my neigbour Mrs. Öztürk says the same thing."
    " You could have said it to peoples faces insted of hoping that old folks do not look. I want to know why, and"
    " i want to know if it goes on like this, becuase then i buy my bread at the petrol station from now on like"
    " everybody else does, and i will tell them why."
)
PARTING = (
    "this is now the fith time that i write to you and every time you send me the same frendly nonsense. The coffee"
    " is cold, the chairs are hard, the music is to loud, the girl looks at me in a funny way and yesterday the"
    " croissant was dark on ONE side, i have a photo of that 🥐 and i have a photo of the other ones too. I want my"
    " money back for the hole month, i worked it out and it is 212 with the tip, and an apologie in the newspaper,"
    " and the girl has to go. My cousin is a lawyer in Köln and he says thats my good right as a customer, so dont"
    " tell me again that you are sorry, i do not want sorry, i want you to learn that you can not treat people like"
    " this in this town, and everybody here will here about it, beleive me."
)


@dataclass(frozen=True, slots=True)
class Way:
    """What is typed on one way; `last` is the field that the owner is in when the power goes."""

    answer: Answer
    pressed: str
    words: str
    wants: str
    about: str
    anger: str
    name: str
    phone: str
    facts: str
    began: str
    went_wrong: str
    here: bool
    before_the_end: Callable[[], None]
    last: str
    last_words: str


def _repair() -> None:
    hands.press("Face")
    hands.press("Time")
    for offer in OFFERS:
        hands.press(offer, QCheckBox)
    hands.press(OFFERS[0], QRadioButton)


def _reason() -> None:
    hands.write("The reason, in one sentence", REASON)


def _tried() -> None:
    hands.write("What you have tried", TRIED)


OFFERS = ("Bake it again and bring it round myself", "Coffee at my table and a proper talk")
REASON = "The price of our flour went up by a third since spring, and I put it on the loaf without telling anybody."
TRIED = "Four calls, two refunds, a talk at the corner table. Nothing was ever enough."

WAYS = {
    Answer.APOLOGISE: Way(
        answer=Answer.APOLOGISE, pressed="Apologise", words=ORDER, wants="her name, and somebody who is sorry",
        about="wrong name on a cake", anger="8", name="Dana Weiß", phone="0170 / 55 66-778",
        facts="order book says GERDA, in my own hand. Jonas piped it.", began="With us",
        went_wrong="your mother’s name on her birthday cake", here=True,
        before_the_end=_repair, last="What you promise",
        last_words=", a second cake for her and her eight guests, and I pipe the name myself 🎂 für Gerda",
    ),
    Answer.EXPLAIN: Way(
        answer=Answer.EXPLAIN, pressed="Explain", words=BREAD, wants="to be told before, not after",
        about="price went up", anger="6", name="Herr Łukasz Öhlmann", phone="",
        facts="three rises since April, no sign at the till", began="With nobody",
        went_wrong="the new price that nobody told you about", here=True,
        before_the_end=_reason, last="What changes",
        last_words="A sign at the till a week before any price changes – and the weight of the loaf → on it",
    ),
    Answer.PART_WAYS: Way(
        answer=Answer.PART_WAYS, pressed="Part ways", words=PARTING, wants="212, and the girl fired",
        about="everything", anger="10", name="Mr. Grün", phone="+49 221 900 11",
        facts="croissant was fine, I ate the one beside it", began="With the customer",
        went_wrong="the mornings that you did not enjoy here", here=False,
        before_the_end=_tried, last="What you release them from",
        last_words="The pre-order for December – nothing to pay, and the 12 € deposit is back in your hand 🕊",
    ),
}  # fmt: skip


def set_up() -> None:
    """The three questions of the first start."""
    hands.write("What is your shop called?", SHOP)
    hands.choose("What kind of shop is it?", "Bakery or café")
    hands.write("What is your name?", OWNER)
    hands.press("Begin")


def to_the_middle_of_step_5(way: Way) -> None:
    """From Today to the field in which the power goes."""
    hands.ctrl(Qt.Key.Key_N)
    hands.the(QAbstractButton, "Yes, they are here or on the phone")
    hands.key(Qt.Key.Key_Y if way.here else Qt.Key.Key_N)
    if not way.here:
        _settle()
    _hear(way)
    _own(way)
    hands.press(way.pressed)
    hands.press("Next: Make it right")
    way.before_the_end()
    hands.write(way.last, way.last_words)


def _settle() -> None:
    hands.press("4")
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)


def _hear(way: Way) -> None:
    hands.write("What they say happened", way.words)
    hands.write("What they want from you", way.wants)
    hands.choose("How it reached you", "At the counter" if way.here else "E-mail")
    hands.write("About", way.about)
    hands.press(way.anger)
    hands.write("Their name", way.name)
    if way.phone:
        hands.write("Phone", way.phone)
    hands.press("I read it back and they said: yes, that is it")
    hands.press("Next: Own it")


def _own(way: Way) -> None:
    hands.write("The facts, as you know them", way.facts)
    hands.press(way.began)
    hands.write("What went wrong, in a few words they would use", way.went_wrong)
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
