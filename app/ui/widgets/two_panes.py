"""A list with the details of one record beside it, or below it where it is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.panel import Panel


class TwoPanes(QWidget):
    """`detail` lies on a panel of its own that scrolls."""

    def __init__(self, rows: QWidget, detail: QWidget, *, share: tuple[int, int] = (5, 4), hug: bool = False) -> None:
        """`share` of the width that each gets; with `hug` the list ends with its last row."""
        super().__init__()
        self._hug = hug
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
        if hug:
            self._box.setAlignment(rows, Qt.AlignmentFlag.AlignTop)

    def set_foot(self, foot: QWidget) -> None:
        """What stands below the details and does not scroll with them."""
        edge = current().space(18)
        foot.setContentsMargins(edge, current().space(8), edge, edge)
        self._panel.add(foot)

    def set_detail_visible(self, visible: bool) -> None:
        """Without a record there are no details."""
        self._panel.setVisible(visible)

    def to_top(self) -> None:
        """Another record begins at its top."""
        self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another only where both have room."""
        super().resizeEvent(event)
        beside = self.width() >= current().text_pixels(640)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


def detail_column(detail: QWidget) -> QVBoxLayout:
    """The column of a detail, with the room that a panel has around its parts."""
    theme = current()
    column = QVBoxLayout(detail)
    column.setContentsMargins(theme.space(20), theme.space(14), theme.space(20), theme.space(20))
    column.setSpacing(theme.space(14))
    return column
