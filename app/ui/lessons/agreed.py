"""Who agreed to a plan, and who did not yet: a name is one click."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button, literal, set_icon
from app.ui.widgets.by_enter import ByEnter
from app.ui.widgets.by_reader import ByReader
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.words import label

_LINE = 500  # characters
_LONGEST = 24  # of them are shown of one name: a longer one would push the whole page out of its window


class _Name(ByEnter, ByReader, QPushButton):
    """Pressed, that person agreed; a check or a clock says so before the name."""

    def __init__(self, name: str, agreed: bool) -> None:
        super().__init__(literal(name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}\u2026"))
        self.name = name
        self.setProperty("kind", "name")
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setChecked(agreed)
        self.setAutoDefault(False)
        self.hear_reader()
        words = self.tr("{name} agreed") if agreed else self.tr("{name} has not agreed yet")
        self.setToolTip(words.format(name=name))
        self.setAccessibleDescription(words.format(name=name))
        set_icon(self, "check-circle" if agreed else "clock", "green" if agreed else "ink_2")


class AgreedRow(QWidget):
    """`changed` carries the names of all who agreed."""

    changed = Signal(object)  # tuple[str, ...]

    def __init__(self) -> None:
        super().__init__()
        self._agreed: tuple[str, ...] = ()
        self._others: tuple[str, ...] = ()
        self.names: list[_Name] = []
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(label(self.tr("Who agreed"), "label"))
        self._row = FlowRow(gap=4)
        column.addWidget(self._row)
        self.another = button(self.tr("Add a name"), "link", "plus")
        self.another.clicked.connect(self._on_another)
        self._row.flow.addWidget(self.another)
        self.line = LineBox(_LINE)
        self._field = Field(self.tr("Who agreed too"), self.line, self.tr("Several names with commas between."))
        self._field.hide()
        self.line.editingFinished.connect(self.finish)
        column.addWidget(self._field)
        self.setAccessibleName(self.tr("Who agreed"))

    def show_names(self, agreed: Sequence[str], others: Sequence[str]) -> None:
        """Those who agreed in their order, then those of the `others` who did not; the same names stay in place."""
        others = tuple(name for name in others if name not in agreed)
        if (tuple(agreed), others) == (self._agreed, self._others):
            return
        in_use = next((one.name for one in self.names if one.hasFocus()), None)
        self._agreed, self._others = tuple(agreed), others
        before = [one.name for one in self.names]
        names = [*self._agreed, *others]
        names = before if set(before) == set(names) else names  # none moves under the hand that clicks through them
        for old in self.names:
            self._row.flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._row.flow.removeWidget(self.another)
        self.names = [_Name(name, agreed=name in self._agreed) for name in names]
        for made in self.names:
            made.clicked.connect(self._on_name)
            self._row.flow.addWidget(made)
            if made.name == in_use:
                made.setFocus()
        self._row.flow.addWidget(self.another)

    @Slot()
    def finish(self) -> None:
        """Take the names that were typed; they stand there until `taken`."""
        typed = [name for one in self.line.text().split(",") if (name := " ".join(one.split()))]
        new = [name for name in dict.fromkeys(typed) if name not in self._agreed]
        if new:
            self.changed.emit((*self._agreed, *new))
        else:
            self.taken()

    def taken(self) -> None:
        """What was typed is in the file."""
        self.line.set_text("")
        self._field.hide()
        self.another.show()

    @property
    def has_unsaved(self) -> bool:
        return bool(self.line.text().strip())

    @Slot()
    def _on_name(self) -> None:
        name = next(one for one in self.names if one is self.sender()).name
        if name in self._agreed:
            self.changed.emit(tuple(one for one in self._agreed if one != name))
        else:
            self.changed.emit((*self._agreed, name))

    @Slot()
    def _on_another(self) -> None:
        self.another.hide()
        self._field.show()
        self.line.setFocus()
