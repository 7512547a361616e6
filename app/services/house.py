"""All verbs of the program in one value, built over one file and one clock."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.category import Category
from app.domain.remedy import Remedy
from app.domain.terms import ShopKind
from app.services.attachments import Attachments
from app.services.backups import Backups
from app.services.cases import Cases
from app.services.closing import Closing
from app.services.customers import Customers
from app.services.drafts import Drafts
from app.services.follow_ups import FollowUps
from app.services.intake import Intake
from app.services.lessons import Lessons
from app.services.lists import Lists
from app.services.messages import Messages
from app.services.promises import Promises
from app.services.remedies import Remedies
from app.services.settings import Settings
from app.services.work import Clock
from app.store.database import Store
from app.wording.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The program's own content, each read when it is first asked for."""

    remedies: Callable[[ShopKind], Iterable[Remedy]]
    categories: Callable[[], tuple[Category, ...]]
    parts: Callable[[], Parts]


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    store: Store
    clock: Clock
    content: Content
    cases: Cases
    customers: Customers
    promises: Promises
    messages: Messages
    follow_ups: FollowUps
    lessons: Lessons
    closing: Closing
    attachments: Attachments
    lists: Lists
    remedies: Remedies
    drafts: Drafts
    settings: Settings
    backups: Backups
    intake: Intake


def build_house(store: Store, clock: Clock, content: Content) -> House:
    remedies = Remedies(store, clock, content.remedies)
    return House(
        store=store,
        clock=clock,
        content=content,
        cases=Cases(store, clock),
        customers=Customers(store, clock),
        promises=Promises(store, clock),
        messages=Messages(store, clock),
        follow_ups=FollowUps(store, clock),
        lessons=Lessons(store, clock),
        closing=Closing(store, clock),
        attachments=Attachments(store, clock),
        lists=Lists(store, clock),
        remedies=remedies,
        drafts=Drafts(store, clock, remedies, content.parts, content.categories),
        settings=Settings(store, clock),
        backups=Backups(store, clock),
        intake=Intake(store, clock, remedies, content.categories),
    )
