"""The two rarer ways: an explanation, and parting in peace."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.terms import MessageKind, Step
from tests.ui.wizard.pages.walk import Walk

LISTEN = "An explanation helps once they have heard their own words read back"


def test_explanation_is_saved(walk: Walk) -> None:
    walk.know(answer="explain", read_back=True).open(Step.MAKE_RIGHT)
    assert not walk.sees(LISTEN)
    walk.type("The reason, in one sentence", "Two orders came at once").type("What changes", "I read names back").save()
    assert (walk.case.reason, walk.case.what_changes) == ("Two orders came at once", "I read names back")


def test_listening_comes_first(walk: Walk) -> None:
    walk.know(answer="explain").open(Step.MAKE_RIGHT)
    assert walk.sees(LISTEN)
    walk.press("Back to Hear them out")
    assert walk.wizard.step is Step.HEAR


def test_something_may_be_given_as_well(walk: Walk) -> None:
    walk.know(answer="explain").open(Step.MAKE_RIGHT)
    assert not walk.sees("What did they lose?")
    walk.press("Give something as well").press("Time").take("Something else")
    walk.type("What they took, in your words", "A coffee").save()
    assert walk.case.promise.what == "A coffee"
    walk.open(Step.SAY).open(Step.MAKE_RIGHT)
    assert walk.text("What you promise") == "A coffee"
    assert not walk.has_button("Give something as well")


def test_promise_of_an_explanation_is_refused_in_place(walk: Walk) -> None:
    walk.know(answer="explain").open(Step.MAKE_RIGHT).press("Give something as well")
    walk.type("By when", "1/1/2026").leave("By when")
    assert walk.text("By when") == "1/1/2026"
    assert walk.case.promise.by is None
    assert walk.refused == []


def test_parting_is_saved_and_private_stays_private(walk: Walk) -> None:
    walk.know(answer="part-ways").open(Step.MAKE_RIGHT)
    assert walk.sees("The last resort.")
    walk.type("What you have tried", "PRIVATE two refunds")
    walk.type("What you release them from", "your deposit is on its way back")
    walk.type("Who may serve them better", "Miller in Mill Lane").save()
    case = walk.case
    assert (case.tried, case.refer_to) == ("PRIVATE two refunds", "Miller in Mill Lane")
    for kind in MessageKind:
        assert "PRIVATE" not in walk.house.drafts.draft(walk.number, kind)


def test_answer_may_be_thought_over(walk: Walk) -> None:
    walk.know(answer="part-ways").open(Step.MAKE_RIGHT).press("Think again about the answer")
    assert walk.wizard.step is Step.ANSWER


def test_words_survive_another_answer(walk: Walk) -> None:
    walk.know(answer="explain").open(Step.MAKE_RIGHT).type("What changes", "All of it")
    walk.wizard.leave()
    walk.know(answer="apologise").open(Step.MAKE_RIGHT).know(answer="explain").open(Step.MAKE_RIGHT)
    assert walk.text("What changes") == "All of it"


def test_labels_belong_to_their_fields(walk: Walk, qtbot: QtBot) -> None:
    for answer in ("explain", "part-ways"):
        walk.know(answer=answer).open(Step.MAKE_RIGHT)
        labels = {one.text(): one.buddy() for one in walk.shown(QLabel) if one.buddy() is not None}
        assert labels
        assert all(buddy.accessibleName() == words for words, buddy in labels.items())
