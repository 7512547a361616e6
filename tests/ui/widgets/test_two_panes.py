"""A list and its details, beside one another or below, with a foot that is always reached and nothing cut."""

from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import current
from app.ui.widgets.row_list import Entry, RowList
from app.ui.widgets.two_panes import TwoPanes, detail_column
from app.ui.widgets.words import label


def _panes(qtbot: QtBot) -> tuple[TwoPanes, QPushButton, QScrollArea]:
    rows, detail, foot = RowList("Lessons", hugs=True), QWidget(), QPushButton("Change the plan")
    rows.set_entries([Entry(key=at, strong=str(at)) for at in range(30)])
    column = detail_column(detail)
    column.addWidget(label("A long line that is not broken anywhere", wrap=False))
    for _ in range(30):
        column.addWidget(label("More"))
    panes = TwoPanes(rows, detail, share=(9, 5))
    panes.set_foot(foot)
    qtbot.addWidget(panes)
    panes.show()
    return panes, foot, panes.findChildren(QScrollArea)[0]


def test_foot_stays_where_the_details_scroll_beside_the_list(qtbot: QtBot) -> None:
    panes, foot, scroll = _panes(qtbot)
    panes.resize(current().text_pixels(1000), 500)
    qtbot.waitUntil(lambda: not scroll.isAncestorOf(foot))
    qtbot.waitUntil(lambda: foot.visibleRegion().boundingRect().height() == foot.height())
    assert scroll.verticalScrollBar().maximum() > 0


def test_foot_scrolls_with_the_details_where_there_is_little_room(qtbot: QtBot) -> None:
    panes, foot, scroll = _panes(qtbot)
    panes.resize(current().text_pixels(500), 300)
    qtbot.waitUntil(lambda: scroll.isAncestorOf(foot))
    panes.resize(current().text_pixels(1000), 500)
    qtbot.waitUntil(lambda: not scroll.isAncestorOf(foot))


def test_details_are_never_cut_at_the_side(qtbot: QtBot) -> None:
    panes, _, scroll = _panes(qtbot)
    panes.resize(current().text_pixels(660), 500)
    detail = scroll.widget()
    assert detail is not None
    least = detail.minimumSizeHint().width()
    qtbot.waitUntil(lambda: scroll.viewport().width() >= least)
    assert detail.width() <= scroll.viewport().width()
