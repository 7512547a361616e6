"""A card studio over a real file with one apology card in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.card import CardSize
from app.domain.case import Message
from app.domain.terms import MessageKind
from app.services.house import House
from app.system.machine import Machine
from app.ui.cards.names import look_words, sheet_words, size_words
from app.ui.cards.studio import CardStudio
from app.ui.desk import Desk
from app.ui.widgets.choice_box import ChoiceBox
from tests.printing.cards import SHORT
from tests.printing.cups import cups

__all__ = ["cups"]


class Offers:
    """The undo that was offered last, as the bar at the foot keeps it."""

    def __init__(self, desk: Desk) -> None:
        self.words: list[str] = []
        self._undo: object = None
        desk.undo_offered.connect(self._hear)

    def _hear(self, words: str, undo: object) -> None:
        self.words.append(words)
        self._undo = undo

    def take_back(self) -> None:
        assert callable(self._undo)
        self._undo()


@pytest.fixture
def offers(desk: Desk) -> Offers:
    return Offers(desk)


@pytest.fixture
def case_id(house: House) -> int:
    case_id = house.cases.start(here_or_on_phone=True).value
    house.cases.answer_all(case_id, {"words": "The cake carried the wrong name.", "went_wrong": "the wrong name"})
    house.cases.set_customer(case_id, {"name": "Dana Whitfield"})
    return case_id


@pytest.fixture
def card_id(house: House, case_id: int) -> int:
    return house.messages.write(case_id, MessageKind.CARD, SHORT, card_kind="apology").value


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "machine.ini")


@pytest.fixture
def studio(qtbot: QtBot, desk: Desk, machine: Machine, card_id: int) -> Iterator[CardStudio]:
    made = CardStudio(desk, machine)
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    made.open_card(card_id)
    yield made
    made.leave()


def stored(house: House, card_id: int) -> Message:
    """The card as the file has it."""
    return house.messages.message(card_id)[1]


def press(studio: QWidget, words: str) -> None:
    """Press the one button of these words that is on screen."""
    (found,) = [made for made in studio.findChildren(QAbstractButton) if made.text() == words and made.isVisible()]
    found.click()


def choose(box: QWidget, value: object) -> None:
    """Take a choice as the owner does with the arrow keys."""
    assert isinstance(box, ChoiceBox)
    known = [*look_words(), *size_words(), *sheet_words(CardSize.A6_FOLDED), *sheet_words(CardSize.A5_FOLDED)]
    wanted = [box.findText(words) for one, words in known if one == value]
    steps = max(wanted) - box.currentIndex()
    box.setFocus()
    for _ in range(abs(steps)):
        QTest.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert box.choice() == value
