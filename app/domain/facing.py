"""The customer-facing part of a case: the only thing that drafts, cards and replies are made of."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.case import Case
from app.domain.shop import Shop
from app.domain.terms import Answer

GIFT = "next_time_"  # how the catalogue's codes of gifts begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Facing:
    """Nothing private has a place here, so nothing private can reach paper.

    `category_words` completes "I am sorry about ..."; `offer` completes "I will ...".
    """

    name: str = ""
    answer: Answer | None = None
    went_wrong: str = ""
    category_words: str = ""
    wants: str = ""
    offer: str = ""
    promise: str = ""
    promised_by: date | datetime | None = None
    promised_who: str = ""
    promise_kept: bool = False
    gift: bool = False  # something for the next visit: it goes in the envelope on its own slip, never on a card
    differs: str = ""
    second_failure: bool = False
    reason: str = ""
    what_changes: str = ""
    release: str = ""
    refer_to: str = ""
    safety: bool = False
    shop: str = ""
    owner: str = ""


def facing(case: Case, shop: Shop, *, category_words: str, offer: str, second_failure: bool) -> Facing:
    """Take over customer-facing fields alone."""
    promise = case.promise
    explain = case.answer is Answer.EXPLAIN
    parting = case.answer is Answer.PART_WAYS
    return Facing(
        name=case.customer.first_name if case.customer else "",
        answer=case.answer,
        went_wrong=case.went_wrong,
        category_words=category_words,
        wants=case.wants,
        offer=offer,
        promise=promise.what,
        promised_by=promise.by,
        promised_who=promise.who,
        promise_kept=promise.kept_on is not None,
        gift=promise.remedy.startswith(GIFT),
        differs=case.differs,
        second_failure=second_failure,
        reason=case.reason if explain else "",
        what_changes="" if parting else case.what_changes,
        release=case.release if parting else "",
        refer_to=case.refer_to if parting else "",
        safety=bool(case.safety),
        shop=shop.name,
        owner=shop.owner,
    )
