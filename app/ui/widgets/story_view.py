"""A case's story, painted as lines beside a thread: when in bold, then what."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.widgets.timeline_words import StoryLine


class StoryView(QWidget):
    """As high as its lines at its width; a screen reader gets all of them as the description."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[StoryLine, ...] = ()
        self._set_for = -1
        self._layouts: list[tuple[QTextLayout, float]] = []  # each with its top
        self._height = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("What happened so far"))

    def set_lines(self, lines: Sequence[StoryLine]) -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        self.setAccessibleDescription("\n".join(f"{line.when} {line.words}" for line in lines))
        self._set_for = -1
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[StoryLine, ...]:
        """What is shown."""
        return self._lines

    def heightForWidth(self, width: int) -> int:
        """What all lines need, broken at that width."""
        self._set(width)
        return self._height

    def sizeHint(self) -> QSize:
        """As wide as it gets."""
        width = max(self.width(), current().text_pixels(160))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Lines break anywhere before they are cut."""
        return QSize(current().text_pixels(120), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The thread, then each line in the ink of the moment."""
        self._set(self.width())
        theme = current()
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 2, self._height), theme.color("line"))
        for line, (layout, top) in zip(self._lines, self._layouts, strict=True):
            painter.setPen(theme.color(line.tone or "ink"))
            layout.draw(painter, QPointF(theme.space(14), top))

    def _set(self, width: int) -> None:
        if width == self._set_for:
            return
        theme = current()
        font, strong = theme.font("secondary"), theme.font("small_strong")
        room = max(width - theme.space(14), 40)
        top, self._layouts = float(theme.space(4)), []
        for line in self._lines:
            layout = _paragraph(line, font, strong)
            height = _break(layout, room)
            self._layouts.append((layout, top))
            top += height + theme.space(8)
        self._height = round(top) if self._lines else 0
        self._set_for = width


def _paragraph(line: StoryLine, font: QFont, strong: QFont) -> QTextLayout:
    layout = QTextLayout(f"{line.when} {line.words}", font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    bold = QTextCharFormat()
    bold.setFont(strong)
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = 0, len(line.when), bold
    layout.setFormats([part])
    return layout


def _break(layout: QTextLayout, width: int) -> float:
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height
