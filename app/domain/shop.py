"""The shop and its house settings, as the file keeps them."""

from dataclasses import dataclass, field

from app.domain.terms import Channel, ShopKind

FIRST_ANSWER_HOURS: dict[Channel, int] = {
    # Our rule: who stands before you is answered now; a written word may wait one day, not two.
    Channel.COUNTER: 0,
    Channel.PHONE: 0,
    Channel.MESSAGE: 24,
    Channel.EMAIL: 24,
    Channel.LETTER: 24,
    Channel.REVIEW: 24,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    name: str = ""
    kind: ShopKind = ShopKind.OTHER
    owner: str = ""
    address: str = ""
    phone: str = ""
    currency: str = ""  # symbol; empty means that of the system's locale
    no_questions_limit: int = 5000  # cents; under it, just do it
    follow_up_days: int = 7
    first_answer_hours: dict[Channel, int] = field(default_factory=lambda: dict(FIRST_ANSWER_HOURS))
    made_up: bool = False

    @property
    def is_set_up(self) -> bool:
        return bool(self.name)
