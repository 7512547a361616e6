"""A thank-you or a welcome-back card at the end of a case."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.card import CardKind
from app.domain.case import Case
from app.domain.terms import MessageKind
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.notice import Notice
from app.ui.widgets.words import label


class LastCard(QWidget):
    """Writes the draft and opens it; a card that is on its way already is finished first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: Case | None = None
        self._thanks = button(self.tr("Thank-you card…"), icon="envelope-simple")
        self._welcome = button(self.tr("Welcome-back card…"), icon="envelope-simple")
        self._thanks.clicked.connect(self._on_thanks)
        self._welcome.clicked.connect(self._on_welcome)
        self._busy = Notice("amber", "envelope-simple", self.tr("A card to them is still on its way."))
        self._show_it = button(self.tr("Show that card"))
        self._show_it.clicked.connect(self._on_show)
        self._busy.add_button(self._show_it)
        self._row = FlowRow(self._thanks, self._welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        column.addWidget(label(self.tr("A card to end it well"), "label"))
        column.addWidget(self._row)
        column.addWidget(self._busy)

    def show_case(self, case: Case) -> None:
        self._case = case
        begun = case.draft(MessageKind.CARD)
        under_way = begun is not None and begun.ready_on is not None
        self._busy.setVisible(under_way)
        self._row.setVisible(not under_way)

    def _begin(self, kind: CardKind) -> None:
        """Open the card of that kind; where there is none, a new one beside whatever else was written."""
        assert self._case is not None
        case_id, calls, house = self._case.id, self._desk.calls, self._desk.house
        begun = self._case.draft(MessageKind.CARD)
        if begun is not None and begun.card_kind == kind and begun.text:
            self._desk.card_requested.emit(begun.id)
            return
        text = calls.ask(house.drafts.draft, case_id, MessageKind.CARD, kind)
        if text is None:
            return
        done = calls.run(house.messages.begin_card, case_id, text, card_kind=kind)
        if done is None:
            return
        self._desk.offer_undo(self.tr("A new card is begun."), partial(self._throw_away, case_id, done.value))
        self._desk.card_requested.emit(done.value)

    def _throw_away(self, case_id: int, message_id: int) -> None:
        """Undo of a new card: it goes, and the others are as they were."""
        self._desk.case_requested.emit(case_id)
        self._desk.calls.run(self._desk.house.messages.remove, message_id)

    @Slot()
    def _on_thanks(self) -> None:
        self._begin(CardKind.THANKS)

    @Slot()
    def _on_welcome(self) -> None:
        self._begin(CardKind.WELCOME_BACK)

    @Slot()
    def _on_show(self) -> None:
        begun = self._case.draft(MessageKind.CARD) if self._case is not None else None
        if begun is not None:
            self._desk.card_requested.emit(begun.id)
