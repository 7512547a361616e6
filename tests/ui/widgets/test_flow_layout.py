"""Parts stand in lines, each at half the height of its line."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.flow_layout import FlowLayout, FlowRow


class Part(QWidget):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size


def test_parts_of_a_line_have_one_middle_and_the_next_line_lies_below(qtbot: QtBot) -> None:
    parts = [Part(100, 40), Part(100, 20), Part(100, 20), Part(100, 30)]
    row = FlowRow(*parts, gap=8)
    qtbot.addWidget(row)
    row.resize(300, 200)
    row.show()
    gap = parts[1].x() - 100
    assert [(part.x(), part.y()) for part in parts] == [(0, 0), (100 + gap, 10), (0, 45 + gap), (100 + gap, 40 + gap)]
    flow = row.flow
    assert isinstance(flow, FlowLayout)
    assert flow.heightForWidth(300) == 70 + gap
    assert flow.heightForWidth(1000) == 40
    assert flow.heightForWidth(50) == 110 + 3 * gap
