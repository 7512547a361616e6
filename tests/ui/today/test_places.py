"""A row that got other words while nobody saw it stands as one that was made with them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.terms import DueKind
from app.ui.today.row import Row
from app.ui.today.words import RowWords

SHORT = RowWords(
    number=1,
    kind=DueKind.CARD,
    card_id=1,
    icon="printer",
    tone="plum",
    title="Print the card for Ida",
    facts="Wrong name.",
    due="Thu",
    due_in_full="Thursday 26 November 2026",
    due_tone="",
    act="Print",
)
LONG = replace(
    SHORT,
    kind=DueKind.FOLLOW_UP,
    title="Follow up with Priya Raman and all of her seven brothers and sisters",
    facts="The cake had the wrong name on it. A week since your answer. Anger was 9. " * 2,
    due="12 days late",
    act="Write how it went",
)
SAME_HEIGHT = replace(SHORT, due="2 days late", act="Mark as posted")


def _shown(qtbot: QtBot, row: Row, width: int) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch(1)
    window.resize(width, 400)
    window.show()
    qtbot.waitExposed(window)
    return window


def _places(row: Row) -> list[QRect]:
    controls: list[QWidget] = [row.chip(), row.put_off_button(), row.act_button()]
    return [row.rect(), *(control.geometry() for control in controls)]


@pytest.mark.parametrize("width", [420, 700, 1000])
@pytest.mark.parametrize(("before", "after"), [(SHORT, LONG), (LONG, SHORT), (SHORT, SAME_HEIGHT)])
@pytest.mark.parametrize("whole_page", [False, True])
def test_words_that_change_while_hidden(
    qtbot: QtBot, width: int, before: RowWords, after: RowWords, whole_page: bool
) -> None:
    made_so, row = Row(), Row()
    made_so.show_words(after, first=True)
    expected = _shown(qtbot, made_so, width)
    row.show_words(before, first=True)
    window = _shown(qtbot, row, width)
    hidden = window if whole_page else row
    hidden.hide()
    row.show_words(after, first=True)
    hidden.show()
    qtbot.waitUntil(lambda: _places(row) == _places(made_so))
    assert expected.isVisible()
    assert row.act_button().width() >= row.act_button().sizeHint().width()
