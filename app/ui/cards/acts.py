"""What becomes of a card: to be printed, printed, posted, looked at later; each can be taken back."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.domain.case import Message
from app.domain.terms import DueKind
from app.ui.desk import Desk

LATER = timedelta(hours=1)


class CardActs:
    """Verbs with their undo; each tells whether it was done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def make_ready(self, message_id: int, size: str, look: str) -> bool:
        """Put it on today's list."""
        calls, messages = self._desk.calls, self._desk.house.messages
        if calls.run(messages.make_ready, message_id, size=size, look=look) is None:
            return False
        self._desk.offer_undo(_tr("It is on Today, to be printed."), partial(calls.run, messages.not_ready, message_id))
        return True

    def printed(self, message_id: int, size: str, look: str) -> bool:
        """The owner said that it came out; size and look are kept as they were printed."""
        calls, messages = self._desk.calls, self._desk.house.messages
        if calls.run(messages.set_look, message_id, size=size, look=look) is None:
            return False
        if calls.run(messages.printed, message_id) is None:
            return False
        said = _tr("Printed. Now the post box: it is on Today.")
        self._desk.offer_undo(said, partial(calls.run, messages.unprinted, message_id))
        return True

    def unprinted(self, message_id: int) -> bool:
        """The words are to be changed after all."""
        calls, messages = self._desk.calls, self._desk.house.messages
        if calls.run(messages.unprinted, message_id) is None:
            return False
        said = _tr("The card counts as not printed.")
        self._desk.offer_undo(said, partial(calls.run, messages.printed, message_id))
        return True

    def posted(self, message_id: int) -> bool:
        """It is in the post box, or handed over."""
        calls, messages = self._desk.calls, self._desk.house.messages
        if calls.run(messages.posted, message_id) is None:
            return False
        self._desk.offer_undo(_tr("Posted."), partial(calls.run, messages.unposted, message_id))
        return True

    def look_again(self, case_id: int, message: Message, size: str, look: str) -> bool:
        """Not now: it is on Today, and comes up in an hour."""
        house, calls = self._desk.house, self._desk.calls
        made_ready = message.ready_on is None
        if made_ready and calls.run(house.messages.make_ready, message.id, size=size, look=look) is None:
            return False
        done = calls.run(house.follow_ups.put_off, case_id, DueKind.CARD, self._desk.now() + LATER, _tr("To cool down"))
        if done is None:
            return False
        undo = partial(self._undo_look_again, done.value, message.id if made_ready else 0)
        self._desk.offer_undo(_tr("Not printed. It is on Today, to look at again in an hour."), undo)
        return True

    def _undo_look_again(self, put_off_id: int, ready_id: int) -> None:
        self._desk.calls.run(self._desk.house.follow_ups.undo_put_off, put_off_id)
        if ready_id:
            self._desk.calls.run(self._desk.house.messages.not_ready, ready_id)


def _tr(text: str) -> str:
    return QCoreApplication.translate("cards", text)
