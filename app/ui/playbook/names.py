"""Where a house rule is shown, by the name that the owner reads."""

from PySide6.QtCore import QCoreApplication

from app.domain.terms import Step
from app.ui.widgets.case_words import step_name


def place_name(step: Step | None) -> str:
    """The step's name; for none, that the rule is one for all of them."""
    return step_name(step) if step is not None else QCoreApplication.translate("playbook", "In general")
