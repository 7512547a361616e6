"""A large button with a name and a line that says what it means."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from app.ui.theme import current
from app.ui.widgets.by_enter import ByEnter
from app.ui.widgets.by_reader import ByReader
from app.ui.widgets.chip import Chip
from app.ui.widgets.icon_mark import IconDisc
from app.ui.widgets.words import label


class BigChoice(ByEnter, ByReader, QPushButton):
    """Its accessible name is the name, its description the line. Enter presses it as Space does."""

    def __init__(self, name: str, line: str = "", icon: str = "", *, checkable: bool = False) -> None:
        super().__init__()
        theme = current()
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setProperty("kind", "pill")
        self.setAccessibleName(name)
        self.hear_reader()
        self.setAccessibleDescription(line)
        self._name = label(name, "strong")
        self._line = label(line, "body", "ink_2")
        self._chip = Chip("", "accent")
        self._chip.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._line)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.space(14), theme.space(14), theme.space(14), theme.space(14))
        self._row.setSpacing(theme.space(14))
        if icon:
            self._row.addWidget(IconDisc(icon, "accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(words, 1)
        self._line.setVisible(bool(line))  # not before: without a parent it would be a window
        self._row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self._name, self._line, self._chip):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_mark(self, words: str) -> None:
        """A word at the end, such as "Suggested"; an empty one takes it away."""
        self._chip.setText(words)
        self._chip.setVisible(bool(words))
        line = self._line.text()
        self.setAccessibleDescription(f"{words}. {line}" if words else line)

    def mark(self) -> str:
        """The word at the end, empty for none."""
        return self._chip.text()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the wrapped words need."""
        return max(self._row.totalHeightForWidth(width), current().text_pixels(44))

    def sizeHint(self) -> QSize:
        """As wide as it is given."""
        width = current().text_pixels(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and a row high."""
        return QSize(current().text_pixels(200), current().text_pixels(44))
