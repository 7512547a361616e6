"""What was tried before, and how the plan did when it was looked at."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.earlier_plan import EarlierPlan
from app.domain.effect import EffectCheck
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.effect_words import check_words
from app.ui.widgets.lesson_words import earlier_words
from app.ui.widgets.words import label


class History(QWidget):
    """`taken_up` carries the id of the earlier plan that is to be the plan again."""

    taken_up = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._again: int = 0
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(4))

    def show_history(
        self, plans: Sequence[EarlierPlan], checks: Sequence[EffectCheck], now: datetime, *, none_now: bool
    ) -> None:
        """`none_now`: there is no plan, so the last one can be taken up again."""
        shown = (tuple(plans), tuple(checks), now.date(), none_now)
        if shown == self._shown:
            return
        self._shown = shown
        for old in self._parts:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts = []
        if plans:
            self._add(label(self.tr("Earlier plans"), "label"))
        for at, plan in enumerate(plans):
            self._add(label(plan.plan))
            self._add(label(earlier_words(plan, now), "secondary"))
            if none_now and at == 0:
                self._again = plan.id
                again = button(self.tr("Take it up again"))
                again.setAccessibleDescription(plan.plan)
                again.clicked.connect(self._on_again)
                self._add(again)
        if checks:
            self._add(label(self.tr("When you looked at it"), "label"))
        for check in checks:
            self._add(label(check_words(check, now), "secondary"))
        self.setVisible(bool(self._parts))

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if part.inherits("QPushButton") else _NONE)
        self._parts.append(part)

    @Slot()
    def _on_again(self) -> None:
        self.taken_up.emit(self._again)


_NONE = Qt.AlignmentFlag(0)
