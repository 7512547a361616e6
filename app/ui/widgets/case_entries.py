"""Complaints as records of a list, with date and outcome."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.query import CaseRow
from app.domain.terms import Outcome
from app.ui.widgets.case_words import OUTCOME_TONES, outcome_name
from app.ui.widgets.row_list import Entry
from app.ui.widgets.when import past_words


def case_entries(
    numbers: Iterable[int], rows: Mapping[int, CaseRow], now: datetime, *, with_customer: bool
) -> list[Entry]:
    """One for each number that has a row, in the order of the numbers; two lines each."""
    return [_entry(rows[number], now, with_customer) for number in numbers if number in rows]


def _entry(row: CaseRow, now: datetime, with_customer: bool) -> Entry:
    came = past_words(row.came_in, now)
    who = row.customer if with_customer else ""
    below = _tr("{customer}, {day}").format(customer=who, day=came) if who else came
    chip, tone = _state(row)
    title = row.title or _tr("Complaint {number}").format(number=row.id)
    return Entry(key=row.id, strong=title, third=below, chip=chip, chip_tone=tone)


def _state(row: CaseRow) -> tuple[str, str]:
    if not row.closed:
        return _tr("Open"), "amber"
    if row.outcome:
        outcome = Outcome(row.outcome)
        return outcome_name(outcome), OUTCOME_TONES[outcome]
    return _tr("Closed"), ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("cases", text)
