"""A heading with a panel of rows, and how many more there are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.today.row import Row
from app.ui.today.words import RowWords
from app.ui.widgets.buttons import button
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import label


class Section(QWidget):
    """Rows are made once and shown again with other words; one that is not needed is hidden.

    Those that nobody can see yet are made by `make_more`; until then their room is kept free.
    """

    open_requested = Signal(object)  # RowWords, as the next two
    act_requested = Signal(object)
    put_off_requested = Signal(object)
    move_requested = Signal(object, int)
    all_requested = Signal()

    def __init__(self, heading: str, tone: str = "") -> None:
        super().__init__()
        theme = current()
        self._rows: list[Row] = []
        self._words: Sequence[RowWords] = ()
        self._shown = 0
        self.setAccessibleName(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(label(heading, "small_strong", tone, wrap=False))
        self._panel = Panel(padding=0)
        self._panel.body.setSpacing(0)
        self._room = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._panel.body.addItem(self._room)
        column.addWidget(self._panel)
        self._more = button("", "link")
        self._more.clicked.connect(self.all_requested)
        column.addWidget(self._more)
        self.hide()

    def show_rows(self, rows: Sequence[RowWords], more: int, at_once: int | None = None) -> int:
        """Show these, and that there are `more` of them; how many stand there now, at most `at_once` of them new."""
        self._words = rows
        for at, row in enumerate(self._rows):
            if at < len(rows):
                row.show_words(rows[at], first=at == 0)
            row.setVisible(at < len(rows))
        self._shown = min(len(self._rows), len(rows))
        self.make_more(len(rows) if at_once is None else at_once)
        words = self.tr("and {count} more").format(count=more)
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(more > 0)
        self.setVisible(bool(rows))
        return self._shown

    def make_more(self, count: int) -> bool:
        """Make up to so many of the rows that are not there yet; whether any was."""
        wanted = self._words[self._shown : self._shown + max(count, 0)]
        for words in wanted:
            row = self._add_row()
            row.show_words(words, first=self._shown == 0)
            row.show()
            self._shown += 1
        unmade = len(self._words) - self._shown
        self._room.changeSize(0, unmade * Row.usual_height())
        self._panel.body.invalidate()
        return bool(wanted)

    def rows(self) -> list[Row]:
        """Those that stand there."""
        return self._rows[: self._shown]

    def more_button(self) -> QPushButton:
        """What leads to the whole list; hidden while all is shown."""
        return self._more

    def _add_row(self) -> Row:
        row = Row()
        row.open_requested.connect(self.open_requested)
        row.act_requested.connect(self.act_requested)
        row.put_off_requested.connect(self.put_off_requested)
        row.move_requested.connect(self.move_requested)
        self._rows.append(row)
        self._panel.body.insertWidget(self._panel.body.count() - 1, row)  # above the room that is kept free
        return row
