"""The card studio: one card, its words at the left, the card itself at the right."""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.card import Card, CardKind
from app.domain.case import Case, Message
from app.domain.errors import AppError
from app.domain.fold import clean
from app.domain.terms import MessageKind
from app.printing.sheets import Side
from app.system.machine import Machine
from app.ui.asking import ask_here
from app.ui.cards.departure import Departure
from app.ui.cards.keeper import Keeper
from app.ui.cards.names import card_title, no_room_words, token_words
from app.ui.cards.table import Table
from app.ui.cards.words_panel import WordsPanel
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.page_header import PageHeader

PREVIEW_AFTER_MS: Final = 10  # several keys at once are one picture


class CardStudio(QWidget):
    """The main window opens a card by `open_card` and calls `leave` before another page comes."""

    def __init__(self, desk: Desk, machine: Machine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = 0
        self._message_id = 0
        self._keeper = Keeper(desk, self)
        self.header = PageHeader()
        self.pdf_button = button(self.tr("Save as PDF"), "plain")
        self.print_button = button(self.tr("Print"), "primary", "printer")
        self.print_button.setShortcut(QKeySequence("Ctrl+P"))
        self.words = WordsPanel()
        self.table = Table(machine)
        self.departure = Departure(desk, machine, self)
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(PREVIEW_AFTER_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        space = current().space
        self.header.add_right(self.pdf_button)
        self.header.add_right(self.print_button)
        self.words.body.addStretch(1)
        self.words.add(self.departure.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(28), space(20), space(28), space(20))
        column.setSpacing(space(14))
        column.addWidget(self.header)
        column.addWidget(self.table, 1)
        self.table.set_words(self.words)
        self._order_keys()

    def _order_keys(self) -> None:
        """Tab goes as the eye does: the words, what to do with them, then the card."""
        way = [*self.words.tab_stops(), *self.departure.foot.tab_stops(), *self.table.tab_stops()]
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.header.crumb_requested.connect(self._desk.page_requested)
        self.print_button.clicked.connect(self.print_card)
        self.pdf_button.clicked.connect(self.save_pdf)
        self.words.typed.connect(self._on_typed)
        self.words.kind_chosen.connect(self._on_kind)
        self.words.fresh_requested.connect(self.start_again)
        self.table.look_chosen.connect(self._on_look)
        self.table.changed.connect(self.draw)
        self.departure.refused.connect(self._on_refused)
        self.departure.complaint_requested.connect(self._on_complaint)
        self.departure.asked.connect(self._on_asked)
        self.departure.about_to_act.connect(self._keeper.flush)
        self.departure.again_requested.connect(self.print_card)
        self._keeper.refused.connect(self._on_not_saved)
        self._keeper.saved.connect(self.draw)
        self._drawing.timeout.connect(self.draw)
        self._desk.hub.changed.connect(self._on_changed)

    @property
    def has_unsaved(self) -> bool:
        """Whether words are not on disk, though leaving tried to save them."""
        return self._keeper.has_unsaved

    def open_card(self, message_id: int) -> None:
        """Show that card; a number that is no card's is said, and the list of cards comes instead."""
        self.leave()
        self._message_id = message_id
        self.words.offer_fresh("")
        self.table.forget()
        if not self._load():
            self._desk.page_requested.emit("cards")
        elif not self.words.box.isReadOnly():
            self.words.box.setFocus()

    def show_page(self) -> None:
        """The page comes to the front with the card it had."""
        self._load()

    @Slot()
    def leave(self) -> None:
        """Save what is still being typed."""
        self._keeper.flush()

    def _load(self) -> bool:
        found = self._desk.calls.ask(self._desk.house.messages.message, self._message_id)
        case = self._desk.calls.ask(self._desk.house.cases.case, found[0]) if found else None
        if found is None or case is None:
            self._message_id = 0
            return False
        self._case_id = case.id
        self._show(case, found[1])
        return True

    def _show(self, case: Case, message: Message) -> None:
        newest = case.draft(MessageKind.CARD)
        locked = message.printed_on is not None or newest is None or newest.id != message.id
        stored = message.card_kind
        kind = CardKind(stored) if stored in set(CardKind) else self._desk.house.drafts.card_kind(case)
        person = case.customer.label if case.customer else ""
        where = self.tr("For {customer}").format(customer=person) if person else self.tr("For the customer")
        self.header.set_title(card_title(kind))
        self.header.set_crumbs([("cards", self.tr("Cards")), ("", where)])
        waiting = self._keeper.waiting(message.id)
        self.words.show_words(kind, message.text if waiting is None else clean(waiting), locked=locked)
        self.table.show_choice(message.card_look, message.card_size, locked=locked)
        self.departure.show_card(case, message)
        passed_over = locked and message.is_draft and message.printed_on is None
        newer = self.tr("A newer card for this complaint is being written; this one stays as it is.")
        self.words.field.set_hint(newer if passed_over else "")
        if not message.text.strip() and waiting is None and not locked:
            self.words.offer_fresh(self.tr("There are no words on it yet."))
        self.draw()

    def card(self) -> Card:
        """The card as it stands on screen."""
        bar = self.table.bar
        return self._desk.house.drafts.preview(
            self.words.text(), self.words.kind(), size=bar.size_of_card(), look=bar.look()
        )

    @Slot()
    def draw(self) -> None:
        """Bring the picture up to date; where the words have no room, the last good one stays."""
        self._drawing.stop()
        if not self._message_id:
            return
        card = self.card()
        errors: list[AppError] = []
        for side in (Side.INSIDE, Side.OUTSIDE):
            # The side that is not seen has to fit too.
            ask_here(self._desk.calls, errors.append, self.table.show_card, card, side)
        if errors and self.table.view.image().isNull():
            # Better an empty card than the one that was open before.
            ask_here(self._desk.calls, errors.append, self.table.show_card, replace(card, text=""), self.table.side())
        self._judge(card, errors)

    def _judge(self, card: Card, errors: list[AppError]) -> None:
        token = card.token_left()
        if self._keeper.trouble is not None:
            self.words.say(sentence(self._keeper.trouble))
        elif token:
            self.words.say(token_words(token))
        else:
            self.words.say(self._refusal_words(errors[0]) if errors else "")
        why = self.table.bar.refusal()
        for made in (self.print_button, self.pdf_button):
            made.setEnabled(not why)
            made.setToolTip(why)
            made.setAccessibleDescription(why)

    def _refusal_words(self, error: AppError) -> str:
        lines = error.facts.get("lines")
        if error.code == "does_not_fit" and isinstance(lines, int):
            return no_room_words(lines, self.table.bar.size_of_card())
        if error.code == "token_left":
            return token_words(str(error.facts.get("token", "")))
        return sentence(error)

    @Slot()
    def _on_typed(self) -> None:
        self._keeper.later(self._case_id, self._message_id, self.words.text(), self.words.kind())
        self.departure.words_changed()
        if not self._drawing.isActive():
            self._drawing.start()

    @Slot(object)
    def _on_not_saved(self, _error: AppError) -> None:
        self.draw()

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        """What stands in the way of printing: said under the words where it is theirs, else at the foot."""
        if error.code in ("card_empty", "token_left", "does_not_fit"):
            self.words.say(self._refusal_words(error))
            self.words.box.setFocus()
        else:
            self._desk.refuse(error)

    @Slot(object)
    def _on_kind(self, kind: CardKind) -> None:
        """Another kind: an untouched first draft becomes the other one, words of one's own stay."""
        house = self._desk.house
        found = self._desk.calls.ask(house.messages.message, self._message_id)
        if found is None:
            return
        old_kind, old_text = self._kind_of(found[1]), self.words.text()
        if old_kind is kind:
            return
        draft = self._desk.calls.ask(house.drafts.draft, self._case_id, MessageKind.CARD, old_kind)
        untouched = not old_text.strip() or clean(old_text) == clean(draft or "")
        undo = partial(self._put_back, self._case_id, self._message_id, old_text, old_kind)
        if untouched:
            self._begin_afresh(kind, undo, self.tr("A first draft for the other card."))
            return
        if self._keeper.now(self._case_id, self._message_id, old_text, kind):
            self.words.offer_fresh(self.tr("These words were written for another card."))
            self._desk.offer_undo(self.tr("Another card, with the same words."), undo)

    @Slot()
    def start_again(self) -> None:
        """A first draft from the case, in place of the words that stand there."""
        undo = partial(
            self._put_back,
            self._case_id,
            self._message_id,
            self.words.text(),
            self.words.kind(),
            self.words.offers_fresh,
        )
        self._begin_afresh(self.words.kind(), undo, self.tr("A first draft from the complaint."))

    def _begin_afresh(self, kind: CardKind, undo: "partial[None]", said: str) -> None:
        text = self._desk.calls.ask(self._desk.house.drafts.draft, self._case_id, MessageKind.CARD, kind)
        if text is not None and self._keeper.now(self._case_id, self._message_id, text, kind):
            self.words.offer_fresh("")
            self.departure.words_changed()
            self._desk.offer_undo(said, undo)

    def _put_back(self, case_id: int, message_id: int, text: str, kind: CardKind, offers: bool = False) -> None:
        """Undo of another kind and of another draft."""
        if self._keeper.now(case_id, message_id, text, kind) and message_id == self._message_id:
            self.words.offer_fresh(self.tr("These words were written for another card.") if offers else "")

    def _kind_of(self, message: Message) -> CardKind:
        if message.card_kind in set(CardKind):
            return CardKind(message.card_kind)
        case = self._desk.house.cases.case(self._case_id)
        return self._desk.house.drafts.card_kind(case)

    @Slot()
    def _on_look(self) -> None:
        bar = self.table.bar
        messages = self._desk.house.messages
        self._desk.calls.run(messages.set_look, self._message_id, size=bar.size_of_card(), look=bar.look())
        self.departure.words_changed()
        self.draw()

    @Slot()
    def print_card(self) -> None:
        """Ctrl+P: what is typed is saved first."""
        if self._ready_to_go():
            self.departure.print_card(self.card(), self.table.bar.sheet())

    @Slot()
    def save_pdf(self) -> None:
        """A file to print elsewhere or to send along."""
        if self._ready_to_go():
            self.departure.save_pdf(self.card(), self.table.bar.sheet())

    def _ready_to_go(self) -> bool:
        self._keeper.flush()
        return bool(self._message_id) and not self.table.bar.refusal()

    @Slot()
    def _on_asked(self) -> None:
        self.table.bring_to_sight(self.departure.foot)

    @Slot()
    def _on_complaint(self) -> None:
        self._desk.case_requested.emit(self._case_id)

    @Slot(object)
    def _on_changed(self, changes: object) -> None:
        """Somebody changed the case, or the shop whose name is on the card."""
        if not self._message_id or not self.isVisible():
            return
        touches = getattr(changes, "touches_case", None)
        if getattr(changes, "settings", False) or (touches is not None and touches(self._case_id)):
            self._load()
