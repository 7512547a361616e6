"""One record, changed in place, with the complaints that belong to it: what customers and lessons have in common."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from app.domain.errors import AppError
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.widgets.case_entries import case_entries
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.row_list import RowList
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.two_panes import detail_column
from app.ui.widgets.typed import Typed
from app.ui.widgets.words import label

_MOST_CASES = 200


class RecordDetail(QWidget):
    """Saves what is typed by itself; `case_requested` carries a complaint's number.

    Subclasses call `set_up` with the fields and their limits in characters, and say in `keep` how values are saved.
    """

    case_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = 0
        self._limits: Mapping[str, int] = {}
        self.fields: Mapping[str, Field] = {}
        self.typed = Typed(self)
        self.typed.ready.connect(self._save)

    def set_up(
        self, fields: Mapping[str, Field], limits: Mapping[str, int], cases: RowList, between: QLayout | None = None
    ) -> None:
        """Lay the fields below one another, then what stands `between`, then the complaints."""
        self.wire(fields, limits, cases)
        column = detail_column(self)
        for field in fields.values():
            column.addWidget(field)
        if between is not None:
            column.addLayout(between)
        column.addWidget(self._cases_name)
        column.addWidget(cases)
        column.addStretch(1)

    def wire(self, fields: Mapping[str, Field], limits: Mapping[str, int], cases: RowList) -> None:
        """Save what is typed into these, and open the complaints; the subclass lays them out itself."""
        self.fields, self._limits, self.cases = fields, limits, cases
        self._cases_name = label(cases.accessibleName(), "label")
        self._cases_name.setBuddy(cases)
        cases.opened.connect(self.case_requested)
        for name, field in fields.items():
            editor = field.editor
            if isinstance(editor, LineBox | TextBox):
                editor.setObjectName(name)
                editor.edited.connect(self._on_edited)
                editor.too_much_pasted.connect(self._on_too_much_pasted)

    def keep(self, values: dict[str, object]) -> bool:
        """Save these fields; whether they were taken. A refusal goes to `refuse`."""
        raise AssertionError("each kind of record is saved by its own verb")

    def read(self, _name: str, text: str) -> object:
        """What to save of the text typed into that field."""
        return text

    def show_texts(self, record_id: int, texts: Mapping[str, str], *, anew: bool = False) -> bool:
        """Fill the fields; of the record that is shown already, those in use are left alone, unless `anew`.

        Whether all were to be filled anew: it is another record, or `anew` was asked for.
        """
        if record_id != self._id:
            self.typed.let_go()
        other, self._id = anew or record_id != self._id, record_id
        if other:
            for field in self.fields.values():
                field.set_error(None)
        for name, text in texts.items():
            editor = self.fields[name].editor
            if isinstance(editor, LineBox | TextBox) and (other or not (editor.hasFocus() or self.typed.keeps(name))):
                editor.set_text(text)
        return other

    def show_cases(self, numbers: Sequence[int], *, with_customer: bool) -> None:
        """List these complaints, at most 200; nothing stands there for none."""
        numbers = numbers[:_MOST_CASES]
        rows = self._desk.calls.ask(self._desk.house.lists.rows, numbers) or {}
        self.cases.set_entries(case_entries(numbers, rows, self._desk.now(), with_customer=with_customer))
        self.cases.setVisible(bool(numbers))
        self._cases_name.setVisible(bool(numbers))

    def refuse(self, error: AppError) -> None:
        """Say it at its field, or at the foot of the window where it has none here."""
        field = self.fields.get(str(error.facts.get("field")))
        if field is None:
            self._desk.refuse(error)
        else:
            field.set_error(sentence(error))

    @Slot(object)
    def _save(self, values: dict[str, object]) -> None:
        if not self.keep(values):
            self.typed.put_back(values)
            return
        for name in values.keys() & self.fields.keys():
            self.fields[name].set_error(None)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        name = self.sender().objectName()
        self.typed.later(name, self.read(name, text))

    @Slot(str)
    def _on_too_much_pasted(self, text: str) -> None:
        name = self.sender().objectName()
        self.refuse(AppError("too_long", field=name, length=len(text), limit=self._limits[name]))
