"""Tab goes as the eye does, whatever was made last."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.reading_order import chain, in_reading_order


def test_what_is_laid_in_late_is_met_in_its_place(qtbot: QtBot) -> None:
    window, inner = QWidget(), QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    area = QScrollArea()
    area.setWidget(inner)
    last, first = QPushButton("last"), QLineEdit()
    column.addWidget(first)
    column.addWidget(area)
    column.addWidget(last)
    grid = QGridLayout(inner)
    right, left, below = QLineEdit(), QComboBox(), QLineEdit()
    grid.addWidget(below, 1, 0)
    grid.addWidget(right, 0, 1)
    grid.addWidget(QLabel("words"), 1, 1)
    left.setEditable(True)
    grid.addWidget(left, 0, 0)
    fields = [one for one in in_reading_order(window) if one is not area]
    assert fields == [first, left, right, below, last]
    chain(window)
    met: list[QWidget] = [first]
    while (after := met[-1].nextInFocusChain()) is not None and after is not first:
        met.append(after)
    assert [one for one in met if one in fields] == fields
