"""Fields to type into and to choose from."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, QMimeData, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.anger_scale import AngerScale
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.cleaning import clean_line, clean_text
from app.ui.widgets.date_box import DateBox, read_day
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.tick_box import TickBox
from tests.ui.widgets.screen import Heard, paste, show, spoken

AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


def test_cleaning() -> None:
    assert clean_text("a\x00b\x1b[31m\r\nc\rd\u2028e\tf") == "ab[31m\nc\nd\ne\tf"
    assert clean_line(" Zoë\r\n“x” 👩‍🍳 \u202bשלום\u202c\ud800") == " Zoë “x” 👩‍🍳 \u202bשלום\u202c"


class TestTextBox:
    def test_typing_is_told_and_setting_is_not(self, qtbot: QtBot) -> None:
        box, heard = TextBox(), Heard()
        box.edited.connect(heard.hear)
        show(qtbot, box)
        box.set_text("Good morning")
        assert heard.values == []
        box.moveCursor(box.textCursor().MoveOperation.End)
        QTest.keyClicks(box, "ab")
        assert heard.values == ["Good morninga", "Good morningab"]

    def test_setting_the_same_text_keeps_the_caret(self, qtbot: QtBot) -> None:
        box = TextBox()
        show(qtbot, box)
        QTest.keyClicks(box, "abc")
        box.set_text("abc")
        QTest.keyClicks(box, "d")
        assert box.text() == "abcd"

    def test_a_huge_paste_stays_out_whole(self, qtbot: QtBot) -> None:
        box, heard, edited = TextBox(), Heard(), Heard()
        box.too_much_pasted.connect(heard.hear)
        show(qtbot, box)
        box.set_text("What I typed.")
        box.edited.connect(edited.hear)
        paste(box, "x" * 1_000_000)
        assert box.text() == "What I typed."
        assert heard.values == ["x" * 1_000_000]
        assert edited.values == []

    def test_the_limit_counts_what_is_there_but_not_what_is_replaced(self, qtbot: QtBot) -> None:
        box, heard = TextBox(limit=10), Heard()
        box.too_much_pasted.connect(heard.hear)
        show(qtbot, box)
        box.set_text("12345678")
        paste(box, "abc")
        assert (box.text(), heard.values) == ("12345678", ["abc"])
        box.selectAll()
        paste(box, "0123456789")
        assert box.text() == "0123456789"

    def test_a_paste_comes_in_clean(self, qtbot: QtBot) -> None:
        box = TextBox()
        show(qtbot, box)
        paste(box, "one\x07\r\ntwo\x1b")
        assert box.text() == "one\ntwo"

    def test_markup_is_pasted_as_words(self, qtbot: QtBot) -> None:
        box = TextBox()
        show(qtbot, box)
        rich = QMimeData()
        rich.setHtml("<b>bold</b>")
        rich.setText("bold")
        box.insertFromMimeData(rich)
        assert box.text() == "bold"

    def test_it_grows_with_its_text_and_no_further(self, qtbot: QtBot) -> None:
        box = TextBox(least=2, most=5)
        show(qtbot, box)
        small = box.height()
        box.set_text("\n".join("abcd"))
        qtbot.waitUntil(lambda: box.height() > small)
        middle = box.height()
        assert box.verticalScrollBar().maximum() == 0
        box.set_text("\n".join("abcdefghijkl"))
        qtbot.waitUntil(lambda: box.height() > middle)
        assert box.height() < middle * 1.5
        assert box.verticalScrollBar().maximum() > 0

    def test_tab_leaves_it(self, qtbot: QtBot) -> None:
        box, other = TextBox(), LineBox()
        show(qtbot, box, other)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Tab)
        assert other.hasFocus()
        assert box.text() == ""


class TestLineBox:
    def test_typing_is_told_and_setting_is_not(self, qtbot: QtBot) -> None:
        box, heard = LineBox(), Heard()
        box.edited.connect(heard.hear)
        show(qtbot, box)
        box.set_text("a")
        QTest.keyClicks(box, "b")
        assert heard.values == ["ab"]

    def test_a_huge_paste_stays_out_whole(self, qtbot: QtBot) -> None:
        box, heard = LineBox(limit=50), Heard()
        box.too_much_pasted.connect(heard.hear)
        show(qtbot, box)
        QTest.keyClicks(box, "typed")
        paste(box, "x" * 1_000_000)
        assert box.text() == "typed"
        assert len(heard.values) == 1

    def test_a_paste_comes_in_clean_and_is_told_clean(self, qtbot: QtBot) -> None:
        box, heard = LineBox(), Heard()
        box.edited.connect(heard.hear)
        show(qtbot, box)
        paste(box, "Dana\x00\r\nWhit\x7ffield")
        assert box.text() == "Dana Whitfield"
        assert heard.values == ["Dana Whitfield"]


class TestField:
    @pytest.mark.parametrize("make", [LineBox, TextBox, ChoiceBox, DateBox, AngerScale])
    def test_label_and_editor_belong_together(self, qtbot: QtBot, make: type[QWidget]) -> None:
        field = Field("What it costs", make())
        show(qtbot, field)
        target = field.name_label().buddy()
        assert target is not None
        assert spoken(target) == "What it costs" or make is ChoiceBox
        assert field.editor.accessibleName() == "What it costs"

    def test_what_is_wrong_is_seen_and_read_out(self, qtbot: QtBot) -> None:
        box = LineBox()
        field = Field("What it costs", box, "With or without cents.")
        show(qtbot, field)
        assert spoken(box, QAccessible.Text.Description) == "With or without cents."
        field.set_error("Please write an amount.")
        assert field.error() == "Please write an amount."
        assert box.property("wrong") is True
        assert spoken(box, QAccessible.Text.Description) == "Please write an amount."
        field.set_error(None)
        assert field.error() == ""
        assert box.property("wrong") is False
        assert spoken(box, QAccessible.Text.Description) == "With or without cents."

    def test_an_error_colours_the_border(self, qtbot: QtBot) -> None:
        box = LineBox()
        field = Field("What it costs", box)
        show(qtbot, LineBox(), field)
        before = box.grab().toImage().pixelColor(20, 0)
        field.set_error("No.")
        assert box.grab().toImage().pixelColor(20, 0) != before


class TestChoiceBox:
    def test_it_speaks_of_values(self, qtbot: QtBot) -> None:
        box, heard = ChoiceBox(), Heard()
        box.chosen.connect(heard.hear)
        box.set_choices([(1, "Phone"), (None, "Nobody knows"), (3, "Letter")])
        show(qtbot, box)
        assert box.choice() is None
        box.choose(3)
        assert (box.currentText(), heard.values) == ("Letter", [])
        QTest.keyClick(box, Qt.Key.Key_Home)
        assert (box.choice(), heard.values) == (1, [1])

    def test_new_choices_keep_what_was_taken(self) -> None:
        box = ChoiceBox()
        box.set_choices([("a", "A"), ("b", "B")])
        box.choose("b")
        box.set_choices([("b", "Bee"), ("c", "C")])
        assert (box.choice(), box.currentText()) == ("b", "Bee")
        box.set_choices([("c", "C")])
        assert box.choice() is None

    def test_the_wheel_passes_by_unless_in_use(self, qtbot: QtBot) -> None:
        box, other = ChoiceBox(), LineBox()
        box.set_choices([(1, "One"), (2, "Two")])
        box.choose(1)
        show(qtbot, other, box)
        other.setFocus()
        _wheel(box)
        assert box.choice() == 1
        box.setFocus()
        _wheel(box)
        assert box.choice() == 2

    def test_no_answer_is_paler_than_an_answer(self, qtbot: QtBot) -> None:
        made = ChoiceBox("Choose")
        made.set_choices([(1, "Choose")])
        show(qtbot, made)
        empty = _darkest(made)
        made.choose(1)
        assert _darkest(made) < empty

    def test_own_words_where_they_are_allowed(self, qtbot: QtBot) -> None:
        box, other, heard = ChoiceBox(editable=True), LineBox(), Heard()
        box.chosen.connect(heard.hear)
        box.set_choices([(1, "Wrong order")])
        show(qtbot, box, other)
        line = box.lineEdit()
        assert line is not None
        line.setFocus()
        QTest.keyClicks(line, "The driver shrugged")
        other.setFocus()
        assert heard.values == ["The driver shrugged"]
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, "wrong order")
        other.setFocus()
        assert heard.values == ["The driver shrugged", 1]
        box.choose("Something stored")
        assert (box.choice(), len(heard.values)) == ("Something stored", 2)


def _darkest(box: QWidget) -> int:
    """How dark its words are, without the arrow at the end."""
    picture = box.grab(QRect(QPoint(), box.size() - QSize(box.height(), 0))).toImage()
    return min(picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height()))


def _wheel(widget: QWidget) -> None:
    place = QPointF(5, 5)
    turned = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turned)


class TestDateBox:
    @pytest.mark.parametrize(
        ("text", "locale", "day"),
        [
            ("11/28/2026", AMERICAN, date(2026, 11, 28)),
            ("11/28/26", AMERICAN, date(2026, 11, 28)),
            ("28.11.2026", GERMAN, date(2026, 11, 28)),
            ("28.11.26", GERMAN, date(2026, 11, 28)),
            ("2026-11-28", GERMAN, date(2026, 11, 28)),
            ("28 Nov 2026", AMERICAN, date(2026, 11, 28)),
            ("Nov 28, 2026", AMERICAN, date(2026, 11, 28)),
            ("28/11/2026", AMERICAN, None),
            ("31.02.2026", GERMAN, None),
            ("soon", AMERICAN, None),
            ("", AMERICAN, None),
        ],
    )
    def test_reads_days(self, text: str, locale: QLocale, day: date | None) -> None:
        assert read_day(text, locale) == day

    def test_typing_a_day(self, qtbot: QtBot) -> None:
        box, other, heard = DateBox(), LineBox(), Heard()
        box.setLocale(GERMAN)
        box.picked.connect(heard.hear)
        show(qtbot, box, other)
        box.setFocus()
        QTest.keyClicks(box.line(), "5.12.26")
        other.setFocus()
        assert heard.values == [date(2026, 12, 5)]
        assert box.line().text() == "05.12.2026"
        box.setFocus()
        box.line().selectAll()
        QTest.keyClick(box.line(), Qt.Key.Key_Delete)
        other.setFocus()
        assert heard.values == [date(2026, 12, 5), None]

    def test_words_that_name_no_day_stay(self, qtbot: QtBot) -> None:
        box, heard, picked = DateBox(), Heard(), Heard()
        box.not_understood.connect(heard.hear)
        box.picked.connect(picked.hear)
        show(qtbot, box)
        QTest.keyClicks(box.line(), "someday")
        QTest.keyClick(box.line(), Qt.Key.Key_Return)
        assert heard.values == ["someday"]
        assert (box.line().text(), picked.values) == ("someday", [])

    def test_picking_from_the_calendar(self, qtbot: QtBot) -> None:
        box, heard = DateBox(), Heard()
        box.picked.connect(heard.hear)
        show(qtbot, box)
        box.set_day(date(2026, 11, 28))
        box.open_calendar()
        calendar = box.calendar()
        assert calendar is not None
        assert calendar.selectedDate() == QDate(2026, 11, 28)
        calendar.clicked.emit(QDate(2026, 11, 30))
        assert heard.values == [date(2026, 11, 30)]
        assert box.day() == date(2026, 11, 30)
        assert not calendar.isVisible()


class TestTickBox:
    def test_the_sentence_can_be_clicked(self, qtbot: QtBot) -> None:
        box = TickBox("I read it back and they said: yes, that is it.")
        show(qtbot, box)
        end = QPoint(box.width() - 5, box.height() // 2)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
        assert box.isChecked()
        assert spoken(box) == "I read it back and they said: yes, that is it."

    def test_a_narrow_one_is_higher(self) -> None:
        box = TickBox("I read it back and they said: yes, that is it.")
        assert box.heightForWidth(150) > box.heightForWidth(600)

    def test_the_tick_is_painted(self, qtbot: QtBot) -> None:
        box = TickBox("Yes")
        show(qtbot, LineBox(), box)
        before = box.grab().toImage()
        box.setChecked(True)
        assert box.grab().toImage() != before


class TestSearchBox:
    def test_enter_searches_and_escape_empties(self, qtbot: QtBot) -> None:
        box, asked, edited = SearchBox(), Heard(), Heard()
        box.search_requested.connect(asked.hear)
        box.edited.connect(edited.hear)
        show(qtbot, box)
        QTest.keyClicks(box, "cake")
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert asked.values == ["cake"]
        QTest.keyClick(box, Qt.Key.Key_Escape)
        assert box.text() == ""
        assert edited.values[-1] == ""
        assert spoken(box) == "Search everything"
