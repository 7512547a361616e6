"""A list with the details of one record beside it, or below it where it is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.panel import Panel

_BELOW = (2, 3)  # of the height, where there is no room beside


class TwoPanes(QWidget):
    """`detail` lies on a panel of its own that scrolls."""

    def __init__(self, rows: QWidget, detail: QWidget, *, share: tuple[int, int] = (5, 4)) -> None:
        """`share` of the width that each gets."""
        super().__init__()
        self._share = share
        self._detail = detail
        self._foot: QWidget | None = None
        theme = current()
        detail.setProperty("kind", "page")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(detail)
        self._panel = Panel(padding=2)
        self._panel.add(self._scroll)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.space(20))
        self._box.addWidget(rows, share[0])
        self._box.addWidget(self._panel, share[1])

    def set_foot(self, foot: QWidget) -> None:
        """What stands below the details and does not scroll with them."""
        self._foot = foot
        self._place_foot()

    def _place_foot(self) -> None:
        """Under the details; where they lie below the list there is no room for that, and it scrolls with them."""
        column = self._detail.layout()
        if self._foot is None or column is None:
            return
        edge = current().space(18)
        if self._beside():
            self._foot.setContentsMargins(edge, current().space(8), edge, edge)
            self._panel.add(self._foot)
        else:
            self._foot.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._foot)

    def _beside(self) -> bool:
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    def set_detail_visible(self, visible: bool) -> None:
        """Without a record there are no details."""
        self._panel.setVisible(visible)

    def to_top(self) -> None:
        """Another record begins at its top."""
        self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another only where both have room; no word of the details is ever cut at the side."""
        super().resizeEvent(event)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(self._detail.minimumSizeHint().width() + bar)
        beside = self.width() >= current().text_pixels(640)
        if beside == self._beside():
            return
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        for at, share in enumerate(self._share if beside else _BELOW):
            self._box.setStretch(at, share)
        self._place_foot()


def detail_column(detail: QWidget) -> QVBoxLayout:
    """The column of a detail, with the room that a panel has around its parts."""
    theme = current()
    column = QVBoxLayout(detail)
    column.setContentsMargins(theme.space(20), theme.space(14), theme.space(20), theme.space(20))
    column.setSpacing(theme.space(14))
    return column
