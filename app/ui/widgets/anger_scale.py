"""The question how angry somebody is: eleven figures, one of which may be taken."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.widgets.anger import FIGURES, anger_colors, chosen_anger_colors
from app.ui.widgets.by_reader import ByReader
from app.ui.widgets.words import label

_RING = 3
_STEPS = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Down): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Up): 1,
}
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _Cell(ByReader, QRadioButton):
    """One figure."""

    def __init__(self, figure: int, parent: QWidget) -> None:
        super().__init__(str(figure), parent)
        self.figure = figure
        self.setAccessibleName(str(figure))
        self.hear_reader()
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.text_pixels(30) + _RING * 2, theme.text_pixels(36) + _RING * 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(current().text_pixels(22) + _RING * 2, self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        chosen = self.isChecked()
        ground, text = chosen_anger_colors(self.figure) if chosen else anger_colors(self.figure, theme.dark)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        corner = theme.space(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(whole.adjusted(_RING, _RING, -_RING, -_RING), corner, corner)
        if chosen or self.hasFocus():
            painter.setPen(QPen(theme.color("ink") if self.hasFocus() else ground, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), corner + 1, corner + 1)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(text)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class AngerScale(QWidget):
    """0 (calm) to 10 (furious). Click, arrow keys or digits ("1" then "0" is ten); Delete takes the answer back.

    `ends` are other words for 0 and 10. `picked` carries the figure or None, and only what the owner did.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, ends: tuple[str, str] | None = None) -> None:
        super().__init__(parent)
        self._figure: int | None = None
        self._after_one = False
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(2)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._cells = [_Cell(figure, self) for figure in FIGURES]
        for cell in self._cells:
            self._group.addButton(cell)
            grid.addWidget(cell, 0, cell.figure)
        ends = ends or (self.tr("calm"), self.tr("furious"))
        grid.addWidget(label(ends[0], "secondary", wrap=False), 1, 0, 1, 5)
        grid.addWidget(label(ends[1], "secondary", wrap=False), 1, 5, 1, 6, Qt.AlignmentFlag.AlignRight)
        self._cells[0].setAccessibleDescription(ends[0])
        self._cells[-1].setAccessibleDescription(ends[1])
        self._group.buttonClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show()

    def figure(self) -> int | None:
        """The figure taken, None for none."""
        return self._figure

    def set_figure(self, figure: int | None) -> None:
        """Show a stored figure, without telling anyone."""
        self._figure = figure if figure in FIGURES else None
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, digits, Delete."""
        key = event.key()
        step = _STEPS.get(key)
        digit = event.text()
        after_one, self._after_one = self._after_one, False
        if step is not None:
            self._take(min(max((-1 if self._figure is None else self._figure) + step, 0), FIGURES[-1]))
        elif len(digit) == 1 and digit in "0123456789":
            self._take(10 if after_one and digit == "0" else int(digit))
            self._after_one = digit == "1"
        elif key in _CLEAR:
            self._take(None)
        else:
            super().keyPressEvent(event)

    def _take(self, figure: int | None) -> None:
        changed = figure != self._figure
        focused = any(cell.hasFocus() for cell in self._cells)
        self._figure = figure
        self._show()
        if focused:
            self._stop().setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.picked.emit(figure)

    def _stop(self) -> _Cell:
        return self._cells[self._figure or 0]

    def _show(self) -> None:
        """One cell is checked; one alone is a stop for Tab."""
        for cell in self._cells:
            cell.setChecked(cell.figure == self._figure)
            stops = cell is self._stop()
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._stop())
        words = self.tr("not answered") if self._figure is None else str(self._figure)
        self.setAccessibleDescription(words)

    @Slot(QAbstractButton)
    def _on_clicked(self, cell: QAbstractButton) -> None:
        self._after_one = False
        if isinstance(cell, _Cell):
            self._take(cell.figure)
            cell.setFocus(Qt.FocusReason.MouseFocusReason)
