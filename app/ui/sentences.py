"""The sentence for a refusal, in the owner's language."""

from PySide6.QtCore import QCoreApplication

from app.domain.errors import AppError
from app.wording.refusals import filled, template


def sentence(error: AppError) -> str:
    """What happened, what is safe, what to do."""
    return filled(QCoreApplication.translate("refusals", template(error.code)), error.facts)
