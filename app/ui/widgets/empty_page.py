"""What a page says while it has nothing to show."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.icon_mark import IconDisc
from app.ui.widgets.words import label


class EmptyPage(QWidget):
    """An icon, a sentence about what will be here, and the one act that fills it."""

    act_requested = Signal()

    def __init__(self, icon: str, sentence: str, act: str = "", act_icon: str | None = None) -> None:
        super().__init__()
        theme = current()
        middle = Qt.AlignmentFlag.AlignHCenter
        column = self._column = QVBoxLayout(self)
        column.setSpacing(theme.space(14))
        column.addStretch(2)
        column.addWidget(IconDisc(icon, "accent", 56), 0, middle)
        self._sentence = label(sentence, "body", "ink_2")
        self._sentence.setAlignment(middle)
        self._sentence.setMaximumWidth(theme.text_pixels(420))
        self._sentence.setMinimumWidth(theme.text_pixels(240))
        # In a row of its own: a wrapped label that is aligned in a column gets the height of another width.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._sentence, 1000)
        row.addStretch(1)
        column.addLayout(row)
        if act:
            self._act = button(act, "primary", act_icon)
            self._act.clicked.connect(self._on_act)
            column.addWidget(self._act, 0, middle)
        column.addStretch(3)

    def set_sentence(self, sentence: str) -> None:
        """Another sentence."""
        self._sentence.setText(sentence)

    def add(self, control: QWidget) -> None:
        """One more way on, below the others."""
        self._column.insertWidget(self._column.count() - 1, control, 0, Qt.AlignmentFlag.AlignHCenter)

    @Slot()
    def _on_act(self) -> None:
        self.act_requested.emit()
