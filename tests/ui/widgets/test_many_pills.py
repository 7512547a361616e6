"""Rows of which several, and columns of which one, may be taken."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.choice_list import ChoiceList
from app.ui.widgets.many_pills import ManyPills
from app.ui.widgets.pill_row import PillRow

PAIRS = [(1, "One"), (2, "Two")]


def _button(parent: QWidget, words: str) -> QAbstractButton:
    return next(one for one in parent.findChildren(QAbstractButton) if one.accessibleName() == words)


def test_any_number_is_taken_and_given_back(qtbot: QtBot) -> None:
    row = ManyPills(PAIRS)
    qtbot.addWidget(row)
    told: list[object] = []
    row.chosen.connect(told.append)
    row.choose(frozenset({2}))
    _button(row, "One").click()
    _button(row, "Two").click()
    assert told == [frozenset({1, 2}), frozenset({1})]
    assert row.choice() == {1}


def test_taken_is_more_than_a_colour_and_moves_nothing(qtbot: QtBot) -> None:
    row = PillRow(PAIRS)
    qtbot.addWidget(row)
    row.show()
    one = _button(row, "One")
    one.setStyleSheet("background: white; color: black; border: none")
    free, before = _grey(one), row.sizeHint()
    row.choose(1)
    assert _grey(one) != free
    assert row.sizeHint() == before


def test_enter_takes_as_space_does(qtbot: QtBot) -> None:
    row = PillRow(PAIRS)
    qtbot.addWidget(row)
    told: list[object] = []
    row.chosen.connect(told.append)
    QTest.keyClick(_button(row, "Two"), Qt.Key.Key_Return)
    assert (told, row.choice()) == ([2], 2)


def _grey(button: QAbstractButton) -> QImage:
    """What is left of the picture for an eye without colours."""
    return button.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_one_sentence_is_taken(qtbot: QtBot) -> None:
    rows = ChoiceList(PAIRS)
    qtbot.addWidget(rows)
    told: list[object] = []
    rows.chosen.connect(told.append)
    rows.choose(1)
    assert told == []
    QTest.keyClick(_button(rows, "Two"), Qt.Key.Key_Space)
    assert (told, rows.choice()) == ([2], 2)
    rows.choose("nothing of these")
    assert rows.choice() is None


def test_taken_sentence_stays_among_others(qtbot: QtBot) -> None:
    rows = ChoiceList(PAIRS)
    qtbot.addWidget(rows)
    rows.choose(2)
    rows.set_choices([(2, "Two"), (3, "Three")])
    assert rows.choice() == 2
    rows.set_choices([(3, "Three")])
    assert rows.choice() is None


def test_long_sentence_wraps(qtbot: QtBot) -> None:
    rows = ChoiceList([(1, "A sentence that is much longer than the place which it is given here")])
    qtbot.addWidget(rows)
    assert rows.heightForWidth(160) > rows.heightForWidth(800)
