"""The third time this year, told beside the steps of the complaint in which it happens."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.domain.terms import Step
from app.services.house import House
from app.ui.desk import Desk
from tests.ui.today.shop import complaint
from tests.ui.wizard.hands import wizard


def test_the_third_of_a_kind_says_so_as_soon_as_it_has_the_kind(qtbot: QtBot, desk: Desk, house: House) -> None:
    for days in (9, 5):
        complaint(house, ago=timedelta(days=days), about="late")
    number = complaint(house, "Dana", "Two hours late again.")
    frame = wizard(qtbot, desk)
    frame.open_case(number, Step.OWN)
    notice = frame.shell.side.again
    assert not notice.isVisible()
    desk.calls.run(house.cases.answer, number, "about", "late")
    assert notice.isVisible()
    assert notice.words() == "Third complaint about “Late” this year."
    desk.calls.run(house.cases.answer, number, "about", "quality")
    assert not notice.isVisible()
