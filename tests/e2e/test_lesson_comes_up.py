"""The third complaint of a kind brings up the two before it and their lesson, and becomes a slip that is seen."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from app.domain.terms import LessonState
from app.ui.lessons.page import LessonsPage
from tests.e2e import hands
from tests.e2e.conftest import Start
from tests.e2e.running import Running
from tests.e2e.waiting import until
from tests.shop import SetClock

FIRST = "The birthday cake had the wrong name on it in icing, Diana instead of Dana."
SECOND = "Wrong name in icing on the birthday cake, and nobody in the shop had checked it."
THIRD = "The birthday cake for my mother came with the wrong name on it in icing, Greta and not Gerda."
BROKE = "The name was not read back"
PLAN = "Read the name back letter by letter"
HEAR, LEARN = "What they say happened", "Learn from it"
SOON_MS = 1000  # 200 ms by design; what more there is belongs to a machine that runs other tests beside it


def take_down(running: Running, words: str) -> int:
    """A new complaint by keys, as far as its words; its number."""
    hands.ctrl(Qt.Key.Key_N)
    hands.key(Qt.Key.Key_Y)
    hands.write(HEAR, words)
    number = running.wizard.number
    assert number is not None
    return number


def found(running: Running) -> list[int]:
    """The complaints in the panel beside what is typed."""
    rows = running.wizard.shell.side.alike.rows
    return [row.number for row in rows if row.isVisible() and row.number is not None]


def today() -> str:
    """What Today says, as a screen reader gets it."""
    views = [one for one in hands.front().findChildren(QAbstractItemView) if one.isVisible()]
    said = [hands.words_on_screen()]
    for view in views:
        model = view.model()
        for at in range(model.rowCount()):
            said.append(str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)))
            said.append(str(model.index(at, 0).data()))
    return "\n".join(said)


def learn_step() -> None:
    hands.press(LEARN)
    until(lambda: "A complaint is paid for already" in hands.words_on_screen(), "the step of learning is open")


def test_the_third_of_its_kind_brings_up_what_was_learned_and_is_seen_as_a_slip(
    shop_file: Path, start: Start, clock: SetClock
) -> None:
    running = start()
    first = take_down(running, FIRST)
    learn_step()
    hands.write("Where did our way of working break?", BROKE)
    hands.write("The plan, so that it does not break again", PLAN)
    second = take_down(running, SECOND)
    learn_step()
    hands.press("It is this one")
    until(lambda: running.house.cases.case(second).lesson_id is not None, "the second belongs to the lesson")
    lesson = running.house.cases.case(first).lesson_id
    assert lesson is not None
    clock.move(days=1)
    running.house.lessons.learn(first, {"agreed": ["Tom"], "in_use_since": running.clock.now.date()})
    until(lambda: running.window.desk.asker.is_idle, "all that was written can be found")
    running.stop()

    clock.move(days=8)
    running = start()
    third = take_down(running, THIRD)
    until(lambda: {first, second} <= set(found(running)), "the two before it come up", SOON_MS)
    assert hands.text_in(HEAR) == THIRD
    words = hands.words_on_screen()
    assert "2 complaints like this one" in words
    assert PLAN in words
    assert "This would be the first slip." in words

    learn_step()
    hands.press("It is this one")
    until(lambda: running.house.cases.case(third).lesson_id == lesson, "the third belongs to the lesson")
    slipped = running.house.lessons.lesson(lesson)
    assert (slipped.slips, slipped.state(clock.now.date())) == (1, LessonState.NOT_HOLDING)

    hands.ctrl(Qt.Key.Key_1)
    until(lambda: f"It came back: {BROKE}" in today(), "Today tells of the slip")
    hands.press("Lessons")
    page = running.window.pages.page("lessons")
    assert isinstance(page, LessonsPage)
    until(lambda: any("Not holding" in entry.spoken() for entry in page.rows.entries()), "Lessons tells of it")
