"""Hearing them out: every field, who they are, what they showed, and what is too large or no file at all."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError
from app.domain.terms import Channel, Step
from app.services import attachments
from app.services.house import House
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.wizard.frame import WizardPage
from tests.ui.wizard.hands import (
    at_hear,
    box,
    drop,
    files,
    on_disk,
    paste,
    picture,
    press,
    started,
    wizard,
    words,
    write,
)

PASTED = "That was too long for this field. The whole of it is kept with the photos as “Pasted text.txt”."


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk) -> WizardPage:
    return wizard(qtbot, desk)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "cake.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(path))
    return path


def dana(house: House, phone: str = "+49 151 2345 678") -> int:
    """A customer who complained before."""
    number = house.cases.start(here_or_on_phone=True).value
    return house.cases.set_customer(number, {"name": "Dana Whitfield", "phone": phone}).value


def test_every_field_reaches_the_file(frame: WizardPage, house: House) -> None:
    number = started(frame, house)
    page = at_hear(frame)
    for field, text in ((page.words, "Wrong name"), (page.wants, "A new cake"), (page.who.fields["name"], "Zoë Ángel")):
        field.editor.setFocus()
        write(text)
    page.anger.editor.setFocus()
    press(Qt.Key.Key_8, text="8")
    page.channel.editor.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    page.about.editor.setFocus()
    write("wrong order")
    page.read_back.click()
    frame.leave()
    case = on_disk(house, number)
    assert (case.words, case.wants, case.anger, case.read_back) == ("Wrong name", "A new cake", 8, True)
    assert (case.channel, case.about) == (Channel.PHONE, "wrong_order")
    assert case.customer is not None
    assert case.customer.name == "Zoë Ángel"
    assert frame.shell.header.title() == "Zoë Ángel"


def test_own_words_for_what_it_is_about(frame: WizardPage, house: House) -> None:
    number = started(frame, house)
    at_hear(frame).about.editor.setFocus()
    write("Ünkel’s wasps")
    frame.leave()
    assert on_disk(house, number).about == "Ünkel’s wasps"


def test_a_review_asks_where_it_stands(frame: WizardPage, house: House, desk: Desk) -> None:
    number = started(frame, house)
    page = at_hear(frame)
    assert page.review.isHidden()
    desk.calls.run(house.cases.answer, number, "channel", "review")
    assert page.review.isVisible()
    page.review.site.editor.setFocus()
    write("The town's page")
    page.review.link.editor.setFocus()
    write("https://example.org/r/1")
    page.review.stars_row.chosen.emit(2)
    frame.leave()
    case = on_disk(house, number)
    assert (case.review_site, case.review_stars, case.review_link) == ("The town's page", 2, "https://example.org/r/1")


@pytest.mark.parametrize("typed", ["0151 23 45", "0151-2345", "2345678", "49151"])
def test_a_known_customer_is_found_by_digits_in_any_spacing(
    qtbot: QtBot, frame: WizardPage, house: House, typed: str
) -> None:
    known = dana(house)
    number = started(frame, house)
    page = at_hear(frame)
    page.who.fields["phone"].editor.setFocus()
    write(typed)
    qtbot.waitUntil(page.who.matches.isVisible)
    assert page.who.matches.count() == 1
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    case = on_disk(house, number)
    assert case.customer is not None
    assert case.customer.id == known
    assert case.customer.phone == "+49 151 2345 678"
    assert page.who.lines["name"].text() == "Dana Whitfield"
    assert page.who.lines["phone"].text() == "+49 151 2345 678"
    assert "one other complaint" in page.who.known_words.text()
    assert frame.shell.visits.text() == "1 earlier visit"


def test_what_was_typed_besides_the_search_is_added(qtbot: QtBot, frame: WizardPage, house: House) -> None:
    known = dana(house)
    number = started(frame, house)
    page = at_hear(frame)
    page.who.fields["email"].editor.setFocus()
    write("dana@example.org")
    page.who.fields["name"].editor.setFocus()
    write("whit")
    qtbot.waitUntil(page.who.matches.isVisible)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Enter)
    frame.leave()
    customer = on_disk(house, number).customer
    assert customer is not None
    assert (customer.id, customer.name, customer.email) == (known, "Dana Whitfield", "dana@example.org")
    assert [c.id for c in house.lists.find_customers("whit")] == [known]


def test_not_them_gives_the_case_back_and_leaves_the_customer(qtbot: QtBot, frame: WizardPage, house: House) -> None:
    known = dana(house)
    number = started(frame, house)
    house.cases.choose_customer(number, known)
    frame.open_case(number, Step.HEAR)
    page = at_hear(frame)
    assert page.who.not_them.isVisible()
    page.who.not_them.click()
    assert on_disk(house, number).customer is None
    assert [line.text() for line in page.who.lines.values()] == ["", "", "", ""]
    assert page.who.known_words.text() == ""
    kept = house.lists.customer(known)
    assert kept is not None
    assert kept.name == "Dana Whitfield"


def test_escape_and_leaving_the_field_close_the_list(qtbot: QtBot, frame: WizardPage, house: House) -> None:
    dana(house)
    number = started(frame, house)
    page = at_hear(frame)
    page.who.fields["name"].editor.setFocus()
    write("da")
    qtbot.waitUntil(page.who.matches.isVisible)
    press(Qt.Key.Key_Escape)
    assert not page.who.matches.isVisible()
    write("n")
    qtbot.waitUntil(page.who.matches.isVisible)
    page.wants.editor.setFocus()
    assert not page.who.matches.isVisible()
    frame.leave()
    customer = on_disk(house, number).customer
    assert customer is not None
    assert customer.name == "dan"


def test_a_dropped_photo_is_kept_in_the_file(frame: WizardPage, house: House, photo: Path) -> None:
    number = started(frame, house)
    page = at_hear(frame)
    assert drop(page, files(photo))
    photo.unlink()
    kept = on_disk(house, number).attachments
    assert [(one.name, one.media_type) for one in kept] == [("cake.png", "image/png")]
    assert page.photos.names() == ["cake.png"]


def test_a_file_dropped_on_the_words_is_a_file_and_no_words(frame: WizardPage, house: House, photo: Path) -> None:
    number = started(frame, house)
    page = at_hear(frame)
    assert drop(box(page.words).viewport(), files(photo))
    frame.leave()
    case = on_disk(house, number)
    assert [one.name for one in case.attachments] == ["cake.png"]
    assert case.words == ""


def test_words_dropped_on_the_words_are_words(frame: WizardPage, house: House) -> None:
    number = started(frame, house)
    drop(box(at_hear(frame).words).viewport(), words("They wrote this"))
    frame.leave()
    assert on_disk(house, number).words == "They wrote this"


def test_a_picture_is_pasted_wherever_the_caret_is(frame: WizardPage, house: House) -> None:
    number = started(frame, house)
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.blue)
    for editor in (at_hear(frame).words.editor, at_hear(frame).who.lines["phone"], at_hear(frame).read_back):
        editor.setFocus()
        paste(picture(image))
    kept = on_disk(house, number).attachments
    assert [one.name for one in kept] == [f"Pasted picture {n}.png" for n in (1, 2, 3)]
    assert QImage.fromData(house.attachments.content(kept[0].id)[1]).size() == image.size()


def test_pasted_words_stay_words(frame: WizardPage, house: House) -> None:
    number = started(frame, house)
    paste(words("From the letter"))
    frame.leave()
    case = on_disk(house, number)
    assert (case.words, case.attachments) == ("From the letter", ())


def test_what_is_no_photo_is_said_in_place_and_holds_nothing_back(
    frame: WizardPage, house: House, tmp_path: Path, photo: Path
) -> None:
    number = started(frame, house)
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.jpg").touch()
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    paths = [tmp_path / "folder", tmp_path / "empty.jpg", huge, tmp_path / "gone.jpg", photo]
    page = at_hear(frame)
    drop(page, files(*paths))
    assert [one.name for one in on_disk(house, number).attachments] == ["cake.png"]
    expected = [
        AppError("attachment_is_folder", name="folder"),
        AppError("attachment_empty", name="empty.jpg"),
        AppError("attachment_too_large", name="huge.jpg", size=200 * 1024 * 1024, limit=attachments.LIMIT),
        AppError("attachment_unreadable", name="gone.jpg"),
    ]
    assert page.photos.refused.isVisible()
    assert page.photos.refused.words() == "\n".join(sentence(error) for error in expected)


def test_a_photo_is_removed_at_once_and_comes_back(
    qtbot: QtBot, frame: WizardPage, desk: Desk, house: House, photo: Path
) -> None:
    number = started(frame, house)
    page = at_hear(frame)
    page.photos.add_files([photo])
    with qtbot.waitSignal(desk.undo_offered) as offered:
        page.photos.removes()[0].click()
    assert on_disk(house, number).attachments == ()
    assert page.photos.names() == []
    assert offered.args is not None
    assert offered.args[0] == "cake.png is removed."
    offered.args[1]()
    assert page.photos.names() == ["cake.png"]
    assert [one.name for one in on_disk(house, number).attachments] == ["cake.png"]


@pytest.mark.parametrize("name", ["words", "wants"])
def test_an_enormous_paste_is_kept_as_a_file_whole(frame: WizardPage, house: House, name: str) -> None:
    number = started(frame, house)
    field = getattr(at_hear(frame), name)
    field.editor.setFocus()
    write("Before ")
    text = "Zoë 😊 " * 170_000
    paste(words(text))
    frame.leave()
    case = on_disk(house, number)
    assert getattr(case, name) == "Before "
    assert field.editor.toPlainText() == "Before "
    assert field.error() == PASTED
    assert [one.name for one in case.attachments] == ["Pasted text.txt"]
    assert house.attachments.content(case.attachments[0].id)[1].decode() == text
    write("and after")
    assert field.error() == ""


def test_an_enormous_paste_into_a_line_is_kept_as_a_file(frame: WizardPage, house: House) -> None:
    number = started(frame, house)
    field = at_hear(frame).who.fields["name"]
    field.editor.setFocus()
    paste(words("a" * 1_000_000))
    frame.leave()
    case = on_disk(house, number)
    assert case.customer is None
    assert field.error() == PASTED
    assert case.attachments[0].size == 1_000_000


def test_too_long_a_line_changes_nothing_and_says_so(frame: WizardPage, house: House) -> None:
    number = started(frame, house)
    field = at_hear(frame).who.fields["name"]
    field.editor.setFocus()
    write("Dana")
    paste(words("b" * 600))
    frame.leave()
    customer = on_disk(house, number).customer
    assert customer is not None
    assert customer.name == "Dana"
    assert field.error() == "That is too long for one line. Nothing was changed."
