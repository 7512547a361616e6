"""The house rules of the step that is open, as one calm line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.domain.playbook import Rule
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.words import label

_BESIDE = 420  # design pixels: in less the links stand below the rule


class RuleLine(QWidget):
    """The first rule, and the others where they are wanted; without a rule it takes no room."""

    rules_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme = current()
        self._rules: tuple[str, ...] = ()
        self._open = False
        self.words = label("", "secondary")
        self.more = button("", "link")
        self.link = button(self.tr("House rules"), "link")
        links = QHBoxLayout()
        links.setSpacing(theme.space(14))
        links.addWidget(self.more)
        links.addWidget(self.link)
        links.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, theme.space(4), 0, 0)
        self._row.addWidget(self.words, 1)
        self._row.addLayout(links)
        self._row.setAlignment(links, Qt.AlignmentFlag.AlignTop)
        self.more.clicked.connect(self._on_more)
        self.link.clicked.connect(self.rules_requested)
        self.hide()

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Those of the step, in their order; of other rules than before the first alone."""
        lines = tuple(rule.text for rule in rules)
        if lines != self._rules:
            self._rules, self._open = lines, False
            self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the links have no room beside the rule."""
        super().resizeEvent(event)
        theme = current()
        beside = self.width() >= theme.text_pixels(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
        self._row.setSpacing(theme.space(14 if beside else 4))

    def _say(self) -> None:
        self.setVisible(bool(self._rules))
        if not self._rules:
            return
        others = len(self._rules) - 1
        lead = self.tr("House rule: {rule}") if not (others and self._open) else self.tr("House rules:\n{rule}")
        shown = "\n".join(self._rules) if self._open else self._rules[0]
        self.words.setText(lead.format(rule=shown))
        words = self.tr("Only the first") if self._open else self.tr("and {count} more").format(count=others)
        self.more.setText(words)
        self.more.setAccessibleName(words)
        self.more.setVisible(others > 0)

    @Slot()
    def _on_more(self) -> None:
        self._open = not self._open
        self._say()
