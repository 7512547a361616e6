"""What was already said to them, newest first, each with a way to take it back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Case, Message
from app.domain.terms import MessageKind
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.when import full_words
from app.ui.widgets.words import label
from app.ui.wizard.pages.inside import when_inside
from app.ui.wizard.pages.message_words import said_words

_SHOWN = 240  # characters of a message: enough to know it again


class _Unsay(QObject):
    """The act of one row."""

    def __init__(self, desk: Desk, case_id: int, message: Message, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._message = message

    @Slot()
    def run(self) -> None:
        calls, messages, message = self._desk.calls, self._desk.house.messages, self._message
        case = calls.ask(self._desk.house.cases.case, self._case_id)
        if case is None or calls.run(messages.unsay, message.id) is None:
            return
        undo: Callable[[], object] = partial(
            calls.run, messages.say, self._case_id, message.kind, message.text, on=message.given_on
        )
        if message.kind is MessageKind.CARD or case.draft(message.kind) is not None:
            undo = partial(calls.run, messages.posted, message.id, message.given_on)
        self._desk.offer_undo(self.tr("It counts as not said yet."), undo)


class SaidList(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Message, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(8))
        self._column.addWidget(label(self.tr("What you said"), "title"))
        self._rows: list[QWidget] = []

    def show_case(self, case: Case) -> None:
        given = [one for one in case.messages if one.given_on is not None]
        given.sort(key=lambda one: (one.given_on, one.id), reverse=True)
        self.setVisible(bool(given))
        if tuple(given) == self._shown:
            return
        self._shown = tuple(given)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(case.id, one) for one in given]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, case_id: int, message: Message) -> QWidget:
        row = QWidget()
        assert message.given_on is not None
        now = self._desk.now()
        head = label(
            self.tr("{how}, {when}").format(how=said_words(message.kind), when=when_inside(message.given_on, now)),
            "strong",
        )
        head.setToolTip(full_words(message.given_on, now))
        back = button(self.tr("Not said after all"), "link")
        back.clicked.connect(_Unsay(self._desk, case_id, message, row).run)
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(back)
        text = " ".join(message.text.split())
        words = label(text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…", "secondary")
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(words)
        return row
