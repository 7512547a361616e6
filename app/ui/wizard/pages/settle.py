"""Step 1: calm before answering; how heated the owner is, and a minute of slow breathing."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.errors import AppError
from app.domain.handling import HOT
from app.domain.terms import Step
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.anger_scale import AngerScale
from app.ui.widgets.field import Field
from app.ui.widgets.words import label
from app.ui.wizard.breathing import BreathingGuide
from app.ui.wizard.page import StepPage


class SettlePage(StepPage):
    """Never a box to rant in: writing anger down does not calm, breathing does."""

    step = Step.SETTLE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.scale = AngerScale(ends=(self.tr("calm"), self.tr("boiling")))
        self.heat = Field(self.tr("How heated are you?"), self.scale, self.tr("For you alone. Nobody else reads this."))
        self.guide = BreathingGuide()
        self._hot = label(
            self.tr("That is a lot. Breathe first. Before you send a word, you are asked whether to wait an hour."),
            "body",
            "ink_2",
        )
        self._hot.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(20))
        column.addWidget(self.heat)
        column.addWidget(self._hot)
        column.addWidget(self.guide)
        self.scale.picked.connect(self._on_picked)

    def show_case(self, case: Case) -> None:
        if not self.keeps("heat"):
            self.scale.set_figure(case.heat)
        self._hot.setVisible(case.heat is not None and case.heat >= HOT)

    def show_refusal(self, error: AppError) -> None:
        self.heat.set_error(sentence(error))

    def focus_first(self) -> None:
        target = self.scale if self.scale.figure() is None else self.guide.start_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing breathes on a page that nobody sees."""
        super().hideEvent(event)
        self.guide.stop()

    @Slot(object)
    def _on_picked(self, figure: int | None) -> None:
        self.at_once("heat", figure)
