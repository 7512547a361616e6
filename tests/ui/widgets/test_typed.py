"""What is typed is handed over soon, once, and never lost."""

import time

from pytestqt.qtbot import QtBot

from app.ui.widgets.search_everything import SearchEverything
from app.ui.widgets.typed import SAVE_AFTER_MS, Typed


def test_the_first_key_starts_the_clock_and_all_keys_go_together(qtbot: QtBot) -> None:
    typed = Typed()
    began = time.monotonic()
    with qtbot.waitSignal(typed.ready, timeout=5000) as ready:
        typed.later("name", "D")
        typed.later("name", "Da")
        typed.later("phone", "5")
    assert ready.args == [{"name": "Da", "phone": "5"}]
    assert time.monotonic() - began < 1.0 + SAVE_AFTER_MS / 1000
    assert not typed.has_unsaved()


def test_flush_hands_over_at_once_and_only_once(qtbot: QtBot) -> None:
    typed = Typed()
    given: list[object] = []
    typed.ready.connect(given.append)
    typed.later("name", "Dana")
    typed.flush()
    typed.flush()
    assert given == [{"name": "Dana"}]


def test_what_could_not_be_saved_waits_and_newer_words_win(qtbot: QtBot) -> None:
    typed = Typed()
    given: list[object] = []
    typed.ready.connect(given.append)
    typed.later("name", "Dana W")
    typed.put_back({"name": "Dana", "phone": "5"})
    assert typed.keeps("phone")
    typed.flush()
    assert given == [{"name": "Dana W", "phone": "5"}]


def test_a_hidden_search_wishes_nothing(qtbot: QtBot) -> None:
    box = SearchEverything()
    qtbot.addWidget(box)
    box.show()
    wished: list[object] = []
    box.list_requested.connect(wished.append)
    qtbot.keyClicks(box, "cake")
    box.hide()
    assert wished == []
    assert not box._rest.isActive()
