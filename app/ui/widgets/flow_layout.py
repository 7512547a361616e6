"""Parts in lines, as words in a paragraph."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.ui.theme import current


class FlowLayout(QLayout):
    """Left to right, then the next line; as high as its width makes it. Lower parts stand at half the height."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._parts: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, part: QLayoutItem) -> None:
        """Qt calls this from addWidget."""
        self._parts.append(part)

    def count(self) -> int:
        """How many parts."""
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The part at a place, None past the end."""
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a part back."""
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Yes: narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Place the parts."""
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [part.sizeHint() for part in self._parts if not part.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in shown), default=0)))

    def minimumSize(self) -> QSize:
        """The widest part."""
        size = QSize()
        for part in self._parts:
            if not part.isEmpty():
                size = size.expandedTo(part.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, area: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = area.marginsRemoved(margins)
        y = inner.y()
        for number, line in enumerate(self._lines(inner.width())):
            y += self._gap if number else 0
            x, height = inner.x(), max(size.height() for _, size in line)
            for part, size in line:
                if move:
                    place = QPoint(x, y + (height - size.height()) // 2)
                    part.setGeometry(QRect(place, size.boundedTo(QSize(inner.width(), size.height()))))
                x += size.width() + self._gap
            y += height
        return y - area.y() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The parts that stand beside one another, with their sizes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for part in self._parts:
            if part.isEmpty():
                continue
            size = part.sizeHint()
            if not lines or size.width() > room:
                lines.append([])
                room = width
            lines[-1].append((part, size))
            room -= size.width() + self._gap
        return lines


class FlowRow(QWidget):
    """Such parts as a part of a column, which asks it how high it is at its width; `gap` in design pixels."""

    def __init__(self, *parts: QWidget, gap: int = 8) -> None:
        super().__init__()
        self.flow = FlowLayout(self, current().space(gap))
        for part in parts:
            self.flow.addWidget(part)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
