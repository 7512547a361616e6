"""Again and again this year: causes, categories and suppliers that came up more than once, as counts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.query import CaseQuery, InCommon
from app.domain.tally import Tally
from app.domain.terms import Stage
from app.ui.theme import current
from app.ui.widgets.again_words import CategoryWords, what_words
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import label

MOST = 5  # of each kind: what comes up most is what a plan is for


class TallyPanel(Panel):
    """Each row opens the list of its complaints: `list_requested` carries the `CaseQuery`. Hidden while it is empty."""

    list_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Again and again this year"), "arrow-counter-clockwise")
        self._shown: tuple[tuple[Tally, str], ...] = ()
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._rows: dict[QAbstractButton, Tally] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(current().space(4))
        self.add(self._column)
        self.hide()

    def show_tallies(self, tallies: Sequence[Tally], category: CategoryWords) -> None:
        """Show the most frequent of each kind; nothing is made anew where the same stands there already."""
        told = tuple((one, what_words(one.again.by, one.what, category)) for one in tallies)
        self.setVisible(bool(told))
        if told == self._shown:
            return
        self._shown = told
        self._clear()
        for by, heading in self._headings():
            rows = [(one, words) for one, words in told if one.again.by is by][:MOST]
            if rows:
                self._column.addWidget(label(heading, "small_strong", "ink_2", wrap=False))
            for one, words in rows:
                self._column.addWidget(self._row(one, words))

    def rows(self) -> list[QAbstractButton]:
        """The buttons of the rows, from the top."""
        return list(self._rows)

    def _headings(self) -> tuple[tuple[InCommon, str], ...]:
        return (
            (InCommon.CAUSE, self.tr("Where it broke")),
            (InCommon.CATEGORY, self.tr("What it was about")),
            (InCommon.SUPPLIER, self.tr("Whose failures landed on you")),
        )

    def _row(self, one: Tally, words: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().space(8))
        link = button(words, "link")
        link.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        link.setMinimumWidth(current().text_pixels(60))
        times = self.tr("{count} complaints").format(count=one.count)
        link.setAccessibleDescription(times)
        self._group.addButton(link)
        self._rows[link] = one
        line.addWidget(link)
        line.addStretch(1)
        line.addWidget(Chip(times))
        return row

    def _clear(self) -> None:
        for link in self._rows:
            self._group.removeButton(link)
        self._rows = {}
        while (part := self._column.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @Slot(QAbstractButton)
    def _on_clicked(self, link: QAbstractButton) -> None:
        self.list_requested.emit(CaseQuery(stage=Stage.ALL, again=self._rows[link].again))
