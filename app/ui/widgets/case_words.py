"""Steps, ways in and outcomes by the names that the owner reads."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.terms import Channel, Outcome, Step

OUTCOME_TONES: Final = {
    Outcome.STRONGER: "green",
    Outcome.KEPT: "green",
    Outcome.PARTED: "plum",
    Outcome.LOST: "",
}


def step_name(step: Step) -> str:
    """The step's name: "Hear them out"."""
    return {
        Step.SETTLE: _tr("steps", "Settle"),
        Step.HEAR: _tr("steps", "Hear them out"),
        Step.OWN: _tr("steps", "Own it"),
        Step.ANSWER: _tr("steps", "Pick your answer"),
        Step.MAKE_RIGHT: _tr("steps", "Make it right"),
        Step.SAY: _tr("steps", "Say it"),
        Step.LEARN: _tr("steps", "Learn from it"),
        Step.FOLLOW_UP: _tr("steps", "Follow up"),
        Step.CLOSE: _tr("steps", "Close"),
    }[step]


def place_name(step: Step | None) -> str:
    """Where a house rule is shown: the step's name; for none, that the rule is one for all of them."""
    return step_name(step) if step is not None else _tr("steps", "In general")


def outcome_name(outcome: Outcome) -> str:
    """How it ended: "Stronger than before"."""
    return {
        Outcome.STRONGER: _tr("outcomes", "Stronger than before"),
        Outcome.KEPT: _tr("outcomes", "Kept"),
        Outcome.PARTED: _tr("outcomes", "Parted well"),
        Outcome.LOST: _tr("outcomes", "Lost"),
    }[outcome]


def came_words(channel: Channel | None) -> str:
    """How the complaint came: "Complaint by phone"; without a way, only that it came."""
    if channel is None:
        return _tr("timeline", "Complaint")
    return {
        Channel.COUNTER: _tr("timeline", "Complaint at the counter"),
        Channel.PHONE: _tr("timeline", "Complaint by phone"),
        Channel.MESSAGE: _tr("timeline", "Complaint by message"),
        Channel.LETTER: _tr("timeline", "Complaint by letter"),
        Channel.EMAIL: _tr("timeline", "Complaint by e-mail"),
        Channel.REVIEW: _tr("timeline", "Complaint in a public review"),
    }[channel]


def _tr(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
