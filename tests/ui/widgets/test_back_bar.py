"""The way back at the foot, and the small words that stay pressed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.back_bar import BackBar
from app.ui.widgets.quiet_toggle import QuietToggle


def test_the_way_back_is_gone_once_it_is_taken(qtbot: QtBot, theme: Theme) -> None:
    bar = BackBar()
    qtbot.addWidget(bar)
    taken: list[str] = []
    bar.offer("You were at complaint 3.", lambda: taken.append("three"))
    bar.offer("You were at complaint 4.", lambda: taken.append("four"))
    assert bar.sentence() == "You were at complaint 4."
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == "Back to it")
    with qtbot.waitSignal(bar.closed):
        button.click()
    assert taken == ["four"]
    assert bar.isHidden()
    bar.go_back()
    assert taken == ["four"]


def test_it_can_be_closed(qtbot: QtBot, theme: Theme) -> None:
    bar = BackBar()
    qtbot.addWidget(bar)
    bar.offer("You were at complaint 3.", lambda: None)
    close = next(one for one in bar.findChildren(QPushButton) if one.accessibleName() == "Close this message")
    close.click()
    assert bar.sentence() == ""
    assert bar.isHidden()


def test_a_pressed_word_shows_a_mark_and_is_pressed_by_enter_and_by_a_reader(qtbot: QtBot, theme: Theme) -> None:
    word = QuietToggle("It helped")
    qtbot.addWidget(word)
    told: list[bool] = []
    word.clicked.connect(lambda checked: told.append(bool(checked)))
    word.show()
    assert word.icon().isNull()
    qtbot.keyClick(word, Qt.Key.Key_Return)
    assert word.isChecked()
    assert not word.icon().isNull()
    QAccessible.queryAccessibleInterface(word).actionInterface().doAction("Toggle")
    assert told == [True, False]
    assert word.icon().isNull()
