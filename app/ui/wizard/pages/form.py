"""A column of named fields that tells what was typed and picked in each."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.fields import LINE_LIMIT, TEXT_LIMIT
from app.ui.theme import current
from app.ui.widgets.anger_scale import AngerScale
from app.ui.widgets.choice_list import ChoiceList
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.many_pills import ManyPills
from app.ui.widgets.pill_row import PillRow
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.words import label


class _Named(QObject):
    """Adds the field's name to what its editor tells."""

    typed = Signal(str, object)
    picked = Signal(str, object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name

    @Slot(str)
    def on_typed(self, text: str) -> None:
        self.typed.emit(self._name, text)

    @Slot(object)
    def on_picked(self, value: object) -> None:
        self.picked.emit(self._name, value)


class Form(QWidget):
    """`typed` comes with every key, `picked` with every click; both carry the field's name and its value."""

    typed = Signal(str, object)
    picked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None, gap: int = 14) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(gap))
        self._fields: dict[str, Field] = {}

    def add(self, part: QWidget | QLayout) -> None:
        """Add a part at the foot; a button is no wider than its words."""
        if isinstance(part, QPushButton):
            self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        elif isinstance(part, QWidget):
            self._column.addWidget(part)
        else:
            self._column.addLayout(part)

    def add_title(self, words: str) -> None:
        self.add(label(words, "title"))

    def pair(self, left: QWidget, right: QWidget) -> None:
        """Move two parts side by side to the foot."""
        row = QHBoxLayout()
        row.setSpacing(current().space(14))
        for part in (left, right):
            self._column.removeWidget(part)
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.add(row)

    def text(self, name: str, words: str, hint: str = "", *, least: int = 2, placeholder: str = "") -> Field:
        """Several lines."""
        box = TextBox(least, 14, TEXT_LIMIT, placeholder)
        named = self._named(name, box)
        box.edited.connect(named.on_typed)
        return self.place(name, Field(words, box, hint))

    def line(self, name: str, words: str, hint: str = "", *, limit: int = LINE_LIMIT, placeholder: str = "") -> Field:
        """One line."""
        box = LineBox(limit, placeholder)
        named = self._named(name, box)
        box.edited.connect(named.on_typed)
        return self.place(name, Field(words, box, hint))

    def pills(self, name: str, words: str, choices: Sequence[tuple[object, str]]) -> Field:
        """One of a few words."""
        row = PillRow(choices)
        row.chosen.connect(self._named(name, row).on_picked)
        return self.place(name, Field(words, row))

    def many(self, name: str, words: str, choices: Sequence[tuple[object, str]], hint: str = "") -> Field:
        """Any of a few words."""
        row = ManyPills(choices)
        row.chosen.connect(self._named(name, row).on_picked)
        return self.place(name, Field(words, row, hint))

    def anger(self, name: str, words: str) -> Field:
        """0 to 10."""
        scale = AngerScale()
        scale.picked.connect(self._named(name, scale).on_picked)
        return self.place(name, Field(words, scale))

    def place(self, name: str, field: Field) -> Field:
        """Add a field under its name."""
        self._fields[name] = field
        self.add(field)
        return field

    def field(self, name: str) -> Field:
        return self._fields[name]

    def knows(self, name: object) -> bool:
        return name in self._fields

    def text_of(self, name: str) -> str:
        """What stands in a text or line."""
        editor = self._fields[name].editor
        assert isinstance(editor, TextBox | LineBox)
        return editor.text()

    def value_of(self, name: str) -> object:
        """What is taken in a row of choices or a scale, None for none."""
        editor = self._fields[name].editor
        if isinstance(editor, AngerScale):
            return editor.figure()
        assert isinstance(editor, PillRow | ManyPills | ChoiceList)
        return editor.choice()

    def written(self) -> list[Field]:
        """The fields that take words."""
        return [field for field in self._fields.values() if isinstance(field.editor, TextBox | LineBox)]

    def show_values(self, values: Mapping[str, object], keeps: Callable[[str], bool], *, anew: bool) -> None:
        """Show stored values; unless `anew`, a field that `keeps` something newer, or is in use, stays as it is."""
        for name, value in values.items():
            field = self._fields[name]
            if anew:
                field.set_error(None)
            elif keeps(name):
                continue
            _show(field.editor, value, anew)

    def refuse(self, name: str, words: str) -> None:
        """Say at the field why it was not taken; what was typed stays."""
        self._fields[name].set_error(words)

    def focus(self, name: str) -> None:
        """Put the focus there, once the page is shown."""
        QTimer.singleShot(0, self._fields[name].editor, self._fields[name].editor.setFocus)

    def _named(self, name: str, editor: QWidget) -> _Named:
        named = _Named(name, editor)
        named.typed.connect(self._on_typed)
        named.picked.connect(self._on_picked)
        return named

    @Slot(str, object)
    def _on_typed(self, name: str, value: object) -> None:
        self._fields[name].set_error(None)
        self.typed.emit(name, value)

    @Slot(str, object)
    def _on_picked(self, name: str, value: object) -> None:
        self._fields[name].set_error(None)
        self.picked.emit(name, value)


def _show(editor: QWidget, value: object, anew: bool) -> None:
    if isinstance(editor, TextBox | LineBox):
        if anew or not editor.hasFocus():
            editor.set_text(value if isinstance(value, str) else "")
    elif isinstance(editor, AngerScale):
        editor.set_figure(value if isinstance(value, int) else None)
    elif isinstance(editor, PillRow | ManyPills | ChoiceList):
        editor.choose(value)
