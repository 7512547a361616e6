"""One complaint as a value: all that is known of it at a moment."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.customer import Customer
from app.domain.terms import (
    Answer,
    BeganWith,
    Channel,
    FollowUpResult,
    Loss,
    MessageKind,
    Outcome,
    Step,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A remedy with a date; it counts as made once it says what and by when."""

    id: int = 0
    remedy: str = ""  # code of the catalogue, or the owner's own words
    what: str = ""
    cost: int | None = None  # cents
    by: date | datetime | None = None
    who: str = ""
    kept_on: datetime | None = None
    withdrawn_on: datetime | None = None
    made_on: datetime | None = None

    @property
    def is_made(self) -> bool:
        return bool(self.what or self.remedy) and self.by is not None

    @property
    def is_open(self) -> bool:
        return self.is_made and self.kept_on is None and self.withdrawn_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Words for the customer; a draft until `given_on` is set."""

    id: int = 0
    kind: MessageKind
    text: str = ""
    given_on: datetime | None = None
    card_kind: str = ""  # of a card alone: apology, thanks, goodbye, welcome-back
    card_size: str = ""
    card_look: str = ""
    ready_on: datetime | None = None  # the owner said that it may be printed
    printed_on: datetime | None = None

    @property
    def is_draft(self) -> bool:
        return self.given_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    id: int = 0
    result: FollowUpResult
    anger: int | None = None
    words: str = ""
    on: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A photo or receipt in the file's own store; `size` in bytes."""

    id: int
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`None` or an empty text means "not said yet" in every field."""

    id: int
    customer: Customer | None = None
    title: str = ""
    # settle, hear
    heat: int | None = None
    words: str = ""
    wants: str = ""
    channel: Channel | None = None
    about: str = ""
    anger: int | None = None
    review_site: str = ""
    review_stars: int | None = None
    review_link: str = ""
    read_back: bool | None = None
    on_phone: bool | None = None
    came_in: datetime
    # own (private)
    facts: str = ""
    began_with: BeganWith | None = None
    supplier: str = ""
    safety: bool | None = None
    went_wrong: str = ""  # customer-facing: completes "I am sorry about ..."
    # answer and its way
    answer: Answer | None = None
    reason: str = ""
    what_changes: str = ""
    tried: str = ""
    release: str = ""
    refer_to: str = ""
    # make it right
    losses: frozenset[Loss] = frozenset()
    options: tuple[str, ...] = ()  # codes or words of the options laid before them
    differs: str = ""  # how the do-over differs from the first time
    promises: tuple[Promise, ...] = ()
    messages: tuple[Message, ...] = ()
    # learn
    lesson_id: int | None = None
    nothing_because: str = ""
    # follow up, close
    follow_up_days: int | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    call_result: FollowUpResult | None = None  # of a call that is being written down and is not recorded yet
    call_anger: int | None = None
    call_words: str = ""
    no_follow_up_because: str = ""
    outcome: Outcome | None = None
    fair: bool | None = None
    treated_well: bool | None = None
    best_way: str = ""
    closed_on: datetime | None = None
    deleted_on: datetime | None = None
    # how far
    step: Step = Step.SETTLE
    visited: frozenset[Step] = frozenset()
    attachments: tuple[Attachment, ...] = ()

    @property
    def promise(self) -> Promise:
        """The one in work: the newest that was not withdrawn, or an empty one."""
        return next((p for p in reversed(self.promises) if p.withdrawn_on is None), Promise())

    @property
    def answered_on(self) -> datetime | None:
        """When the customer first heard from us."""
        given = [m.given_on for m in self.messages if m.given_on is not None]
        return min(given) if given else None

    @property
    def anger_after(self) -> int | None:
        """The figure of the latest follow-up that has one."""
        return next((f.anger for f in reversed(self.follow_ups) if f.anger is not None), None)

    def draft(self, kind: MessageKind) -> Message | None:
        """The newest unfinished message of that kind."""
        return next((m for m in reversed(self.messages) if m.kind is kind and m.is_draft), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One line of the case's story; `code` and `facts` become words on screen."""

    id: int
    on: datetime
    code: str
    facts: dict[str, object]


def title_of(words: str, limit: int = 60) -> str:
    """The first sentence of the customer's words, shortened at a word with an ellipsis."""
    first = " ".join(words.split())
    for end in (". ", "! ", "? "):
        head, found, _ = first.partition(end)
        if found and len(head) >= 12:
            first = head
    first = first.rstrip(".!? ") if len(first) <= limit else first
    if len(first) <= limit:
        return first
    cut = first[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut).rstrip(",;: ") + "\u2026"
