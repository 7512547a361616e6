"""One row of the list in words."""

from datetime import UTC, date, datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from app.domain.query import CaseRow
from app.domain.terms import Answer, Outcome, Step
from app.ui.widgets.case_words import OUTCOME_TONES, outcome_name, step_name
from app.ui.widgets.when import due_words, past_words

_TONES: Final = {
    Step.SETTLE: "coral",
    Step.HEAR: "coral",
    Step.OWN: "amber",
    Step.ANSWER: "amber",
    Step.MAKE_RIGHT: "amber",
    Step.SAY: "amber",
    Step.LEARN: "accent",
    Step.FOLLOW_UP: "accent",
    Step.CLOSE: "accent",
}


class RowWords(NamedTuple):
    number: str
    who: str
    title: str
    standing: str
    tone: str
    anger: str
    came: str


def row_words(row: CaseRow, now: datetime) -> RowWords:
    """What the row says at that moment; nothing in it is empty."""
    standing, tone = standing_words(row, now)
    return RowWords(
        number=str(row.id),
        who=row.customer or _tr("Somebody"),
        title=row.title or _tr("Not written down yet"),
        standing=standing,
        tone=tone,
        anger=anger_words(row),
        came=past_words(row.came_in.astimezone(now.tzinfo).date(), now),
    )


def standing_words(row: CaseRow, now: datetime) -> tuple[str, str]:
    """Where it stands, with the tone of its chip."""
    if row.closed:
        if not row.outcome:
            return _tr("Closed"), ""
        outcome = Outcome(row.outcome)
        return outcome_name(outcome), OUTCOME_TONES[outcome]
    step = Step(row.step)
    if step is Step.SAY and row.answer == Answer.PART_WAYS:
        return _tr("Saying goodbye"), "plum"
    if step is Step.FOLLOW_UP and row.follow_up_due is not None:
        return _follow_up(row.follow_up_due, now)
    return step_name(step), _TONES[step]


def _follow_up(due: datetime, now: datetime) -> tuple[str, str]:
    day = due.astimezone(now.tzinfo).date()
    away = (day - now.date()).days
    if away < 0:
        return _tr("Follow up late"), "coral"  # how late stands beside it: the chip is never cut
    if away == 0:
        return _tr("Follow up today"), "accent"
    if away == 1:
        return _tr("Follow up tomorrow"), "accent"
    return _tr("Follow up {day}").format(day=due_words(day, now)), "accent"


def anger_words(row: CaseRow) -> str:
    """Anger before and after for those who hear the list: "8", "8, then 2", "not known"."""
    if row.anger is None:
        return _tr("not known") if row.anger_after is None else _tr("then {after}").format(after=row.anger_after)
    if row.anger_after is None:
        return str(row.anger)
    return _tr("{before}, then {after}").format(before=row.anger, after=row.anger_after)


def usual_standings(*, closed: bool) -> list[str]:
    """What most chips say, to make their column wide enough."""
    usual = [
        *(step_name(step) for step in Step),
        _tr("Saying goodbye"),
        _tr("Follow up today"),
        _tr("Follow up tomorrow"),
    ]
    return usual + [outcome_name(one) for one in Outcome] if closed else usual


def usual_days(*, closed: bool) -> list[str]:
    """Days as wide as they get in the list: this year's, and, with `closed`, those of other years."""
    now = datetime(2028, 12, 31, tzinfo=UTC)
    days = [date(2028, 11, 28), date(2028, 12, 30)]
    return [past_words(day, now) for day in ([date(2027, 11, 28), *days] if closed else days)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("rows", text)
