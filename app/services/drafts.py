"""First drafts and cards, made from the customer-facing fields of a case alone."""

from collections.abc import Callable, Iterable
from functools import partial

from app.domain.card import Card, CardKind, CardLook, CardSize
from app.domain.case import Case
from app.domain.category import Category
from app.domain.errors import AppError
from app.domain.facing import Facing, facing
from app.domain.handling import CARD_OF, HandlingFlow
from app.domain.terms import Answer, MessageKind
from app.domain.tokens import tokens_left
from app.services.cases import Cases
from app.services.remedies import Remedies
from app.services.settings import read_shop
from app.services.work import Clock
from app.store.database import Store
from app.wording.draft import draft, heading
from app.wording.parts import Parts
from app.wording.when import say_when


class Drafts:
    def __init__(
        self,
        store: Store,
        clock: Clock,
        remedies: Remedies,
        parts: Callable[[], Parts],
        categories: Callable[[], Iterable[Category]],
    ) -> None:
        self.store = store
        self.clock = clock
        self._cases = Cases(store, clock)
        self._remedies = remedies
        self._parts = parts
        self._categories = categories

    def facing(self, case: Case) -> Facing:
        """What a customer may read of the case."""
        category = next((c for c in self._categories() if c.code == case.about), None)
        return facing(
            case,
            read_shop(self.store),
            category_words=category.said if category else "",
            offer=self._offer(case),
            second_failure=HandlingFlow.second_failure(case, self._cases.history(case)),
        )

    def _offer(self, case: Case) -> str:
        """The catalogue's words for what was taken; none where the owner wrote the promise in her own."""
        remedy, written = case.promise.remedy, " ".join(case.promise.what.split())
        return self._remedies.offer(remedy) if written in ("", self._remedies.words(remedy)) else ""

    def draft(self, case_id: int, kind: MessageKind, card_kind: str = "") -> str:
        """The words to begin with; raises `AppError("no_such_case")`."""
        # On paper "tomorrow" is wrong by the time it is read; aloud it is what one says.
        when = partial(say_when, today=self.clock().date(), aloud=kind is MessageKind.SPOKEN)
        case = self._cases.case(case_id)
        return draft(self.facing(case), kind, card_kind, parts=self._parts(), when_words=when)

    def card_kind(self, case: Case) -> CardKind:
        """The card that goes with the answer taken; an apology where none is taken yet."""
        return CardKind(CARD_OF[case.answer or Answer.APOLOGISE])

    def card(
        self, text: str, kind: CardKind, *, size: CardSize = CardSize.A6_FOLDED, look: CardLook = CardLook.HANDWRITTEN
    ) -> Card:
        """The card with these words, ready to be painted; raises `AppError`: `card_empty`, `token_left`."""
        if not text.strip():
            raise AppError("card_empty")
        left = tokens_left(text)
        if left:
            raise AppError("token_left", token=left[0])
        return self.preview(text, kind, size=size, look=look)

    def preview(self, text: str, kind: CardKind, *, size: CardSize, look: CardLook) -> Card:
        """The same without a check, for the screen while it is written."""
        shop = read_shop(self.store)
        return Card(
            kind=kind,
            size=size,
            look=look,
            heading=heading(kind, self._parts()),
            text=text,
            shop_name=shop.name,
            shop_address=shop.address,
            shop_phone=shop.phone,
        )
