"""A field of one line."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets.cleaning import clean_line


class _LineRule(QValidator):
    """Takes control characters out on the way in, and refuses a change that would make the line too long."""

    too_long = Signal(str)

    def __init__(self, limit: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.limit = limit

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Qt asks this before a change shows."""
        cleaned = clean_line(text)
        if len(cleaned) > self.limit:
            self.too_long.emit(text)
            return QValidator.State.Invalid, text, place
        if cleaned == text:
            return QValidator.State.Acceptable, text, place
        return QValidator.State.Acceptable, cleaned, len(clean_line(text[:place]))


class LineBox(QLineEdit):
    """One line of at most `limit` characters. `edited` comes with every change by the owner, never from `set_text`;
    also what a screen reader or dictation puts in, which comes without a key.
    """

    edited = Signal(str)
    too_much_pasted = Signal(str)

    def __init__(self, limit: int = 200, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        # Not setMaxLength: it cuts silently, and what is cut is lost.
        self.setMaxLength(2_147_483_647 // 4)
        self._rule = _LineRule(limit, self)
        self._rule.too_long.connect(self.too_much_pasted)
        self.setValidator(self._rule)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._on_changed)

    def set_text(self, text: str) -> None:
        """Show a stored text, without telling anyone; the same text keeps the cursor where it is."""
        if text != self.text():
            self._quiet = True
            self.setText(clean_line(text)[: self._rule.limit])
            self._quiet = False
            if not self.hasFocus():
                self.setCursorPosition(0)

    @Slot(str)
    def _on_changed(self, _text: str) -> None:
        if not self._quiet:
            self.edited.emit(self.text())
