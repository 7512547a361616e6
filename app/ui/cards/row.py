"""One card in the list of cards: which, for whom, where it is, and the act that comes next."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.store.cards import CardRow
from app.ui.cards.names import card_for
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.icon_mark import IconDisc
from app.ui.widgets.when import full_words, past_words
from app.ui.widgets.words import ElidedLabel, label


class CardLine(QFrame):
    """The signals carry the card's own row."""

    card_requested = Signal(object)
    post_said = Signal(object)
    complaint_requested = Signal(object)

    def __init__(self, row: CardRow, now: datetime) -> None:
        super().__init__()
        self.row = row
        theme = current()
        name = card_for(row.kind, row.customer)
        self.setAccessibleName(name)
        state, tone = self._state()
        when = label(past_words(row.since, now), "secondary", wrap=False)
        when.setToolTip(full_words(row.since, now))
        top = QWidget()
        flow = FlowLayout(top, theme.space(8))
        _let_wrap(top)
        for part in (label(name, "strong", wrap=False), Chip(state, tone), when):
            flow.addWidget(part)
        words = QVBoxLayout()
        words.setSpacing(theme.space(4))
        words.addWidget(top)
        words.addWidget(ElidedLabel(row.title, "secondary"))
        acts = QWidget()
        self._acts = FlowLayout(acts, theme.space(8))
        _let_wrap(acts)
        self._add_acts(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, theme.space(8), 0, theme.space(8))
        line.setSpacing(theme.space(14))
        line.addWidget(IconDisc("envelope-simple", "green" if row.state == "posted" else "plum"))
        line.addLayout(words, 1)
        line.addWidget(acts)

    def focus_first(self) -> None:
        """Put the focus on the first act."""
        first = self._acts.itemAt(0)
        widget = first.widget() if first is not None else None
        if widget is not None:
            widget.setFocus()

    def _state(self) -> tuple[str, str]:
        if self.row.state == "posted":
            return self.tr("Sent"), "green"
        if self.row.state == "printed":
            return self.tr("To post"), "amber"
        return self.tr("To print"), "plum"

    def _add_acts(self, name: str) -> None:
        if self.row.state == "written":
            self._add(self.tr("Print"), "plain", "printer", name).clicked.connect(self._on_card)
        elif self.row.state == "printed":
            self._add(self.tr("Mark as posted"), "plain", "check", name).clicked.connect(self._on_posted)
        if self.row.state != "written":
            self._add(self.tr("Look at the card"), "quiet", None, name).clicked.connect(self._on_card)
        self._add(self.tr("Open the complaint"), "quiet", None, name).clicked.connect(self._on_complaint)

    def _add(self, words: str, kind: str, icon: str | None, name: str) -> QPushButton:
        made = button(words, kind, icon)
        made.setAccessibleDescription(name)
        self._acts.addWidget(made)
        return made

    @Slot()
    def _on_card(self) -> None:
        self.card_requested.emit(self.row)

    @Slot()
    def _on_posted(self) -> None:
        self.post_said.emit(self.row)

    @Slot()
    def _on_complaint(self) -> None:
        self.complaint_requested.emit(self.row)


def _let_wrap(widget: QWidget) -> None:
    policy = widget.sizePolicy()
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
