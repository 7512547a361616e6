"""The field that searches everything."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.theme.icons import paint_glyph
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.words import label


class SearchBox(LineBox):
    """`edited` comes while typing, `search_requested` with Enter; Escape empties it. The key hint goes while in use."""

    search_requested = Signal(str)

    def __init__(self, key_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(200, parent=parent)
        words = self.tr("Search everything")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._key = label(key_hint or self.tr("Ctrl K"), "key", wrap=False)
        self._key.setParent(self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._on_return)
        self._make_room()

    def sizeHint(self) -> QSize:
        """As in the design: 300 px at usual text."""
        return QSize(current().text_pixels(300), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for its own words."""
        return QSize(current().text_pixels(180), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field first."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field by the style sheet, the magnifier here."""
        super().paintEvent(event)
        theme = current()
        edge = theme.text_pixels(16)
        area = QRectF(theme.space(10), (self.height() - edge) / 2, edge, edge)
        paint_glyph(QPainter(self), theme.glyphs().path("magnifying-glass"), theme.color("ink_2"), area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key hint stands at the end."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        theme = current()
        size = self._key.sizeHint()
        left = self.width() - size.width() - theme.space(10)
        self._key.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        shown = not self.text()
        self._key.setVisible(shown)
        self.setTextMargins(theme.text_pixels(16) + theme.space(4), 0, size.width() + 4 if shown else 0, 0)

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self._make_room()

    @Slot()
    def _on_return(self) -> None:
        self.search_requested.emit(self.text())
