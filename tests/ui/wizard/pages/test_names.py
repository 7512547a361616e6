"""Every control of these pages is called what stands beside it, for eyes and for screen readers."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.domain.terms import Step
from tests.ui.wizard.pages.walk import Walk

PAGES = [
    ("apologise", Step.MAKE_RIGHT),
    ("explain", Step.MAKE_RIGHT),
    ("part-ways", Step.MAKE_RIGHT),
    ("apologise", Step.SAY),
    ("apologise", Step.LEARN),
    ("apologise", Step.FOLLOW_UP),
    ("apologise", Step.CLOSE),
]


@pytest.mark.parametrize(("answer", "step"), PAGES)
def test_names_are_what_is_read(walk: Walk, answer: str, step: Step) -> None:
    walk.know(answer=answer).open(step)
    buttons = [one for one in walk.shown(QAbstractButton) if one.text()]
    assert [one.text() for one in buttons if one.accessibleName() != one.text()] == []
    assert all(one.accessibleName() for one in walk.shown(QAbstractButton))
    labels = {one.buddy(): one.text() for one in walk.shown(QLabel) if one.buddy() is not None}
    fields: list[QWidget] = [*walk.shown(QLineEdit), *walk.shown(QPlainTextEdit), *walk.shown(QComboBox)]
    assert [one.accessibleName() for one in fields if labels.get(one) != one.accessibleName()] == []


@pytest.mark.parametrize(("answer", "step"), PAGES)
def test_nothing_is_cut_in_a_small_window(walk: Walk, answer: str, step: Step) -> None:
    walk.wizard.resize(760, 584)
    walk.know(answer=answer).open(step)
    walk.shown(QWidget)
    assert walk.page.minimumSizeHint().width() <= walk.page.width()
