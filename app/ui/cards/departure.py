"""Follows one card from the wish to print it to the post box, and asks what only the owner knows."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from app.domain.card import Card, CardLook, CardSize, Sheet
from app.domain.case import Case, Message
from app.domain.handling import HOT
from app.printing.sheets import Imposition, impose
from app.system.machine import Machine
from app.ui.cards.acts import CardActs
from app.ui.cards.foot import Act, Foot, Stage
from app.ui.cards.names import cut_words, file_name
from app.ui.cards.outgoing import Outgoing
from app.ui.desk import Desk
from app.ui.widgets.when import past_words


class _Open(NamedTuple):
    """What is not settled yet about a card that was sent or saved."""

    stage: Stage
    words: str
    card: Card
    sheet: Sheet


class Departure(QObject):
    """`refused` carries the `AppError` that kept a card in the house."""

    refused = Signal(object)
    asked = Signal()  # the foot has something new to say or to ask
    complaint_requested = Signal()
    again_requested = Signal()
    about_to_act = Signal()  # what is still being typed has to be on disk first

    def __init__(self, desk: Desk, machine: Machine, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._acts = CardActs(desk)
        self._outgoing = Outgoing(desk, machine, window)
        self.foot = Foot()
        self._case: Case | None = None
        self._message: Message | None = None
        self._card: Card | None = None  # the one that was last sent or saved
        self._asked_sheet = Sheet.CARD
        # By message: what is still open after a print, so that a look at another page does not lose the question.
        self._open: dict[int, _Open] = {}
        self._cooled: set[int] = set()
        self.foot.chosen.connect(self._on_act)
        self._outgoing.refused.connect(self.refused)
        self._outgoing.sent.connect(self._on_sent)
        self._outgoing.outside_sent.connect(self._on_outside_sent)
        self._outgoing.saved.connect(self._on_saved)

    def show_card(self, case: Case, message: Message) -> None:
        """Show where this card is on its way."""
        if self._message is not None and self._message.id != message.id:
            self._outgoing.forget()
            self._end_turn(self._message.id)
        self._case, self._message = case, message
        self._show_stage()

    def words_changed(self) -> None:
        """What was sent is no longer the card that stands here, so there is nothing to ask about it."""
        if self._message is not None and self._open.pop(self._message.id, None) is not None:
            self._outgoing.forget()
            self._show_stage()

    def print_card(self, card: Card, sheet: Sheet) -> None:
        """Bring it to the printer, unless the owner would rather cool down first."""
        if self._case is None or self._message is None or not self._outgoing.may_go(card):
            return
        if self._is_hot() and not self._goes_now(card):
            return
        self._card, self._asked_sheet = card, sheet
        self._outgoing.print_card(card, sheet)

    def save_pdf(self, card: Card, sheet: Sheet) -> None:
        """Bring it into a file."""
        if self._case is not None:
            self._card, self._asked_sheet = card, sheet
            person = self._case.customer.label if self._case.customer else ""
            self._outgoing.save_pdf(card, sheet, file_name(person))

    def stage(self) -> Stage:
        """Where the card is."""
        message = self._message
        if message is None:
            return Stage.WRITING
        if message.given_on is not None:
            return Stage.POSTED
        if message.id in self._open:
            return self._open[message.id].stage
        if message.printed_on is not None:
            return Stage.PRINTED
        return Stage.READY if message.ready_on is not None else Stage.WRITING

    def _is_hot(self) -> bool:
        assert self._case is not None
        assert self._message is not None
        hot = (self._case.heat or 0) >= HOT
        return hot and self._message.printed_on is None and self._message.id not in self._cooled

    def _goes_now(self, card: Card) -> bool:
        """Ask once; the safe choice is the one that Enter and Esc take."""
        assert self._case is not None
        assert self._message is not None
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        words = self.tr("You were at {heat}. Print it now, or look at it again in an hour?")
        box.setText(words.format(heat=self._case.heat))
        now = box.addButton(self.tr("Print it now"), QMessageBox.ButtonRole.AcceptRole)
        later = box.addButton(self.tr("Look at it again in an hour"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(later)
        box.exec()
        goes = box.clickedButton() is now
        box.deleteLater()
        if goes:
            self._cooled.add(self._message.id)
        else:
            self._acts.look_again(self._case.id, self._message, card.size, card.look)
        return goes

    def _set_open(self, stage: Stage, words: str) -> None:
        assert self._message is not None
        assert self._card is not None
        if self._message.given_on is not None:
            # A copy of what was posted already; nothing is to be recorded of it.
            self._desk.told.emit(words or self.tr("Sent to the printer."))
            return
        self._open[self._message.id] = _Open(stage, words, self._card, self._asked_sheet)
        self._show_stage()
        self.foot.focus_first()
        self.asked.emit()

    def _end_turn(self, message_id: int) -> None:
        """The sheet that waited for its second side: on coming back the owner prints anew."""
        if message_id in self._open and self._open[message_id].stage is Stage.TURN:
            del self._open[message_id]

    def _show_stage(self) -> None:
        message, stage = self._message, self.stage()
        if message is None:
            return
        question = self.tr("Did it come out?") if stage is Stage.ASKED else ""
        self.foot.show_stage(stage, self._words_of(message, stage), question, lying=self._is_lying(message))

    def _words_of(self, message: Message, stage: Stage) -> str:
        now = self._desk.now()
        if stage is Stage.POSTED and message.given_on:
            return self.tr("Posted: {when}.").format(when=past_words(message.given_on, now))
        if stage is Stage.PRINTED and message.printed_on:
            words = self.tr("Printed: {when}. Now the post box: it is on Today.")
            return words.format(when=past_words(message.printed_on, now))
        if stage is Stage.READY:
            return self.tr("It is on Today, to be printed.")
        return self._open[message.id].words if message.id in self._open else ""

    def _is_lying(self, message: Message) -> bool:
        sent = self._open.get(message.id)
        placed = impose(sent.card.size, sent.sheet) if sent else None
        return isinstance(placed, Imposition) and placed.is_lying

    @Slot(object)
    def _on_sent(self, used: Sheet) -> None:
        assert self._card is not None
        self._set_open(Stage.ASKED, cut_words(self._card.size, self._asked_sheet, used))

    @Slot(object)
    def _on_outside_sent(self, _used: Sheet) -> None:
        words = self.tr(
            "This printer prints one side at a time, and the outside goes first. When it has come out, hold the sheet "
            "so that you can read it, turn it over sideways like the page of a book, and put it back so that the "
            "blank side is printed."
        )
        self._set_open(Stage.TURN, words)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        words = self.tr("The PDF is saved: {path}").format(path=path)
        if self.stage() is Stage.PRINTED:
            self._desk.told.emit(words)
        else:
            self._set_open(Stage.SAVED, words)

    @Slot(object)
    def _on_act(self, act: Act) -> None:
        self.about_to_act.emit()
        message = self._message
        if message is None:
            return
        if act is Act.INSIDE:
            self._outgoing.print_inside()
        elif act is Act.COMPLAINT:
            self.complaint_requested.emit()
        elif act in (Act.STOP, Act.NO):
            self._open.pop(message.id, None)
            self._outgoing.forget()
            self._show_stage()
            if act is Act.NO:
                self.again_requested.emit()
        else:
            self._record(act, message)

    def _record(self, act: Act, message: Message) -> None:
        """What the owner says has happened; the change comes back through the hub."""
        size, look = message.card_size or CardSize.A6_FOLDED, message.card_look or CardLook.HANDWRITTEN
        before = self._open.pop(message.id, None)
        if act is Act.READY:
            done = self._acts.make_ready(message.id, size, look)
        elif act is Act.POSTED:
            done = self._acts.posted(message.id)
        elif act is Act.CHANGE:
            done = self._acts.unprinted(message.id)
        else:
            done = self._acts.printed(message.id, *((before.card.size, before.card.look) if before else (size, look)))
        if not done and before is not None:
            self._open[message.id] = before
        self._show_stage()
