"""The catalogue of what makes it right, ranked, to tick two or three of for the customer to choose from."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.remedy import Record, Remedy
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.money import money_text
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.words import label

_FIRST = 5  # more is a catalogue to read, not a choice to make
_MEANS = 3  # fewer cases are told one by one, not as a mean


class _Offer(QWidget):
    """One remedy: a tick with its name, why, what it costs and how it did here."""

    ticked = Signal()

    def __init__(self, remedy: Remedy, facts: str) -> None:
        super().__init__()
        self.code = remedy.code
        self.facts = facts
        self.tick = TickBox(remedy.label)
        self.tick.setAccessibleDescription(f"{remedy.why} {facts}".strip())
        self.tick.clicked.connect(self._on_clicked)
        self.setFocusProxy(self.tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tick)
        for words in (remedy.why, facts):
            if words:
                line = label(words, "secondary")
                line.setContentsMargins(current().text_pixels(20) + current().space(12), 0, 0, 0)
                column.addWidget(line)

    @Slot()
    def _on_clicked(self) -> None:
        self.ticked.emit()


class Offers(QWidget):
    """`chosen` carries the codes ticked, best first, as a tuple; own words among the options are kept behind them."""

    chosen = Signal(object)

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self._ranked: list[tuple[Remedy, Record]] = []
        self._offers: list[_Offer] = []
        self._words: tuple[str, ...] = ()
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(8))
        self._more = button("", "link")
        self._more.clicked.connect(self._on_more)

    def show_ranked(self, ranked: list[tuple[Remedy, Record]], taken: tuple[str, ...]) -> None:
        """Show the catalogue in this order with these ticked."""
        known = {remedy.code for remedy, _ in ranked}
        self._words = tuple(one for one in taken if one not in known)
        if ranked != self._ranked or not self._offers:
            self._ranked = ranked
            self._lay(frozenset(taken))
        for offer in self._offers:
            offer.tick.setChecked(offer.code in taken)
        self._show_some()

    def ticked(self) -> list[str]:
        """Their codes, in the order shown."""
        return [offer.code for offer in self._offers if offer.tick.isChecked()]

    def _lay(self, first: frozenset[str]) -> None:
        focused = next((offer.code for offer in self._offers if offer.tick.hasFocus()), None)
        for old in self._offers:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.removeWidget(self._more)
        # What was ticked stays at hand, whatever the losses make of the order.
        ordered = sorted(self._ranked, key=lambda pair: pair[0].code not in first)
        self._offers = [_Offer(remedy, self._facts(remedy, record)) for remedy, record in ordered]
        for offer in self._offers:
            offer.ticked.connect(self._on_ticked)
            self._column.addWidget(offer)
            if offer.code == focused:
                offer.tick.setFocus()
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_some(self) -> None:
        for at, offer in enumerate(self._offers):
            offer.setVisible(self._all or at < _FIRST or offer.tick.isChecked())
        words = self.tr("Show the first {count}").format(count=_FIRST)
        if not self._all:
            words = self.tr("Show all {count}").format(count=len(self._offers))
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(len(self._offers) > _FIRST)

    def _facts(self, remedy: Remedy, record: Record) -> str:
        cost = record.cost if record.used >= _MEANS and record.cost is not None else remedy.cost
        parts = [self.tr("The cost depends.")]
        if cost == 0:
            parts = [self.tr("Costs nothing.")]
        elif cost is not None:
            parts = [self.tr("About {cost}.").format(cost=money_text(cost, self._currency))]
        if record.used:
            parts.append(self._record(record))
        return " ".join(parts)

    def _record(self, record: Record) -> str:
        stayed = self.tr("Here: {stayed} of {used} stayed.").format(stayed=record.stayed, used=record.used)
        fall = record.anger_fall
        if record.used < _MEANS or fall is None or round(fall) == 0:
            return stayed
        words = self.tr("Here: anger down {figure} on average, {stayed} of {used} stayed.")
        if fall < 0:
            words = self.tr("Here: anger up {figure} on average, {stayed} of {used} stayed.")
        return words.format(figure=abs(round(fall)), stayed=record.stayed, used=record.used)

    @Slot()
    def _on_ticked(self) -> None:
        self.chosen.emit((*self.ticked(), *self._words))

    @Slot()
    def _on_more(self) -> None:
        self._all = not self._all
        self._show_some()
