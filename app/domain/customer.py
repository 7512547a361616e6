"""A person who complained: a name or a phone or a description is enough."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.fold import digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    id: int = 0
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    description: str = ""
    since: datetime | None = None  # the first contact

    @property
    def label(self) -> str:
        """What the owner calls them: the first of name, description, phone, e-mail; empty if nobody is known."""
        return self.name or self.description or self.phone or self.email

    @property
    def phone_digits(self) -> str:
        return digits(self.phone)

    @property
    def first_name(self) -> str:
        """The name to greet them by; a title such as "Mrs" keeps the whole name."""
        words = self.name.split()
        if not words:
            return ""
        titles = {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam", "herr", "frau", "mx"}
        return " ".join(words) if words[0].rstrip(".").lower() in titles else words[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is known of a customer before this case; counts leave this case out."""

    complaints: int = 0
    last_60_days: int = 0
    same_about: int = 0  # earlier ones about the same, answered within a year
    since: datetime | None = None
    last_came_in: datetime | None = None


CUSTOMER_FIELDS = ("name", "phone", "email", "address", "description")
