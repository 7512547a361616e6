"""The shop's own sheets come out of its file."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.playbook import Rule
from app.domain.terms import Step
from app.services.house import House
from app.ui.desk import Desk
from app.ui.paper.dialog import PrintDialog
from app.ui.paper.sheets import show_house_rules, show_team_sheet


def _window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _text(window: QWidget) -> str:
    (dialog,) = window.findChildren(PrintDialog)
    text = dialog.view.accessibleDescription()
    dialog.reject()
    return text


def _lesson(house: House, name: str, went_wrong: str, plan: str) -> int:
    case_id = house.cases.start(here_or_on_phone=True).value
    house.cases.answer_all(case_id, {"words": went_wrong, "went_wrong": went_wrong})
    house.cases.set_customer(case_id, {"name": name})
    return house.lessons.learn(case_id, {"plan": plan, "owner": "Rosa"}).value


def test_team_sheet_of_two_lessons(qtbot: QtBot, desk: Desk, house: House) -> None:
    one = _lesson(house, "Dana Whitfield", "the wrong name on Dana’s cake", "Read the name aloud")
    two = _lesson(house, "Tom Reed", "the stale bread of Mr. Reed", "Bake twice a day")
    window = _window(qtbot)
    show_team_sheet(desk, window, [one, two])
    text = _text(window)
    assert "21 Nov: the wrong name on the customer’s cake" in text.replace("Nov 21", "21 Nov")
    assert "the stale bread of the customer" in text
    assert text.index("Read the name aloud") < text.index("Page 1 of 2") < text.index("Bake twice a day")
    assert "Rosa’s Bakery" in text


def test_no_customer_of_the_file_is_named_though_none_of_its_own(qtbot: QtBot, desk: Desk, house: House) -> None:
    other = house.cases.start(here_or_on_phone=True).value
    house.cases.set_customer(other, {"name": "Nora Lind", "phone": "030 555 0142", "email": "nora@lind.example"})
    cut = house.cases.start(here_or_on_phone=True).value
    house.cases.set_customer(cut, {"name": "Marguerite Ashgrove"})
    lesson = _lesson(house, "Dana Whitfield", "", "Call Nora Lind on 030 5550142 or nora@lind.example first")
    house.lessons.change(lesson, {"whys": ["Nora Lind\u2019s box stood behind that of Dana"], "broke": "The shelf"})
    for words in (
        "Nora Lind got the box of somebody else",
        "The box that we sent over to the harbour was Marguerite Ashgrove\u2019s",
    ):
        number = house.cases.start(here_or_on_phone=True).value
        house.cases.answer_all(number, {"words": words})
        house.lessons.link(number, lesson)
    assert house.cases.case(number).title
    window = _window(qtbot)
    show_team_sheet(desk, window, [lesson])
    text = _text(window)
    assert "Call the customer on the customer or the customer first" in text
    assert "The customer got the box of somebody else" in text
    assert "The customer\u2019s box stood behind that of the customer" in text
    for told in ("Nora", "Lind", "555", "Dana", "Marguerite", "Ashgrove"):
        assert told not in text


def test_lesson_that_is_gone_is_said_and_nothing_opens(qtbot: QtBot, desk: Desk) -> None:
    window = _window(qtbot)
    refused: list[object] = []
    desk.calls.refused.connect(refused.append)
    show_team_sheet(desk, window, [99])
    assert len(refused) == 1
    assert window.findChildren(PrintDialog) == []


def test_house_rules_with_the_names_of_the_steps(qtbot: QtBot, desk: Desk) -> None:
    window = _window(qtbot)
    show_house_rules(desk, window, [Rule(step=Step.HEAR, text="Nobody interrupts.")])
    assert "Hear them out\n•\nNobody interrupts." in _text(window)
