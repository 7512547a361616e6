"""What is known of a customer before this complaint, as facts in one sentence that accuses nobody."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.customer import History
from app.domain.handling import THIRD_CLAIM

_YEAR_DAYS = 365


def doubt_sentence(history: History, came_in: datetime) -> str:
    """Such as "First complaint in 4 years" or "The third one in 60 days"."""
    if history.last_60_days >= THIRD_CLAIM:
        return _claim_words(history.last_60_days + 1)
    quiet_since = history.last_came_in if history.complaints else history.since
    years = (came_in - quiet_since).days // _YEAR_DAYS if quiet_since is not None else 0
    if years == 1:
        return _tr("First complaint in a year")
    if years > 1:
        return _tr("First complaint in {years} years").format(years=years)
    if history.complaints == 0:
        return _tr("No complaint before this one")
    if history.complaints == 1:
        return _tr("One complaint before this one")
    return _tr("{count} complaints before this one").format(count=history.complaints)


def _claim_words(count: int) -> str:
    known = {
        3: _tr("The third one in 60 days"),
        4: _tr("The fourth one in 60 days"),
        5: _tr("The fifth one in 60 days"),
    }
    return known.get(count) or _tr("{count} complaints in 60 days").format(count=count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("standing", text)
