"""A complaint that came although a plan was in use says so beside the list, and no more once it is unlinked."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.services.house import House
from app.ui.cases.page import ComplaintsPage
from app.ui.desk import Desk
from tests.ui.cases.conftest import JOEL, MARCUS
from tests.ui.conftest import SetClock


def test_what_came_back_is_said_beside_it(
    shop: House, page: ComplaintsPage, desk: Desk, clock: SetClock, qtbot: QtBot
) -> None:
    lesson = shop.lessons.learn(JOEL, {"broke": "Late", "plan": "Start on Friday"}).value
    shop.lessons.change(lesson, {"agreed": ["Elif"], "in_use_since": clock.now.date() - timedelta(days=30)})
    page.table.choose(MARCUS)
    qtbot.waitUntil(lambda: page.side._who.text() == "Marcus Oyelaran")
    assert not page.side._came_back.isVisible()
    done = desk.calls.run(shop.lessons.link, MARCUS, lesson)
    qtbot.waitUntil(page.side._came_back.isVisible)
    assert page.side._came_back.text() == "Came back"
    assert page.side._slip.text().startswith("The plan “Start on Friday” is in use since ")
    assert done is not None
    desk.calls.run(shop.lessons.undo_link, done.value)
    qtbot.waitUntil(lambda: not page.side._came_back.isVisible())
    assert not page.side._slip.isVisible()
