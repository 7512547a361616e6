"""The house rules under the names of their steps, to be chosen and put in order by drag and drop or by keys."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.playbook import Rule
from app.domain.terms import Step
from app.ui.theme import current
from app.ui.widgets.case_words import place_name

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_DRAGGED: Final = "application/x-amends-rule"
_ALT: Final = Qt.KeyboardModifier.AltModifier
_SHIFTS: Final = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Row(NamedTuple):
    """A rule with its place in its step, counted from 0; or, without one, the name of a step."""

    step: Step | None
    rule: Rule | None = None
    position: int = 0

    @property
    def words(self) -> str:
        return self.rule.text if self.rule is not None else place_name(self.step)


class _Rules(QAbstractListModel):
    """`dropped` carries a rule's id, the step that it was put into, and how many rules stand before it there."""

    dropped = Signal(object, object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[_Row] = []

    def replace(self, rules: Sequence[Rule]) -> None:
        self.beginResetModel()
        self.rows = []
        for rule in rules:
            if not self.rows or self.rows[-1].step is not rule.step:
                self.rows.append(_Row(rule.step))
            before = self.rows[-1]
            self.rows.append(_Row(rule.step, rule, 0 if before.rule is None else before.position + 1))
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words if row.rule is None else f"{row.words} {place_name(row.step)}, {row.position + 1}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between two rules, never onto one
        if self.rows[index.row()].rule is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rules = [self.rows[index.row()].rule for index in indexes]
        mime = QMimeData()
        mime.setData(_DRAGGED, QByteArray(" ".join(str(rule.id) for rule in rules if rule is not None).encode()))
        return mime

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: _Index) -> bool:
        if not data.hasFormat(_DRAGGED) or parent.isValid() or not self.rows:
            return False
        dragged = int(data.data(_DRAGGED).toStdString())
        step, position = self.place_before(len(self.rows) if row < 0 else row)
        here = next((one for one in self.rows if one.rule is not None and one.rule.id == dragged), None)
        if here is not None and here.step is step and here.position < position:
            position -= 1  # it is itself one of those before
        self.dropped.emit(dragged, step, position)
        return True

    def place_before(self, row: int) -> tuple[Step | None, int]:
        """The step and the place in it of what would come before that row."""
        above = self.rows[max(row - 1, 0)]
        return above.step, (0 if above.rule is None else above.position + 1)


class _Painter(QStyledItemDelegate):
    """A rule in as many lines as it needs, with its number; the name of a step above its first."""

    def __init__(self, rules: "RuleList") -> None:
        super().__init__(rules)
        self._list = rules

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme, width = current(), self._list.viewport().width()
        row = self._list.row(index.row())
        if row.rule is None:
            name = _laid(row.words, "small_strong", width)
            return QSize(width, round(name.boundingRect().height()) + theme.space(20))
        words = _laid(row.words, "body", self._room(QRect(0, 0, width, 0)).width())
        return QSize(width, max(round(words.boundingRect().height()) + 2 * theme.space(10), theme.text_pixels(44)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, row = current(), self._list.row(index.row())
        thing: Any = option  # the stubs of PySide6 do not know its fields
        state, area = thing.state, QRect(thing.rect)
        painter.save()
        if row.rule is None:
            painter.setPen(theme.color("ink_2"))
            name = _laid(row.words, "small_strong", area.width() - 2 * theme.space(14))
            name.draw(painter, QPointF(area.left() + theme.space(14), area.top() + theme.space(14)))
        else:
            self._paint_rule(painter, area, state, row)
        painter.restore()

    def _paint_rule(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, row: _Row) -> None:
        theme = current()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("sunk"))
        if state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(area.adjusted(2, 2, -2, -2))
        room = self._room(area)
        words = _laid(row.words, "body", room.width())
        top = area.top() + (area.height() - words.boundingRect().height()) / 2
        painter.setPen(theme.color("ink_2"))
        _laid(str(row.position + 1), "body", area.width()).draw(painter, QPointF(area.left() + theme.space(14), top))
        painter.setPen(theme.color("ink"))
        words.draw(painter, QPointF(room.left(), top))

    def _room(self, area: QRect) -> QRect:
        """Where the words of a rule stand, beside its number."""
        theme = current()
        return area.adjusted(theme.space(14) + theme.text_pixels(26), 0, -theme.space(14), 0)


def _laid(words: str, role: str, width: int) -> QTextLayout:
    """The words in lines of that width; a word that is longer than a line is broken."""
    layout = QTextLayout(words, current().font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


class RuleList(QListView):
    """`chosen` and `opened` carry a rule's id, `moved` also step and place, `shifted` also -1 or 1."""

    chosen = Signal(object)
    opened = Signal(object)  # by Enter
    moved = Signal(object, object, object)
    shifted = Signal(object, object)  # by Alt+Up, Alt+Down
    removal_requested = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = _Rules(self)
        self._painter = _Painter(self)
        self._quiet = False
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._model.dropped.connect(self.moved)
        self.selectionModel().currentChanged.connect(self._on_current)

    def set_rules(self, rules: Sequence[Rule]) -> None:
        """Show these, in this order, without telling anyone; the one that was chosen stays so if it is among them."""
        if [row.rule for row in self._model.rows if row.rule is not None] == list(rules):
            return
        before = self.choice()
        self._quiet = True
        self._model.replace(rules)
        self.choose(before)
        self._quiet = False

    def row(self, at: int) -> _Row:
        return self._model.rows[at]

    def words(self) -> list[str]:
        """What is shown, names of steps and rules."""
        return [row.words for row in self._model.rows]

    def choose(self, rule_id: int | None) -> None:
        """Show a rule as chosen, without telling anyone."""
        quiet, self._quiet = self._quiet, True
        at = next(
            (at for at, row in enumerate(self._model.rows) if row.rule is not None and row.rule.id == rule_id), -1
        )
        self.setCurrentIndex(self._model.index(at, 0) if at >= 0 else _ROOT)
        self._quiet = quiet

    def choice(self) -> int | None:
        """The id of the rule that is chosen."""
        at = self.currentIndex().row()
        rule = self._model.rows[at].rule if 0 <= at < len(self._model.rows) else None
        return rule.id if rule is not None else None

    def minimumSizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.text_pixels(160), theme.text_pixels(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower list wraps into more lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys need a rule to begin with."""
        super().focusInEvent(event)
        if self.choice() is None and len(self._model.rows) > 1:
            self.setCurrentIndex(self._model.index(1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the rule, Enter goes to its words, Delete takes it out."""
        rule_id, key = self.choice(), event.key()
        if rule_id is None:
            super().keyPressEvent(event)
        elif event.modifiers() == _ALT and key in _SHIFTS:
            self.shifted.emit(rule_id, _SHIFTS[key])
        elif key in _ENTER:
            self.opened.emit(rule_id)
        elif key == Qt.Key.Key_Delete:
            self.removal_requested.emit(rule_id)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        choice = self.choice()
        if not self._quiet and now.isValid() and choice is not None:
            self.chosen.emit(choice)
