"""Opens the shop's own sheets to be printed: the one for the team talk, and the house rules."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.lesson import Lesson
from app.domain.playbook import Rule
from app.domain.terms import Step
from app.printing.house_rules import house_rules
from app.printing.team_sheet import team_sheet
from app.services.house import House
from app.ui.desk import Desk
from app.ui.paper.dialog import show_document
from app.ui.widgets.case_words import step_name
from app.ui.widgets.when import date_words


def show_team_sheet(desk: Desk, parent: QWidget, lesson_ids: Sequence[int]) -> None:
    """A page for each of these lessons; where one can't be read the window says why, and nothing opens."""
    sheets = desk.calls.ask(_sheets, desk.house, lesson_ids)
    if sheets:
        words = partial(date_words, now=desk.now())
        known = desk.calls.ask(desk.house.customers.names_and_phones)
        if known is not None:
            sheet = team_sheet(sheets, desk.house.settings.shop().name, words, known)
            show_document(desk, parent, _tr("Team sheet"), sheet)


def show_house_rules(desk: Desk, parent: QWidget, rules: Sequence[Rule]) -> None:
    """All house rules, in their order."""
    steps = {step: step_name(step) for step in Step}
    show_document(desk, parent, _tr("House rules"), house_rules(rules, steps, desk.house.settings.shop().name))


def _sheets(house: House, lesson_ids: Sequence[int]) -> list[tuple[Lesson, list[Case]]]:
    return [
        (house.lessons.lesson(one), [house.cases.case(n) for n in house.lessons.cases_of(one)]) for one in lesson_ids
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("paper", text)
