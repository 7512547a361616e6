"""Small soft labels: a state, a due date, a count."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui.widgets.words import dress


class Chip(QLabel):
    """A word or two on a soft ground: "2 days late", "stayed". Tones: accent, coral, amber, green, plum, or ""."""

    def __init__(self, text: str, tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_words(self, text: str, tone: str) -> None:
        """Other words in another tone."""
        self.setText(text)
        if self.property("tone") != tone:
            dress(self, tone=tone)
        self.updateGeometry()


def count_text(count: int) -> str:
    """A count as it stands in a small round place."""
    return str(count) if count < 100 else "99+"
