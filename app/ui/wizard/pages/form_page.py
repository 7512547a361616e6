"""A step's page made of forms: what is typed is saved soon, what is picked at once."""

from collections.abc import Callable, Mapping
from typing import ParamSpec, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.changes import Done
from app.domain.errors import AppError
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.wizard.page import StepPage
from app.ui.wizard.pages.form import Form

P = ParamSpec("P")
T = TypeVar("T")


class FormPage(StepPage):
    """Holds the case that it shows, and puts a refusal at the field it belongs to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._case: Case | None = None
        self._forms: list[Form] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(14))

    @property
    def case(self) -> Case:
        assert self._case is not None, "a page acts once it shows a case"
        return self._case

    def add(self, part: QWidget) -> None:
        if isinstance(part, QPushButton):
            self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._column.addWidget(part)
        if isinstance(part, Form):
            self._forms.append(part)
            part.typed.connect(self.on_typed)
            part.picked.connect(self.on_picked)
            for field in part.written():
                self.guard(field)

    def show_case(self, case: Case) -> None:
        anew = self._case is None or self._case.id != case.id
        if anew:
            self._waiting.clear()  # the frame flushed what was of the case before
        self._case = case
        self.fill(case, anew)

    def fill(self, case: Case, anew: bool) -> None:
        """Show the case; `anew` where another one was shown before."""
        raise AssertionError("each page fills its own fields")

    def show_values(self, form: Form, values: Mapping[str, object], anew: bool) -> None:
        form.show_values(values, self.keeps, anew=anew)

    def show_refusal(self, error: AppError) -> None:
        name = error.facts.get("field")
        form = next((one for one in self._forms if one.knows(name)), None)
        if form is not None and isinstance(name, str):
            form.refuse(name, sentence(error))
        else:
            self.desk.refuse(error)

    def all_at_once(self, answers: Mapping[str, object]) -> None:
        """Several answers of one click, with what waits."""
        self._waiting.update(answers)
        self.flush()

    def keep_waiting(self, answers: Mapping[str, object]) -> None:
        """These could not be saved: they go with the next key, or on leaving."""
        self._waiting = {**answers, **self._waiting}

    def run_at(self, name: str, verb: Callable[P, Done[T]], *args: P.args, **kwargs: P.kwargs) -> Done[T] | None:
        """Call a verb whose refusal belongs to that field; None where it was refused."""
        errors: list[AppError] = []
        done = self.desk.calls.run_here(errors.append, verb, *args, **kwargs)
        for error in errors:
            if "file" in error.facts:  # the disk's, not the field's
                self.desk.refuse(error)
            else:
                self.show_refusal(AppError(error.code, **{**error.facts, "field": name}))
        return done

    @Slot(str, object)
    def on_typed(self, name: str, value: object) -> None:
        self.later(name, value)

    @Slot(str, object)
    def on_picked(self, name: str, value: object) -> None:
        self.all_at_once({name: value})
