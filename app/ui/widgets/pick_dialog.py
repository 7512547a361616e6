"""A window in which one record is looked for by its words and taken."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.row_list import Entry, RowList
from app.ui.widgets.words import label

_AFTER_MS = 150
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickDialog(QDialog):
    """`picked` carries the key of the record.

    Arrow keys go through the list while one types; Enter takes, Esc closes.
    """

    picked = Signal(object)

    def __init__(
        self,
        title: str,
        act: str,
        find: Callable[[str], Sequence[Entry]],
        parent: QWidget,
        *,
        note: str = "",
        lines: int = 3,
    ) -> None:
        """`find` gives the records for what was typed, also for nothing; `act` stands on the button that takes one."""
        super().__init__(parent)
        theme = current()
        self._find = find
        self.setWindowTitle(title)
        self.words = LineBox()
        self.rows = RowList(title, lines=lines)
        self.nothing = label(self.tr("Nothing is found for these words."), "secondary")
        self.take = button(act, "primary")
        self.take.setDefault(True)
        close = button(self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(28),) * 4)
        column.setSpacing(theme.space(14))
        column.addWidget(label(title, "title"))
        if note:
            column.addWidget(label(note, "secondary"))
        column.addWidget(Field(self.tr("Look for"), self.words))
        column.addWidget(self.nothing)
        column.addWidget(self.rows, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(8))
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.take)
        column.addLayout(foot)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_AFTER_MS)
        self._rest.timeout.connect(self.look)
        self.words.edited.connect(self._on_edited)
        self.words.installEventFilter(self)
        self.rows.installEventFilter(self)
        self.rows.chosen.connect(self._on_chosen)
        self.rows.doubleClicked.connect(self._on_take)
        self.take.clicked.connect(self._on_take)
        close.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.look()
        self.words.setFocus()

    def sizeHint(self) -> QSize:
        """Room for a handful of rows, and no more than the screen has."""
        room = self.screen().availableSize()
        wanted = QSize(current().text_pixels(560), current().text_pixels(560))
        return wanted.boundedTo(QSize(room.width() * 9 // 10, room.height() * 9 // 10))

    @Slot()
    def look(self) -> None:
        """Show what is found for the words as they are."""
        self._rest.stop()
        entries = list(self._find(self.words.text().strip()))
        self.rows.set_entries(entries)
        if entries and self.rows.choice() is None:
            self.rows.choose(entries[0].key)
        self.nothing.setVisible(not entries)
        self.rows.setVisible(bool(entries))
        self.take.setEnabled(bool(entries))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys belong to the list; Enter takes from there, too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.words and event.key() in _STEPS:
                self.rows.keyPressEvent(event)
                return True
            if watched is self.rows and event.key() in _ENTER:
                self._on_take()
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._rest.start()

    @Slot(object)
    def _on_chosen(self, _key: object) -> None:
        self.take.setEnabled(True)

    @Slot()
    def _on_take(self) -> None:
        if self._rest.isActive():
            self.look()
        key = self.rows.choice()
        if key is not None:
            self.accept()
            self.picked.emit(key)
