"""A row of buttons of which any number may be taken."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.pill import Pill


class ManyPills(QWidget):
    """Shows words, speaks of values; wraps into lines. `chosen` carries the frozenset that the owner took."""

    chosen = Signal(object)

    def __init__(self, pills: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, current().space(8))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._pills: list[tuple[object, QPushButton]] = []
        for value, words in pills:
            pill = Pill(words)
            pill.clicked.connect(self._on_clicked)
            flow.addWidget(pill)
            self._pills.append((value, pill))
        if self._pills:
            self.setFocusProxy(self._pills[0][1])

    def choice(self) -> frozenset[object]:
        """The values taken."""
        return frozenset(value for value, pill in self._pills if pill.isChecked())

    def choose(self, values: object) -> None:
        """Show values as taken, without telling anyone."""
        taken = values if isinstance(values, frozenset) else frozenset()
        for value, pill in self._pills:
            pill.setChecked(value in taken)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.choice())
