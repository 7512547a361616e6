"""Drives one case's pages in the wizard by what an owner sees: labels, buttons, keys."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from app.domain.case import Case
from app.domain.terms import Step
from app.services.house import House
from app.ui.desk import Desk
from app.ui.widgets.anger_scale import AngerScale
from app.ui.widgets.notice import Notice
from app.ui.wizard.frame import WizardPage
from app.ui.wizard.page import StepPage

W = TypeVar("W", bound=QWidget)
Written = QLineEdit | QPlainTextEdit


class Walk:
    """One case, open in a real wizard over a real file."""

    def __init__(self, desk: Desk, wizard: WizardPage, number: int) -> None:
        self.desk = desk
        self.house: House = desk.house
        self.wizard = wizard
        self.number = number
        self.undo: list[tuple[str, Callable[[], object]]] = []
        self.told: list[str] = []
        self.refused: list[str] = []
        self.cards: list[int] = []
        self.pages: list[str] = []
        desk.undo_offered.connect(self._on_undo)
        desk.told.connect(self.told.append)
        desk.card_requested.connect(self.cards.append)
        desk.page_requested.connect(self.pages.append)
        desk.calls.refused.connect(self._on_refused)

    def _on_undo(self, words: str, undo: Callable[[], object]) -> None:
        self.undo.append((words, undo))

    def _on_refused(self, error: object) -> None:
        self.refused.append(str(error))

    @property
    def case(self) -> Case:
        return self.house.cases.case(self.number)

    @property
    def page(self) -> StepPage:
        page = self.wizard.page
        assert page is not None
        return page

    def know(self, **answers: object) -> "Walk":
        """What is in the file before the page is opened."""
        self.house.cases.answer_all(self.number, answers)
        return self

    def open(self, step: Step) -> "Walk":
        self.wizard.open_case(self.number, step)
        return self

    def shown(self, kind: type[W]) -> list[W]:
        QCoreApplication.sendPostedEvents()  # a layout shows what was added to it by an event of its own
        page, foot = self.page, self.page.primary
        found = [one for one in page.findChildren(kind) if one is not foot and one.isVisibleTo(page)]
        if isinstance(foot, kind) and self.wizard.shell.panel.isAncestorOf(foot) and foot.isVisibleTo(self.wizard):
            found.append(foot)
        return found

    def named(self, name: str, kind: type[W]) -> W:
        found = [one for one in self.shown(kind) if one.accessibleName() == name]
        assert found, f"nothing is called {name!r}: {sorted({one.accessibleName() for one in self.shown(kind)})}"
        return found[0]

    def shown_named(self, name: str) -> list[QAbstractButton]:
        """All buttons of that name, in the order of the page."""
        return [one for one in self.shown(QAbstractButton) if one.accessibleName() == name]

    def has_button(self, name: str) -> bool:
        return bool(self.shown_named(name))

    def press(self, name: str) -> "Walk":
        """Click a button, pill, tick or choice by its words."""
        QTest.mouseClick(self.named(name, QAbstractButton), Qt.MouseButton.LeftButton)
        return self

    def take(self, words: str) -> "Walk":
        """Take one of the sentences below "They took"; the ticks above have the same words."""
        choice = next(one for one in self.shown(QRadioButton) if one.accessibleName() == words)
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
        return self

    def press_key(self, name: str) -> "Walk":
        """The same by the space bar."""
        one = self.named(name, QAbstractButton)
        one.setFocus()
        QTest.keyClick(one, Qt.Key.Key_Space)
        return self

    def editor(self, name: str) -> Written:
        every: list[Written] = [*self.shown(QLineEdit), *self.shown(QPlainTextEdit)]
        found = [one for one in every if one.accessibleName() == name]
        assert found, f"no field is called {name!r}"
        return found[0]

    def text(self, name: str) -> str:
        one = self.editor(name)
        return one.text() if isinstance(one, QLineEdit) else one.toPlainText()

    def type(self, name: str, words: str, *, over: bool = False) -> "Walk":
        """Type plain letters into a field; `over` takes what is there away first."""
        one = self.editor(name)
        one.setFocus()
        if over:
            one.selectAll()
            QTest.keyClick(one, Qt.Key.Key_Delete)
        QTest.keyClicks(one, words)
        return self

    def leave(self, name: str) -> "Walk":
        """Leave the field by Tab."""
        QTest.keyClick(self.editor(name), Qt.Key.Key_Tab)
        return self

    def save(self) -> "Walk":
        """What the timer does after 600 ms."""
        self.page.flush()
        return self

    def choose(self, name: str, words: str) -> "Walk":
        """Take an entry of a drop-down."""
        box = self.named(name, QComboBox)
        model: QAbstractItemModel = box.model()
        entries = [str(model.index(at, 0).data()) for at in range(box.count())]
        box.setCurrentIndex(entries.index(words))
        box.activated.emit(box.currentIndex())
        return self

    def anger(self, name: str, figure: int) -> "Walk":
        scale = self.named(name, AngerScale)
        cell = next(one for one in scale.findChildren(QAbstractButton) if one.accessibleName() == str(figure))
        QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
        return self

    def words(self) -> str:
        """All that can be read on the page."""
        notices = [one.words() for one in self.shown(Notice)]
        inside = {label for one in self.shown(Notice) for label in one.findChildren(QLabel)}
        labels = [one.text() for one in self.shown(QLabel) if one not in inside]
        return "\n".join([*notices, *labels])

    def sees(self, words: str) -> bool:
        return words in self.words()

    def is_checked(self, name: str) -> bool:
        return self.named(name, QAbstractButton).isChecked()

    def take_back(self) -> str:
        """Undo what was done last; the sentence that offered it."""
        words, undo = self.undo.pop()
        undo()
        return words
