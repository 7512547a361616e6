"""What a screen reader or dictation does through Qt's actions for them is told as a click or a key is."""

from datetime import date

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.anger_scale import AngerScale
from app.ui.widgets.choice_list import ChoiceList
from app.ui.widgets.date_box import DateBox
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.many_pills import ManyPills
from app.ui.widgets.pill_row import PillRow
from app.ui.widgets.tick_box import TickBox

PAIR: list[tuple[object, str]] = [(1, "one"), (2, "two")]


def toggle(button: QAbstractButton) -> None:
    QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Toggle")


def put_in(line: LineBox, words: str) -> None:
    QAccessible.queryAccessibleInterface(line).editableTextInterface().insertText(0, words)


def button(within: QWidget, name: str) -> QAbstractButton:
    return next(one for one in within.findChildren(QAbstractButton) if one.accessibleName() == name)


def test_a_tick(qtbot: QtBot) -> None:
    box = TickBox("It is so")
    qtbot.addWidget(box)
    told: list[bool] = []
    box.clicked.connect(lambda ticked: told.append(bool(ticked)))
    toggle(box)
    toggle(box)
    box.click()
    box.setChecked(False)
    assert told == [True, False, True]


def test_one_of_a_row_and_one_of_a_list(qtbot: QtBot) -> None:
    for kind in (PillRow, ChoiceList):
        row = kind(PAIR)
        qtbot.addWidget(row)
        told: list[object] = []
        row.chosen.connect(told.append)
        toggle(button(row, "two"))
        toggle(button(row, "one"))
        row.choose(2)
        button(row, "one").click()
        assert told == [2, 1, 1]


def test_several_of_a_row(qtbot: QtBot) -> None:
    row = ManyPills(PAIR)
    qtbot.addWidget(row)
    told: list[object] = []
    row.chosen.connect(told.append)
    toggle(button(row, "two"))
    toggle(button(row, "one"))
    toggle(button(row, "two"))
    assert told == [{2}, {1, 2}, {1}]


def test_a_figure(qtbot: QtBot) -> None:
    scale = AngerScale()
    qtbot.addWidget(scale)
    told: list[object] = []
    scale.picked.connect(told.append)
    toggle(button(scale, "7"))
    toggle(button(scale, "3"))
    scale.set_figure(None)
    assert told == [7, 3]
    assert not any(cell.isChecked() for cell in scale.findChildren(QRadioButton))


def test_words_in_a_line(qtbot: QtBot) -> None:
    line = LineBox()
    qtbot.addWidget(line)
    told: list[str] = []
    line.edited.connect(told.append)
    put_in(line, "Dana")
    line.set_text("Rosa")
    assert told == ["Dana"]


def test_a_day(qtbot: QtBot) -> None:
    box = DateBox()
    qtbot.addWidget(box)
    told: list[object] = []
    box.picked.connect(told.append)
    put_in(box.line(), "2026-12-02")
    assert told == [date(2026, 12, 2)]
