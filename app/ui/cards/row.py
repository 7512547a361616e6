"""One card in the list of cards: which, for whom, where it is, and the act that comes next."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from app.store.cards import CardRow
from app.ui.cards.names import card_for
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowRow
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
        about = QHBoxLayout()
        about.setSpacing(theme.space(8))
        about.addWidget(Chip(state, tone))
        about.addWidget(when)
        about.addWidget(ElidedLabel(row.title, "secondary"), 1)
        words = QVBoxLayout()
        words.setSpacing(theme.space(4))
        words.addWidget(ElidedLabel(name, "strong"))
        words.addLayout(about)
        left = QHBoxLayout()
        left.setSpacing(theme.space(14))
        left.addWidget(IconDisc("envelope-simple", "green" if row.state == "posted" else "plum"))
        left.addLayout(words, 1)
        acts = FlowRow()
        self._acts = acts.flow
        self._add_acts(name)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, theme.space(8), 0, theme.space(8))
        self._line.setSpacing(theme.space(14))
        self._line.addLayout(left, 1)
        self._line.addWidget(acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The acts stand below the words where both have no room beside one another."""
        super().resizeEvent(event)
        wide = self.width() >= current().text_pixels(640)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._line.direction() is not way:
            self._line.setDirection(way)

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
