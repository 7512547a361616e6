"""A heading with a panel of rows, and how many more there are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.today.row import Row
from app.ui.today.words import RowWords
from app.ui.widgets.buttons import button
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import label


class Section(QWidget):
    """Rows are made once and shown again with other words; one that is not needed is hidden."""

    open_requested = Signal(object)  # RowWords, as the next two
    act_requested = Signal(object)
    put_off_requested = Signal(object)
    move_requested = Signal(object, int)
    all_requested = Signal()

    def __init__(self, heading: str, tone: str = "") -> None:
        super().__init__()
        theme = current()
        self._rows: list[Row] = []
        self._shown = 0
        self.setAccessibleName(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(label(heading, "small_strong", tone, wrap=False))
        self._panel = Panel(padding=0)
        self._panel.body.setSpacing(0)
        column.addWidget(self._panel)
        self._more = button("", "link")
        self._more.clicked.connect(self.all_requested)
        column.addWidget(self._more)
        self.hide()

    def show_rows(self, rows: Sequence[RowWords], more: int) -> None:
        """Show these, and that there are `more` of them."""
        while len(self._rows) < len(rows):
            self._add_row()
        for at, row in enumerate(self._rows):
            if at < len(rows):
                row.show_words(rows[at], first=at == 0)
            row.setVisible(at < len(rows))
        self._shown = len(rows)
        words = self.tr("and {count} more").format(count=more)
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(more > 0)
        self.setVisible(bool(rows))

    def rows(self) -> list[Row]:
        """Those that are shown."""
        return self._rows[: self._shown]

    def more_button(self) -> QPushButton:
        """What leads to the whole list; hidden while all is shown."""
        return self._more

    def _add_row(self) -> None:
        row = Row()
        row.open_requested.connect(self.open_requested)
        row.act_requested.connect(self.act_requested)
        row.put_off_requested.connect(self.put_off_requested)
        row.move_requested.connect(self.move_requested)
        self._rows.append(row)
        self._panel.add(row)
