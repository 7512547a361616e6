"""A field that says where a house rule is shown: in one of the steps, or in none of them."""

from typing import Final

from PySide6.QtCore import Signal, Slot

from app.domain.terms import Step
from app.ui.widgets.case_words import place_name
from app.ui.widgets.choice_box import ChoiceBox

_NO_STEP: Final = ""  # None is no choice at all


class PlaceBox(ChoiceBox):
    """`placed` carries the Step that the owner took, None for no step."""

    placed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.set_choices([(_NO_STEP, place_name(None)), *((step, place_name(step)) for step in Step)])
        self.chosen.connect(self._on_chosen)

    def show_place(self, step: Step | None) -> None:
        """Show where it is, without telling anyone."""
        self.choose(step or _NO_STEP)

    @Slot(object)
    def _on_chosen(self, choice: object) -> None:
        self.placed.emit(choice or None)
