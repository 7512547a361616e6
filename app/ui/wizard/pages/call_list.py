"""The follow-up calls so far, each with a way to take it out."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Case, FollowUp
from app.domain.terms import FollowUpResult
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.anger import AngerMark
from app.ui.widgets.buttons import button
from app.ui.widgets.when import full_words
from app.ui.widgets.words import label
from app.ui.wizard.pages.inside import when_inside


def result_choices() -> list[tuple[object, str]]:
    """How a call can go."""
    return [
        (FollowUpResult.HAPPY, _tr("Happy")),
        (FollowUpResult.NOT_YET, _tr("Not yet")),
        (FollowUpResult.NO_ANSWER, _tr("No answer")),
    ]


class _TakeOut(QObject):
    """The act of one row."""

    def __init__(self, desk: Desk, case_id: int, call: FollowUp, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._call = call

    @Slot()
    def run(self) -> None:
        calls, verbs, call = self._desk.calls, self._desk.house.follow_ups, self._call
        if calls.run(verbs.unrecord, self._case_id, call.id) is not None:
            record = partial(verbs.record, self._case_id, call.result, anger=call.anger, words=call.words, on=call.on)
            self._desk.offer_undo(self.tr("The call is taken out."), partial(calls.run, record))


class CallList(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[FollowUp, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(8))
        self._column.addWidget(label(self.tr("Calls so far"), "title"))

    def show_case(self, case: Case) -> None:
        self.setVisible(bool(case.follow_ups))
        if case.follow_ups == self._shown:
            return
        self._shown = case.follow_ups
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(case.id, one) for one in reversed(case.follow_ups)]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, case_id: int, call: FollowUp) -> QWidget:
        row = QWidget()
        now = self._desk.now()
        result = next(words for value, words in result_choices() if value is call.result)
        words = self.tr("{result}, {when}").format(result=result, when=when_inside(call.on, now))
        head = label(words, "strong")
        head.setToolTip(full_words(call.on, now))
        out = button(self.tr("Take it out"), "link")
        out.setAccessibleDescription(words)
        out.clicked.connect(_TakeOut(self._desk, case_id, call, row).run)
        top = QHBoxLayout()
        top.setSpacing(current().space(8))
        top.addWidget(head, 1)
        if call.anger is not None:
            top.addWidget(AngerMark(call.anger))
        top.addWidget(out)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        if call.words:
            column.addWidget(label(call.words, "secondary"))
        return row


def _tr(text: str) -> str:
    return QCoreApplication.translate("calls", text)
