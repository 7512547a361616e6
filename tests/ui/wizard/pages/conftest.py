"""A complaint of Dana's, open in the wizard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.wizard.frame import WizardPage
from tests.ui.wizard.pages.walk import Walk


@pytest.fixture(autouse=True)
def _american() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Walk:
    desk.theme.apply(qapp)
    number = desk.house.cases.start(here_or_on_phone=True).value
    desk.house.cases.set_customer(number, {"name": "Dana Whitfield", "phone": "555 0134"})
    wizard = WizardPage(desk)
    qtbot.addWidget(wizard)
    wizard.resize(1016, 744)
    wizard.show()
    wizard.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is wizard)
    made = Walk(desk, wizard, number)
    return made.know(words="The cake said Diana.", channel="phone", anger=8, answer="apologise", about="wrong_order")
