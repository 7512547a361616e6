"""The steps as the wizard shows them: icons, how far each is, and which page it has on which way."""

from collections.abc import Callable
from typing import Final

from app.domain.case import Case
from app.domain.handling import HandlingFlow
from app.domain.terms import Answer, Step
from app.ui.desk import Desk
from app.ui.widgets.step_list import StepState
from app.ui.wizard.page import StepPage
from app.ui.wizard.pages.answer import AnswerPage
from app.ui.wizard.pages.close import ClosePage
from app.ui.wizard.pages.explain import ExplainPage
from app.ui.wizard.pages.follow_up import FollowUpPage
from app.ui.wizard.pages.hear import HearPage
from app.ui.wizard.pages.learn import LearnPage
from app.ui.wizard.pages.make_right import MakeRightPage
from app.ui.wizard.pages.own import OwnPage
from app.ui.wizard.pages.part_ways import PartWaysPage
from app.ui.wizard.pages.say import SayPage
from app.ui.wizard.pages.settle import SettlePage

Factory = Callable[[Desk], StepPage]

PAGES: Final[dict[Step, Factory]] = {
    Step.SETTLE: SettlePage,
    Step.HEAR: HearPage,
    Step.OWN: OwnPage,
    Step.ANSWER: AnswerPage,
    Step.SAY: SayPage,
    Step.LEARN: LearnPage,
    Step.FOLLOW_UP: FollowUpPage,
    Step.CLOSE: ClosePage,
}
REPAIR_PAGES: Final[dict[Answer | None, Factory]] = {
    None: MakeRightPage,
    Answer.APOLOGISE: MakeRightPage,
    Answer.EXPLAIN: ExplainPage,
    Answer.PART_WAYS: PartWaysPage,
}
ICONS: Final = {
    Step.SETTLE: "wind",
    Step.HEAR: "ear",
    Step.OWN: "heart",
    Step.ANSWER: "handshake",
    Step.MAKE_RIGHT: "gift",
    Step.SAY: "envelope-simple",
    Step.LEARN: "lightbulb",
    Step.FOLLOW_UP: "calendar-check",
    Step.CLOSE: "check",
}


def factory_of(step: Step, answer: Answer | None) -> Factory:
    """What builds the page of that step; making it right has one for each way."""
    return REPAIR_PAGES[answer] if step is Step.MAKE_RIGHT else PAGES[step]


def state_of(step: Step, case: Case, shown: Step) -> StepState:
    """How far a step is: done once it was opened and lacks nothing, skipped once a later one was opened instead."""
    if step is shown:
        return StepState.CURRENT
    if step in case.visited:
        return StepState.OPEN if _lacks(step, case) else StepState.DONE
    order = list(Step)
    later = order[order.index(step) + 1 :]
    return StepState.SKIPPED if case.visited.intersection(later) else StepState.OPEN


def _lacks(step: Step, case: Case) -> bool:
    """The lesson and the follow-up are insisted on at the close, but belong to steps of their own."""
    if HandlingFlow.missing(step, case):
        return True
    own = {Step.LEARN: "no_lesson", Step.FOLLOW_UP: "no_follow_up"}.get(step)
    return any(problem.code == own for problem in HandlingFlow.can_close(case))
