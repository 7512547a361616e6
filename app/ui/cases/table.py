"""The table of complaints: one row is chosen, by its number, and stays so when the rows move."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.domain.query import CaseQuery, Column
from app.domain.terms import Stage
from app.ui.cases.delegate import RowDelegate
from app.ui.cases.header import SortHeader
from app.ui.cases.model import COLUMNS, CaseModel, Index
from app.ui.cases.outline import Outline
from app.ui.theme import current

_OPEN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ENDS: Final = (Qt.Key.Key_Home, Qt.Key.Key_End)
_ALL_OPEN: Final = (Stage.OPEN, Stage.WAITING, Stage.PROMISED)
_CHOOSE: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class CaseTable(QTableView):
    """`chosen` carries the number of the row now chosen, or None; the others the number they are about."""

    chosen = Signal(object)
    opened = Signal(object)
    delete_requested = Signal(object)
    menu_requested = Signal(object, object)  # number, QPoint on the screen
    sort_requested = Signal(object)  # Column

    def __init__(self, model: CaseModel) -> None:
        super().__init__()
        self._cases = model
        self._largest = 999
        self._number: int | None = None
        self.setAccessibleName(self.tr("Complaints"))
        self.setModel(model)
        self._rows = RowDelegate(model, self)
        self.setItemDelegate(self._rows)
        self._head = SortHeader(self)
        self.setHorizontalHeader(self._head)
        self._head.sort_requested.connect(self._on_sort)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_double_clicked)
        self._outline = Outline(self)
        self.dress()

    def dress(self) -> None:
        """Wear the theme as it is now."""
        self._rows.dress()
        self.verticalHeader().setDefaultSectionSize(self._rows.row_height)
        self.setMinimumHeight(self._head.sizeHint().height() + 2 * self._rows.row_height)
        self.fit_columns()
        self.viewport().update()

    def show_query(self, query: CaseQuery) -> None:
        """List the cases of a query from its top; the chosen one stays chosen if it is among them, else the first."""
        other = query.stage is not self._cases.query().stage
        self._cases.show_query(query)
        if other:
            self.fit_columns()
        self._head.show_sort(COLUMNS.index(query.sort), descending=query.descending)
        self._after_reset()
        self.scrollToTop()

    def refresh(self) -> None:
        """Rows may have come, gone or moved; what is seen stays where it is."""
        before, place = self.verticalScrollBar().value(), self.currentIndex().row()
        if self._cases.refresh():
            self._after_reset(max(place, 0))
            self.verticalScrollBar().setValue(before)

    def number(self) -> int | None:
        """The case that is chosen."""
        return self._number

    def choose(self, number: int) -> bool:
        """Choose a case and bring its row into sight; False where it is not listed."""
        at = self._cases.place_of(number)
        if at < 0:
            return False
        self._choose_row(at)
        self.scrollTo(self._cases.index(at, 0))
        return True

    def set_largest(self, number: int) -> None:
        """The highest number that may be shown, for the width of its column."""
        if len(str(number)) != len(str(self._largest)):
            self._largest = number
            self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column what it needs; the customer and what happened share the rest.

        Where too little is left for these two, anger goes first, then the number.
        """
        closed = self._cases.query().stage not in _ALL_OPEN
        widths = {column: self._rows.width_for(column, self._largest, closed=closed) for column in COLUMNS}
        room = self.viewport().width()
        least = current().text_pixels(260)
        for column in (Column.ANGER, Column.NUMBER):
            short = room - sum(widths.values()) < least
            self.setColumnHidden(COLUMNS.index(column), short)
            if short:
                widths[column] = 0
        rest = max(room - sum(widths.values()), current().text_pixels(120))
        widths[Column.CUSTOMER] = rest * 38 // 100
        widths[Column.TITLE] = rest - widths[Column.CUSTOMER]
        for at, column in enumerate(COLUMNS):
            if widths[column]:
                self.setColumnWidth(at, widths[column])
        self._rows.forget_widths()

    def _after_reset(self, otherwise: int = 0) -> None:
        """Choose the same case again; where it is gone, the one that took its place."""
        at = -1 if self._number is None else self._cases.place_of(self._number)
        if at < 0:
            at = min(otherwise, self._cases.rowCount() - 1)
        if at < 0:
            self._tell(None)
        else:
            self._choose_row(at)

    def _choose_row(self, at: int) -> None:
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(self._cases.index(at, 0), _CHOOSE)
        self.setAutoScroll(True)

    def _tell(self, number: int | None) -> None:
        if number != self._number:
            self._number = number
            self.chosen.emit(number)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt says that another row is the current one."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._tell(self._cases.number_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space open, Delete puts into the trash, Home and End go far; letters are nobody's."""
        key = Qt.Key(event.key())
        if self._number is not None and key in _OPEN:
            self.opened.emit(self._number)
        elif self._number is not None and key is Qt.Key.Key_Delete:
            self.delete_requested.emit(self._number)
        elif key in _ENDS and self._cases.rowCount() and not event.modifiers():
            self.setCurrentIndex(self._cases.index(0 if key is Qt.Key.Key_Home else self._cases.rowCount() - 1, 0))
        elif event.text() and event.text().isprintable():
            event.ignore()  # QTableView would look for a row that begins with it, reading all of them
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row below the pointer, or of the chosen one for the menu key."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            number = self._cases.number_at(self.rowAt(event.pos().y()))
            place = event.globalPos()
        else:
            number = self._number
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if number is not None:
            self.menu_requested.emit(number, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row below the pointer is lit."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is below the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, at: int) -> None:
        before, self._rows.hovered = self._rows.hovered, at
        if before != at:
            for row in (before, at):
                if row >= 0:
                    top, height = self.rowViewportPosition(row), self.rowHeight(row)
                    self.viewport().update(0, top, self.viewport().width(), height)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self._outline.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self._outline.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width."""
        super().resizeEvent(event)
        self._outline.setGeometry(self.rect())
        self._outline.raise_()
        self.fit_columns()

    @Slot(int)
    def _on_sort(self, at: int) -> None:
        self.sort_requested.emit(COLUMNS[at])

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        number = self._cases.number_at(index.row())
        if number is not None:
            self.opened.emit(number)
