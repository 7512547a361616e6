"""What no form expects, typed, pasted and dropped: a plain sentence at its place, nothing typed lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QRadioButton

from app.domain.terms import Step
from tests.e2e import hands
from tests.e2e.conftest import Start
from tests.e2e.running import Running
from tests.e2e.waiting import until
from tests.shop import SetClock

WORDS = "What they say happened"
MEGABYTE = 1024 * 1024


@pytest.fixture
def in_german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def at_promise(at_hear: Running) -> Running:
    """The new complaint at *Make it right*, with something promised."""
    hands.write(WORDS, "hard rolls")
    hands.press("Make it right")
    hands.press("Something else", QRadioButton)
    hands.write("What they took, in your words", "a bag of rolls")
    return at_hear


def drop(label: str, *paths: Path) -> None:
    """Drag these from a file manager onto the field."""
    box = hands.editor(label)
    target = box.viewport() if hasattr(box, "viewport") else box
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, mime, left, none))


def saved(started: Running, text: str) -> None:
    until(lambda: started.house.cases.case(1).words == text, "the words are in the file", 3000)


def test_empty(at_hear: Running) -> None:
    """Nothing at all is typed: no step blocks, and only the close insists on three things."""
    for name in ("Own it", "Pick your answer", "Make it right", "Say it", "Learn from it", "Follow up", "Close"):
        hands.press(f"Next: {name}")
    assert at_hear.wizard.step is Step.CLOSE
    hands.press("Close the complaint")
    said = hands.words_on_screen()
    for words in (
        "Say how it ended.",
        "Write the lesson, or why there is none.",
        "Say how the follow-up call went, or why there is none.",
    ):
        assert words in said
    assert at_hear.house.cases.case(1).closed_on is None


def test_a_megabyte_pasted_among_their_words(at_hear: Running) -> None:
    hands.write(WORDS, "Here is her mail: ")
    mail = "All of it was wrong, I tell you. " * (MEGABYTE // 33)
    hands.paste(WORDS, mail)
    assert hands.error_at(WORDS) == (
        "That was too long for this field. The whole of it is kept with the photos as “Pasted text.txt”."
    )
    assert hands.text_in(WORDS) == "Here is her mail: "
    saved(at_hear, "Here is her mail: ")
    (kept,) = at_hear.house.cases.case(1).attachments
    assert at_hear.house.attachments.content(kept.id)[1].decode() == mail
    hands.write(WORDS, "see there")
    assert hands.error_at(WORDS) == ""
    saved(at_hear, "Here is her mail: see there")


def test_a_megabyte_pasted_as_a_name(at_hear: Running) -> None:
    hands.write("Their name", "Dana")
    hands.paste("Their name", "x" * MEGABYTE)
    assert hands.error_at("Their name")
    assert hands.text_in("Their name") == "Dana"


def test_nul_and_control_characters(at_hear: Running, start: Start) -> None:
    hands.paste(WORDS, "be\x00fore\x07 \x1b[31mred\x1b[0m\r\nnext\x0bline\x7f\u2028end")
    clean = "before [31mred[0m\nnextline\nend"
    assert hands.text_in(WORDS) == clean
    hands.paste("Their name", "Da\x00na\nWhit\tfield")
    assert hands.text_in("Their name") == "Dana Whit field"
    saved(at_hear, clean)
    at_hear.stop()
    again = start()
    case = again.house.cases.case(1)
    assert case.words == clean
    assert case.customer is not None
    assert case.customer.name == "Dana Whit field"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("דנה כהן", "העוגה הגיעה שבורה, ואף אחד לא אמר סליחה"),
        ("نادية الحسن", "وصلت الكعكة مكسورة ولم يعتذر أحد"),
        ("👩‍👩‍👧 family", "so 😡😡 angry 🇩🇪 👍🏽 e\u0301"),
    ],
    ids=["hebrew", "arabic", "emoji"],
)
def test_every_script(at_hear: Running, start: Start, name: str, words: str) -> None:
    hands.write(WORDS, words)
    hands.write("Their name", name)
    at_hear.stop()
    again = start()
    case = again.house.cases.case(1)
    assert case.words == words
    assert case.customer is not None
    assert case.customer.name == name
    hands.press(f"Call {name} back")
    assert hands.text_in(WORDS) == words


def test_a_promise_before_the_complaint(at_promise: Running) -> None:
    hands.rewrite("By when", "20 Nov 2026")
    hands.key(Qt.Key.Key_Tab)
    assert hands.error_at("By when") == (
        "The promise would be due before the complaint came in. Please choose a later date."
    )
    assert "2026" in hands.text_in("By when"), "what was typed stays, to be put right"
    assert at_promise.house.cases.case(1).promise.by is None
    hands.rewrite("By when", "22 Nov 2026")
    hands.key(Qt.Key.Key_Tab)
    assert hands.error_at("By when") == ""
    assert at_promise.house.cases.case(1).promise.by == date(2026, 11, 22)


def test_a_promise_in_the_past(at_promise: Running, clock: SetClock) -> None:
    """It may be written down late: it is asked about, and kept."""
    at_promise.move(days=5)
    hands.rewrite("By when", "23 Nov 2026")
    hands.key(Qt.Key.Key_Tab)
    assert at_promise.house.cases.case(1).promise.by == date(2026, 11, 23)
    assert "That day has passed. Is it right?" in hands.words_on_screen()


def test_a_day_that_is_none(at_promise: Running) -> None:
    hands.rewrite("By when", "31 Feb 2026")
    hands.key(Qt.Key.Key_Tab)
    assert hands.error_at("By when").startswith("That is no day that can be read.")
    assert hands.text_in("By when") == "31 Feb 2026"
    assert at_promise.house.cases.case(1).promise.by is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc", "That is no amount of money. Write it like "),
        ("-5", "A cost is not less than nothing. Write it like "),
    ],
)
def test_a_cost_that_is_none(at_promise: Running, typed: str, said: str) -> None:
    hands.rewrite("What it costs you", typed)
    hands.key(Qt.Key.Key_Tab)
    assert hands.error_at("What it costs you").startswith(said)
    assert hands.text_in("What it costs you") == typed
    hands.press("Next: Say it")
    assert at_promise.house.cases.case(1).promise.cost is None
    hands.press("Back")
    assert hands.text_in("What it costs you") == typed
    hands.rewrite("What it costs you", "5")
    hands.key(Qt.Key.Key_Tab)
    assert hands.error_at("What it costs you") == ""
    hands.press("Next: Say it")
    assert at_promise.house.cases.case(1).promise.cost == 5_00


@pytest.mark.parametrize("typed", ["1,50", "1.50"])
def test_a_cost_by_point_or_comma(at_promise: Running, typed: str) -> None:
    hands.rewrite("What it costs you", typed)
    hands.press("Next: Say it")
    assert at_promise.house.cases.case(1).promise.cost == 1_50


@pytest.mark.usefixtures("in_german")
@pytest.mark.parametrize("typed", ["1,50", "1.50"])
def test_a_cost_by_comma_or_point_in_german(at_promise: Running, typed: str) -> None:
    hands.rewrite("What it costs you", typed)
    hands.press("Next: Say it")
    assert at_promise.house.cases.case(1).promise.cost == 1_50
    hands.press("Back")
    assert "1,50" in hands.text_in("What it costs you")


def test_a_photo_of_200_megabytes_a_folder_and_a_good_one(at_hear: Running, tmp_path: Path) -> None:
    """What can't be kept is said by its name; the good one that came along is kept."""
    huge = tmp_path / "cake.jpg"
    with huge.open("wb") as out:
        out.truncate(200 * MEGABYTE)
    folder = tmp_path / "holiday"
    folder.mkdir()
    good = tmp_path / "slice.png"
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("brown"))
    assert picture.save(str(good))
    hands.write(WORDS, "look at this: ")
    drop(WORDS, huge, folder, good)
    said = hands.words_on_screen()
    assert "cake.jpg has 200 MB; up to 20 MB can be kept with a complaint." in said
    assert "holiday is a folder. Please drop the photos or papers in it one by one." in said
    assert [one.name for one in at_hear.house.cases.case(1).attachments] == ["slice.png"]
    assert hands.text_in(WORDS) == "look at this: "
    saved(at_hear, "look at this: ")
    assert at_hear.file.stat().st_size < 5 * MEGABYTE
