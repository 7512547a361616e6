"""The fields that say who they are, with the known customers that match offered while they are typed."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.customer import CUSTOMER_FIELDS, Customer
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.words import label

LOOK_UP_MS: Final = 120
NAMES: Final = ("name", "phone", "email", "description")
assert set(NAMES) <= set(CUSTOMER_FIELDS)


class Matches(QListWidget):
    """Lies over the page below the field; keys come from the field, so that typing goes on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Known customers"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()

    def lie_over(self, page: QWidget) -> None:
        """The page that it may cover."""
        self._page = page
        self.setParent(page)
        self.hide()

    def show_below(self, field: Field, found: list[Customer]) -> None:
        """Offer these below that field's editor; none for none."""
        self.clear()
        for customer in found:
            parts = [part for part in (customer.name, customer.phone, customer.email, customer.description) if part]
            entry = QListWidgetItem("  ·  ".join(parts))
            entry.setData(Qt.ItemDataRole.UserRole, customer.id)
            self.addItem(entry)
        self.setVisible(bool(found))
        if not found:
            return
        editor = field.editor
        corner = editor.mapTo(self._page, QPoint(0, editor.height() + 2))
        row = max(self.sizeHintForRow(0), current().text_pixels(28))
        height = min(row * len(found) + 2 * self.frameWidth() + 2, max(row * 2, self._page.height() - corner.y()))
        self.setGeometry(0, corner.y(), self._page.width(), height)
        self.raise_()

    def walk(self, step: int) -> None:
        """Select the next or the one before; past the end is the first again."""
        count = self.count()
        row = self.currentRow()
        self.setCurrentRow((row + step) % count if row >= 0 else (0 if step > 0 else count - 1))

    def selected(self) -> int | None:
        """The id of the selected customer."""
        chosen = self.selectedItems()
        return int(chosen[0].data(Qt.ItemDataRole.UserRole)) if chosen else None


class WhoFields(QWidget):
    """`typed` carries a field's name and text, `looked_up` what to search for, `picked` the id of a known customer."""

    typed = Signal(str, str)
    looked_up = Signal(str)
    picked = Signal(object)
    released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {name: LineBox(500) for name in NAMES}
        self.fields = {
            "name": Field(self.tr("Their name"), self.lines["name"]),
            "phone": Field(self.tr("Phone"), self.lines["phone"]),
            "email": Field(self.tr("E-mail"), self.lines["email"]),
            "description": Field(
                self.tr("Or a description"), self.lines["description"], self.tr("One of these four is enough.")
            ),
        }
        self.used = "name"  # the field typed in last
        self._known = QWidget()
        self.known_words = label("", "secondary", "accent", wrap=False)
        self.not_them = button(self.tr("Not them"), "link")
        self.not_them.clicked.connect(self.released)
        row = FlowLayout(self._known, current().space(8))
        row.addWidget(self.known_words)
        row.addWidget(self.not_them)
        self._known.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(current().space(14))
        self._grid.setVerticalSpacing(current().space(10))
        for at, name in enumerate(NAMES):
            self._grid.addWidget(self.fields[name], at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(4))
        column.addLayout(self._grid)
        column.addWidget(self._known)
        self.matches = Matches(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_UP_MS)
        self._timer.timeout.connect(self._on_look_up)
        self.matches.itemClicked.connect(self._on_clicked)
        for line in self.lines.values():
            line.edited.connect(self._on_edited)
            line.installEventFilter(self)

    def lay_matches_over(self, page: QWidget) -> None:
        """The page that the list of matches may cover."""
        self.matches.lie_over(page)

    def show_known(self, words: str) -> None:
        """Say that this is a known customer; an empty text takes it away."""
        self.known_words.setText(words)
        self._known.setVisible(bool(words))

    def show_matches(self, found: list[Customer]) -> None:
        """Offer these below the field in use."""
        self.matches.show_below(self.fields[self.used], found if self.lines[self.used].hasFocus() else [])

    def hide_matches(self) -> None:
        """Nothing is offered any more."""
        self._timer.stop()
        self.matches.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Escape belong to the list while it is shown; it goes with the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide_matches()
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._on_key(event.key())

    def _on_key(self, key: int) -> bool:
        matches = self.matches
        if matches.isHidden():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            matches.walk(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape:
            self.hide_matches()
            return True
        chosen = matches.selected()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.hide_matches()
            self.picked.emit(chosen)
            return True
        return False

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        line = self.sender()
        self.used = next((name for name, one in self.lines.items() if one is line), self.used)
        self.fields[self.used].set_error(None)
        self.typed.emit(self.used, text)
        self._timer.start()

    @Slot()
    def _on_look_up(self) -> None:
        self.looked_up.emit(self.lines[self.used].text())

    @Slot(QListWidgetItem)
    def _on_clicked(self, entry: QListWidgetItem) -> None:
        self.hide_matches()
        self.picked.emit(int(entry.data(Qt.ItemDataRole.UserRole)))
