"""The sentence for a refusal, in the owner's language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.errors import AppError
from app.lazy import lazy

if TYPE_CHECKING:
    import app.wording.refusals as refusals
else:  # most days nothing is refused
    refusals = lazy("app.wording.refusals")


def sentence(error: AppError) -> str:
    """What happened, what is safe, what to do."""
    return refusals.filled(QCoreApplication.translate("refusals", refusals.template(error.code)), error.facts)
