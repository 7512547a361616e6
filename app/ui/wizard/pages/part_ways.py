"""Parting in peace: what was tried, what they are released from, and whom to refer them to."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.terms import Step
from app.ui.desk import Desk
from app.ui.widgets.buttons import button
from app.ui.widgets.notice import Notice
from app.ui.wizard.pages.form import Form
from app.ui.wizard.pages.form_page import FormPage


class PartWaysPage(FormPage):
    step = Step.MAKE_RIGHT

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        last = Notice(
            "plum",
            "hand-waving",
            self.tr("The last resort."),
            self.tr("It is for the rare case where nothing that you can give will help. Let them go owing nothing."),
        )
        self._think_again = button(self.tr("Think again about the answer"))
        self._think_again.clicked.connect(self._on_think_again)
        last.add_button(self._think_again)
        self.add(last)
        self._form = Form()
        self._form.text("tried", self.tr("What you have tried"), self.tr("For you alone. They never read it."))
        self._form.text(
            "release",
            self.tr("What you release them from"),
            self.tr("Money back, an order or a contract ended. They read this."),
        )
        self._form.line(
            "refer_to", self.tr("Who may serve them better"), self.tr("A name that you would send a friend to.")
        )
        self.add(self._form)

    def fill(self, case: Case, anew: bool) -> None:
        values = {"tried": case.tried, "release": case.release, "refer_to": case.refer_to}
        self.show_values(self._form, values, anew)

    def focus_first(self) -> None:
        case = self.case
        if not case.tried:
            self._form.focus("tried")
        else:
            self._form.focus("refer_to" if case.release else "release")

    @Slot()
    def _on_think_again(self) -> None:
        self.act_requested.emit("go", Step.ANSWER)
