"""The bar at the left: the shop, the one big button, the pages, settings, and when the last backup was made."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import count_text
from app.ui.widgets.entry_button import EntryButton
from app.ui.widgets.icon_mark import IconMark
from app.ui.widgets.words import ElidedLabel, dress, label

SETTINGS: Final = "settings"
# In a window narrower than this many bars (about 1100 px at usual text) the bar shows icons alone.
_BARS_A_WINDOW: Final = 5.3
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter
_START: Final = Qt.AlignmentFlag.AlignVCenter


class _PageScroll(QScrollArea):
    """As high as its pages where there is room; in a low window they scroll."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._pages = pages
        self.setWidget(pages)
        pages.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More or fewer pages: another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return self._pages.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The bar walks with the arrow keys; they do not scroll.
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, current().text_pixels(80))


class SideBar(QFrame):
    """Asks for pages by key; shows the page that `set_current` names, whoever asked for it."""

    page_requested = Signal(str)
    new_complaint_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        self._entries: dict[str, EntryButton] = {}
        self._current = ""
        self._compact = False
        self._watched: QWidget | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._on_clicked)
        self._build()
        self._fit_width()

    def _build(self) -> None:
        theme = current()
        edge = theme.space(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, theme.space(20), edge, theme.space(14))
        column.setSpacing(theme.space(14))
        self._shop_icon = IconMark("storefront")
        self._shop = ElidedLabel("", "title")
        self._shop_row = _row(self._shop_icon, self._shop)
        column.addWidget(self._shop_row)
        self._new = button(self.tr("New complaint"), "primary", "plus")
        self._new.setMinimumHeight(theme.text_pixels(42))
        self._new.clicked.connect(self._on_new)
        column.addWidget(self._new)
        page_list = QWidget()
        page_list.setProperty("kind", "page")
        self._pages = QVBoxLayout(page_list)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.setSpacing(1)
        self._scroll = _PageScroll(page_list)
        column.addWidget(self._scroll)
        column.addStretch(1)
        self._settings = self._entry(SETTINGS, self.tr("Settings"), "gear-six")
        column.addWidget(self._settings)
        self._note_icon = IconMark("check-circle", "ink_2", 15)
        self._note = label("", "secondary")
        self._note_row = _row(self._note_icon, self._note)
        column.addWidget(self._note_row)
        self._note_row.hide()

    def set_shop(self, name: str) -> None:
        """The shop's name at the head."""
        self._shop.set_words(name)
        self._shop_row.setToolTip(name if self._compact else "")

    def set_pages(self, pages: Sequence[tuple[str, str, str]]) -> None:
        """The pages in order, each (key, name, icon); counts of pages that stay are kept."""
        kept = {key: (entry.count, entry.accessibleDescription()) for key, entry in self._entries.items()}
        focused = next((key for key, entry in self._entries.items() if entry.hasFocus()), None)
        for key in [key for key in self._entries if key != SETTINGS]:
            entry = self._entries.pop(key)
            self._group.removeButton(entry)
            self._pages.removeWidget(entry)
            entry.hide()  # what Qt has still to show would become a window of its own
            entry.setParent(None)
            entry.deleteLater()
        before: QPushButton = self._new
        for key, name, icon in pages:
            entry = self._entry(key, name, icon)
            entry.set_count(*kept.get(key, ("", "")))
            entry.set_compact(self._compact)
            self._pages.addWidget(entry)
            QWidget.setTabOrder(before, entry)
            before = entry
        QWidget.setTabOrder(before, self._settings)
        if focused in self._entries:
            self._entries[focused].setFocus()
        self._mark()
        self._fit_width()

    def pages(self) -> list[str]:
        """The keys of the pages shown, in order."""
        return [key for key in self._entries if key != SETTINGS]

    def set_badge(self, key: str, count: int) -> None:
        """How much waits on a page, 0 for no badge; KeyError for a page that is not there."""
        meaning = self.tr("%n waiting", "", count) if count else ""
        self._entries[key].set_count(count_text(count) if count else "", meaning)
        self._fit_width()

    def set_foot_note(self, text: str, tone: str = "ink_2", icon: str = "check-circle") -> None:
        """The line at the foot; an empty text takes it away."""
        self._note.setText(text)
        self._note_icon.set_icon(icon, tone)
        self._note_row.setToolTip(text)
        self._note_row.setAccessibleName(text)
        dress(self._note, tone=tone)
        self._note_row.setVisible(bool(text))

    def set_current(self, key: str) -> None:
        """Mark the page that is shown; a key without an entry marks none."""
        self._current = key
        self._mark()

    def current_page(self) -> str:
        """The key that was marked last."""
        return self._current

    def set_compact(self, compact: bool) -> None:
        """Icons alone with tooltips, or names beside them."""
        if compact == self._compact:
            return
        self._compact = compact
        self._shop.setVisible(not compact)
        self._shop_row.setToolTip(self._shop.text() if compact else "")
        self._note.setVisible(not compact)
        for row in (self._shop_row, self._note_row):
            _center_icon(row, compact)
        name = self.tr("New complaint")
        self._new.setText("" if compact else name)
        self._new.setToolTip(name if compact else "")
        self._new.setIconSize(current().icon_size(gap=0 if compact else 6))
        for entry in self._entries.values():
            entry.set_compact(compact)
        self._fit_width()

    def is_compact(self) -> bool:
        """Are only icons shown?"""
        return self._compact

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window's width from the first showing on."""
        super().showEvent(event)
        window = self.window()
        if window is not self and window is not self._watched:
            self._watched = window
            window.installEventFilter(self)
            self._fit_window(window.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go compact in a narrow window."""
        if isinstance(event, QResizeEvent) and watched is self._watched:
            self._fit_window(event.size().width())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk through button, pages and settings."""
        step = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
        stops: list[QPushButton] = [self._new, *(self._entries[key] for key in self.pages()), self._settings]
        here = next((at for at, stop in enumerate(stops) if stop.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        stop = stops[(here + step) % len(stops)]
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(stop)

    def _entry(self, key: str, name: str, icon: str) -> EntryButton:
        entry = EntryButton("nav", key, name, icon)
        self._entries[key] = entry
        self._group.addButton(entry)
        return entry

    def _mark(self) -> None:
        for key, entry in self._entries.items():
            entry.setChecked(key == self._current)

    def _fit_window(self, width: int) -> None:
        self.set_compact(width < self._full_width() * _BARS_A_WINDOW)

    def _full_width(self) -> int:
        theme = current()
        wide = max(theme.text_pixels(184), self._new.fontMetrics().horizontalAdvance(self.tr("New complaint")))
        return wide + theme.space(12) * 2

    def _fit_width(self) -> None:
        if self._compact:
            widest = max(entry.sizeHint().width() for entry in self._entries.values())
            self.setFixedWidth(max(widest, self._new.sizeHint().width()) + current().space(12) * 2)
        else:
            widest = max(entry.sizeHint().width() for entry in self._entries.values())
            self.setFixedWidth(max(self._full_width(), widest + current().space(12) * 2))

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        self._mark()
        if isinstance(clicked, EntryButton):
            self.page_requested.emit(clicked.key)

    @Slot()
    def _on_new(self) -> None:
        self.new_complaint_requested.emit()


def _row(icon: IconMark, words: QLabel) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(current().space(10), 0, 0, 0)
    line.setSpacing(current().space(8))
    line.addWidget(icon)
    line.addWidget(words, 1)
    return row


def _center_icon(row: QWidget, compact: bool) -> None:
    line = row.layout()
    if line is not None:
        line.setContentsMargins(0 if compact else current().space(10), 0, 0, 0)
        line.setAlignment(row.findChildren(IconMark)[0], _MIDDLE if compact else _START)
