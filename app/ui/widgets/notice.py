"""A soft coloured panel with a word in it: what to say now, a lesson, a mark on a draft."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy

from app.ui.theme import current
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.icon_mark import IconMark


class Notice(QFrame):
    """Icon, a strong lead, the text after it, and buttons below if any are added. Tones: accent, amber, coral, ..."""

    def __init__(self, tone: str, icon: str, lead: str = "", text: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self.setProperty("tone", tone)
        theme = current()
        self._icon = IconMark(icon)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.space(14), theme.space(10), theme.space(14), theme.space(10))
        self._grid.setHorizontalSpacing(theme.space(8))
        self._grid.setVerticalSpacing(theme.space(8))
        self._grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._words, 0, 1)
        self._grid.setColumnStretch(1, 1)
        self._buttons: FlowRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_words(lead, text)

    def set_words(self, lead: str, text: str) -> None:
        """Other words; both are plain text."""
        parts = [f"<b>{escape(lead)}</b>" if lead else "", escape(text).replace("\n", "<br>")]
        self._words.setText(" ".join(part for part in parts if part))
        whole = " ".join(part for part in (lead, text) if part)
        self._words.setAccessibleName(whole)
        self.setAccessibleName(whole)

    def words(self) -> str:
        """Lead and text as they are read out."""
        return self.accessibleName()

    def add_button(self, button: QPushButton) -> None:
        """Add a button in the row under the words."""
        if self._buttons is None:
            self._buttons = FlowRow()
            self._grid.addWidget(self._buttons, 1, 1)
        self._buttons.flow.addWidget(button)
