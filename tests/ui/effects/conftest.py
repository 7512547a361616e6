"""A plan that was agreed thirty days ago, after four complaints of its kind."""

from datetime import timedelta

import pytest

from app.services.house import House
from tests.ui.conftest import SetClock
from tests.ui.today.shop import complaint


@pytest.fixture
def lesson(house: House, clock: SetClock) -> int:
    values = {
        "broke": "Pick-up orders run late",
        "plan": "Start the boxes on Friday",
        "agreed": ["Elif"],
        "in_use_since": clock.now.date(),
    }
    number = house.lessons.learn(complaint(house, "Dana"), values).value
    for days in (3, 8, 20):
        house.lessons.link(complaint(house, ago=timedelta(days=days)), number)
        complaint(house, ago=timedelta(days=days))
    clock.move(days=10)
    house.lessons.link(complaint(house, "Nora"), number)
    complaint(house)
    clock.move(days=20)
    return number
