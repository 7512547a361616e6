"""What became of a complaint, as chips: anger before and after, and whether they stayed."""

from PySide6.QtCore import QCoreApplication

from app.domain.terms import Outcome
from app.ui.widgets.chip import Chip


def anger_words(before: int, after: int) -> tuple[str, str, str]:
    """What the chip shows, its tone, and what is read out."""
    shown = _tr("{before} → {after}").format(before=before, after=after)
    spoken = _tr("anger {before}, then {after}").format(before=before, after=after)
    return shown, "green" if after < before else "coral", spoken


def anger_chip(before: int, after: int) -> Chip:
    """ "8 → 2", green where it fell."""
    shown, tone, spoken = anger_words(before, after)
    chip = Chip(shown, tone)
    chip.setAccessibleName(spoken)
    return chip


def ending_words(closed: bool, outcome: Outcome | None) -> tuple[str, str]:
    """Words and tone: "stayed", "lost", "still open"."""
    if not closed:
        return _tr("still open"), "amber"
    known = {
        Outcome.STRONGER: (_tr("stayed, stronger"), "green"),
        Outcome.KEPT: (_tr("stayed"), "green"),
        Outcome.PARTED: (_tr("parted well"), "plum"),
        Outcome.LOST: (_tr("lost"), "coral"),
    }
    return known[outcome] if outcome is not None else (_tr("closed"), "")


def ending_chip(closed: bool, outcome: Outcome | None) -> Chip:
    return Chip(*ending_words(closed, outcome))


def _tr(text: str) -> str:
    return QCoreApplication.translate("chips", text)
