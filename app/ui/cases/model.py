"""The list of complaints for a table: the numbers of the current query, and a cache of the rows that were looked at."""

from array import array
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.query import CaseQuery, CaseRow, Column
from app.ui.cases.row_words import RowWords, row_words
from app.ui.desk import Desk
from app.ui.widgets.when import full_words

COLUMNS: Final = tuple(Column)
PAGE: Final = 64  # rows fetched at once: more than a screen holds
_KEPT: Final = 64 * PAGE  # rows kept; a row takes about a kilobyte
_WORDS_OF: Final = {  # which of the words of a row a column shows
    Column.NUMBER: "number",
    Column.CUSTOMER: "who",
    Column.TITLE: "title",
    Column.STANDING: "standing",
    Column.ANGER: "anger",
    Column.CAME_IN: "came",
}
_ROOT: Final = QModelIndex()
_ROLES: Final = frozenset((Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole))

Index = QModelIndex | QPersistentModelIndex


class CaseModel(QAbstractTableModel):
    """Rows stand for numbers; sorting and finding is done by the file, never here."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._query = CaseQuery()
        self._ids: array[int] = array("q")
        self._rows: dict[int, CaseRow] = {}
        self._words: dict[int, RowWords] = {}
        self._words_of = desk.now()
        self._names: tuple[str, ...] = ()

    def query(self) -> CaseQuery:
        return self._query

    def show_query(self, query: CaseQuery) -> None:
        """List other cases, or the same in another order; rows that are known stay known."""
        self._query = query
        self._show_ids(self._desk.calls.ask(self._desk.house.lists.ids, query) or array("q"))

    def refresh(self) -> bool:
        """Ask again for the numbers; whether anything was added, gone or moved."""
        ids = self._desk.calls.ask(self._desk.house.lists.ids, self._query)
        if ids is None or ids == self._ids:
            return False
        self._show_ids(ids)
        return True

    def forget(self, numbers: frozenset[int]) -> None:
        """These cases changed: their rows are asked for anew when they are looked at."""
        for number in numbers & self._rows.keys():
            del self._rows[number]
            self._words.pop(number, None)
            at = self.place_of(number)
            if at >= 0:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))

    def forget_all(self) -> None:
        """All may have changed."""
        self._rows.clear()
        self._words.clear()
        self._repaint()

    def tell_time(self) -> None:
        """The words of the rows follow the clock: a day later they are others."""
        now = self._desk.now()
        if now.date() != self._words_of.date():
            self._words.clear()
            self._repaint()
        self._words_of = now

    def number_at(self, at: int) -> int | None:
        """The case in that row, None past the end."""
        return self._ids[at] if 0 <= at < len(self._ids) else None

    def place_of(self, number: int) -> int:
        """The row of that case, -1 where it is not listed."""
        try:
            return self._ids.index(number)
        except ValueError:
            return -1

    def row(self, at: int) -> CaseRow | None:
        """The case's row; None where the case is gone since its number was read."""
        number = self._ids[at]
        found = self._rows.get(number)
        if found is None:
            self._fetch(at)
            found = self._rows.get(number)
        return found

    def words(self, at: int) -> RowWords | None:
        """The same in words."""
        number = self._ids[at]
        found = self._words.get(number)
        if found is None:
            row = self.row(at)
            if row is None:
                return None
            found = self._words[number] = row_words(row, self._words_of)
        return found

    def _fetch(self, at: int) -> None:
        start = at - at % PAGE
        wanted = [number for number in self._ids[start : start + PAGE] if number not in self._rows]
        if len(self._rows) > _KEPT:
            self._rows.clear()
            self._words.clear()
        self._rows.update(self._desk.calls.ask(self._desk.house.lists.rows, wanted) or {})

    def _show_ids(self, ids: "array[int]") -> None:
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    def _repaint(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))

    # What Qt asks.

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        words = self.words(index.row())
        if words is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.row(), column, words)
        return getattr(words, _WORDS_OF[column])

    def _tip(self, at: int, column: Column, words: RowWords) -> str | None:
        if column is Column.CAME_IN:
            row = self.row(at)
            return full_words(row.came_in, self._words_of) if row else None
        return str(getattr(words, _WORDS_OF[column])) if column in (Column.CUSTOMER, Column.TITLE) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if not self._names:
            self._names = (
                self.tr("No."),
                self.tr("Customer"),
                self.tr("What happened"),
                self.tr("Where it stands"),
                self.tr("Anger"),
                self.tr("Came"),
            )
        return self._names[section] if 0 <= section < len(self._names) else None
