"""A shop over a real file, without Qt, with a clock that a test sets."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.domain.terms import ShopKind
from app.services.house import Content, House, build_house
from app.store.database import Store, open_store
from app.system import resources

BERLIN = ZoneInfo("Europe/Berlin")
CONTENT = Content(
    remedies=resources.remedies,
    categories=resources.categories,
    parts=resources.parts,
    word_vectors=resources.word_vectors,
)
NOW = datetime(2026, 11, 21, 10, 12, tzinfo=BERLIN)


class SetClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path / "shop.amends")
    yield made
    made.close()


@pytest.fixture
def house(store: Store, clock: SetClock) -> House:
    """Rosa's bakery, set up, without a complaint."""
    made = build_house(store, clock, CONTENT)
    made.settings.set_up(name="Rosa’s Bakery", kind=ShopKind.BAKERY, owner="Rosa")
    made.remedies.fill(ShopKind.BAKERY)
    return made


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, to see that a refusal left nothing behind; counters of numbers are left out."""
    names = [str(row[0]) for row in store.read("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    kept = [name for name in names if not name.startswith(("sqlite_", "search_text_fts", "like_words"))]
    return {name: store.read(f"SELECT * FROM {name}") for name in kept}
