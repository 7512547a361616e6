"""What the list says in the place of rows, with the way on."""

from PySide6.QtCore import QCoreApplication

from app.domain.query import CaseQuery
from app.domain.terms import Stage


def nothing_words(query: CaseQuery) -> str:
    """Why there is no row, and what to try."""
    if query.search.strip():
        return _tr(
            "Nothing has “{words}” in it. Try a part of the word, a name, or some digits of the phone number."
        ).format(words=" ".join(query.search.split())[:60])
    if query.about or query.customer_id is not None:
        return _tr("Nothing here with this choice.")
    return {
        Stage.OPEN: _tr("Nothing is open. Every complaint has found its end."),
        Stage.WAITING: _tr("Nobody is waiting for a first answer."),
        Stage.PROMISED: _tr("No promise is open."),
        Stage.CLOSED: _tr("Nothing is closed yet. A complaint comes here once you have closed it."),
        Stage.ALL: _tr("Nothing here yet."),
        Stage.TRASH: _tr("The trash is empty."),
    }[query.stage]


def elsewhere_words(stage: Stage, found: int, closed: int) -> str:
    """The button that leads to what another choice would find: "3 more in closed"."""
    if stage is not Stage.CLOSED and found == closed:
        return _tr("{count} more in closed").format(count=found)
    return _tr("{count} more in all").format(count=found)


def _tr(text: str) -> str:
    return QCoreApplication.translate("nothing", text)
