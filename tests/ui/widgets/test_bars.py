"""The parts around a page: side bar, head, steps, undo, progress."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.buttons import button
from app.ui.widgets.entry_button import EntryButton
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.pill_row import PillRow
from app.ui.widgets.side_bar import SideBar
from app.ui.widgets.step_list import StepList
from app.ui.widgets.undo_bar import UndoBar
from tests.ui.widgets.screen import Heard, show, spoken

PAGES = (("today", "Today", "sun-horizon"), ("complaints", "Complaints", "chat-centered-text"))
STEPS = (("settle", "Settle", "leaf"), ("hear", "Hear them out", "ear"), ("own", "Own it", "heart"))


def named(root: QWidget, name: str) -> QPushButton:
    """The button that a screen reader calls so."""
    found = [made for made in root.findChildren(QPushButton) if spoken(made) == name]
    assert len(found) == 1, name
    return found[0]


def click(root: QWidget, name: str) -> None:
    """Click it."""
    QTest.mouseClick(named(root, name), Qt.MouseButton.LeftButton)


@pytest.fixture
def bar() -> SideBar:
    made = SideBar()
    made.set_shop("Rosa’s Bakery")
    made.set_pages(PAGES)
    made.set_current("today")
    return made


def _is_seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


class TestSideBar:
    def test_pages_are_asked_for_and_marked_when_shown(self, bar: SideBar, qtbot: QtBot) -> None:
        heard = Heard()
        bar.page_requested.connect(heard.hear)
        show(qtbot, bar)
        click(bar, "Complaints")
        assert heard.values == ["complaints"]
        # Nobody has shown it yet.
        assert named(bar, "Today").isChecked()
        bar.set_current("complaints")
        assert named(bar, "Complaints").isChecked()
        assert not named(bar, "Today").isChecked()
        click(bar, "Settings")
        assert heard.values == ["complaints", "settings"]

    def test_new_complaint(self, bar: SideBar, qtbot: QtBot) -> None:
        show(qtbot, bar)
        with qtbot.waitSignal(bar.new_complaint_requested):
            click(bar, "New complaint")

    def test_counts_are_seen_and_read_out(self, bar: SideBar) -> None:
        bar.set_badge("today", 4)
        today = named(bar, "Today")
        assert spoken(today, QAccessible.Text.Description) == "4 waiting"
        with_count = today.grab().toImage()
        bar.set_badge("today", 0)
        assert spoken(today, QAccessible.Text.Description) == ""
        assert today.grab().toImage() != with_count
        with pytest.raises(KeyError):
            bar.set_badge("cards", 1)

    def test_pages_come_and_go(self, bar: SideBar) -> None:
        bar.set_badge("today", 4)
        bar.set_pages([*PAGES, ("cards", "Cards", "envelope-simple")])
        assert bar.pages() == ["today", "complaints", "cards"]
        assert spoken(named(bar, "Today"), QAccessible.Text.Description) == "4 waiting"
        assert named(bar, "Today").isChecked()
        bar.set_pages(PAGES[:1])
        assert bar.pages() == ["today"]

    def test_a_page_more_is_seen_without_scrolling(self, bar: SideBar, qtbot: QtBot) -> None:
        show(qtbot, bar)
        bar.resize(bar.width(), 700)
        bar.set_pages([*PAGES, ("cards", "Cards", "envelope-simple"), ("lessons", "Lessons", "lightbulb")])
        for page in ("Today", "Cards", "Lessons"):
            entry = named(bar, page)
            qtbot.waitUntil(partial(_is_seen, entry))

    def test_arrow_keys_walk_round(self, bar: SideBar, qtbot: QtBot) -> None:
        show(qtbot, bar)
        named(bar, "Today").setFocus()
        QTest.keyClick(named(bar, "Today"), Qt.Key.Key_Down)
        assert named(bar, "Complaints").hasFocus()
        QTest.keyClick(named(bar, "Complaints"), Qt.Key.Key_Down)
        assert named(bar, "Settings").hasFocus()
        QTest.keyClick(named(bar, "Settings"), Qt.Key.Key_Down)
        assert named(bar, "New complaint").hasFocus()
        QTest.keyClick(named(bar, "New complaint"), Qt.Key.Key_Up)
        assert named(bar, "Settings").hasFocus()

    def test_a_narrow_window_leaves_the_icons(self, bar: SideBar, qtbot: QtBot) -> None:
        window = QWidget()
        row = QHBoxLayout(window)
        row.addWidget(bar)
        row.addStretch(1)
        qtbot.addWidget(window)
        window.resize(1280, 640)
        window.show()
        qtbot.waitExposed(window)
        wide = bar.width()
        assert not bar.is_compact()
        window.resize(1024, 640)
        qtbot.waitUntil(bar.is_compact)
        assert bar.width() < wide / 2
        assert named(bar, "Today").toolTip() == "Today"
        assert named(bar, "New complaint").toolTip() == "New complaint"
        window.resize(1280, 640)
        qtbot.waitUntil(lambda: not bar.is_compact())
        assert named(bar, "Today").toolTip() == ""

    def test_no_name_is_cut(self, bar: SideBar, qtbot: QtBot) -> None:
        bar.set_pages([("long", "Complaints and what became of them", "users")])
        bar.set_badge("long", 120)
        show(qtbot, bar)
        entry = named(bar, "Complaints and what became of them")
        assert isinstance(entry, EntryButton)
        assert entry.width() >= entry.sizeHint().width()
        assert entry.count == "99+"

    def test_foot_note(self, bar: SideBar, qtbot: QtBot) -> None:
        show(qtbot, bar).resize(1280, 640)
        bar.set_foot_note("Backed up 9:02 today")
        notes = [made for made in bar.findChildren(QLabel) if made.text() == "Backed up 9:02 today"]
        assert [note.isVisible() for note in notes] == [True]
        bar.set_foot_note("")
        assert not notes[0].isVisible()

    def test_user_words_are_no_markup(self, bar: SideBar) -> None:
        bar.set_shop("<b>Rosa</b> & Sons")
        assert any(made.text() == "<b>Rosa</b> & Sons" for made in bar.findChildren(QLabel))
        assert all(made.textFormat() is Qt.TextFormat.PlainText for made in bar.findChildren(QLabel))


class TestStepList:
    def test_states_are_seen_and_read_out(self, qtbot: QtBot) -> None:
        steps = StepList()
        steps.set_steps(STEPS)
        show(qtbot, steps)
        settle = named(steps, "Settle")
        pictures = []
        for state, words in (("open", "open"), ("current", "you are here"), ("done", "done"), ("skipped", "skipped")):
            steps.set_state("settle", state)
            assert spoken(settle, QAccessible.Text.Description) == words
            pictures.append(settle.grab().toImage())
        assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])
        with pytest.raises(ValueError, match="lost"):
            steps.set_state("settle", "lost")

    def test_any_step_can_be_gone_to(self, qtbot: QtBot) -> None:
        steps, heard = StepList(), Heard()
        steps.set_steps(STEPS)
        steps.set_state("settle", "current")
        steps.step_requested.connect(heard.hear)
        show(qtbot, steps)
        click(steps, "Own it")
        named(steps, "Settle").setFocus()
        QTest.keyClick(named(steps, "Settle"), Qt.Key.Key_Down)
        QTest.keyClick(named(steps, "Hear them out"), Qt.Key.Key_Space)
        assert heard.values == ["own", "hear"]
        assert named(steps, "Settle").isChecked()
        assert not named(steps, "Own it").isChecked()

    def test_another_way_keeps_the_states(self) -> None:
        steps = StepList()
        steps.set_steps(STEPS)
        steps.set_state("hear", "done")
        steps.set_steps(STEPS[1:])
        assert steps.state("hear") == "done"
        assert steps.state("own") == "open"


class TestPageHeader:
    def test_crumbs_lead_back(self, qtbot: QtBot) -> None:
        header, heard = PageHeader("Dana Whitfield", "555 0199"), Heard()
        header.crumb_requested.connect(heard.hear)
        header.set_crumbs([("complaints", "Complaints"), ("", "No. 214")])
        header.add_right(button("Print", "primary", "printer"))
        show(qtbot, header)
        click(header, "Complaints")
        assert heard.values == ["complaints"]
        header.set_crumbs([])
        assert not [made for made in header.findChildren(QLabel) if made.text() == "No. 214" and made.isVisible()]
        assert named(header, "Print").isVisible()

    def test_below_the_title_no_button_is_wider_than_its_words(self, qtbot: QtBot) -> None:
        header = PageHeader("Lessons")
        for words in ("House rules", "Print"):
            header.add_right(button(words))
        show(qtbot, header)
        header.setFixedWidth(300)
        first, second = named(header, "House rules"), named(header, "Print")
        qtbot.waitUntil(lambda: header.width() == 300 and first.x() == 0 and first.y() > 20)
        assert (first.width(), second.width()) == (first.sizeHint().width(), second.sizeHint().width())


class TestPillRow:
    def test_one_is_taken(self, qtbot: QtBot) -> None:
        pills, heard = PillRow([(None, "All"), ("open", "Open 5"), (3, "Closed")]), Heard()
        pills.chosen.connect(heard.hear)
        show(qtbot, pills)
        pills.choose("open")
        assert (pills.choice(), heard.values) == ("open", [])
        click(pills, "Closed")
        assert (pills.choice(), heard.values) == (3, [3])
        QTest.keyClick(named(pills, "Closed"), Qt.Key.Key_Left)
        assert heard.values == [3, "open"]
        pills.choose("nothing of the kind")
        assert pills.choice() is None

    def test_new_counts_keep_what_was_taken(self) -> None:
        pills = PillRow([("open", "Open 5"), ("all", "All")])
        pills.choose("all")
        pills.set_words("open", "Open 6")
        assert named(pills, "Open 6").text() == "Open 6"
        pills.set_pills([("all", "All 9")])
        assert pills.choice() == "all"

    def test_it_wraps(self, qtbot: QtBot) -> None:
        pills = PillRow([(at, f"A rather long pill {at}") for at in range(6)])
        window = show(qtbot, pills)
        window.resize(1400, 300)
        one_line = pills.heightForWidth(1380)
        assert pills.heightForWidth(300) > 3 * one_line


class TestUndoBar:
    def test_it_takes_back_once(self, qtbot: QtBot) -> None:
        bar, heard = UndoBar(), Heard()
        show(qtbot, bar)
        bar.offer("Deleted.", lambda: heard.hear("back"))
        assert (bar.isVisible(), bar.sentence()) == (True, "Deleted.")
        click(bar, "Undo")
        bar.undo()
        assert heard.values == ["back"]
        assert not bar.isVisible()

    def test_ctrl_z_takes_back_but_not_over_the_head_of_a_field(self, qtbot: QtBot) -> None:
        bar, box, other, heard = UndoBar(), LineBox(), button("Else"), Heard()
        show(qtbot, box, other, bar)
        bar.offer("Deleted.", lambda: heard.hear("back"))
        box.setFocus()
        QTest.keyClicks(box, "abc")
        QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert (box.text(), heard.values) == ("", [])
        other.setFocus()
        QTest.keyClick(other, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert heard.values == ["back"]

    def test_it_goes_by_itself(self, qtbot: QtBot) -> None:
        bar, heard = UndoBar(seconds=0.02), Heard()
        show(qtbot, bar)
        with qtbot.waitSignal(bar.closed):
            bar.offer("Deleted.", lambda: heard.hear("back"))
        bar.undo()
        assert (bar.isVisible(), heard.values) == (False, [])

    def test_it_stays_while_the_focus_is_on_it(self, qtbot: QtBot) -> None:
        bar = UndoBar(seconds=0.02)
        window = show(qtbot, bar)
        bar.offer("Deleted.", window.hide)
        named(bar, "Undo").setFocus()
        with qtbot.assertNotEmitted(bar.closed, wait=100):
            pass
        assert bar.isVisible()
        bar.close_offer()

    def test_a_new_offer_replaces_the_old(self, qtbot: QtBot) -> None:
        bar, heard = UndoBar(), Heard()
        show(qtbot, bar)
        bar.offer("First.", lambda: heard.hear(1))
        bar.offer("Second.", lambda: heard.hear(2))
        click(bar, "Undo")
        assert heard.values == [2]

    @pytest.mark.parametrize("end", ["Undo", "Close this message"])
    def test_the_focus_goes_back_to_where_it_was(self, qtbot: QtBot, end: str) -> None:
        bar, first, box = UndoBar(), button("First"), LineBox()
        show(qtbot, first, box, bar)
        bar.offer("Deleted.", list)
        box.setFocus()
        named(bar, end).setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(named(bar, end), Qt.Key.Key_Return)
        assert box.hasFocus()

    def test_the_focus_goes_to_what_the_undo_brings_back(self, qtbot: QtBot) -> None:
        bar, first, gone = UndoBar(), button("First"), button("Delete")
        window = show(qtbot, first, gone, bar)
        gone.setFocus()
        bar.offer("Deleted.", gone.show)
        named(bar, "Undo").setFocus(Qt.FocusReason.TabFocusReason)
        gone.hide()
        QTest.keyClick(named(bar, "Undo"), Qt.Key.Key_Return)
        assert gone.hasFocus()
        bar.offer("Deleted.", list)
        named(bar, "Undo").setFocus(Qt.FocusReason.TabFocusReason)
        with qtbot.waitSignal(gone.destroyed):
            gone.deleteLater()
        QTest.keyClick(named(bar, "Undo"), Qt.Key.Key_Return)
        assert window.focusWidget() is None  # not what happens to be the first

    def test_an_undo_may_put_the_focus_elsewhere(self, qtbot: QtBot) -> None:
        bar, first, other = UndoBar(), button("First"), LineBox()
        show(qtbot, first, other, bar)
        first.setFocus()
        bar.offer("Deleted.", other.setFocus)
        named(bar, "Undo").setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(named(bar, "Undo"), Qt.Key.Key_Return)
        assert other.hasFocus()

    def test_a_click_leaves_the_caret_where_one_writes(self, qtbot: QtBot) -> None:
        bar, first, box = UndoBar(), button("First"), LineBox()
        show(qtbot, first, box, bar)
        box.setText("wrong name")
        box.setFocus()
        box.setCursorPosition(5)
        bar.offer("Deleted.", bar.sentence)
        click(bar, "Undo")
        assert (box.hasFocus(), box.cursorPosition(), box.selectedText()) == (True, 5, "")

    def test_a_field_in_use_may_show_what_is_taken_back(self, qtbot: QtBot) -> None:
        """A page leaves alone the field that has the focus, so the focus is out of it for that moment."""
        bar, box = UndoBar(), LineBox()
        show(qtbot, box, bar)
        box.setText("Written anew")
        box.setFocus()

        def undo() -> None:
            if not box.hasFocus():
                box.setText("As it was")

        bar.offer("Written anew.", undo)
        click(bar, "Undo")
        assert (box.text(), box.hasFocus()) == ("As it was", True)


def test_focus_is_seen_on_every_kind_of_button(qtbot: QtBot, theme: Theme) -> None:
    made = [button(kind, kind) for kind in ("primary", "plain", "quiet", "danger", "link", "pill", "nav", "step")]
    show(qtbot, LineBox(), *made)
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        for one in made:
            one.clearFocus()
            before, size = one.grab().toImage(), one.sizeHint()
            one.setFocus()
            assert one.grab().toImage() != before, one.text()
            assert one.sizeHint() == size, one.text()
