"""A row of buttons of which one is taken."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.pill import Pill


class PillRow(QWidget):
    """Shows words, speaks of values; wraps into lines where it is narrow. `chosen` carries what the owner took."""

    chosen = Signal(object)

    def __init__(self, pills: Sequence[tuple[object, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._pills: list[tuple[object, QPushButton]] = []
        self._flow = FlowLayout(self, current().space(8))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_pills(pills)

    def set_pills(self, pills: Sequence[tuple[object, str]]) -> None:
        """Other pills, each (value, words); what was taken stays taken if it is among them."""
        before = self.choice()
        in_use = any(old.hasFocus() for _, old in self._pills)
        for _, old in self._pills:
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()  # what Qt has still to show would become a window of its own
            old.setParent(None)
            old.deleteLater()
        self._pills = [(value, self._pill(words)) for value, words in pills]
        if self._pills:
            self.setFocusProxy(self._pills[0][1])
        self.choose(before)
        if in_use and self._pills:
            self.setFocus()

    def set_words(self, value: object, words: str) -> None:
        """Other words on one pill, for instance a new count; a value without a pill is nothing to do."""
        for known, pill in self._pills:
            if known == value and pill.text() != words:
                pill.setText(words)
                pill.setAccessibleName(words)
                self._flow.invalidate()

    def choice(self) -> object:
        """The value taken, None for none."""
        return next((value for value, pill in self._pills if pill.isChecked()), None)

    def choose(self, value: object) -> None:
        """Show a value as taken, without telling anyone; a value without a pill takes none."""
        self._group.setExclusive(False)
        for known, pill in self._pills:
            pill.setChecked(known == value)
            if known == value:
                self.setFocusProxy(pill)
        self._group.setExclusive(True)

    def _pill(self, words: str) -> QPushButton:
        pill = Pill(words)
        self._group.addButton(pill)
        self._flow.addWidget(pill)
        return pill

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        for value, pill in self._pills:
            if pill is clicked:
                self.setFocusProxy(pill)
                self.chosen.emit(value)
