"""Paints the cells of the list of complaints; what is painted again and again is kept as a picture."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.query import Column
from app.ui.cases.model import COLUMNS, CaseModel
from app.ui.cases.row_words import RowWords, usual_days, usual_standings
from app.ui.theme import current
from app.ui.theme.icons import paint_glyph
from app.ui.widgets.anger import paint_anger

Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_ELIDED_AT_MOST: Final = 4000
_PLAIN: Final = {
    Column.NUMBER: ("secondary", "ink_2"),
    Column.CUSTOMER: ("strong", "ink"),
    Column.TITLE: ("body", "ink"),
    Column.CAME_IN: ("secondary", "ink_2"),
}


class RowDelegate(QStyledItemDelegate):
    """`hovered` is the row below the pointer, -1 for none; `dress` starts anew after the theme changed."""

    def __init__(self, model: CaseModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.hovered = -1
        self.dress()

    def dress(self) -> None:
        """Take colours, fonts and measures of the theme as it is now."""
        theme = current()
        self._fonts: dict[Column, tuple[QFont, QColor, QFontMetrics]] = {}
        for column, (role, tone) in _PLAIN.items():
            font = theme.font(role)
            self._fonts[column] = (font, theme.color(tone), QFontMetrics(font))
        self._chip_font = theme.font("small_strong")
        self._chip_metrics = QFontMetrics(self._chip_font)
        self._line, self._chosen = theme.color("line"), theme.color("accent_soft")
        self._over, self._accent = theme.color("paper"), theme.color("accent")
        self._edge = theme.space(10)
        self.row_height = max(theme.text_pixels(46), self._chip_metrics.height() + theme.space(20))
        self._chips: dict[tuple[object, ...], QPixmap] = {}
        self.forget_widths()

    def forget_widths(self) -> None:
        """Columns have another width: what was cut to fit is cut anew."""
        self._elided: dict[tuple[Column, str], str] = {}

    def width_for(self, column: Column, largest: int, *, closed: bool) -> int:
        """What the column needs at least; 0 for the two that share the rest.

        `largest` is the highest number; with `closed` there are outcomes and days of other years too.
        """
        theme = current()
        around = 2 * self._edge + 2
        if column is Column.NUMBER:
            return self._fonts[column][2].horizontalAdvance("8" * max(len(str(largest)), 3)) + around
        if column is Column.STANDING:
            words = max(self._chip_metrics.horizontalAdvance(one) for one in usual_standings(closed=closed))
            return words + 2 * theme.space(8) + around
        if column is Column.ANGER:
            return 2 * theme.text_pixels(24) + theme.text_pixels(22) + around
        if column is Column.CAME_IN:
            days = usual_days(closed=closed)
            return max(self._fonts[column][2].horizontalAdvance(one) for one in days) + around
        return 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as every other."""
        return QSize(0, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell: ground, words or chips, and the line below."""
        at, column = index.row(), COLUMNS[index.column()]
        area: QRect = option.rect
        self._ground(painter, area, at, column, option.state)
        words = self._model.words(at)
        if words is None:
            return
        if column is Column.STANDING:
            self._standing(painter, area, words, option.state)
        elif column is Column.ANGER:
            self._anger(painter, area, at)
        else:
            self._text(painter, area, column, _text_of(column, words))

    def _ground(self, painter: QPainter, area: QRect, at: int, column: Column, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._chosen)
            if column is Column.NUMBER:  # not by colour alone: a bar at the row's beginning
                painter.fillRect(area.left(), area.top(), 3, area.height(), self._accent)
        elif at == self.hovered:
            painter.fillRect(area, self._over)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._line)

    def _text(self, painter: QPainter, area: QRect, column: Column, text: str) -> None:
        font, color, metrics = self._fonts[column]
        room = area.adjusted(self._edge, 0, -self._edge, -1)
        shown = self._elided.get((column, text))
        if shown is None:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            if len(self._elided) > _ELIDED_AT_MOST:
                self._elided.clear()
            self._elided[column, text] = shown
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(room, _LEFT, shown)

    def _standing(self, painter: QPainter, area: QRect, words: RowWords, state: QStyle.StateFlag) -> None:
        room = area.width() - 2 * self._edge
        # On the ground of the chosen row, a chip of the same soft accent would be lost.
        ground = "surface" if words.tone == "accent" and state & QStyle.StateFlag.State_Selected else ""
        key = (words.standing, words.tone, ground, room, painter.device().devicePixelRatio())
        chip = self._chips.get(key)
        if chip is None:
            chip = self._chips[key] = self._make_chip(*key)
        self._put(painter, area, chip)

    def _anger(self, painter: QPainter, area: QRect, at: int) -> None:
        row = self._model.row(at)
        if row is None:
            return
        key = (row.anger, row.anger_after, painter.device().devicePixelRatio())
        marks = self._chips.get(key)
        if marks is None:
            marks = self._chips[key] = self._make_marks(row.anger, row.anger_after, key[2])
        self._put(painter, area, marks)

    def _put(self, painter: QPainter, area: QRect, picture: QPixmap) -> None:
        top = area.top() + (area.height() - 1 - picture.height() / picture.devicePixelRatio()) / 2
        painter.drawPixmap(QPointF(area.left() + self._edge, round(top)), picture)

    def _make_chip(self, words: str, tone: str, ground: str, room: int, ratio: float) -> QPixmap:
        theme = current()
        side = theme.space(8)
        shown = self._chip_metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - 2 * side)
        size = QSize(self._chip_metrics.horizontalAdvance(shown) + 2 * side, theme.text_pixels(23))
        picture, painter = _canvas(size, ratio)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground) if ground else theme.soft(tone))
        area = QRectF(0, 0, size.width(), size.height())
        painter.drawRoundedRect(area, theme.space(6), theme.space(6))
        painter.setFont(self._chip_font)
        painter.setPen(theme.color(tone or "ink_2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()
        return picture

    def _make_marks(self, before: int | None, after: int | None, ratio: float) -> QPixmap:
        theme = current()
        width, height, gap = theme.text_pixels(24), theme.text_pixels(21), theme.text_pixels(22)
        picture, painter = _canvas(QSize(2 * width + gap, height), ratio)
        paint_anger(painter, QRectF(0, 0, width, height), before)
        if after is not None:
            edge = theme.text_pixels(13)
            arrow = QRectF(width + (gap - edge) / 2, (height - edge) / 2, edge, edge)
            paint_glyph(painter, theme.glyphs().path("arrow-right"), theme.color("ink"), arrow)
            paint_anger(painter, QRectF(width + gap, 0, width, height), after)
        painter.end()
        return picture


def _text_of(column: Column, words: RowWords) -> str:
    if column is Column.NUMBER:
        return words.number
    if column is Column.CUSTOMER:
        return words.who
    return words.title if column is Column.TITLE else words.came


def _canvas(size: QSize, ratio: float) -> tuple[QPixmap, QPainter]:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return picture, painter
