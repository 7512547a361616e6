"""What the disk refuses is not forgotten by the pages whose words have verbs of their own."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.terms import MessageKind, Step
from app.store.database import open_store
from tests.ui.wizard.pages.walk import Walk


@contextmanager
def busy(walk: Walk) -> Iterator[None]:
    """Another program writes to the file meanwhile."""
    walk.house.store.connection.execute("PRAGMA busy_timeout = 1")
    other = open_store(walk.house.store.path)
    other.connection.execute("BEGIN IMMEDIATE")
    yield
    other.connection.execute("ROLLBACK")
    other.close()


def test_words_of_a_message_wait(walk: Walk) -> None:
    walk.open(Step.SAY)
    with busy(walk):
        walk.type("What you will say", "Dear Dana", over=True).save()
        assert walk.refused
        assert walk.text("What you will say") == "Dear Dana"
        assert walk.page.has_unsaved
    walk.wizard.leave()
    draft = walk.case.draft(MessageKind.SPOKEN)
    assert draft is not None
    assert draft.text == "Dear Dana"


def test_words_of_a_lesson_wait(walk: Walk) -> None:
    walk.open(Step.LEARN)
    with busy(walk):
        walk.type("Who owns it", "Sam").save()
        assert walk.text("Who owns it") == "Sam"
    walk.type("Where did our way of working break?", "By ear").save()
    assert walk.case.lesson_id is not None
    lesson = walk.house.lessons.lesson(walk.case.lesson_id)
    assert (lesson.owner, lesson.broke) == ("Sam", "By ear")


def test_call_that_was_not_recorded_stays_on_the_page(walk: Walk) -> None:
    walk.open(Step.FOLLOW_UP).press("Happy").type("What they said", "Fine")
    with busy(walk):
        walk.press("Record how it went")
        assert walk.text("What they said") == "Fine"
    walk.press("Record how it went")
    assert [one.words for one in walk.case.follow_ups] == ["Fine"]


def test_line_of_a_lesson_at_the_close_waits(walk: Walk) -> None:
    walk.open(Step.CLOSE)
    with busy(walk):
        walk.type("The lesson, in one line", "Spell it").save()
    walk.wizard.leave()
    assert walk.case.lesson_id is not None


def another(walk: Walk) -> int:
    return walk.house.cases.start(here_or_on_phone=False).value


def test_words_of_a_lesson_outlive_another_complaint(walk: Walk) -> None:
    other = another(walk)
    walk.open(Step.LEARN)
    with busy(walk):
        walk.type("Who owns it", "Sam").save()
        walk.wizard.open_case(other, Step.LEARN)
        assert walk.wizard.has_unsaved
    walk.wizard.leave()
    assert not walk.wizard.has_unsaved
    assert walk.case.lesson_id is not None
    assert walk.house.lessons.lesson(walk.case.lesson_id).owner == "Sam"
    assert walk.house.cases.case(other).lesson_id is None


def test_house_rule_outlives_another_complaint(walk: Walk) -> None:
    other = another(walk)
    walk.know(best_way="Read the name back.").open(Step.CLOSE).press("Make it a house rule")
    with busy(walk):
        walk.type("The house rule, in one line", "Spell every name", over=True)
        walk.wizard.open_case(other, Step.LEARN)
    walk.open(Step.CLOSE)
    assert [rule.text for rule in walk.house.playbook.all()] == ["Spell every name"]


def test_page_of_another_complaint_goes_once_all_is_kept(walk: Walk) -> None:
    other = another(walk)
    walk.open(Step.LEARN)
    page = walk.page
    with busy(walk):
        walk.type("Who owns it", "Sam").save()
        walk.wizard.open_case(other, Step.LEARN)
    walk.wizard.open_case(other, Step.OWN)
    walk.open(Step.LEARN)
    assert walk.page is not page
    assert walk.text("Who owns it") == "Sam"
