"""The one question that a new complaint begins with: are they here or on the phone now?"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.words import label
from app.ui.wizard.big_choice import BigChoice


class NewComplaintPage(QWidget):
    """`answered` carries True for here or on the phone; `back_requested` that there is no complaint after all."""

    answered = Signal(bool)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        question = label(self.tr("Are they here or on the phone now?"), "page")
        yes, no = self.tr("Yes, they are here or on the phone"), self.tr("No, it is a message, a letter or a review")
        self.yes = BigChoice(yes, self.tr("Straight to what they say. Key Y."), "ear")
        self.no = BigChoice(no, self.tr("A calm minute first. Key N."), "wind")
        self.back = button(self.tr("Back"), "quiet", "arrow-left")
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.back.clicked.connect(self.back_requested)
        middle = QWidget()
        middle.setMaximumWidth(theme.text_pixels(560))
        column = QVBoxLayout(middle)
        column.setSpacing(theme.space(14))
        column.addStretch(2)
        column.addWidget(question)
        column.addSpacing(theme.space(8))
        column.addWidget(self.yes)
        column.addWidget(self.no)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.addWidget(middle)
        whole.setAlignment(middle, Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(question.text())

    def show_page(self) -> None:
        """Yes first: who stands at the counter must not wait."""
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y, N and Escape; the arrows are Qt's."""
        key = event.key()
        if key == Qt.Key.Key_Y:
            self._on_yes()
        elif key == Qt.Key.Key_N:
            self._on_no()
        elif key == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_yes(self) -> None:
        self.answered.emit(True)

    @Slot()
    def _on_no(self) -> None:
        self.answered.emit(False)
