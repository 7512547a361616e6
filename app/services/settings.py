"""The shop and its house settings: reading them as one value, changing them one by one."""

from dataclasses import fields as fields_of
from dataclasses import replace

from app.domain.changes import Changes, Done
from app.domain.errors import AppError
from app.domain.fold import clean
from app.domain.shop import FIRST_ANSWER_HOURS, Shop
from app.domain.terms import Channel, ShopKind
from app.services.work import Work
from app.store import settings
from app.store.database import Store

_NAMES = {field.name for field in fields_of(Shop)}


def read_shop(store: Store) -> Shop:
    """The shop as the file knows it; what was never set has its default."""
    stored = settings.read_all(store)
    known = {name: value for name, value in stored.items() if name in _NAMES}
    if "kind" in known:
        known["kind"] = ShopKind(str(known["kind"]))
    hours = known.pop("first_answer_hours", None)
    if isinstance(hours, dict):
        known["first_answer_hours"] = dict(FIRST_ANSWER_HOURS) | {Channel(c): int(h) for c, h in hours.items()}
    return replace(Shop(), **known)  # type: ignore[arg-type]  # the keys are those of Shop, the values its own JSON


class Settings(Work):
    def shop(self) -> Shop:
        return read_shop(self.store)

    def set_up(self, *, name: str, kind: ShopKind, owner: str) -> Done[Shop]:
        """The three answers of the first start. Raises `AppError`: `no_shop_name`, `no_owner_name`."""
        name, owner = _line(name), _line(owner)
        if not name:
            raise AppError("no_shop_name")
        if not owner:
            raise AppError("no_owner_name")
        return self.change(name=name, kind=kind, owner=owner)

    def change(self, **values: object) -> Done[Shop]:
        """Set some of the shop's settings by name. Raises `AppError`: `unknown_setting`, `not_1_to_365`."""
        stored: dict[str, object] = {}
        for key, value in values.items():
            if key not in _NAMES:
                raise AppError("unknown_setting", setting=key)
            if key in ("follow_up_days",) and not (isinstance(value, int) and 1 <= value <= 365):
                raise AppError("not_1_to_365", field=key, value=value)
            stored[key] = clean(value) if isinstance(value, str) else value
        with self.store.atomic():
            settings.write(self.store, stored)
        return Done(read_shop(self.store), Changes(settings=True))


def _line(text: str) -> str:
    return " ".join(clean(text).split())[:200]
