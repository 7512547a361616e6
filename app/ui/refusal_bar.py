"""The bar at the foot that says why something was refused, or that something is done."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.focus_back import FocusBack
from app.ui.widgets.icon_mark import IconMark
from app.ui.widgets.words import dress, label

TOLD_MS = 6000  # a plain word goes by itself; a refusal stays until it is read and closed


class RefusalBar(QFrame):
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self._mark = IconMark("warning", "coral")
        self._words = label("", "body")
        self._close = button("", "quiet", "x")
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.clicked.connect(self.close_bar)
        self._focus = FocusBack(self, self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(14), theme.space(6), theme.space(6), theme.space(6))
        row.setSpacing(theme.space(8))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOLD_MS)
        self._timer.timeout.connect(self.close_bar)
        self.hide()

    def refuse(self, sentence: str) -> None:
        self._show(sentence, "coral", "warning")

    def tell(self, sentence: str) -> None:
        self._show(sentence, "green", "check")
        self._timer.start()

    def sentence(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def _show(self, sentence: str, tone: str, icon: str) -> None:
        self._timer.stop()
        self._mark.set_icon(icon, tone)
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        dress(self, kind="notice", tone=tone)
        self.show()

    @Slot()
    def close_bar(self) -> None:
        self._timer.stop()
        self._focus.give_back()
        self.hide()
        self.closed.emit()
