"""A real shop over a real file, with a clock that a test sets."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.terms import ShopKind
from app.services.house import Content, House, build_house
from app.store.database import open_store
from app.system import resources
from app.ui.desk import Desk
from app.ui.theme import Theme

BERLIN = ZoneInfo("Europe/Berlin")
CONTENT = Content(remedies=resources.remedies, categories=resources.categories, parts=resources.parts)


class SetClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 21, 10, 12, tzinfo=BERLIN))


@pytest.fixture
def house(tmp_path: Path, clock: SetClock) -> Iterator[House]:
    store = open_store(tmp_path / "shop.amends")
    made = build_house(store, clock, CONTENT)
    made.settings.set_up(name="Rosa’s Bakery", kind=ShopKind.BAKERY, owner="Rosa")
    made.remedies.fill(ShopKind.BAKERY)
    yield made
    store.close()


@pytest.fixture
def desk(qapp: QApplication, house: House) -> Desk:
    return Desk(house, Theme())
