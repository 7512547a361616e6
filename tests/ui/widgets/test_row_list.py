"""The list of records: what it tells, what it keeps, and what a screen reader gets."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.row_list import Entry, RowList, chip_place, cross
from tests.ui.widgets.screen import Heard, show

ONE = Entry(key=11, strong="Dana", third="555 01", chip="1 open", chip_tone="amber", icon="users")
TWO = Entry(key=22, strong="Marcus", third="2 complaints")
THREE = Entry(key=33, strong="Nora " * 40, second="Oakham", third="")


def _shown(qtbot: QtBot, *entries: Entry, lines: int = 2, most: int = 0) -> RowList:
    rows = RowList("Customers", lines, most)
    qtbot.addWidget(rows)
    rows.set_entries(entries)
    rows.resize(300, 300)
    rows.show()
    return rows


def test_the_model_is_sound(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(_shown(qtbot, ONE, TWO).model())


def test_going_to_another_record_is_told_once_and_showing_is_not(qtbot: QtBot) -> None:
    rows = _shown(qtbot, ONE, TWO)
    told: list[object] = []
    rows.chosen.connect(told.append)
    rows.choose(11)
    rows.set_entries([TWO, ONE])
    assert told == []
    assert rows.choice() == 11
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert told == [22]


def test_enter_and_a_click_open(qtbot: QtBot) -> None:
    rows = _shown(qtbot, ONE, TWO)
    opened: list[object] = []
    rows.opened.connect(opened.append)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    rows.choose(22)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    place = rows.visualRect(rows.model().index(0, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [22, 11]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("tone", ["", "accent", "amber", "green", "coral"])
def test_a_chip_stands_out_of_a_selected_row(qtbot: QtBot, theme: Theme, mode: str, tone: str) -> None:
    theme.set_mode(mode)
    rows = _shown(qtbot, TWO, Entry(1, "Late", chip="In use", chip_tone=tone))
    rows.choose(1)
    rows.clearFocus()
    area = rows.visualRect(rows.model().index(1, 0))
    inside = area.adjusted(theme.space(14), theme.space(10), -theme.space(14), -theme.space(10))
    chip = chip_place(rows.entry(1), inside)
    picture = rows.viewport().grab().toImage()
    beside = picture.pixelColor(chip.left() - 6, chip.center().y())
    assert picture.pixelColor(chip.left() + 4, chip.center().y()) != beside


def test_a_chip_makes_way_for_a_title_that_it_would_cut(theme: Theme) -> None:
    area = QRect(0, 0, 260, 40)
    short, long = Entry(1, "Late", third="Dana, 3 Oct", chip="Stronger than before"), "Birthday cake two hours late"
    assert chip_place(short, area).top() < 0
    below = chip_place(short._replace(strong=long), area)
    assert below.top() > 10
    assert below.bottom() <= area.bottom() + 2
    assert below.right() == chip_place(short, area).right()
    assert chip_place(short._replace(strong=long, second="The plan"), area).top() < 0  # of three lines, the first


def test_a_record_that_went_is_no_longer_chosen(qtbot: QtBot) -> None:
    rows = _shown(qtbot, ONE, TWO)
    rows.choose(22)
    rows.set_entries([ONE])
    assert rows.choice() is None


def test_all_of_a_record_is_read_out_and_in_the_tooltip(qtbot: QtBot) -> None:
    rows = _shown(qtbot, ONE, THREE)
    first = rows.model().index(0, 0)
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "Dana, 555 01, 1 open"
    item = QAccessible.queryAccessibleInterface(rows).child(0)
    assert item.text(QAccessible.Text.Name) == "Dana, 555 01, 1 open"


def test_with_a_bound_it_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    few, many = _shown(qtbot, ONE, most=3), _shown(qtbot, *[ONE] * 9, most=3)
    height = few.row_height()
    assert height <= few.sizeHint().height() < 2 * height
    assert 3 * height <= many.sizeHint().height() < 4 * height


def test_it_paints_in_light_and_dark_chosen_and_focused(qtbot: QtBot, theme: Theme) -> None:
    rows = _shown(qtbot, ONE, TWO, THREE, lines=3)
    rows.choose(11)
    light = rows.grab().toImage()
    theme.set_mode("dark")
    assert rows.grab().toImage() != light
    rows.choose(22)
    chosen = rows.grab().toImage()
    rows.choose(33)
    assert rows.grab().toImage() != chosen


def test_a_cross_takes_out_and_opens_nothing(qtbot: QtBot) -> None:
    rows = RowList("Complaints", lines=2, most=5, removing="Take it out")
    rows.set_entries([Entry(key=1, strong="One"), Entry(key=2, strong="Two")])
    show(qtbot, rows)
    removed, opened = Heard(), Heard()
    rows.removed.connect(removed.hear)
    rows.opened.connect(opened.hear)
    second = rows.visualRect(rows.model().index(1, 0))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=cross(second).center())
    assert (removed.values, opened.values) == ([2], [])
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert opened.values == [2]
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert removed.values == [2, 2]
    assert rows.accessibleDescription() == "Take it out"


def test_delete_does_nothing_where_nothing_is_taken_out(qtbot: QtBot) -> None:
    rows = RowList("Complaints", lines=2, most=5)
    rows.set_entries([Entry(key=1, strong="One")])
    show(qtbot, rows)
    rows.choose(1)
    removed = Heard()
    rows.removed.connect(removed.hear)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    place = cross(rows.visualRect(rows.model().index(0, 0))).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert removed.values == []


def test_a_list_that_hugs_ends_with_its_last_row(qtbot: QtBot) -> None:
    rows = RowList("Lessons", hugs=True)
    rows.set_entries([Entry(key=1, strong="One"), Entry(key=2, strong="Two")])
    show(qtbot, rows)
    assert rows.height() < 3 * rows.row_height()
    rows.set_entries([Entry(key=at, strong=str(at)) for at in range(50)])
    qtbot.waitUntil(lambda: rows.height() > 300)
    assert rows.verticalScrollBar().maximum() > 0
