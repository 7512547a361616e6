"""The third time this year in words, and the panel whose rows open the complaints that they count."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.query import Again, CaseQuery, InCommon
from app.domain.tally import Place, Tally, year_of
from app.domain.terms import Stage
from app.ui.widgets.again_words import AgainNotice, ordinal, place_words
from app.ui.widgets.tally_panel import MOST, TallyPanel
from tests.shop import BERLIN

LABELS = {"late": "Late"}


def again(by: InCommon, *values: str, year: int = 2026) -> Again:
    return Again(by, values, *year_of(year, BERLIN))


def category(code: str) -> str:
    return LABELS.get(code, code)


@pytest.mark.parametrize(
    ("by", "what", "place", "words"),
    [
        (InCommon.CATEGORY, "late", 3, "Third complaint about “Late” this year."),
        (InCommon.CAUSE, "timing", 4, "Fourth complaint with the cause “Timing” this year."),
        (InCommon.SUPPLIER, "Brook Dairy", 13, "13th complaint that began with Brook Dairy this year."),
    ],
)
def test_each_thing_in_common_has_its_sentence(by: InCommon, what: str, place: int, words: str) -> None:
    assert place_words(Place(what, place, again(by, what)), 2026, category) == words


def test_a_case_of_another_year_names_it() -> None:
    one = Place("late", 3, again(InCommon.CATEGORY, "late", year=2025))
    assert place_words(one, 2026, category) == "Third complaint about “Late” in 2025."


@pytest.mark.parametrize(
    ("place", "words"),
    [(3, "Third"), (12, "Twelfth"), (13, "13th"), (21, "21st"), (22, "22nd"), (103, "103rd"), (111, "111th")],
)
def test_places_read_as_they_are_said(place: int, words: str) -> None:
    assert ordinal(place) == words


def test_the_notice_is_there_only_with_something_to_say(qtbot: QtBot) -> None:
    notice = AgainNotice()
    qtbot.addWidget(notice)
    notice.show_lines(("Third complaint of this kind this year: <b>Late</b>.",))
    assert notice.isVisible()
    assert notice.words() == "Third complaint of this kind this year: <b>Late</b>."
    notice.show_lines(())
    assert not notice.isVisible()


def test_each_row_opens_the_complaints_it_counted(qtbot: QtBot) -> None:
    panel = TallyPanel()
    qtbot.addWidget(panel)
    assert not panel.isVisible()
    tallies = [
        Tally("timing", 4, again(InCommon.CAUSE, "timing")),
        Tally("late", 3, again(InCommon.CATEGORY, "late")),
        Tally("Northside & Sons", 2, again(InCommon.SUPPLIER, "Northside & Sons", "northside & sons")),
    ]
    panel.show_tallies(tallies, category)
    shown = [part.text() for part in panel.findChildren(QLabel)]
    assert [text for text in shown if "\u00d7" in text] == ["4\u00d7", "3\u00d7", "2\u00d7"]
    assert [row.accessibleDescription() for row in panel.rows()] == ["4 complaints", "3 complaints", "2 complaints"]
    assert "%" not in "".join(shown)
    assert [row.accessibleName() for row in panel.rows()] == ["Timing", "Late", "Northside & Sons"]
    for row, tally in zip(panel.rows(), tallies, strict=True):
        with qtbot.waitSignal(panel.list_requested) as wish:
            row.click()
        assert wish.args == [CaseQuery(stage=Stage.ALL, again=tally.again)]


def test_the_same_again_is_not_made_anew_and_nothing_hides_it(qtbot: QtBot) -> None:
    panel = TallyPanel()
    qtbot.addWidget(panel)
    tallies = [Tally(f"kind {n}", 20 - n, again(InCommon.CATEGORY, f"kind {n}")) for n in range(MOST + 3)]
    panel.show_tallies(tallies, category)
    rows = panel.rows()
    assert len(rows) == MOST, "what comes up most"
    assert "and 3 more" in [part.text() for part in panel.findChildren(QPushButton)]
    panel.show_tallies(list(tallies), category)
    assert panel.rows() == rows
    panel.show_tallies([], category)
    assert panel.rows() == []
    assert not panel.isVisible()


def test_the_rest_comes_and_goes_by_a_key_and_stays_as_it_was_left(qtbot: QtBot) -> None:
    panel = TallyPanel()
    qtbot.addWidget(panel)
    tallies = [Tally(f"kind {n}", 20 - n, again(InCommon.CATEGORY, f"kind {n}")) for n in range(MOST + 3)]
    panel.show_tallies(tallies, category)
    panel.show()

    def seen() -> list[str]:
        return [one.text() for one in panel.findChildren(QPushButton) if one.isVisible()]

    first = [row.text() for row in panel.rows()]
    qtbot.waitUntil(lambda: seen() == [*first, "and 3 more"])
    more = next(one for one in panel.findChildren(QPushButton) if one.text() == "and 3 more")
    assert more.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(more, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(seen()) == MOST + 4)
    assert len(panel.rows()) == MOST + 3
    with qtbot.waitSignal(panel.list_requested) as wish:
        panel.rows()[-1].click()
    assert wish.args == [CaseQuery(stage=Stage.ALL, again=tallies[-1].again)]
    panel.show_tallies(tallies[1:], category)  # another count keeps it open
    qtbot.waitUntil(lambda: len(seen()) == MOST + 3 and "Show fewer" in seen())
    fewer = next(one for one in panel.findChildren(QPushButton) if one.isVisible() and one.text() == "Show fewer")
    qtbot.keyClick(fewer, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(seen()) == MOST + 1 and "and 2 more" in seen())


def test_where_it_is_low_the_rows_scroll_and_none_is_cut(qtbot: QtBot) -> None:
    panel = TallyPanel()
    qtbot.addWidget(panel)
    tallies = [Tally(f"kind {n}", 20 - n, again(InCommon.CATEGORY, f"kind {n}")) for n in range(MOST + 9)]
    panel.show_tallies(tallies, category)
    panel.resize(600, 260)
    panel.show()
    more = next(one for one in panel.findChildren(QPushButton) if one.text() == "and 9 more")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Return)
    panel.resize(600, 260)
    qtbot.waitUntil(lambda: len(panel.rows()) == MOST + 9 and panel.rows()[-1].isVisible())
    qtbot.waitUntil(lambda: all(row.height() >= row.sizeHint().height() for row in panel.rows()))
    qtbot.waitUntil(lambda: more.visibleRegion().boundingRect() == more.rect())
