"""One complaint a way, all of it: typed in a hurry, cut off by a power cut, gone on with, printed, kept, closed."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton

from app.domain.terms import Answer, FollowUpResult, Outcome, Step
from app.ui.cases.page import ComplaintsPage
from app.ui.lessons.page import LessonsPage
from tests.e2e import hands
from tests.e2e.conftest import Start
from tests.e2e.dialogs import answering, save_as
from tests.e2e.running import Running
from tests.e2e.waiting import until
from tests.e2e.ways import OFFERS, REASON, TRIED, WAYS, Way
from tests.shop import SetClock

ROOT = Path(__file__).resolve().parents[2]


def until_the_power_goes(file: Path, way: Way) -> None:
    """The first half, in a process of its own that ends by kill -9."""
    assert len(way.words.split()) > 100
    assert any(letter in "äöüÖß" for letter in way.words)
    assert any(ord(letter) > 0xFFFF for letter in way.words), "no emoji"
    half = subprocess.run(
        [sys.executable, "-m", "tests.e2e.first_half", str(file), way.answer],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert half.returncode == -signal.SIGKILL, half.stderr


def open_from_list(started: Running) -> None:
    """Ctrl+2, Enter on the only row: it goes on where it stood."""
    hands.ctrl(Qt.Key.Key_2)
    page = started.window.pages.page("complaints")
    assert isinstance(page, ComplaintsPage)
    until(lambda: page.table.number() is not None, "the complaint is listed")
    hands.key(Qt.Key.Key_Return)
    until(lambda: started.window.pages.name == "wizard", "the complaint opens")


def nothing_is_lost(started: Running, way: Way) -> None:
    """It stands at step 5 with the last key in its field, and all that was typed before is in its place."""
    assert started.wizard.step is Step.MAKE_RIGHT
    assert hands.text_in(way.last).endswith(way.last_words)
    hands.press("Hear them out")
    assert hands.text_in("What they say happened") == way.words
    assert hands.text_in("What they want from you") == way.wants
    assert hands.text_in("About") == way.about
    assert hands.text_in("Their name") == way.name
    assert hands.text_in("Phone") == way.phone
    assert hands.is_ticked(way.anger)
    assert hands.is_ticked("I read it back and they said: yes, that is it")
    hands.press("Own it")
    assert hands.text_in("The facts, as you know them") == way.facts
    assert hands.is_ticked(way.began)
    assert hands.text_in("What went wrong, in a few words they would use") == way.went_wrong
    hands.press("Pick your answer")
    assert hands.is_ticked(way.pressed)
    hands.press("Make it right")


def text_of_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def as_read(text: str) -> str:
    """Without the line breaks of the paper, and without emoji: these are pictures in a PDF, not text."""
    return " ".join("".join(letter for letter in text if ord(letter) < 0x10000).split())


def print_and_post(folder: Path) -> str:
    """From *Say it* through the card studio to the post box; what stands on the paper."""
    hands.press("Card")
    drafted = hands.text_in("What the card says")
    hands.press("Print or save the card…")
    assert hands.text_in("Your words") == drafted
    paper = folder / "card.pdf"
    answering(lambda: hands.press("Save as PDF"), save_as(paper))
    until(paper.exists, "the PDF")
    hands.press("I have printed it")
    hands.press("I have posted it")
    assert "Posted" in hands.words_on_screen()
    text = as_read(text_of_pdf(paper))
    for line in filter(None, (as_read(line) for line in drafted.splitlines())):
        assert line in text
    return text


def row(title: str) -> None:
    """That row is on Today."""
    hands.ctrl(Qt.Key.Key_1)
    hands.the(QPushButton, "New complaint")
    until(lambda: hands.is_shown(title), f"“{title}” on Today", 3000)


def close_it(started: Running) -> None:
    hands.press("Close the complaint")
    case = started.house.cases.case(1)
    assert case.closed_on is not None
    hands.press("Go to Today")


def stays_closed(started: Running, outcome: Outcome) -> None:
    """The list of closed ones shows how it ended."""
    hands.ctrl(Qt.Key.Key_2)
    page = started.window.pages.page("complaints")
    assert isinstance(page, ComplaintsPage)
    closed = next(pill for pill in page.findChildren(QPushButton) if pill.text().startswith("Closed"))
    hands.click(closed)
    until(lambda: page.table.number() == 1, "the closed complaint is listed")
    shown = page.model.row(0)
    assert shown is not None
    assert shown.outcome == outcome


def lesson_is_kept(started: Running, words: str) -> None:
    hands.press("Lessons")
    page = started.window.pages.page("lessons")
    assert isinstance(page, LessonsPage)
    assert page.isVisible()
    assert words in hands.words_on_screen()


def test_apologise_from_first_word_to_close(file: Path, start: Start, clock: SetClock, tmp_path: Path) -> None:
    way = WAYS[Answer.APOLOGISE]
    until_the_power_goes(file, way)
    started = start()
    row("Call Dana Weiß back")
    open_from_list(started)
    nothing_is_lost(started, way)
    assert hands.is_ticked("Face")
    assert all(hands.is_ticked(offer, QCheckBox) for offer in OFFERS)
    assert hands.is_ticked(OFFERS[0], QRadioButton)
    hands.rewrite("By when", "24 Nov 2026")
    hands.rewrite("What it costs you", "48,50")
    hands.rewrite("Who does it", "Rosa Müller")
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    promise = started.house.cases.case(1).promise
    assert (promise.by, promise.cost, promise.who) == (clock.now.date() + timedelta(days=3), 48_50, "Rosa Müller")

    card = print_and_post(tmp_path)
    assert way.went_wrong in card
    assert "a second cake for her and her eight guests" in card, "the promise is in her own words"
    assert "Rosa Müller" in card
    assert "Jonas" not in card, "the facts are for the owner alone"
    assert started.house.cases.case(1).answered_on == clock.now

    started.move(days=3)
    row("Keep the promise to Dana Weiß")
    hands.press("Mark as kept")
    assert started.house.cases.case(1).promise.kept_on == clock.now
    started.stop()

    clock.move(days=7)
    started = start()
    row("Follow up with Dana Weiß")
    hands.press("Write how it went")
    hands.press("Happy")
    hands.press("2")
    hands.write("What they said", "Gerda laughed at the second cake, they come on sunday again ☺")
    hands.press("Record how it went")
    hands.press("Close")
    hands.press("Stronger than before")
    hands.write("The lesson, in one line", "Whoever writes a name on a cake reads it back letter by letter first")
    close_it(started)
    case = started.house.cases.case(1)
    assert case.follow_ups[-1].words == "Gerda laughed at the second cake, they come on sunday again ☺"
    assert (case.follow_ups[-1].result, case.follow_ups[-1].anger) == (FollowUpResult.HAPPY, 2)
    lesson_is_kept(started, "reads it back letter by letter")
    stays_closed(started, Outcome.STRONGER)


def test_explain_from_first_word_to_close(file: Path, start: Start, clock: SetClock, tmp_path: Path) -> None:
    way = WAYS[Answer.EXPLAIN]
    until_the_power_goes(file, way)
    started = start()
    row("Call Herr Łukasz Öhlmann back")
    hands.press("Call Herr Łukasz Öhlmann back")
    nothing_is_lost(started, way)
    assert hands.text_in("The reason, in one sentence") == REASON
    hands.press("Next: Say it")
    card = print_and_post(tmp_path)
    assert REASON[4:].rstrip(".") in card, "it goes on in the middle of a sentence"
    assert "a sign at the till a week before any price changes" in card
    started.stop()

    clock.move(days=7)
    started = start()
    row("Follow up with Herr Łukasz Öhlmann")
    hands.press("Follow up with Herr Łukasz Öhlmann")
    hands.press("Close")
    hands.press("Kept")
    hands.press("Close the complaint")
    assert "Write the lesson, or why there is none." in hands.words_on_screen()
    assert started.house.cases.case(1).closed_on is None
    hands.write("The lesson, in one line", "A price changes only after a week of telling")
    hands.press("Happy")
    close_it(started)
    lesson_is_kept(started, "A price changes only after a week of telling")
    stays_closed(started, Outcome.KEPT)


def test_part_ways_from_first_word_to_close(file: Path, start: Start, clock: SetClock, tmp_path: Path) -> None:
    way = WAYS[Answer.PART_WAYS]
    until_the_power_goes(file, way)
    started = start()
    row("Answer Mr. Grün")
    open_from_list(started)
    nothing_is_lost(started, way)
    assert hands.text_in("What you have tried") == TRIED
    hands.write("Who may serve them better", "Café Morgenrot, two streets on")
    hands.press("Next: Say it")
    card = print_and_post(tmp_path)
    assert "Café Morgenrot" in card
    assert "refunds" not in card, "what was tried is for the owner alone"
    assert started.house.cases.case(1).messages[-1].card_kind == "goodbye"
    assert not hands.is_shown("Follow up")
    started.stop()

    clock.move(days=7)
    started = start()
    assert started.house.follow_ups.due() == [], "who was let go is not called"
    open_from_list(started)
    assert not hands.is_shown("Follow up")
    hands.press("Close")
    hands.press("Parted on good terms")
    hands.write("Or: nothing to learn, because", "we tried all of it, twice")
    close_it(started)
    stays_closed(started, Outcome.PARTED)
