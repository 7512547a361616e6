"""From the words to the post box: nothing is printed before the owner says so, and all can be taken back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.due import CaseReminder
from app.domain.errors import AppError
from app.domain.moment import from_text
from app.domain.terms import DueKind, MessageKind
from app.services.house import House
from app.ui.cards.foot import Stage
from app.ui.cards.names import file_name
from app.ui.cards.studio import CardStudio
from app.ui.desk import Desk
from tests.printing.cards import SHORT
from tests.ui.cards.conftest import Offers, press, stored


class Answer(QObject):
    """Answers the next modal dialog when it is there."""

    def __init__(self, answer: Callable[[], bool]) -> None:
        super().__init__()
        self.given = 0
        self._answer = answer
        self._timer = QTimer(self)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._try)
        self._timer.start()

    @Slot()
    def _try(self) -> None:
        if self._answer():
            self.given += 1
            self._timer.stop()

    def stop(self) -> None:
        """No dialog came."""
        self._timer.stop()


def button_of_dialog(words: str) -> bool:
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QMessageBox):
        return False
    (found,) = [made for made in dialog.findChildren(QPushButton) if made.text() == words]
    found.click()
    return True


def save_as(path: Path) -> Callable[[], bool]:
    def answer() -> bool:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            return False
        (line,) = dialog.findChildren(QLineEdit)
        line.setText(str(path))
        (save,) = [made for made in dialog.findChildren(QPushButton) if "Save" in made.text()]
        save.click()
        return True

    return answer


def save(studio: CardStudio, path: Path) -> None:
    answer = Answer(save_as(path))
    press(studio, "Save as PDF")
    assert answer.given == 1


def words_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        # One letter of the serif serves two characters; the PDF names the other one.
        return " ".join(str(document[1].get_textpage().get_text_bounded()).replace("ʼ", "’").split())
    finally:
        document.close()


def stage(studio: CardStudio) -> Stage:
    return studio.departure.stage()


def test_the_pdf_holds_the_words_that_were_typed(
    studio: CardStudio, house: House, card_id: int, tmp_path: Path, qtbot: QtBot
) -> None:
    studio.words.box.setPlainText(SHORT.replace("Rosa", "Rosa and Ben"))
    save(studio, tmp_path / "Card for Dana.pdf")
    said = words_of(tmp_path / "Card for Dana.pdf")
    assert " ".join(stored(house, card_id).text.split()) in said
    assert "Rosa and Ben" in said
    assert str(tmp_path / "Card for Dana.pdf") in studio.departure.foot.words()
    assert stored(house, card_id).printed_on is None


def test_a_saved_card_is_printed_when_the_owner_says_so(
    studio: CardStudio, house: House, card_id: int, tmp_path: Path, offers: Offers
) -> None:
    save(studio, tmp_path / "card.pdf")
    assert stage(studio) is Stage.SAVED
    press(studio, "I have printed it")
    assert stored(house, card_id).printed_on is not None
    assert offers.words[-1] == "Printed. Now the post box: it is on Today."
    due = {one.kind for one in house.follow_ups.due() if isinstance(one, CaseReminder) and one.case.card_id == card_id}
    assert DueKind.POST in due
    assert DueKind.CARD not in due
    assert studio.words.box.isReadOnly()
    offers.take_back()
    assert stored(house, card_id).printed_on is None
    assert not studio.words.box.isReadOnly()


def test_a_pdf_that_was_not_saved_asks_nothing(studio: CardStudio) -> None:
    def cancel() -> bool:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            dialog.reject()
        return isinstance(dialog, QFileDialog)

    answer = Answer(cancel)
    press(studio, "Save as PDF")
    assert answer.given == 1
    assert stage(studio) is Stage.WRITING


def test_a_place_that_cannot_be_written_is_said(studio: CardStudio, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "folder.pdf"
    heard: list[AppError] = []
    desk.calls.refused.connect(heard.append)

    def answer() -> bool:
        # The folder comes into being after the dialog has looked.
        if not save_as(blocked)():
            return False
        blocked.mkdir()
        return True

    save_answer = Answer(answer)
    press(studio, "Save as PDF")
    assert save_answer.given == 1
    assert [error.code for error in heard] == ["cannot_write"]
    assert stage(studio) is Stage.WRITING


def test_typing_takes_the_question_away(
    studio: CardStudio, house: House, card_id: int, tmp_path: Path, qtbot: QtBot
) -> None:
    save(studio, tmp_path / "card.pdf")
    qtbot.keyClicks(studio.words.box, "x")
    assert stage(studio) is Stage.WRITING
    assert stored(house, card_id).printed_on is None


def test_the_question_waits_while_another_page_is_open(
    studio: CardStudio, house: House, card_id: int, tmp_path: Path
) -> None:
    save(studio, tmp_path / "card.pdf")
    other_case = house.cases.start(here_or_on_phone=True).value
    other = house.messages.write(other_case, MessageKind.CARD, "Hello", card_kind="thanks")
    studio.open_card(other.value)
    assert stage(studio) is Stage.WRITING
    studio.open_card(card_id)
    assert stage(studio) is Stage.SAVED
    press(studio, "I have printed it")
    assert stored(house, card_id).printed_on is not None
    assert stored(house, other.value).printed_on is None


def test_on_todays_list_with_undo(studio: CardStudio, house: House, card_id: int, offers: Offers) -> None:
    press(studio, "Put it on today’s list")
    assert stored(house, card_id).ready_on is not None
    assert stage(studio) is Stage.READY
    assert [row.id for row in house.messages.cards()] == [card_id]
    offers.take_back()
    assert stored(house, card_id).ready_on is None
    assert stage(studio) is Stage.WRITING


def test_posted_with_undo(studio: CardStudio, house: House, card_id: int, offers: Offers) -> None:
    house.messages.printed(card_id)
    studio.open_card(card_id)
    press(studio, "I have posted it")
    assert stored(house, card_id).given_on is not None
    assert stage(studio) is Stage.POSTED
    assert studio.words.box.isReadOnly()
    offers.take_back()
    assert stored(house, card_id).given_on is None
    assert stage(studio) is Stage.PRINTED


def test_a_printed_card_may_be_worded_anew(studio: CardStudio, house: House, card_id: int, offers: Offers) -> None:
    house.messages.printed(card_id)
    studio.open_card(card_id)
    assert studio.words.box.isReadOnly()
    press(studio, "Change the words")
    assert stored(house, card_id).printed_on is None
    assert not studio.words.box.isReadOnly()
    offers.take_back()
    assert stored(house, card_id).printed_on is not None


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without a print system."""
    monkeypatch.setenv("PATH", "/nonexistent")


@pytest.mark.usefixtures("no_printer")
def test_without_a_printer_a_sentence_says_so_and_nothing_is_printed(
    studio: CardStudio, house: House, desk: Desk, card_id: int, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.calls.refused) as heard:
        press(studio, "Print")
    assert heard.args is not None
    assert heard.args[0].code == "no_printer"
    assert stage(studio) is Stage.WRITING
    assert stored(house, card_id).printed_on is None


@pytest.mark.usefixtures("no_printer")
@pytest.mark.parametrize(("words", "said"), [("  ", "no words"), ("Dear {name}", "{name}")])
def test_what_cannot_be_printed_is_said_under_the_words(
    studio: CardStudio, house: House, desk: Desk, words: str, said: str
) -> None:
    refused: list[AppError] = []
    desk.calls.refused.connect(refused.append)
    studio.words.box.setPlainText(words)
    press(studio, "Print")
    assert said in studio.words.field.error()
    # It never came to the question which printer.
    assert refused == []


@pytest.mark.usefixtures("no_printer")
def test_hot_heads_are_asked_once(
    studio: CardStudio, house: House, desk: Desk, case_id: int, card_id: int, qtbot: QtBot
) -> None:
    house.cases.answer(case_id, "heat", 8)
    studio.open_card(card_id)
    refused: list[AppError] = []
    desk.calls.refused.connect(refused.append)
    answer = Answer(lambda: button_of_dialog("Print it now"))
    press(studio, "Print")
    assert answer.given == 1
    assert [error.code for error in refused] == ["no_printer"]
    again = Answer(lambda: QApplication.activeModalWidget() is not None)
    press(studio, "Print")
    again.stop()
    assert again.given == 0
    assert [error.code for error in refused] == ["no_printer"] * 2


def test_looking_again_in_an_hour_is_on_today(
    studio: CardStudio, house: House, case_id: int, card_id: int, offers: Offers
) -> None:
    house.cases.answer(case_id, "heat", 6)
    studio.open_card(card_id)
    answer = Answer(lambda: button_of_dialog("Look at it again in an hour"))
    press(studio, "Print")
    assert answer.given == 1
    assert stored(house, card_id).ready_on is not None
    put_off = [entry for entry in house.cases.timeline(case_id) if entry.code == "put_off"]
    assert len(put_off) == 1
    assert put_off[0].facts["kind"] == DueKind.CARD
    assert from_text(str(put_off[0].facts["until"])) == house.clock() + timedelta(hours=1)
    offers.take_back()
    assert stored(house, card_id).ready_on is None
    assert not [entry for entry in house.cases.timeline(case_id) if entry.code == "put_off"]


@pytest.mark.parametrize(
    ("customer", "name"),
    [
        ("Dana Whitfield", "Card for Dana Whitfield.pdf"),
        ("", "Card.pdf"),
        ('A/B\\C: "D"?\x00', "Card for A B C D.pdf"),
        ("..", "Card.pdf"),
        ("Ömer 😊", "Card for Ömer 😊.pdf"),
    ],
)
def test_the_files_name_suits_every_system(customer: str, name: str) -> None:
    assert file_name(customer) == name
