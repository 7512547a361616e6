"""What is asked beside the window: the newest question counts, and nothing is left running."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from app.domain.alike import Alike
from app.services.house import House
from app.store.database import Store, open_store
from app.ui import asker as asker_module
from app.ui.asker import Asker, Question
from app.ui.desk import Desk
from tests.shop import SetClock
from tests.ui import like_shop
from tests.ui.like_shop import CAKE, ICING, TYPED


class Heard:
    """Notes what comes back, and on which thread."""

    def __init__(self, asker: Asker) -> None:
        self.answers: list[tuple[object, Question, Alike]] = []
        self.threads: set[int] = set()
        asker.answered.connect(self._note)

    def _note(self, who: object, question: Question, alike: Alike) -> None:
        self.answers.append((who, question, alike))
        self.threads.add(threading.get_ident())


def numbers(alike: Alike) -> list[int]:
    return [one.number for one in alike.cases]


@pytest.fixture
def lesson(house: House, clock: SetClock) -> int:
    return like_shop.fill(house, clock)


@pytest.fixture
def heard(desk: Desk, lesson: int, monkeypatch: pytest.MonkeyPatch) -> Heard:
    monkeypatch.setattr(asker_module, "REST_MS", 1)
    return Heard(desk.asker)


def caught_up(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.asker.caught_up, timeout=20_000):
        desk.asker.wake()
    qtbot.waitUntil(lambda: desk.asker.is_idle)


def test_the_answer_comes_back_on_this_thread_with_what_is_alike(
    qtbot: QtBot, desk: Desk, heard: Heard, lesson: int
) -> None:
    caught_up(qtbot, desk)
    question = Question(text=TYPED)
    desk.asker.ask("the panel", question)
    qtbot.waitUntil(lambda: len(heard.answers) == 1)
    who, told, alike = heard.answers[0]
    assert (who, told) == ("the panel", question)
    assert {CAKE, ICING} <= set(numbers(alike))
    assert [one.lesson.id for one in alike.lessons] == [lesson]
    assert heard.threads == {threading.get_ident()}


def test_of_many_questions_the_newest_is_answered_and_those_between_are_not(
    qtbot: QtBot, desk: Desk, heard: Heard
) -> None:
    caught_up(qtbot, desk)
    questions = [Question(text=TYPED[:end]) for end in range(20, 60)]
    for question in questions:
        desk.asker.ask(heard, question)
    qtbot.waitUntil(lambda: desk.asker.is_idle)
    asked = [question for _, question, _ in heard.answers]
    assert asked == [questions[0], questions[-1]]


def test_two_who_ask_are_both_answered(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    for who in ("one", "two", "three"):
        desk.asker.ask(who, Question(text=TYPED))
    qtbot.waitUntil(lambda: desk.asker.is_idle)
    assert {who for who, _, _ in heard.answers} == {"one", "two", "three"}


def test_what_is_forgotten_is_not_asked(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    desk.asker.ask("one", Question(text=TYPED))
    desk.asker.ask("two", Question(text=TYPED))
    desk.asker.forget("two")
    qtbot.waitUntil(lambda: desk.asker.is_idle)
    assert [who for who, _, _ in heard.answers] == ["one"]


def test_a_save_is_found_after_a_rest(qtbot: QtBot, desk: Desk, house: House, heard: Heard) -> None:
    caught_up(qtbot, desk)
    number = house.cases.start(here_or_on_phone=True).value
    house.cases.answer(number, "words", TYPED)
    with qtbot.waitSignal(desk.asker.caught_up, timeout=20_000):
        desk.asker.ask(heard, Question(text="anything else at all"))
    desk.asker.ask(heard, Question(text=TYPED))
    qtbot.waitUntil(lambda: desk.asker.is_idle)
    assert numbers(heard.answers[-1][2])[0] == number


def test_a_busy_file_is_silent_and_tried_again(qtbot: QtBot, desk: Desk, house: House, heard: Heard) -> None:
    caught_up(qtbot, desk)
    refused: list[object] = []
    desk.calls.refused.connect(refused.append)
    number = house.cases.start(here_or_on_phone=True).value
    house.cases.answer(number, "words", TYPED)
    other = open_store(house.store.path)
    with other.atomic():  # another program is in the middle of a change, longer than anybody waits
        other.write("UPDATE settings SET value = value")
        desk.asker.ask(heard, Question(text=TYPED))
        qtbot.waitUntil(lambda: len(heard.answers) == 1)
        qtbot.waitUntil(lambda: desk.asker.is_idle, timeout=15_000)
    other.close()
    assert not refused
    with qtbot.waitSignal(desk.asker.caught_up, timeout=20_000):
        desk.asker.wake()


def test_a_bug_is_told_once_and_then_nothing_is_asked(
    qtbot: QtBot, desk: Desk, house: House, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *fault: faults.append(fault[0]))
    house.store.connection.execute("DROP TABLE like_vector")
    for _ in range(3):
        desk.asker.ask(heard, Question(text=TYPED))
        desk.asker.wake()
        qtbot.waitUntil(lambda: desk.asker._runner.is_idle)
    assert len(faults) == 1
    assert not heard.answers


def test_stop_ends_the_thread_and_lets_go_of_the_file(
    qtbot: QtBot, desk: Desk, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(threading.enumerate())
    closed: list[int] = []
    close = Store.close

    def note(store: Store) -> None:
        closed.append(threading.get_ident())
        close(store)

    monkeypatch.setattr(Store, "close", note)
    desk.asker.ask(heard, Question(text=TYPED))
    started = set(threading.enumerate()) - before
    assert len(started) == 1
    thread = started.pop()
    desk.asker.stop()
    assert not thread.is_alive()
    assert closed in ([], [thread.ident])  # it may have been stopped before it opened the file
    desk.asker.ask(heard, Question(text=TYPED))
    desk.asker.wake()
    assert set(threading.enumerate()) - before <= {thread}


def test_a_program_that_asks_nothing_has_no_thread(desk: Desk, lesson: int) -> None:
    before = threading.active_count()
    assert desk.asker.is_idle
    assert threading.active_count() == before
