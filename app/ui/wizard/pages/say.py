"""The words for the customer: how they are given, the text, and that it was given."""

from datetime import timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.card import CardKind, CardLook, CardSize
from app.domain.case import Case, Message
from app.domain.errors import AppError
from app.domain.fold import clean
from app.domain.handling import HOT
from app.domain.terms import DueKind, MessageKind, Step
from app.domain.tokens import tokens_left
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.widgets.buttons import button
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.notice import Notice
from app.ui.widgets.pill_row import PillRow
from app.ui.widgets.text_box import TextBox
from app.ui.wizard.pages import message_words
from app.ui.wizard.pages.card_state import CardState
from app.ui.wizard.pages.day_hour import DayHour
from app.ui.wizard.pages.form import Form
from app.ui.wizard.pages.form_page import FormPage
from app.ui.wizard.pages.hot_question import HotQuestion
from app.ui.wizard.pages.said_list import SaidList

LOOK_AGAIN: Final = timedelta(hours=1)


class SayPage(FormPage):
    """An untouched draft is not written to the file: it follows the case until the owner changes or gives it."""

    step = Step.SAY

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._kind = MessageKind.SPOKEN
        self._written = ""  # what this page knows to be in the file
        self._untouched = ""  # the draft as it was shown last
        self._offered = 0
        self._asked = False
        self._act = ""
        self._form = Form()
        self._form.pills("kind", self.tr("How you give it"), [])
        self.add(self._form)
        self._other = Notice("amber", "envelope-simple")
        self._form.add(self._other)
        self._form.text("text", message_words.text_label(self._kind), least=6)
        self._when = DayHour(message_words.when_label(self._kind), desk.now, self.tr("now"))
        self._when.set_hint(self.tr("Left empty, it is now."))
        self._form.add(self._when)
        self._question = HotQuestion()
        self._question.now.connect(self._on_send_now)
        self._question.later.connect(self._on_look_again)
        self._form.add(self._question)
        self._form.add(self._buttons())
        self._card = CardState(desk)
        self.add(self._card)
        self._said = SaidList(desk)
        self.add(self._said)

    def _buttons(self) -> QWidget:
        self._print = button(self.tr("Print or save the card…"), "plain", "printer")
        self._ready = button(self.tr("Put it on today’s list"), icon="sun-horizon")
        self._copy = button(self.tr("Copy"), icon="copy")
        self._given = button(message_words.given_label(self._kind), icon="check")
        self._again = button(self.tr("Start again from the case"), "quiet", "arrow-counter-clockwise")
        self._print.clicked.connect(self._on_print)
        self._ready.clicked.connect(self._on_ready)
        self._copy.clicked.connect(self._on_copy)
        self._given.clicked.connect(self._on_given)
        self._again.clicked.connect(self._on_again)
        return FlowRow(self._print, self._ready, self._copy, self._given, self._again)

    def showEvent(self, event: QShowEvent) -> None:
        """A new visit may be asked again."""
        super().showEvent(event)
        if not event.spontaneous():
            self._asked = False
            self._question.hide()

    def fill(self, case: Case, anew: bool) -> None:
        if anew:
            self._kind = message_words.first_kind(case)
            self._when.show_value(None)
            self._question.hide()
        row = self._form.field("kind").editor
        assert isinstance(row, PillRow)
        offered = message_words.pills(case)
        if anew or len(offered) != self._offered:
            row.set_pills(offered)
            self._offered = len(offered)
        row.choose(self._kind)
        self._show_text(case, anew)
        self._show_kind(case)
        self._said.show_case(case)

    def focus_first(self) -> None:
        self._form.focus("text")

    def show_refusal(self, error: AppError) -> None:
        if error.code in ("before_complaint", "in_the_future"):
            self._when.set_error(sentence(error))
        else:
            super().show_refusal(error)

    def send(self, answers: dict[str, object]) -> None:
        """The text goes to its message, all else to the case."""
        text = answers.pop("text", None)
        if isinstance(text, str) and self._write(text) is None:
            self.keep_waiting({"text": text})
        if answers:
            super().send(answers)

    def on_picked(self, name: str, value: object) -> None:
        """Another way of giving it: what was written for the first one stays its draft."""
        self.flush()
        self._kind = MessageKind(str(value))
        self._when.show_value(None)
        self._form.field("text").set_error(None)
        self._question.hide()
        self._show_text(self.case, True)
        self._show_kind(self.case)

    def _show_text(self, case: Case, anew: bool) -> None:
        stored = case.draft(self._kind)
        text = stored.text if stored is not None else ""
        changed_elsewhere = text != self._written
        self._written = text
        in_use = self._box.hasFocus() and self._box.text() != self._untouched
        if not anew and (self.keeps("text") or (in_use and not changed_elsewhere)):
            return
        if not text and not self._is_given(case):
            if not anew and in_use:
                return  # the owner has just emptied it
            text = self._untouched = self._draft(case)
        self._box.set_text(text)

    def _show_kind(self, case: Case) -> None:
        kind, is_card = self._kind, self._kind is MessageKind.CARD
        self._form.field("text").set_name(message_words.text_label(kind))
        self._when.set_name(message_words.when_label(kind))
        given = message_words.given_label(kind)
        self._given.setText(given)
        self._given.setAccessibleName(given)
        card = case.draft(MessageKind.CARD) if is_card else None
        self._given.setVisible(not is_card)
        self._when.setVisible(not is_card)
        self._copy.setVisible(kind not in (MessageKind.SPOKEN, MessageKind.CARD))
        self._print.setVisible(is_card)
        self._ready.setVisible(is_card and not (card is not None and card.ready_on is not None))
        self._card.show_card(card)
        self._show_other_card(case, card)

    def _show_other_card(self, case: Case, card: Message | None) -> None:
        """A card that was begun on another way, or at the close."""
        fitting = self.desk.house.drafts.card_kind(case)
        other = card is not None and bool(card.text) and card.card_kind not in ("", fitting)
        self._other.setVisible(other)
        if other and card is not None:
            words = self.tr("For the answer you picked it would be another one. “Start again from the case” writes it.")
            self._other.set_words(
                self.tr("{card}.").format(card=message_words.card_words(CardKind(card.card_kind))), words
            )

    @property
    def _box(self) -> TextBox:
        editor = self._form.field("text").editor
        assert isinstance(editor, TextBox)
        return editor

    def _is_given(self, case: Case) -> bool:
        return any(one.kind is self._kind and one.given_on is not None for one in case.messages)

    def _draft(self, case: Case, *, fitting: bool = False) -> str:
        card_kind = self._card_kind(case, fitting=fitting)
        return self.desk.calls.ask(self.desk.house.drafts.draft, case.id, self._kind, card_kind) or ""

    def _card_kind(self, case: Case, *, fitting: bool = False) -> str:
        """Of the card that is begun, else the one of the answer; empty for what is no card."""
        if self._kind is not MessageKind.CARD:
            return ""
        begun = case.draft(MessageKind.CARD)
        if begun is not None and begun.card_kind and not fitting:
            return begun.card_kind
        return self.desk.house.drafts.card_kind(case)

    def _write(self, text: str, *, fitting: bool = False) -> int | None:
        card_kind = self._card_kind(self.case, fitting=fitting)
        self._written = clean(text)
        done = self.run_at("text", self.desk.house.messages.write, self.case.id, self._kind, text, card_kind=card_kind)
        return None if done is None else done.value

    def _is_ready_to_go(self, act: str) -> bool:
        """No blank left, words there, and the owner calm, or asked."""
        text = self._box.text()
        left = tokens_left(text)
        if left or not text.strip():
            error = AppError("token_left", token=left[0]) if left else AppError("nothing_to_say")
            self._form.refuse("text", sentence(error))
            self._box.setFocus()
            return False
        heat = self.case.heat
        if heat is None or heat < HOT or self._asked or self._kind is MessageKind.SPOKEN:
            return True
        self._act = act
        self._question.ask(heat)
        return False

    @Slot()
    def _on_send_now(self) -> None:
        self._asked = True
        acts = {"print": self._on_print, "ready": self._on_ready, "copy": self._on_copy, "given": self._on_given}
        acts[self._act]()

    @Slot()
    def _on_look_again(self) -> None:
        self.flush()
        calls, follow_ups, case = self.desk.calls, self.desk.house.follow_ups, self.case
        until = self.desk.now() + LOOK_AGAIN
        if case.answered_on is None:
            done = calls.run(
                follow_ups.put_off, case.id, DueKind.FIRST_ANSWER, until, self.tr("To look at the words again")
            )
            if done is not None:
                self.desk.offer_undo(
                    self.tr("It is on Today again in an hour."), partial(calls.run, follow_ups.undo_put_off, done.value)
                )
        self.desk.page_requested.emit("today")

    @Slot()
    def _on_given(self) -> None:
        if not self._is_ready_to_go("given"):
            return
        self.flush()
        messages, on = self.desk.house.messages, self._when.moment(self.case.came_in)
        done = self.run_at("text", messages.say, self.case.id, self._kind, self._box.text(), on=on)
        if done is not None:
            self._when.show_value(None)
            undo = partial(self.desk.calls.run, messages.unsay, done.value)
            self.desk.offer_undo(self.tr("Noted that they have it."), undo)

    @Slot()
    def _on_copy(self) -> None:
        if self._is_ready_to_go("copy"):
            self.flush()
            QGuiApplication.clipboard().setText(self._box.text())
            self.desk.told.emit(self.tr("Copied. Put it in with Ctrl+V."))

    @Slot()
    def _on_print(self) -> None:
        card = self._saved_card() if self._is_ready_to_go("print") else None
        if card is not None:
            self.desk.card_requested.emit(card)

    @Slot()
    def _on_ready(self) -> None:
        card = self._saved_card() if self._is_ready_to_go("ready") else None
        if card is None:
            return
        begun = self.case.draft(MessageKind.CARD)
        size = (begun.card_size if begun else "") or CardSize.A6_FOLDED
        look = (begun.card_look if begun else "") or CardLook.HANDWRITTEN
        calls, messages = self.desk.calls, self.desk.house.messages
        if calls.run(messages.make_ready, card, size=size, look=look) is not None:
            self.desk.offer_undo(self.tr("The card is on today’s list."), partial(calls.run, messages.not_ready, card))

    def _saved_card(self) -> int | None:
        self.flush()
        begun = self.case.draft(MessageKind.CARD)
        if begun is not None and begun.text == clean(self._box.text()):
            return begun.id
        return self._write(self._box.text())

    @Slot()
    def _on_again(self) -> None:
        self.flush()
        case, kind, text = self.case, self._kind, self._box.text()
        card_kind = self._card_kind(case)
        fresh = self._draft(case, fitting=True)
        if self._write(fresh, fitting=True) is None:
            return
        self._form.field("text").set_error(None)
        self._box.set_text(fresh)
        write = partial(self.desk.house.messages.write, case.id, kind, text, card_kind=card_kind)
        self.desk.offer_undo(self.tr("Written anew from the case."), partial(self.desk.calls.run, write))
