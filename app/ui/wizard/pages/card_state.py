"""How far a card is on its way to the post."""

from functools import partial

from PySide6.QtCore import Slot

from app.domain.card import CardKind
from app.domain.case import Message
from app.ui.desk import Desk
from app.ui.widgets.buttons import button
from app.ui.widgets.notice import Notice
from app.ui.wizard.pages.inside import when_inside
from app.ui.wizard.pages.message_words import card_words


class CardState(Notice):
    """Nothing is shown while there is no card on Today."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("plum", "envelope-simple")
        self._desk = desk
        self._card: Message | None = None
        self._off = button(self.tr("Take it off today’s list"))
        self._posted = button(self.tr("I have posted the card"))
        self._off.clicked.connect(self._on_off)
        self._posted.clicked.connect(self._on_posted)
        self.add_button(self._posted)
        self.add_button(self._off)

    def show_card(self, card: Message | None) -> None:
        self._card = card
        self.setVisible(card is not None and card.ready_on is not None)
        if card is None or card.ready_on is None:
            return
        now = self._desk.now()
        kind = card_words(CardKind(card.card_kind or CardKind.APOLOGY))
        if card.printed_on is not None:
            words = self.tr("printed {when}, waits for the post.").format(when=when_inside(card.printed_on, now))
        else:
            words = self.tr("on today’s list since {when}.").format(when=when_inside(card.ready_on, now))
        self.set_words(self.tr("{card}:").format(card=kind), words)
        self._posted.setVisible(card.printed_on is not None)
        self._off.setVisible(card.printed_on is None)

    @Slot()
    def _on_off(self) -> None:
        assert self._card is not None
        calls, messages, card = self._desk.calls, self._desk.house.messages, self._card
        if calls.run(messages.not_ready, card.id) is not None:
            undo = partial(calls.run, messages.make_ready, card.id, size=card.card_size, look=card.card_look)
            self._desk.offer_undo(self.tr("The card is off today’s list."), undo)

    @Slot()
    def _on_posted(self) -> None:
        assert self._card is not None
        calls, messages, card = self._desk.calls, self._desk.house.messages, self._card
        if calls.run(messages.posted, card.id) is not None:
            self._desk.offer_undo(self.tr("Posted."), partial(calls.run, messages.unposted, card.id))
