"""Lets Tab go through a part of the window as it is laid out, however late its parts were made."""

from functools import partial
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget


def chain(root: QWidget) -> None:
    """Put what is in `root` in the order of Tab in which the eye meets it; what is outside keeps its place."""
    for before, after in pairwise(in_reading_order(root)):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def in_reading_order(root: QWidget) -> list[QWidget]:
    """Whatever Tab could ever stop at, hidden or not: by layouts first, then by what lies in none."""
    found: list[QWidget] = []
    _walk(root, found, set())
    return found


def _walk(widget: QWidget, found: list[QWidget], seen: set[QWidget]) -> None:
    if widget in seen or (seen and widget.isWindow()):  # the list that a box opens is a window of its own
        return
    seen.add(widget)
    takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if takes_tab and widget.focusProxy() is None:
        found.append(widget)
    layout = widget.layout()
    if layout is not None:
        _walk_layout(layout, found, seen)
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        _walk(child, found, seen)


def _walk_layout(layout: QLayout, found: list[QWidget], seen: set[QWidget]) -> None:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=partial(_place_in, layout))
    for at in places:
        entry = layout.itemAt(at)
        widget, inner = (entry.widget(), entry.layout()) if entry is not None else (None, None)
        if widget is not None:
            _walk(widget, found, seen)
        elif inner is not None:
            _walk_layout(inner, found, seen)


def _place_in(grid: QGridLayout, at: int) -> tuple[int, int]:
    row, column, *_ = cast("tuple[int, int, int, int]", grid.getItemPosition(at))  # the stubs say object
    return row, column
