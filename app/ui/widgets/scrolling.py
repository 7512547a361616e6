"""Areas that scroll up and down alone, without a frame or a ground of their own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scroll_area(inside: QWidget) -> QScrollArea:
    """One around `inside`."""
    area = QScrollArea()
    scroll_plainly(area, inside)
    return area


def scroll_plainly(area: QScrollArea, inside: QWidget) -> None:
    """Make `area` such a one; Tab passes it by, for what is in it takes the keys."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)  # setWidget has just turned it on
