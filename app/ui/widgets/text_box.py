"""A field of several lines that grows with its text."""

from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.widgets.cleaning import clean_text

_QUIET_MARGIN = 2  # pixels


class TextBox(QPlainTextEdit):
    """Between `least` and `most` lines high; Tab leaves it. `edited` comes with every change by the owner.

    A paste that would make the text longer than `limit` characters stays out as a whole, and `too_much_pasted`
    carries it, so that nothing typed is lost and nothing is cut.
    """

    edited = Signal(str)
    too_much_pasted = Signal(str)

    def __init__(
        self,
        least: int = 3,
        most: int = 12,
        limit: int = 100_000,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        """A `quiet` one is to be read first: its frame shows where the pointer or the focus is."""
        super().__init__(parent)
        self._padded = not quiet
        if quiet:
            self.setProperty("kind", "quiet")
            self.document().setDocumentMargin(_QUIET_MARGIN)
        self._least, self._most, self._limit = least, most, limit
        self._quiet = False
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it wraps
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a stored text, without telling anyone; the same text keeps cursor and undo as they are."""
        if text == self.toPlainText():
            return
        self._quiet = True
        self.setPlainText(clean_text(text))
        self._quiet = False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop plain words, or refuse them whole."""
        words = clean_text(source.text())
        selected = len(self.textCursor().selectedText())
        if self.document().characterCount() - 1 - selected + len(words) > self._limit:
            self.too_much_pasted.emit(words)
        elif words:
            self.insertPlainText(words)
            self.ensureCursorVisible()

    def sizeHint(self) -> QSize:
        """As wide as it is given, as high as its lines."""
        return QSize(current().text_pixels(320), self._height())

    def minimumSizeHint(self) -> QSize:
        """The same height: a layout may not press it together."""
        return QSize(current().text_pixels(120), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower box wraps into more lines."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Lines are only known once it is shown."""
        super().showEvent(event)
        self._fit()

    def _height(self) -> int:
        lines = min(max(int(self.document().size().height()), self._least), self._most)
        around = int(self.document().documentMargin()) * 2 + 4
        around += current().space(4) * 2 if self._padded else 0
        return ceil(lines * self._line_height()) + around

    def _line_height(self) -> float:
        # What the document takes for a line; the font's own spacing is a fraction of a pixel less.
        block = self.document().firstBlock()
        shown = block.layout().lineCount()
        return self.blockBoundingRect(block).height() / shown if shown else self.fontMetrics().lineSpacing()

    @Slot()
    def _fit(self) -> None:
        if self.height() != self._height():
            self.updateGeometry()

    @Slot()
    def _on_changed(self) -> None:
        if not self._quiet:
            self.edited.emit(self.toPlainText())
