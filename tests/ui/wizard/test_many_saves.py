"""A day of saves through the frame: each tells of itself once, and leaves no object behind."""

import gc
import weakref
from collections.abc import Mapping
from itertools import cycle, islice
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from app.domain.changes import Changes
from app.domain.terms import Step
from app.services.house import House
from app.ui.desk import Desk
from app.ui.wizard.frame import WizardPage
from tests.ui.wizard.hands import started, wizard

A_FEW, MANY = 12, 336  # saves on each of nine steps, 3,024 in all; both leave every answer taken back
MOST_MORE: Final = 0.02  # of the objects that lived before: caches that were not full yet
# Each step's answers come and go, so that what is listed beside and below them is built anew each time.
ANSWERS: Final[Mapping[Step, tuple[dict[str, object], ...]]] = {
    Step.SETTLE: ({"heat": 3}, {"heat": None}),
    Step.HEAR: ({"channel": "review"}, {"words": "Salt for sugar."}, {"words": ""}, {"channel": "phone"}),
    Step.OWN: ({"began_with": "supplier"}, {"supplier": "The mill"}, {"supplier": ""}, {"began_with": None}),
    Step.ANSWER: ({"answer": "explain"}, {"answer": "part-ways"}, {"answer": "apologise"}),
    Step.MAKE_RIGHT: ({"losses": ["money"]}, {"promise": "A new cake"}, {"losses": []}, {"promise": ""}),
    Step.SAY: ({"went_wrong": "the salt"}, {"went_wrong": ""}),
    Step.LEARN: ({"nothing_because": "It was the weather."}, {"nothing_because": ""}),
    Step.FOLLOW_UP: ({"call_result": "happy"}, {"call_anger": 2}, {"call_anger": None}, {"call_result": None}),
    Step.CLOSE: ({"outcome": "kept"}, {"best_way": "Asked at once."}, {"best_way": ""}, {"outcome": None}),
}


class Heard(QObject):
    """Counts what the hub tells."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.count = 0
        desk.hub.changed.connect(self.hear)

    def hear(self, _changes: Changes) -> None:
        self.count += 1


def save(frame: WizardPage, times: int) -> None:
    """So many saves on each step's page, each followed by the turn of the event loop that a click would bring."""
    for step, answers in ANSWERS.items():
        frame.go(step)
        page = frame.page
        assert page is not None
        for values in islice(cycle(answers), times):
            for name, value in values.items():
                page.at_once(name, value)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def alive(frame: WizardPage) -> tuple[int, int]:
    """How many objects Python keeps, and how many Qt keeps below the frame."""
    children = len(frame.findChildren(QObject))  # first: what Python had not met of them, it keeps from now on
    gc.collect()
    # The database driver keeps up to two hundred dead references to its cursors, and clears them now and then.
    kept = sum(1 for one in gc.get_objects() if type(one) is not weakref.ReferenceType)
    return kept, children


def test_three_thousand_saves_leave_nothing_behind(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk)
    number = started(frame, house)
    customer = house.cases.set_customer(number, {"name": "Dana Whitfield"}).value
    house.cases.choose_customer(house.cases.start(here_or_on_phone=True).value, customer)
    lesson = house.cases.start(here_or_on_phone=True).value
    house.lessons.learn(lesson, {"broke": "Sugar and salt stand side by side", "plan": "Label both"})
    save(frame, A_FEW)
    objects, children = alive(frame)
    heard = Heard(desk)
    save(frame, MANY)
    assert heard.count == (MANY + 1) * len(ANSWERS)  # each step that is opened is noted as well
    objects_after, children_after = alive(frame)
    assert children_after == children
    assert objects_after <= objects * (1 + MOST_MORE)
