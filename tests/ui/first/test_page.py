"""The three questions at the first start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.terms import ShopKind
from app.services.house import House, build_house
from app.store.database import open_store
from app.ui.desk import Desk
from app.ui.first.page import FirstPage
from app.ui.theme import Theme
from app.ui.widgets.line_box import LineBox
from tests.ui.conftest import CONTENT, SetClock


@pytest.fixture
def bare(tmp_path: Path, clock: SetClock) -> Iterator[House]:
    store = open_store(tmp_path / "new.amends")
    yield build_house(store, clock, CONTENT)
    store.close()


@pytest.fixture
def page(qtbot: QtBot, bare: House) -> FirstPage:
    page = FirstPage(Desk(bare, Theme()))
    qtbot.addWidget(page)
    page.show()
    return page


def lines(page: FirstPage) -> tuple[LineBox, LineBox]:
    shop, owner = page.findChildren(LineBox)
    return shop, owner


def test_three_answers_set_the_shop_up(page: FirstPage, bare: House, qtbot: QtBot) -> None:
    shop, owner = lines(page)
    qtbot.keyClicks(shop, "Rosa's Bakery")
    page._kind.choose(ShopKind.BAKERY)
    qtbot.keyClicks(owner, "Rosa")
    with qtbot.waitSignal(page.set_up):
        qtbot.keyClick(owner, Qt.Key.Key_Return)
    known = bare.settings.shop()
    assert (known.name, known.kind, known.owner) == ("Rosa's Bakery", ShopKind.BAKERY, "Rosa")
    assert len(bare.remedies.all()) >= 12


def test_a_missing_answer_is_named_at_its_field(page: FirstPage, bare: House, qtbot: QtBot) -> None:
    shop, owner = lines(page)
    qtbot.keyClick(shop, Qt.Key.Key_Return)
    assert page._fields["no_shop_name"].error()
    qtbot.keyClicks(shop, "Rosa's Bakery")
    qtbot.keyClick(shop, Qt.Key.Key_Return)
    assert not page._fields["no_shop_name"].error()
    assert page._fields["no_kind"].error()
    page._kind.choose(ShopKind.HOTEL)
    qtbot.keyClick(owner, Qt.Key.Key_Return)
    assert page._fields["no_owner_name"].error()
    assert not bare.settings.shop().is_set_up
    assert shop.text() == "Rosa's Bakery"


def test_the_made_up_shop_leaves_the_own_file_alone(page: FirstPage, bare: House, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.made_up_wished), qtbot.assertNotEmitted(page.closed):
        page._try.click()
        page.close()
    assert not bare.settings.shop().is_set_up


def test_leaving_without_an_answer_says_so(page: FirstPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.closed):
        page.close()
