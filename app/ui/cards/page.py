"""The page of cards: those that wait for the printer or the post box, and those that were sent."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.store.cards import CardRow
from app.ui.cards.acts import CardActs
from app.ui.cards.row import CardLine
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panel import Panel

SENT_AT_FIRST: Final = 20  # of those that were sent; more on demand


class CardsPage(QWidget):
    """Reads the list when it comes to the front, and at each change while it is looked at."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._acts = CardActs(desk)
        self._sent_shown = SENT_AT_FIRST
        self._rows: list[CardRow] = []
        self.lines: list[CardLine] = []
        space = current().space
        self.header = PageHeader(self.tr("Cards"))
        self._empty = EmptyPage(
            "envelope-simple",
            self.tr(
                "Cards will be here. You write one at the step “Say it” of a complaint, and put it on today’s list."
            ),
            self.tr("Show the complaints"),
            "chat-centered-text",
        )
        self._empty.act_requested.connect(self._on_complaints)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(14))
        body = QWidget()
        body.setProperty("kind", "page")
        body.setLayout(self._column)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(space(28), space(20), space(28), space(20))
        column.setSpacing(space(14))
        column.addWidget(self.header)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._empty)  # not before: without a parent it would be a window
        self._stack.addWidget(self._scroll)
        desk.hub.changed.connect(self._on_changed)
        desk.minute_passed.connect(self._on_minute)

    def show_page(self) -> None:
        """Read the list anew."""
        self._refresh()

    def _refresh(self) -> None:
        rows = self._desk.calls.ask(self._desk.house.messages.cards)
        if rows is not None:
            self._rows = rows
            self._fill()

    def _fill(self) -> None:
        focused = self._focused()
        self._clear()
        waiting = [row for row in self._rows if row.state != "posted"]
        sent = [row for row in self._rows if row.state == "posted"]
        self._add_panel(self.tr("On their way"), waiting)
        self._add_panel(self.tr("Sent"), sent[: self._sent_shown])
        if len(sent) > self._sent_shown:
            more = button(self.tr("Show more"), "quiet")
            more.clicked.connect(self._on_more)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._stack.setCurrentIndex(1 if self._rows else 0)
        self._give_focus(focused)

    def _add_panel(self, title: str, rows: Sequence[CardRow]) -> None:
        if not rows:
            return
        panel = Panel(title)
        now = self._desk.now()
        for at, row in enumerate(rows):
            if at:
                panel.add_line()
            line = CardLine(row, now)
            line.card_requested.connect(self._on_card)
            line.post_said.connect(self._on_posted)
            line.complaint_requested.connect(self._on_complaint)
            self.lines.append(line)
            panel.add(line)
        self._column.addWidget(panel)

    def _clear(self) -> None:
        self.lines = []
        while (part := self._column.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _focused(self) -> int | None:
        """The place in the list of the line that has the focus."""
        focus = self.focusWidget()
        if not (focus and focus.hasFocus()):
            return None
        return next((at for at, line in enumerate(self.lines) if line.isAncestorOf(focus)), None)

    def _give_focus(self, at: int | None) -> None:
        """After an act the line that took the place is in use, so that the next key does not go astray."""
        if at is not None and self.lines:
            self.lines[min(at, len(self.lines) - 1)].focus_first()

    @Slot(object)
    def _on_card(self, row: CardRow) -> None:
        self._desk.card_requested.emit(row.id)

    @Slot(object)
    def _on_posted(self, row: CardRow) -> None:
        self._acts.posted(row.id)

    @Slot(object)
    def _on_complaint(self, row: CardRow) -> None:
        self._desk.case_requested.emit(row.case_id)

    @Slot()
    def _on_complaints(self) -> None:
        self._desk.page_requested.emit("complaints")

    @Slot()
    def _on_more(self) -> None:
        self._sent_shown += 100
        self._fill()

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        # Who the customer is and what the complaint is called stand in the list too.
        if self.isVisible():
            self._refresh()

    @Slot()
    def _on_minute(self) -> None:
        if self.isVisible():
            self._fill()
