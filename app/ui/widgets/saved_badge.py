"""The badge that says whether every word is on disk."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from app.ui.theme import current
from app.ui.widgets.icon_mark import IconMark
from app.ui.widgets.words import dress, label


class SavedBadge(QFrame):
    """Green and short while all is well; a plain coral sentence when the disk says no."""

    def __init__(self) -> None:
        super().__init__()
        theme = current()
        self.setProperty("kind", "notice")
        self._icon = IconMark("check", "green", 16)
        self._words = label("", "secondary", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(8), theme.space(8), theme.space(8), theme.space(8))
        row.setSpacing(theme.space(4))
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_saved()

    def show_saved(self) -> None:
        """All is on disk."""
        self._show(self.tr("Every word is saved"), "green", "check")

    def show_problem(self, sentence: str) -> None:
        """Something is not; the sentence says what, what is safe, and what to do."""
        self._show(sentence, "coral", "warning-circle")

    def words(self) -> str:
        """What the badge says."""
        return self._words.text()

    def _show(self, words: str, tone: str, icon: str) -> None:
        if words == self._words.text():
            return
        self._words.setText(words)
        self._words.setWordWrap(tone == "coral")
        self.setAccessibleName(words)
        self._icon.set_icon(icon, tone)
        dress(self._words, tone=tone)
        dress(self, tone=tone)
