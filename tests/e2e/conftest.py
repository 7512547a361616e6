"""A clock, and the program started over a file of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.terms import ShopKind
from app.services.house import build_house
from app.store.database import open_store
from tests.e2e import hands
from tests.e2e.running import BEGIN, Running
from tests.e2e.strays import Strays
from tests.shop import CONTENT, SetClock

Start = Callable[..., Running]


@pytest.fixture
def clock() -> SetClock:
    """Saturday morning, the 21st of November 2026, in Berlin."""
    return SetClock(BEGIN)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the shop's file is to be; it is not there yet."""
    return tmp_path / "data" / "shop.amends"


@pytest.fixture
def start(qapp: QApplication, file: Path, clock: SetClock) -> Iterator[Start]:
    """Starts the program, again after it was stopped; what still runs at the end is stopped."""
    begun: list[Running] = []
    strays = Strays(qapp)

    def begin(at: Path = file, page: str = "today") -> Running:
        begun.append(Running(qapp, at, clock, page))
        return begun[-1]

    yield begin
    for one in begun:
        one.stop()
    qapp.removeEventFilter(strays)
    assert not strays.seen, "these flashed up as windows of their own"


@pytest.fixture
def shop_file(file: Path, clock: SetClock) -> Path:
    """A file whose three questions are answered."""
    store = open_store(file)
    house = build_house(store, clock, CONTENT)
    house.settings.set_up(name="Rosa’s Bakery", kind=ShopKind.BAKERY, owner="Rosa")
    house.remedies.fill(ShopKind.BAKERY)
    store.close()
    return file


@pytest.fixture
def at_hear(shop_file: Path, start: Start) -> Running:
    """The program with a new complaint, where what they say is typed."""
    started = start(shop_file)
    hands.ctrl(Qt.Key.Key_N)
    hands.key(Qt.Key.Key_Y)
    hands.editor("What they say happened")
    return started
