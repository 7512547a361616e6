"""Step 3: the facts, where it began, and what went wrong in words that the customer may read."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.category import code_of
from app.domain.errors import AppError
from app.domain.terms import BeganWith, Step
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.notice import Notice
from app.ui.widgets.pill_row import PillRow
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.words import label
from app.ui.wizard.page import StepPage
from app.ui.wizard.standing import doubt_sentence


class OwnPage(StepPage):
    """Fault and ownership stand apart: where it began is asked for learning, never for arguing."""

    step = Step.OWN

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._said = ""
        self._build_fields()
        self._build_words()
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(14))
        self.glance_place = self.facts.head
        for part in (self.stop, self.doubt, self.facts, self.began, self.supplier, self.apart, self.safety):
            column.addWidget(part)
        column.addWidget(self.went_wrong)
        column.addWidget(self.preview)
        for field in (self.facts, self.supplier, self.went_wrong):
            self.guard(field)

    def _build_fields(self) -> None:
        self._facts = TextBox(2)
        self._facts.edited.connect(self._on_facts)
        self.facts = Field(self.tr("The facts, as you know them"), self._facts, self.tr("For you alone. No guesses."))
        self.began_row = PillRow(
            [
                (BeganWith.US, self.tr("With us")),
                (BeganWith.CUSTOMER, self.tr("With the customer")),
                (BeganWith.SUPPLIER, self.tr("With a supplier")),
                (BeganWith.NOBODY, self.tr("With nobody")),
            ]
        )
        self.began_row.chosen.connect(self._on_began)
        self.began = Field(self.tr("Where it began"), self.began_row)
        self._supplier = LineBox(500)
        self._supplier.edited.connect(self._on_supplier)
        self.supplier = Field(self.tr("The supplier's name"), self._supplier)
        self.supplier.hide()
        self._went_wrong = LineBox(500, self.tr("the name on your mother's cake"))
        self._went_wrong.edited.connect(self._on_went_wrong)
        self.went_wrong = Field(
            self.tr("What went wrong, in a few words they would use"),
            self._went_wrong,
            self.tr("They will read these words, on a card or in a letter."),
        )
        self.safety = TickBox(self.tr("Somebody was hurt or made ill, or could have been"))
        self.safety.clicked.connect(self._on_safety)

    def _build_words(self) -> None:
        self.apart = label(
            self.tr("Fault and ownership are two things. It may not be your fault; it is still yours to put right."),
            "body",
            "ink_2",
        )
        self.doubt = label("", "strong")
        self.preview = label("", "spoken")
        self.stop = Notice(
            "coral",
            "first-aid",
            self.tr("Stop here a moment."),
            self.tr(
                "Look after the person first. Write down facts only: no guess about the cause, and nothing about who "
                "is to blame. Speak to your insurer before you write anything more. You can still say that you are "
                "sorry it happened."
            ),
        )
        self.stop.hide()

    def show_case(self, case: Case) -> None:
        self.show_text("facts", self._facts, case.facts)
        self.show_text("supplier", self._supplier, case.supplier)
        self.show_text("went_wrong", self._went_wrong, case.went_wrong)
        self.began_row.choose(case.began_with)
        self.supplier.setVisible(case.began_with is BeganWith.SUPPLIER)
        self.safety.setChecked(bool(case.safety))
        self.stop.setVisible(bool(case.safety))
        self._show_doubt(case)
        categories = self.desk.house.content.categories()
        code = code_of(case.about, categories) if case.about else ""
        self._said = next((one.said for one in categories if one.code == code), "")
        self._show_preview()

    def _show_doubt(self, case: Case) -> None:
        history = self.desk.calls.ask(self.desk.house.cases.history, case) if case.customer else None
        self.doubt.setVisible(history is not None)
        if history is not None:
            self.doubt.setText(doubt_sentence(history, case.came_in))

    def _show_preview(self) -> None:
        words = " ".join(self._went_wrong.text().split()).rstrip(".") or self._said
        self.preview.setText(self.tr("“I am sorry about {words}.”").format(words=words))
        self.preview.setVisible(bool(words))

    def show_refusal(self, error: AppError) -> None:
        fields = {
            "facts": self.facts,
            "supplier": self.supplier,
            "went_wrong": self.went_wrong,
            "began_with": self.began,
        }
        field = fields.get(str(error.facts.get("field")))
        if field is not None:
            field.set_error(sentence(error))

    def focus_first(self) -> None:
        editor = self._facts if not self._facts.text() else self.began_row
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_facts(self, text: str) -> None:
        self.facts.set_error(None)
        self.later("facts", text)
        self.words_typed.emit("facts", text)

    @Slot(object)
    def _on_began(self, value: BeganWith) -> None:
        self.at_once("began_with", value)
        if value is BeganWith.SUPPLIER:
            self._supplier.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_supplier(self, text: str) -> None:
        self.supplier.set_error(None)
        self.later("supplier", text)

    @Slot(bool)
    def _on_safety(self, ticked: bool) -> None:
        self.at_once("safety", ticked)

    @Slot(str)
    def _on_went_wrong(self, text: str) -> None:
        self.went_wrong.set_error(None)
        self.later("went_wrong", text)
        self.words_typed.emit("went_wrong", text)
        self._show_preview()
