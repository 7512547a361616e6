"""Something that the owner gives or does; from a catalogue for the kind of shop."""

from dataclasses import dataclass

from app.domain.terms import Loss


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    code: str
    label: str  # as the owner reads it
    offer: str  # completes "I will ..."
    losses: frozenset[Loss] = frozenset()
    cost: int | None = None  # cents; None where it depends
    effort: str = "week"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """How a remedy did here: counts of closed cases and mean fall of anger."""

    used: int = 0
    stayed: int = 0
    anger_fall: float | None = None
    cost: int | None = None  # mean, cents


def rank(catalogue: list[Remedy], records: dict[str, Record], losses: frozenset[Loss]) -> list[Remedy]:
    """Best first: like for like with the loss, then what calmed people here, then the catalogue's own order.

    One good case should not beat a well-tried remedy, so the fall of anger is drawn towards zero by two cases.
    """

    def worth(remedy: Remedy) -> tuple[int, float]:
        record = records.get(remedy.code, Record())
        fall = (record.anger_fall or 0.0) * record.used / (record.used + 2)
        lost = 3.0 * (record.used - record.stayed) / (record.used + 2)
        return (len(remedy.losses & losses), fall - lost)

    return sorted(catalogue, key=worth, reverse=True)
