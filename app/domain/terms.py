"""The fixed words of a complaint; their values are what the file and the command line hold."""

from enum import StrEnum


class ShopKind(StrEnum):
    BAKERY = "bakery"
    RESTAURANT = "restaurant"
    SALON = "salon"
    GARAGE = "garage"
    HOTEL = "hotel"
    SHOP = "shop"
    TRADES = "trades"
    OTHER = "other"


class Step(StrEnum):
    """The nine stations of a case, in their order."""

    SETTLE = "settle"
    HEAR = "hear"
    OWN = "own"
    ANSWER = "answer"
    MAKE_RIGHT = "make_right"
    SAY = "say"
    LEARN = "learn"
    FOLLOW_UP = "follow_up"
    CLOSE = "close"


class Answer(StrEnum):
    APOLOGISE = "apologise"
    EXPLAIN = "explain"
    PART_WAYS = "part-ways"


class Channel(StrEnum):
    COUNTER = "counter"
    PHONE = "phone"
    MESSAGE = "message"
    LETTER = "letter"
    EMAIL = "email"
    REVIEW = "review"


class BeganWith(StrEnum):
    """Where it began; private, for learning, never for arguing."""

    US = "us"
    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    NOBODY = "nobody"


class Loss(StrEnum):
    MONEY = "money"
    THING = "thing"
    TIME = "time"
    FACE = "face"


class Outcome(StrEnum):
    STRONGER = "stronger"
    KEPT = "kept"
    PARTED = "parted"
    LOST = "lost"


class MessageKind(StrEnum):
    SPOKEN = "spoken"
    EMAIL = "email"
    LETTER = "letter"
    CARD = "card"
    REPLY = "reply"


class FollowUpResult(StrEnum):
    HAPPY = "happy"
    NOT_YET = "not_yet"
    NO_ANSWER = "no_answer"


class Stage(StrEnum):
    """Filters of the list of complaints."""

    OPEN = "open"
    WAITING = "waiting"
    PROMISED = "promised"
    CLOSED = "closed"
    ALL = "all"
    TRASH = "trash"


class LessonState(StrEnum):
    """Where a plan stands; it follows from the facts (`Lesson.state`)."""

    TO_AGREE = "to-agree"
    ON_TRIAL = "on-trial"
    IN_USE = "in-use"
    HOLDING = "holding"
    NOT_HOLDING = "not-holding"
    RETIRED = "retired"


class DueKind(StrEnum):
    FIRST_ANSWER = "first-answer"
    PROMISE = "promise"
    FOLLOW_UP = "follow-up"
    CARD = "card"
    POST = "post"
    LESSON = "lesson"
    EFFECT_CHECK = "effect-check"
