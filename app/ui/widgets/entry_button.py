"""Buttons that stand below one another, each an icon and a name: the side bar's pages and the wizard's steps."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton

from app.ui.theme import current
from app.ui.theme.icons import paint_glyph
from app.ui.widgets.by_enter import ByEnter
from app.ui.widgets.by_reader import ByReader

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class EntryButton(ByEnter, ByReader, QPushButton):
    """An icon, a name and perhaps a count; in compact form the icon alone, its name in the tooltip."""

    def __init__(self, kind: str, key: str, text: str, icon: str) -> None:
        super().__init__(text)
        self.key = key
        self.icon_name = icon
        self.count = ""
        self.compact = False
        self.setProperty("kind", kind)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.hear_reader()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        """Icon alone, or with its name."""
        self.compact = compact
        self.setToolTip(self.tip() if compact else "")
        self.updateGeometry()

    def set_count(self, count: str, meaning: str = "") -> None:
        """Show a count at the end; `meaning` is what a screen reader says of it."""
        self.count = count
        self.setAccessibleDescription(meaning)
        if self.compact:
            self.setToolTip(self.tip())
        self.updateGeometry()
        self.update()

    def tip(self) -> str:
        """Name and count."""
        return f"{self.text()} ({self.count})" if self.count else self.text()

    def sizeHint(self) -> QSize:
        """Room for icon, name and count."""
        theme = current()
        height = max(theme.text_pixels(40), self.fontMetrics().height() + theme.space(14))
        if self.compact:
            return QSize(self.icon_edge() + theme.space(10) * 2, height)
        width = self.text_left() + self.fontMetrics().horizontalAdvance(self.text()) + theme.space(10)
        if self.count:
            width += self.count_width() + theme.space(8)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """Names are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down belong to the whole list."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """The style paints neither name nor icon. (Naming `QStyle` and painting by it took 4 ms of the start.)"""
        super().initStyleOption(option)
        option.text = ""
        option.icon = QIcon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and ring by the style sheet, the rest here."""
        super().paintEvent(event)
        painter = QPainter(self)
        self.paint_icon(painter, self.icon_area())
        if not self.compact:
            left = self.text_left()
            painter.setFont(self.font())
            painter.setPen(self.text_color())
            painter.drawText(
                QRect(left, 0, self.width() - left, self.height()),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic),
                self.text(),
            )
        if self.count:
            self._paint_count(painter)

    def icon_edge(self) -> int:
        """Edge of the square of the icon."""
        return current().text_pixels(18)

    def icon_area(self) -> QRectF:
        """Where the icon is painted."""
        edge = self.icon_edge()
        left = (self.width() - edge) / 2 if self.compact else current().space(10)
        return QRectF(left, (self.height() - edge) / 2, edge, edge)

    def text_left(self) -> int:
        """Where the name begins."""
        theme = current()
        return theme.space(10) + self.icon_edge() + theme.space(10)

    def text_color(self) -> QColor:
        """The colour of the name."""
        return current().color("ink" if self.isChecked() else "ink_2")

    def paint_icon(self, painter: QPainter, area: QRectF) -> None:
        """Paint the icon in the colour of the name."""
        paint_glyph(painter, current().glyphs().path(self.icon_name), self.text_color(), area)

    def count_width(self) -> int:
        """Width of the count's ground."""
        theme = current()
        return max(theme.text_pixels(22), self.fontMetrics().horizontalAdvance(self.count) + theme.space(14))

    def _paint_count(self, painter: QPainter) -> None:
        theme = current()
        font = theme.font("small_strong")
        height = theme.text_pixels(15 if self.compact else 20)
        width = max(height, self.count_width() - (theme.space(8) if self.compact else 0))
        top = 2 if self.compact else (self.height() - height) // 2
        left = self.width() - width - (1 if self.compact else theme.space(8))
        area = QRectF(left, top, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("coral_soft"))
        painter.drawRoundedRect(area, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(theme.color("coral"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.count)
        painter.restore()
