"""How the promises of a case stand: kept, withdrawn, tried again."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case import Case, Promise
from app.domain.terms import FollowUpResult
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.notice import Notice
from app.ui.widgets.words import label
from app.ui.wizard.pages.inside import when_inside


class PromiseState(QWidget):
    """Acts through `desk.calls`; all of it can be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: Case | None = None
        self._kept_words = Notice("green", "check-circle")
        self._keep = button(self.tr("Mark as kept"), icon="check")
        self._unkeep = button(self.tr("Not kept after all"), "quiet")
        self._withdraw = button(self.tr("It no longer stands"), "quiet")
        self._again = button(self.tr("Try again with a new promise"), icon="arrow-counter-clockwise")
        self._earlier = label("", "secondary")
        self._keep.clicked.connect(self._on_keep)
        self._unkeep.clicked.connect(self._on_unkeep)
        self._withdraw.clicked.connect(self._on_withdraw)
        self._again.clicked.connect(self._on_again)
        acts = FlowRow(self._keep, self._again, self._unkeep, self._withdraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        for part in (self._kept_words, acts, self._earlier):
            column.addWidget(part)

    def show_case(self, case: Case) -> None:
        self._case = case
        promise = case.promise
        kept = promise.kept_on is not None
        now = self._desk.now()
        if promise.kept_on is not None:
            words = self.tr("Kept {when}. The follow-up call comes a few days later.")
            self._kept_words.set_words("", words.format(when=when_inside(promise.kept_on, now)))
        self._kept_words.setVisible(kept)
        self._keep.setVisible(promise.is_open)
        self._unkeep.setVisible(kept)
        self._withdraw.setVisible(promise.is_open)
        unhappy = bool(case.follow_ups) and case.follow_ups[-1].result is FollowUpResult.NOT_YET
        self._again.setVisible(unhappy and kept)
        earlier = [one for one in case.promises if one.id != promise.id and (one.what or one.remedy)]
        lines = [self._line(one) for one in earlier]
        self._earlier.setText("\n".join([self.tr("Promised before:"), *lines]) if lines else "")
        self._earlier.setVisible(bool(lines))
        self.setVisible(bool(lines) or promise.is_made)

    def _line(self, promise: Promise) -> str:
        now = self._desk.now()
        what = promise.what or self._desk.house.remedies.words(promise.remedy)
        if promise.kept_on is not None:
            return self.tr("{what} (kept {when})").format(what=what, when=when_inside(promise.kept_on, now))
        if promise.withdrawn_on is not None:
            return self.tr("{what} (withdrawn {when})").format(what=what, when=when_inside(promise.withdrawn_on, now))
        return self.tr("{what} (not kept)").format(what=what)

    @property
    def _promise_id(self) -> int:
        assert self._case is not None
        return self._case.promise.id

    @Slot()
    def _on_keep(self) -> None:
        calls, promises, promise_id = self._desk.calls, self._desk.house.promises, self._promise_id
        if calls.run(promises.keep, promise_id) is not None:
            self._desk.offer_undo(self.tr("Marked as kept."), partial(calls.run, promises.unkeep, promise_id))

    @Slot()
    def _on_unkeep(self) -> None:
        calls, promises, promise_id = self._desk.calls, self._desk.house.promises, self._promise_id
        assert self._case is not None
        kept_on = self._case.promise.kept_on
        if calls.run(promises.unkeep, promise_id) is not None:
            undo = partial(calls.run, promises.keep, promise_id, kept_on)
            self._desk.offer_undo(self.tr("The promise is open again."), undo)

    @Slot()
    def _on_withdraw(self) -> None:
        calls, promises, promise_id = self._desk.calls, self._desk.house.promises, self._promise_id
        if calls.run(promises.withdraw, promise_id) is not None:
            undo = partial(calls.run, promises.unwithdraw, promise_id)
            self._desk.offer_undo(self.tr("The promise is withdrawn."), undo)

    @Slot()
    def _on_again(self) -> None:
        assert self._case is not None
        try_again(self._desk, self._case.id)


def try_again(desk: Desk, case_id: int) -> None:
    """Begin a second promise beside the first, with undo."""
    calls, promises = desk.calls, desk.house.promises
    done = calls.run(promises.try_again, case_id)
    if done is not None:
        words = QCoreApplication.translate("PromiseState", "A new promise is begun. The first one stays in the story.")
        desk.offer_undo(words, partial(calls.run, promises.untry, done.value))
