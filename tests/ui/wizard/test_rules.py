"""House rules in the steps that they belong to."""

from pytestqt.qtbot import QtBot

from app.domain.terms import Step
from app.services.house import House
from app.ui.desk import Desk
from app.ui.widgets.text_box import TextBox
from app.ui.wizard.frame import WizardPage
from app.ui.wizard.rule_line import RuleLine
from tests.ui.wizard.hands import at_hear, started, wizard


def line_of(frame: WizardPage) -> RuleLine:
    return frame.shell.rules


def test_rule_stands_in_its_step_alone(qtbot: QtBot, desk: Desk, house: House) -> None:
    house.playbook.add("Read the name back.", Step.HEAR)
    house.playbook.add("Never argue.")
    frame = wizard(qtbot, desk)
    started(frame, house, Step.HEAR)
    assert line_of(frame).isVisible()
    assert line_of(frame).words.text() == "House rule: Read the name back."
    assert not line_of(frame).more.isVisible()
    frame.go(Step.OWN)
    assert not line_of(frame).isVisible()
    frame.go(Step.HEAR)
    assert line_of(frame).isVisible()


def test_no_rule_takes_no_room(qtbot: QtBot, desk: Desk, house: House) -> None:
    frame = wizard(qtbot, desk)
    started(frame, house, Step.HEAR)
    qtbot.waitUntil(lambda: frame.shell.why.height() > 0)
    bare = frame.shell.place.geometry().top()
    desk.calls.run(house.playbook.add, "Read the name back.", Step.HEAR)
    qtbot.waitUntil(lambda: frame.shell.place.geometry().top() > bare)
    desk.calls.run(house.playbook.remove, house.playbook.all()[0].id)
    qtbot.waitUntil(lambda: frame.shell.place.geometry().top() == bare)


def test_others_unfold_in_the_order_of_the_owner(qtbot: QtBot, desk: Desk, house: House) -> None:
    for text in ("Read the name back.", "Let them finish.", "Put the telephone away."):
        house.playbook.add(text, Step.HEAR)
    frame = wizard(qtbot, desk)
    started(frame, house, Step.HEAR)
    line = line_of(frame)
    assert line.words.text() == "House rule: Read the name back."
    assert line.more.text() == line.more.accessibleName() == "and 2 more"
    line.more.click()
    assert line.words.text() == "House rules:\nRead the name back.\nLet them finish.\nPut the telephone away."
    at_hear(frame).at_once("anger", 4)  # a save leaves it as it is
    assert "Let them finish." in line.words.text()
    line.more.click()
    assert line.words.text() == "House rule: Read the name back."


def test_link_leads_to_the_page_and_saves_what_is_typed(qtbot: QtBot, desk: Desk, house: House) -> None:
    house.playbook.add("Read the name back.", Step.HEAR)
    frame = wizard(qtbot, desk)
    number = started(frame, house, Step.HEAR)
    words = next(one for one in at_hear(frame).findChildren(TextBox) if one.isVisible())
    words.setFocus()
    qtbot.keyClicks(words, "The cake said Diana")
    with qtbot.waitSignal(desk.page_requested) as asked:
        line_of(frame).link.click()
    assert asked.args == ["rules"]
    assert house.cases.case(number).words == "The cake said Diana"


def test_change_of_a_rule_is_shown_when_the_page_is_back(qtbot: QtBot, desk: Desk, house: House) -> None:
    rule = house.playbook.add("Read the name back.", Step.HEAR).value
    frame = wizard(qtbot, desk)
    started(frame, house, Step.HEAR)
    frame.hide()
    desk.calls.run(house.playbook.change, rule, "Spell it.")
    frame.show()
    frame.show_page()
    assert line_of(frame).words.text() == "House rule: Spell it."


def test_words_with_marks_are_shown_as_they_are(qtbot: QtBot, desk: Desk, house: House) -> None:
    house.playbook.add("<b>Read</b> {the} name back.", Step.HEAR)
    frame = wizard(qtbot, desk)
    started(frame, house, Step.HEAR)
    assert line_of(frame).words.text() == "House rule: <b>Read</b> {the} name back."
