"""Settings are saved as they are made, and a wrong one is named at its place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.terms import Channel, Loss, ShopKind
from app.services.house import House
from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.settings.page import SettingsPage


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tmp_path: Path) -> SettingsPage:
    page = SettingsPage(desk, Machine(tmp_path / "machine.ini"))
    qtbot.addWidget(page)
    page.show()
    page.show_page()
    return page


def test_what_is_typed_is_saved_on_leaving(page: SettingsPage, house: House, qtbot: QtBot) -> None:
    page.shop.address.setFocus()
    qtbot.keyClicks(page.shop.address, "14 Mill Lane")
    page.hide()
    assert house.settings.shop().address == "14 Mill Lane"


def test_a_number_that_is_still_being_typed_is_saved_on_leaving(page: SettingsPage, house: House, qtbot: QtBot) -> None:
    """Ctrl+Q leaves the focus where it is: no field is told that it ends."""
    page.rules.days.selectAll()
    qtbot.keyClicks(page.rules.days, "12")
    assert house.settings.shop().follow_up_days == 7
    page.leave()
    assert house.settings.shop().follow_up_days == 12


def test_the_wheel_over_a_number_scrolls_the_page(page: SettingsPage, house: House) -> None:
    page.shop.name.setFocus()
    spot = QPointF(page.rules.days.rect().center())
    turn = QWheelEvent(
        spot, QPointF(page.rules.days.mapToGlobal(spot)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.rules.days, turn)
    assert not turn.isAccepted()
    assert house.settings.shop().follow_up_days == 7


def test_words_that_the_disk_refuses_wait_for_the_next_try(
    page: SettingsPage, house: House, desk: Desk, qtbot: QtBot
) -> None:
    house.store.db.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(desk.calls.refused):
        page.shop.typed.at_once("phone", "555 0142")
    assert page.has_unsaved
    house.store.db.execute("PRAGMA query_only = OFF")
    page.leave()
    assert not page.has_unsaved
    assert house.settings.shop().phone == "555 0142"


def test_an_empty_name_is_refused_and_the_old_one_stays(page: SettingsPage, house: House) -> None:
    page.shop.typed.at_once("name", " ")
    assert house.settings.shop().name == "Rosa’s Bakery"
    assert page.shop._fields["name"].error()
    page.shop.typed.at_once("name", "Rosa and Daughter")
    assert house.settings.shop().name == "Rosa and Daughter"
    assert not page.shop._fields["name"].error()


def test_another_kind_adds_remedies_and_keeps_the_own_ones(page: SettingsPage, house: House) -> None:
    before = {one.code for one in house.remedies.all()}
    page.shop.kind.chosen.emit(ShopKind.GARAGE)
    after = {one.code for one in house.remedies.all()}
    assert before < after
    assert house.settings.shop().kind is ShopKind.GARAGE


@pytest.mark.parametrize(("typed", "cents"), [("30", 3000), ("12.50", 1250)])
def test_the_limit_takes_money(page: SettingsPage, house: House, qtbot: QtBot, typed: str, cents: int) -> None:
    page.rules.limit.clear()
    qtbot.keyClicks(page.rules.limit, typed)
    page.rules.limit.editingFinished.emit()
    assert house.settings.shop().no_questions_limit == cents


@pytest.mark.parametrize("typed", ["abc", "-5", "1.2.3"])
def test_a_limit_that_is_no_money_is_named(page: SettingsPage, house: House, qtbot: QtBot, typed: str) -> None:
    page.rules.limit.clear()
    qtbot.keyClicks(page.rules.limit, typed)
    page.rules.limit.editingFinished.emit()
    assert page.rules.limit_field.error()
    assert page.rules.limit.text() == typed
    assert house.settings.shop().no_questions_limit == 5000


def test_hours_and_days_are_kept(page: SettingsPage, house: House) -> None:
    page.rules.hours[Channel.EMAIL].setValue(48)
    page.rules.days.setValue(10)
    shop = house.settings.shop()
    assert shop.first_answer_hours[Channel.EMAIL] == 48
    assert shop.first_answer_hours[Channel.REVIEW] == 24
    assert shop.follow_up_days == 10


def test_a_remedy_is_added_changed_and_taken_out_with_undo(page: SettingsPage, house: House, desk: Desk) -> None:
    undo: list[object] = []
    desk.undo_offered.connect(lambda _words, act: undo.append(act))
    part = page.remedies
    part._add.click()
    part.typed.at_once("label", "Name a loaf after them")
    part.typed.at_once("cost", "3.20")
    part.losses[Loss.FACE].click()
    made = next(one for one in house.remedies.all() if one.label == "Name a loaf after them")
    assert (made.cost, made.losses) == (320, frozenset({Loss.FACE}))
    part._choose(made.code)
    part._remove.click()
    assert made.code not in {one.code for one in house.remedies.all()}
    act = undo[-1]
    assert callable(act)
    act()
    assert made in house.remedies.all()


def test_a_remedy_without_words_or_with_a_wrong_cost_keeps_the_old(page: SettingsPage, house: House) -> None:
    part = page.remedies
    before = house.remedies.all()[0]
    part.list.setCurrentRow(0)
    part.typed.at_once("label", "  ")
    assert part.label_field.error()
    part.typed.at_once("cost", "abc")
    assert part.cost_field.error()
    assert house.remedies.all()[0] == before


@pytest.mark.parametrize("away", ["another", "out"])
def test_words_typed_for_a_remedy_never_reach_another(
    page: SettingsPage, house: House, qtbot: QtBot, away: str
) -> None:
    """A quick hand goes on to the next remedy before the words are saved."""
    first, second = house.remedies.all()[:2]
    part = page.remedies
    part.list.setCurrentRow(0)
    part.label.clear()
    qtbot.keyClicks(part.label, "Two loaves")
    if away == "another":
        part.list.setCurrentRow(1)
    else:
        part._remove.click()
        house.remedies.restore(first.code)
    part.typed.flush()
    kept = {one.code: one for one in house.remedies.all()}
    assert kept[first.code].label == "Two loaves"
    assert kept[second.code] == second


def test_the_look_is_remembered_by_this_machine(page: SettingsPage, desk: Desk, tmp_path: Path) -> None:
    page.machine.look.chosen.emit("dark")
    assert desk.theme.dark
    assert Machine(tmp_path / "machine.ini").look == "dark" or page.machine._machine.look == "dark"


def test_every_control_is_named_as_its_label(page: SettingsPage) -> None:
    for kind in (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractButton):
        for control in page.findChildren(kind):
            if control.isHidden() or isinstance(control.parent(), QComboBox | QAbstractSpinBox):
                continue
            assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), control


def test_the_newest_backup_is_said_as_soon_as_it_is_made(page: SettingsPage, house: House, desk: Desk) -> None:
    assert "No backup yet" in page.machine._backup.text()
    house.backups.back_up()
    desk.backed_up.emit()
    assert page.machine._backup.text().startswith("The newest backup is of ")


def test_asks_for_a_backup(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.backup_requested):
        qtbot.mouseClick(page.machine._now, Qt.MouseButton.LeftButton)
