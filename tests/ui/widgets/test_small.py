"""Anger, chips, notices, panels, labels."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.anger import AngerMark, anger_colors
from app.ui.widgets.anger_scale import AngerScale
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.icon_mark import IconDisc, IconMark
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.notice import Notice
from app.ui.widgets.panel import Panel
from app.ui.widgets.saved_badge import SavedBadge
from app.ui.widgets.words import ElidedLabel, label
from tests.ui.widgets.screen import Heard, show, spoken


def _press(scale: AngerScale, key: Qt.Key) -> None:
    """Press a key on the cell that has the focus."""
    cell = scale.focusWidget() or scale.focusProxy()
    assert cell is not None
    QTest.keyClick(cell, key)


def _cell(scale: AngerScale, figure: int) -> QWidget:
    return next(cell for cell in scale.findChildren(QWidget) if cell.accessibleName() == str(figure))


class TestAngerScale:
    def test_clicks(self, qtbot: QtBot) -> None:
        scale, heard = AngerScale(), Heard()
        scale.picked.connect(heard.hear)
        show(qtbot, scale)
        assert scale.figure() is None
        QTest.mouseClick(_cell(scale, 8), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 4))
        QTest.mouseClick(_cell(scale, 8), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 4))
        assert (scale.figure(), heard.values) == (8, [8])

    def test_keys(self, qtbot: QtBot) -> None:
        scale, other, heard = AngerScale(), LineBox(), Heard()
        scale.picked.connect(heard.hear)
        show(qtbot, other, scale)
        scale.setFocus()
        for key in (Qt.Key.Key_7, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_0):
            _press(scale, key)
        assert heard.values == [7, 8, 7, 1, 10, 0]
        _press(scale, Qt.Key.Key_Left)
        assert heard.values[-1] == 0
        _press(scale, Qt.Key.Key_Delete)
        assert scale.figure() is None
        assert heard.values[-1] is None
        _press(scale, Qt.Key.Key_Right)
        assert scale.figure() == 0

    def test_tab_stops_once_and_focus_follows_the_figure(self, qtbot: QtBot) -> None:
        scale, before, after = AngerScale(), LineBox(), LineBox()
        show(qtbot, before, scale, after)
        scale.set_figure(4)
        before.setFocus()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert _cell(scale, 4).hasFocus()
        QTest.keyClick(_cell(scale, 4), Qt.Key.Key_Right)
        assert _cell(scale, 5).hasFocus()
        QTest.keyClick(_cell(scale, 5), Qt.Key.Key_Tab)
        assert after.hasFocus()

    @pytest.mark.parametrize("stored", [None, -1, 11])
    def test_a_stored_figure_is_not_told(self, stored: int | None) -> None:
        scale, heard = AngerScale(), Heard()
        scale.picked.connect(heard.hear)
        scale.set_figure(3)
        scale.set_figure(stored)
        assert (scale.figure(), heard.values) == (None, [])

    def test_a_label_leads_to_it_and_it_is_read_out(self, qtbot: QtBot) -> None:
        scale = AngerScale()
        show(qtbot, LineBox(), Field("How angry are they now?", scale))
        scale.set_figure(8)
        assert spoken(_cell(scale, 8)) == "8"
        assert scale.accessibleName() == "How angry are they now?"
        assert scale.accessibleDescription() == "8"

    def test_the_chosen_and_the_focused_are_seen(self, qtbot: QtBot) -> None:
        scale, other = AngerScale(), LineBox()
        show(qtbot, other, scale)
        other.setFocus()
        bare = _cell(scale, 8).grab().toImage()
        scale.set_figure(8)
        chosen = _cell(scale, 8).grab().toImage()
        scale.setFocus()
        assert len({bare.pixel(10, 3), chosen.pixel(10, 3)}) == 2
        assert _cell(scale, 8).grab().toImage() != chosen


def test_anger_goes_from_green_to_red() -> None:
    hues = [anger_colors(figure, False)[0].hue() for figure in range(11)]
    assert hues == sorted(hues, reverse=True)
    assert abs(hues[0] - 150) <= 3
    assert abs(hues[-1] - 10) <= 3
    assert anger_colors(99, True) == anger_colors(10, True)


def test_anger_mark_is_read_out(qtbot: QtBot) -> None:
    mark = AngerMark(8)
    show(qtbot, mark)
    known = mark.grab().toImage()
    assert spoken(mark) == "anger 8"
    mark.set_figure(None)
    assert spoken(mark) == "anger not known"
    assert mark.grab().toImage() != known


def test_notice_takes_words_as_they_are(qtbot: QtBot) -> None:
    notice, heard = Notice("coral", "warning", "That is <i>an</i> excuse.", "“a < b & c”\nsecond line"), Heard()
    take = button("Take it out")
    take.clicked.connect(heard.hear)
    notice.add_button(take)
    notice.add_button(button("Keep it"))
    show(qtbot, notice)
    assert notice.words() == "That is <i>an</i> excuse. “a < b & c”\nsecond line"
    shown = next(made.text() for made in notice.findChildren(QLabel))
    assert "&lt;i&gt;an&lt;/i&gt;" in shown
    assert "a &lt; b &amp; c”<br>second" in shown
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert len(heard.values) == 1


def test_chip_changes_its_tone(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("2 days late", "coral")
    show(qtbot, chip)
    assert chip.grab().toImage().pixelColor(chip.width() // 2, 2) == theme.color("coral_soft")
    chip.set_words("kept", "green")
    assert chip.grab().toImage().pixelColor(chip.width() // 2, 2) == theme.color("green_soft")
    assert spoken(chip) == "kept"


def test_saved_badge_turns_into_a_sentence(qtbot: QtBot, theme: Theme) -> None:
    badge = SavedBadge()
    show(qtbot, badge)
    assert badge.words() == "Every word is saved"
    assert badge.grab().toImage().pixelColor(badge.width() // 2, 2) == theme.color("green_soft")
    badge.show_problem("The disk is full.")
    assert spoken(badge) == "The disk is full."
    assert badge.grab().toImage().pixelColor(badge.width() // 2, 2) == theme.color("coral_soft")
    badge.show_saved()
    assert badge.words() == "Every word is saved"


def test_empty_page_offers_one_act(qtbot: QtBot) -> None:
    page = EmptyPage("envelope-simple", "Cards that you write will be here.", "Write a card", "plus")
    show(qtbot, page)
    with qtbot.waitSignal(page.act_requested):
        QTest.mouseClick(
            next(made for made in page.findChildren(QWidget) if made.accessibleName() == "Write a card"),
            Qt.MouseButton.LeftButton,
        )


def test_panel_wears_the_theme(qtbot: QtBot, theme: Theme) -> None:
    panel = Panel("Lesson to keep", "lightbulb")
    panel.add(label("Read the name back."))
    panel.add_line()
    lesson = Panel("What you learned", tone="amber")
    show(qtbot, panel, lesson)
    assert panel.accessibleName() == "Lesson to keep"
    assert panel.grab().toImage().pixelColor(panel.width() // 2, 4) == theme.color("surface")
    assert lesson.grab().toImage().pixelColor(lesson.width() // 2, 4) == theme.color("amber_soft")
    theme.set_mode("dark")
    assert panel.grab().toImage().pixelColor(panel.width() // 2, 4) == theme.color("surface")
    assert theme.color("surface").name().upper() == theme.tokens.dark["surface"]


@pytest.mark.parametrize("make", [IconMark, IconDisc])
def test_icons_follow_the_theme(qtbot: QtBot, theme: Theme, make: type[IconMark]) -> None:
    mark = make("phone", "coral")
    show(qtbot, mark)
    light = mark.grab().toImage()
    theme.set_mode("dark")
    dark = mark.grab().toImage()
    assert dark != light
    mark.set_icon("gift", "coral")
    assert mark.grab().toImage() != dark


def test_elided_label_tells_the_whole(qtbot: QtBot) -> None:
    name = ElidedLabel("Rosa’s Bakery and Tea Room at the Old Mill in the Lane", "title")
    window = show(qtbot, name)
    window.resize(160, 60)
    assert name.toolTip() == name.text()
    window.resize(900, 60)
    assert name.toolTip() == ""
    assert spoken(name) == name.text()


def test_labels_show_words_as_they_are() -> None:
    assert label("100% & <b>").textFormat() is Qt.TextFormat.PlainText


def test_flow_layout_wraps_and_leaves_out_what_is_hidden(qtbot: QtBot) -> None:
    row = QWidget()
    flow = FlowLayout(row, gap=10)
    parts = [QWidget() for _ in range(4)]
    for part in parts:
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    qtbot.addWidget(row)
    row.resize(220, 100)
    row.show()
    qtbot.waitExposed(row)
    assert [part.geometry() for part in parts[:3]] == [
        QRect(0, 0, 100, 20),
        QRect(110, 0, 100, 20),
        QRect(0, 30, 100, 20),
    ]
    assert flow.heightForWidth(220) == 50
    assert flow.sizeHint() == QSize(430, 20)
    parts[0].hide()
    qtbot.waitUntil(lambda: parts[1].x() == 0)
    assert flow.minimumSize() == QSize(100, 20)
    taken = flow.takeAt(0)
    assert taken is not None
    assert (flow.count(), flow.itemAt(9), flow.takeAt(9)) == (3, None, None)
