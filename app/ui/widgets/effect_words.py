"""Before a plan and since, in words: small numbers as counts, never as shares."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.domain.effect import Counts, EffectCheck, EffectQuestion
from app.ui.widgets.when import date_words


def counts_words(asked: EffectQuestion, today: date) -> str:
    """ "Before the plan, 4 of 31 complaints in 30 days were of this kind." and "Since: 1 of 28.", in two lines."""
    gone = min((today - asked.in_use_since).days, asked.days)
    return f"{_before(asked.counts, asked.days)}\n{_since(asked.counts, gone if gone < asked.days else None)}"


def later_words(asked: EffectQuestion) -> str:
    """What came in after the days that are counted; empty for nothing."""
    if asked.later == 0:
        return ""
    if asked.later == 1:
        return _tr("After these {days} days there was 1 more.").format(days=asked.days)
    return _tr("After these {days} days there were {count} more.").format(days=asked.days, count=asked.later)


def check_words(check: EffectCheck, now: datetime) -> str:
    """ "10 Oct, after 30 days: it holds. Before the plan, 4 of 31 complaints ... Since: 1 of 28. The owner's words" """
    words = (
        _tr("{day}, after {days} days: it holds.")
        if check.holds
        else _tr("{day}, after {days} days: it does not hold.")
    )
    told = words.format(day=date_words(check.made_on, now), days=check.days)
    return " ".join(
        part for part in (told, _before(check.counts, check.days), _since(check.counts), check.words) if part
    )


def _before(counts: Counts, days: int) -> str:
    if counts.before_of == 0:
        return _tr("In the {days} days before the plan there was no complaint at all.").format(days=days)
    if counts.before_of == 1:
        words = _tr("Before the plan, {count} of 1 complaint in {days} days was of this kind.")
        return words.format(count=counts.before, days=days)
    words = _tr("Before the plan, {count} of {all} complaints in {days} days were of this kind.")
    return words.format(count=counts.before, all=counts.before_of, days=days)


def _since(counts: Counts, gone: int | None = None) -> str:
    if gone is not None:
        words = _tr("Since, in {days} days: {count} of {all}.")
        return words.format(days=gone, count=counts.since, all=counts.since_of)
    return _tr("Since: {count} of {all}.").format(count=counts.since, all=counts.since_of)


def _tr(text: str) -> str:
    return QCoreApplication.translate("effect", text)
