"""A page of Today that is really shown, and what it wished for."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.today.page import TodayPage


class Wishes(NamedTuple):
    """What the desk was asked for, in order: name and arguments."""

    made: list[tuple[object, ...]]
    undo: list[tuple[str, Callable[[], object]]]


@pytest.fixture
def wishes(desk: Desk) -> Wishes:
    kept = Wishes([], [])
    for name in ("case", "step", "card", "list", "lesson", "effect"):
        signal = getattr(desk, f"{name}_requested")
        signal.connect(lambda *given, name=name: kept.made.append((name, *given)))
    desk.new_complaint_requested.connect(lambda: kept.made.append(("new",)))
    desk.undo_offered.connect(lambda words, undo: kept.undo.append((words, undo)))
    return kept


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[TodayPage]:
    made = TodayPage(desk)
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    yield made
    made.hide()
