"""The shop's own guidelines, grown from closed cases."""

from dataclasses import dataclass

from app.domain.terms import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line; it is shown in the step that it belongs to, or in none but its own page."""

    id: int = 0
    step: Step | None = None
    text: str = ""
    position: int = 0
    case_id: int | None = None  # from whose best way it grew
