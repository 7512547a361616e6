"""Complaints of one kind among others, with their lesson, as a shop comes to have them."""

from datetime import timedelta

from app.domain.terms import FollowUpResult, MessageKind, Outcome
from app.services.house import House
from tests.shop import SetClock

CAKE, ICING, BREAD, RUDE = 1, 2, 3, 4
TYPED = "The birthday cake for my mother came with the wrong name on it in icing, Greta and not Gerda."
OTHER_WORDS = "wrong name on the birthday torte in icing"
_WORDS = {
    CAKE: "The birthday cake had the wrong name on it in icing, Diana instead of Dana.",
    ICING: "Wrong name in icing on the birthday cake, and nobody in the shop had checked it.",
    BREAD: "The bread was mouldy inside when I cut it at home in the evening.",
    RUDE: "The girl at the counter rolled her eyes and was rude to me.",
}


def fill(house: House, clock: SetClock) -> int:
    """Four closed complaints, a week apart; the first two share the lesson whose id is given."""
    for number, words in _WORDS.items():
        clock.move(days=7)
        assert house.cases.start(here_or_on_phone=True).value == number
        house.cases.set_customer(number, {"name": f"Customer {number}"})
        house.cases.answer_all(number, {"words": words, "anger": 8, "answer": "apologise", "outcome": Outcome.KEPT})
        house.cases.answer_all(number, {"promise": "New cake the same day", "promised_by": clock.now.date()})
        house.messages.say(number, MessageKind.SPOKEN, "I am sorry.")
        house.follow_ups.record(number, FollowUpResult.HAPPY, anger=2)
        if number in (BREAD, RUDE):
            house.cases.answer(number, "nothing_because", "A slip")
    plan = {"broke": "The name was not read back", "plan": "Read the name back letter by letter"}
    house.lessons.learn(CAKE, plan)
    lesson = house.cases.case(CAKE).lesson_id
    assert lesson is not None
    house.lessons.link(ICING, lesson)
    house.lessons.learn(CAKE, {"agreed": ["Tom"], "in_use_since": clock.now.date()})
    for number in _WORDS:
        house.closing.close(number)
    clock.now += timedelta(days=7)
    return lesson
