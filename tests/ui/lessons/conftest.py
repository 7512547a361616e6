"""The page of lessons, hands for it, and what it offers to take back."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.services.house import House
from app.ui.desk import Desk
from app.ui.lessons.page import LessonsPage


class Undo:
    """What was offered to be taken back."""

    def __init__(self, desk: Desk) -> None:
        self.words: list[str] = []
        self._acts: list[Callable[[], object]] = []
        desk.undo_offered.connect(self._on_offered)

    def _on_offered(self, words: str, act: Callable[[], object]) -> None:
        self.words.append(words)
        self._acts.append(act)

    def take_back(self) -> str:
        """Undo what was done last; the sentence that offered it."""
        self._acts.pop()()
        return self.words.pop()


@pytest.fixture
def undo(desk: Desk) -> Undo:
    return Undo(desk)


def texts(part: QWidget) -> list[str]:
    QCoreApplication.sendPostedEvents()  # a layout shows what was added to it by an event of its own
    return [one.text() for one in part.findChildren(QLabel) if one.isVisibleTo(part)]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[LessonsPage]:
    made = LessonsPage(desk)
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    yield made
    made.hide()


def learned(house: House, broke: str, plan: str = "", *, ago: int = 0, agreed: tuple[str, ...] = ()) -> int:
    """A lesson from one complaint that came in `ago` days before now."""
    number = house.cases.start(here_or_on_phone=False, came_in=house.clock() - timedelta(days=ago)).value
    house.cases.answer_all(number, {"words": f"Complaint about {broke}"})
    lesson = house.lessons.learn(number, {"broke": broke, "plan": plan}).value
    if agreed:
        house.lessons.change(lesson, {"agreed": agreed, "in_use_since": house.clock().date()})
    return lesson


def came_back(house: House, lesson: int) -> int:
    number = house.cases.start(here_or_on_phone=False).value
    house.lessons.link(number, lesson)
    return number


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
