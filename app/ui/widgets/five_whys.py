"""Why it happened, and why that was, up to five times: folded away until it is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.fields import LINE_LIMIT
from app.domain.lesson import WHYS
from app.ui.theme import current
from app.ui.widgets.buttons import button, set_icon
from app.ui.widgets.field import Field
from app.ui.widgets.text_box import TextBox


class FiveWhys(QWidget):
    """`edited` carries all answers with every change by the owner, `used` the last one, to be where it broke."""

    edited = Signal(object)  # list[str]
    used = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self.fold = button("", "link", "caret-down")
        self.fold.clicked.connect(self._on_fold)
        self.lines = [TextBox(1, 4, LINE_LIMIT) for _ in range(WHYS)]
        self._fields = [Field(_question(at), line) for at, line in enumerate(self.lines)]
        self.use = button(self.tr("Use as where it broke"))
        self.use.clicked.connect(self._on_use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        for at, line in enumerate(self.lines):
            line.edited.connect(self._on_edited)
            line.too_much_pasted.connect(self._on_too_much)
            column.addWidget(self._fields[at])
        column.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        self._show()

    def whys(self) -> list[str]:
        """The answers, without those that are empty."""
        return [words for line in self.lines if (words := line.text().strip())]

    def set_whys(self, whys: Sequence[str]) -> None:
        """Show stored answers, without telling anyone; while one of them is being typed, nothing changes."""
        if any(line.hasFocus() for line in self.lines) or list(whys) == self.whys():
            return
        for at, line in enumerate(self.lines):
            line.set_text(whys[at] if at < len(whys) else "")
            self._fields[at].set_error(None)
        self._show()

    def set_open(self, wanted: bool) -> None:
        """Fold it away or open it."""
        self._open = wanted
        self._show()

    def _show(self) -> None:
        count = len(self.whys())
        words = self.tr("Ask why five times")
        if count and not self._open:
            words = self.tr("Ask why five times ({count} answered)").format(count=count)
        self.fold.setText(words)
        self.fold.setAccessibleName(words)
        set_icon(self.fold, "caret-up" if self._open else "caret-down", "ink_2")
        texts = [line.text().strip() for line in self.lines]
        for at, field in enumerate(self._fields):
            field.setVisible(self._open and (at == 0 or bool(texts[at - 1]) or bool(texts[at])))
        self.use.setVisible(self._open and count > 0)
        self.use.setAccessibleDescription(self.whys()[-1] if count else "")

    @Slot()
    def _on_fold(self) -> None:
        self.set_open(not self._open)
        if self._open:
            empty = next((line for line in self.lines if not line.text().strip()), self.lines[-1])
            empty.setFocus()

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        for field in self._fields:
            field.set_error(None)
        self._show()
        self.edited.emit(self.whys())

    @Slot(str)
    def _on_too_much(self, _text: str) -> None:
        at = next(at for at, line in enumerate(self.lines) if line is self.sender())
        self._fields[at].set_error(self.tr("That is too long for this place. Nothing was changed; please shorten it."))

    @Slot()
    def _on_use(self) -> None:
        if self.whys():
            self.used.emit(self.whys()[-1])


def _question(at: int) -> str:
    if at == 0:
        return _tr("1. Why did it happen?")
    return _tr("{number}. And why was that?").format(number=at + 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("whys", text)
