"""The catalogue of what makes it right: ranked for a case, changed by the owner."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from app.domain.changes import Changes, Done
from app.domain.errors import AppError
from app.domain.fold import clean, fold
from app.domain.moment import to_text
from app.domain.terms import Loss, ShopKind
from app.lazy import lazy
from app.services.work import Clock, Work
from app.store import settings
from app.store.database import Store

if TYPE_CHECKING:
    import app.domain.remedy as domain
    from app.domain.remedy import Record, Remedy
else:  # Today needs their labels alone
    domain = lazy("app.domain.remedy")

_CHANGED = Changes(settings=True)


class Remedies(Work):
    def __init__(self, store: Store, clock: Clock, defaults: Callable[[ShopKind], "Iterable[Remedy]"]) -> None:
        super().__init__(store, clock)
        self._defaults = defaults

    def fill(self, kind: ShopKind) -> Done[None]:
        """Start the catalogue anew with what fits the kind of shop; the owner's own entries stay."""
        with self.store.atomic():
            settings.put_remedies(self.store, self._defaults(kind))
        return Done(None, _CHANGED)

    def add_of_kind(self, kind: ShopKind) -> Done[None]:
        """Add what fits another kind of shop behind what is there; nothing known is changed."""
        known = {one.code for one in self.all()}
        with self.store.atomic():
            for one in self._defaults(kind):
                if one.code not in known and settings.remedy(self.store, one.code) is None:
                    settings.save_remedy(self.store, one)
        return Done(None, _CHANGED)

    def all(self) -> "list[Remedy]":
        return settings.remedies(self.store)

    def ranked(self, losses: frozenset[Loss]) -> "list[tuple[Remedy, Record]]":
        """Best first, each with how it did in this shop."""
        records = settings.records(self.store)
        return [(one, records.get(one.code, domain.Record())) for one in domain.rank(self.all(), records, losses)]

    def words(self, remedy: str) -> str:
        """What the owner reads for a code; own words are themselves."""
        return (settings.remedy_label(self.store, remedy) or remedy) if remedy else remedy

    def offer(self, remedy: str) -> str:
        """What completes "I will ..." for a code; empty for own words."""
        known = settings.remedy(self.store, remedy) if remedy else None
        return known.offer if known else ""

    def save(self, remedy: "Remedy") -> Done[str]:
        """Change one, or add one (an empty code is made from the label). Raises `AppError("remedy_without_label")`."""
        label = " ".join(clean(remedy.label).split())[:120]
        if not label:
            raise AppError("remedy_without_label")
        code = remedy.code or self._new_code(label)
        with self.store.atomic():
            settings.save_remedy(
                self.store,
                domain.Remedy(
                    code=code,
                    label=label,
                    offer=" ".join(clean(remedy.offer).split())[:300],
                    losses=remedy.losses,
                    cost=remedy.cost,
                    effort=remedy.effort,
                    why=remedy.why,
                ),
            )
        return Done(code, _CHANGED)

    def remove(self, code: str) -> Done[None]:
        """Out of the catalogue; cases that took it keep its words."""
        with self.store.atomic():
            settings.set_remedy_deleted(self.store, code, to_text(self.clock()))
        return Done(None, _CHANGED)

    def restore(self, code: str) -> Done[None]:
        """Undo of `remove`."""
        with self.store.atomic():
            settings.set_remedy_deleted(self.store, code, "")
        return Done(None, _CHANGED)

    def _new_code(self, label: str) -> str:
        bare = "_".join("".join(c if c.isalnum() else " " for c in fold(label)).split())[:40] or "remedy"
        taken = {one.code for one in self.all()}
        code, number = bare, 2
        while code in taken or settings.remedy(self.store, code) is not None:
            code, number = f"{bare}_{number}", number + 1
        return code
