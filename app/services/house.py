"""All verbs of the program in one value, over one file and one clock."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from app.lazy import lazy
from app.store.database import Store

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.category import Category
    from app.domain.remedy import Remedy
    from app.domain.terms import ShopKind
    from app.services import (
        attachments,
        backups,
        cases,
        closing,
        customers,
        drafts,
        effects,
        follow_ups,
        intake,
        lessons,
        likeness,
        lists,
        messages,
        plans,
        playbook,
        promises,
        remedies,
        settings,
        tallies,
    )
    from app.services.work import Clock
    from app.wording.parts import Parts
else:  # each is loaded with its first verb: Today needs half of them, and not before it knows the shop
    attachments = lazy("app.services.attachments")
    backups = lazy("app.services.backups")
    cases = lazy("app.services.cases")
    closing = lazy("app.services.closing")
    customers = lazy("app.services.customers")
    drafts = lazy("app.services.drafts")
    effects = lazy("app.services.effects")
    follow_ups = lazy("app.services.follow_ups")
    intake = lazy("app.services.intake")
    lessons = lazy("app.services.lessons")
    likeness = lazy("app.services.likeness")
    lists = lazy("app.services.lists")
    messages = lazy("app.services.messages")
    plans = lazy("app.services.plans")
    playbook = lazy("app.services.playbook")
    promises = lazy("app.services.promises")
    remedies = lazy("app.services.remedies")
    settings = lazy("app.services.settings")
    tallies = lazy("app.services.tallies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The program's own content, each read when it is first asked for."""

    remedies: "Callable[[ShopKind], Iterable[Remedy]]"
    categories: "Callable[[], tuple[Category, ...]]"
    parts: "Callable[[], Parts]"
    word_vectors: "Callable[[], Path]"


class House:
    """The verbs by kind, each made when it is first asked for."""

    def __init__(self, store: Store, clock: "Clock", content: Content) -> None:
        self.store = store
        self.clock = clock
        self.content = content

    @cached_property
    def cases(self) -> "cases.Cases":
        return cases.Cases(self.store, self.clock)

    @cached_property
    def customers(self) -> "customers.Customers":
        return customers.Customers(self.store, self.clock)

    @cached_property
    def promises(self) -> "promises.Promises":
        return promises.Promises(self.store, self.clock)

    @cached_property
    def messages(self) -> "messages.Messages":
        return messages.Messages(self.store, self.clock)

    @cached_property
    def follow_ups(self) -> "follow_ups.FollowUps":
        return follow_ups.FollowUps(self.store, self.clock)

    @cached_property
    def lessons(self) -> "lessons.Lessons":
        return lessons.Lessons(self.store, self.clock)

    @cached_property
    def plans(self) -> "plans.Plans":
        return plans.Plans(self.store, self.clock)

    @cached_property
    def playbook(self) -> "playbook.Playbook":
        return playbook.Playbook(self.store, self.clock)

    @cached_property
    def effects(self) -> "effects.Effects":
        return effects.Effects(self.store, self.clock)

    @cached_property
    def tallies(self) -> "tallies.Tallies":
        return tallies.Tallies(self.store, self.clock)

    @cached_property
    def closing(self) -> "closing.Closing":
        return closing.Closing(self.store, self.clock)

    @cached_property
    def attachments(self) -> "attachments.Attachments":
        return attachments.Attachments(self.store, self.clock)

    @cached_property
    def lists(self) -> "lists.Lists":
        return lists.Lists(self.store, self.clock)

    @cached_property
    def remedies(self) -> "remedies.Remedies":
        return remedies.Remedies(self.store, self.clock, self.content.remedies)

    @cached_property
    def drafts(self) -> "drafts.Drafts":
        return drafts.Drafts(self.store, self.clock, self.remedies, self.content.parts, self.content.categories)

    @cached_property
    def likeness(self) -> "likeness.Likeness":
        return likeness.Likeness(self.store, self.clock, self.content.word_vectors)

    @cached_property
    def settings(self) -> "settings.Settings":
        return settings.Settings(self.store, self.clock)

    @cached_property
    def backups(self) -> "backups.Backups":
        return backups.Backups(self.store, self.clock)

    @cached_property
    def intake(self) -> "intake.Intake":
        return intake.Intake(self.store, self.clock, self.remedies, self.content.categories)


def build_house(store: Store, clock: "Clock", content: Content) -> House:
    return House(store, clock, content)
