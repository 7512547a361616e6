"""A list of records, each a strong line with what belongs to it below, and a chip at the end."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.ui.theme import current
from app.ui.theme.icons import paint_glyph
from app.ui.widgets.icon_mark import paint_disc

_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROOT = QModelIndex()
_NEAR = 8  # pixels beside the cross that still mean it


Key = Any  # the record's id, or its kind and id where a list holds more than one kind; the page knows which


class Entry(NamedTuple):
    """`key` says which record it is; empty lines are left out, an empty icon has no disc."""

    key: Key
    strong: str
    second: str = ""
    third: str = ""
    chip: str = ""
    chip_tone: str = ""
    icon: str = ""
    icon_tone: str = "ink_2"

    def spoken(self) -> str:
        """All of it in one line."""
        return ", ".join(part for part in (self.strong, self.second, self.third, self.chip) if part)


class _Entries(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def replace(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.strong
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return entry.spoken()
        return None


class _Painter(QStyledItemDelegate):
    """Lines that do not fit end in dots; the tooltip has all of it."""

    def __init__(self, rows: "RowList") -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(current().text_pixels(200), self._rows.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = self._rows.entry(index.row())
        state, area = _of(option)
        painter.save()
        self._paint_ground(painter, area, index.row(), state)
        theme = current()
        inside = area.adjusted(theme.space(14), theme.space(10), -theme.space(14), -theme.space(10))
        if entry.icon:
            edge = theme.text_pixels(36)
            paint_disc(
                painter, QRectF(inside.left(), inside.top(), edge, edge), entry.icon, entry.icon_tone, filled=False
            )
            inside.setLeft(inside.left() + edge + theme.space(14))
        if self._rows.removing:
            paint_glyph(painter, theme.glyphs().path("x"), theme.color("ink_2"), QRectF(cross(area)))
            inside.setRight(cross(area).left() - theme.space(8))
        beside_chip, place = QRect(inside), chip_place(entry, inside)
        if entry.chip:
            _paint_chip(painter, place, entry, selected=bool(state & QStyle.StateFlag.State_Selected))
            beside_chip.setRight(place.left() - theme.space(8))
        top = inside.top()
        lines = ((entry.strong, "strong", "ink"), (entry.second, "body", "ink"), (entry.third, "secondary", "ink_2"))
        for words, role, tone in lines:
            if words:
                room = beside_chip if top <= place.center().y() < top + _height(role) else inside
                top = _paint_line(painter, QRect(room.left(), top, room.width(), 0), words, role, tone)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, row: int, state: QStyle.StateFlag) -> None:
        theme = current()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("sunk"))
        if row:
            painter.fillRect(area.left(), area.top(), area.width(), 1, theme.color("line"))
        if state & QStyle.StateFlag.State_HasFocus and self._rows.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(area.adjusted(2, 2, -2, -2))


class RowList(QListView):
    """`chosen` comes when the owner goes to another record, `opened` with Enter or a click."""

    chosen = Signal(object)  # key
    opened = Signal(object)  # key
    removed = Signal(object)  # key: it is to be taken out, by Delete or the cross at the end of its row

    def __init__(
        self,
        name: str,
        lines: int = 3,
        most: int = 0,
        parent: QWidget | None = None,
        *,
        removing: str = "",
        hugs: bool = False,
    ) -> None:
        """`lines` a row; with `most` the list is as high as its rows, up to so many of them.

        With `hugs` it is as high as its rows where there is room. `removing` says what the cross of each row does.
        """
        super().__init__(parent)
        self.removing = removing
        self._hugs = hugs
        self._lines = lines
        self._most = most
        self._quiet = False
        self._model = _Entries(self)
        self._painter = _Painter(self)
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleDescription(removing)
        if most:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        elif hugs:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show others, without telling anyone; the record that was chosen stays so if it is among them."""
        if list(entries) == list(self._model.entries):
            return
        before = self.choice()
        self._quiet = True
        self._model.replace(list(entries))
        self.choose(before)
        self._quiet = False
        self.updateGeometry()

    def entries(self) -> list[Entry]:
        """What is shown."""
        return list(self._model.entries)

    def entry(self, row: int) -> Entry:
        """The record of a row."""
        return self._model.entries[row]

    def choose(self, key: Key) -> None:
        """Show a record as chosen, without telling anyone."""
        quiet, self._quiet = self._quiet, True
        row = next((at for at, entry in enumerate(self._model.entries) if entry.key == key), -1)
        self.setCurrentIndex(self._model.index(row, 0) if row >= 0 else _ROOT)
        self._quiet = quiet

    def choice(self) -> Key:
        """The key of the chosen record, None for none."""
        row = self.currentIndex().row()
        return self._model.entries[row].key if 0 <= row < len(self._model.entries) else None

    def row_height(self) -> int:
        """The same for every row."""
        theme = current()
        roles = ("strong", "body", "secondary") if self._lines == 3 else ("strong", "secondary")[: self._lines]
        return sum(QFontMetrics(theme.font(role)).height() for role in roles) + 2 * theme.space(10)

    def sizeHint(self) -> QSize:
        if not (self._most or self._hugs):
            return QSize(current().text_pixels(320), self.row_height() * 6)
        rows = max(len(self._model.entries), 1)
        rows = min(rows, self._most) if self._most else rows
        return QSize(current().text_pixels(240), rows * self.row_height() + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        height = self.sizeHint().height() if self._most else self.row_height() * 2
        return QSize(current().text_pixels(160), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        key = self.choice()
        if event.key() in _ENTER and key is not None:
            self.opened.emit(key)
        elif event.key() == Qt.Key.Key_Delete and self.removing and key is not None:
            self.removed.emit(key)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Over the cross, the tooltip says what it does."""
        if isinstance(event, QHelpEvent) and self._on_cross(event.pos()) is not None:
            QToolTip.showText(event.globalPos(), self.removing, self)
            return True
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """On the cross it takes out, and opens nothing."""
        key = self._on_cross(event.position().toPoint())
        if key is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
        else:
            self.setState(QListView.State.NoState)
            self.removed.emit(key)

    def _on_cross(self, place: QPoint) -> Key:
        """The key of the row whose cross lies there."""
        index = self.indexAt(place)
        if not (self.removing and index.isValid() and place.x() >= cross(self.visualRect(index)).left() - _NEAR):
            return None
        return self.entry(index.row()).key

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self.chosen.emit(self.entry(now.row()).key)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.entry(index.row()).key)


def cross(row: QRect) -> QRect:
    """Where the cross of a row stands."""
    edge = current().text_pixels(16)
    return QRect(row.right() - current().space(10) - edge, row.center().y() - edge // 2, edge, edge)


def _of(option: QStyleOptionViewItem) -> tuple[QStyle.StateFlag, QRect]:
    """State and place; the stubs of PySide6 do not know these two."""
    thing: Any = option
    return thing.state, QRect(thing.rect)


def _paint_line(painter: QPainter, area: QRect, words: str, role: str, tone: str) -> int:
    """Paint one line; where the next begins."""
    theme = current()
    font = theme.font(role)
    metrics = QFontMetrics(font)
    area.setHeight(metrics.height())
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    line = metrics.elidedText(" ".join(words[:1000].split()), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line)
    return area.bottom() + 1


def chip_place(entry: Entry, area: QRect) -> QRect:
    """Where the chip stands: at the end of the first line, or of the last of two if the first would be cut for it."""
    theme = current()
    metrics = QFontMetrics(theme.font("small_strong"))
    width = metrics.horizontalAdvance(entry.chip) + 2 * theme.space(8)
    place = QRect(area.right() - width, area.top() - 3, width, metrics.height() + 4)
    strong = QFontMetrics(theme.font("strong")).horizontalAdvance(entry.strong[:1000])
    if entry.third and not entry.second and strong > place.left() - theme.space(8) - area.left():
        place.translate(0, _height("strong") + 4)
    return place


def _height(role: str) -> int:
    return QFontMetrics(current().font(role)).height()


def _paint_chip(painter: QPainter, place: QRect, entry: Entry, *, selected: bool) -> None:
    """A chip of the tone of a selected row would not be seen as one."""
    theme = current()
    font = theme.font("small_strong")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = theme.soft(entry.chip_tone) if entry.chip_tone else QColor(theme.color("sunk"))
    painter.setBrush(QColor(theme.color("surface")) if selected and entry.chip_tone == "accent" else ground)
    painter.drawRoundedRect(place, theme.space(6), theme.space(6))
    painter.setFont(font)
    painter.setPen(theme.color(entry.chip_tone or "ink_2"))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), entry.chip)
    painter.restore()
