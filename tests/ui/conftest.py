"""The shop of `tests/shop.py` with a desk, as every page is given it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.services.house import House
from app.ui.desk import Desk
from app.ui.theme import Theme
from tests.shop import BERLIN, CONTENT, SetClock, clock, house, store

__all__ = ["BERLIN", "CONTENT", "SetClock", "clock", "house", "store"]


@pytest.fixture
def desk(qapp: QApplication, house: House) -> Iterator[Desk]:
    made = Desk(house, Theme())
    yield made
    made.shut()
