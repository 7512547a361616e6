"""The steps of a case at the left of the wizard."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.theme.icons import paint_glyph
from app.ui.widgets.entry_button import EntryButton
from app.ui.widgets.icon_mark import paint_disc


class StepState(StrEnum):
    """How far a step is."""

    DONE = "done"
    CURRENT = "current"
    OPEN = "open"
    SKIPPED = "skipped"


class _StepButton(EntryButton):
    """A disc and the step's name; the disc shows a tick when done, a dash when skipped."""

    def __init__(self, key: str, text: str, icon: str) -> None:
        super().__init__("step", key, text, icon)
        self.state = StepState.OPEN

    def icon_edge(self) -> int:
        return current().text_pixels(26)

    def text_color(self) -> QColor:
        tones = {StepState.CURRENT: "accent", StepState.DONE: "ink"}
        return current().color(tones.get(self.state, "ink_2"))

    def paint_icon(self, painter: QPainter, area: QRectF) -> None:
        if self.state is StepState.DONE:
            paint_disc(painter, area, "check", "green", filled=False)
        elif self.state is StepState.CURRENT:
            paint_disc(painter, area, self.icon_name, "accent", filled=True)
        else:
            self._paint_open(painter, area, "minus" if self.state is StepState.SKIPPED else self.icon_name)

    def _paint_open(self, painter: QPainter, area: QRectF, name: str) -> None:
        theme = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()
        inset = area.width() * 0.24
        glyph = area.adjusted(inset, inset, -inset, -inset)
        paint_glyph(painter, theme.glyphs().path(name), theme.color("ink_2"), glyph)


class StepList(QWidget):
    """Every step can be gone to at any time; `step_requested` carries its key."""

    step_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: dict[str, _StepButton] = {}
        self._compact = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(4))
        self._column.addStretch(1)
        self.setAccessibleName(self.tr("Steps"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_steps(self, steps: Sequence[tuple[str, str, str]]) -> None:
        """The steps in order, each (key, name, icon); states of steps that stay are kept."""
        states = {key: step.state for key, step in self._steps.items()}
        for old in self._steps.values():
            self._group.removeButton(old)
            self._column.removeWidget(old)
            old.hide()  # what Qt has still to show would become a window of its own
            old.setParent(None)
            old.deleteLater()
        self._steps = {key: _StepButton(key, name, icon) for key, name, icon in steps}
        for at, step in enumerate(self._steps.values()):
            self._group.addButton(step)
            self._column.insertWidget(at, step)
            step.set_compact(self._compact)
            self.set_state(step.key, states.get(step.key, StepState.OPEN))

    def set_state(self, key: str, state: str) -> None:
        """How far a step is: done, current, open, skipped; KeyError for a step that is not there."""
        step = self._steps[key]
        step.state = StepState(state)
        step.setChecked(step.state is StepState.CURRENT)
        step.setAccessibleDescription(self._state_words(step.state))
        step.update()

    def state(self, key: str) -> StepState:
        """How far a step is shown to be."""
        return self._steps[key].state

    def current_step(self) -> QWidget | None:
        """The button of the step that is open."""
        return next((step for step in self._steps.values() if step.state is StepState.CURRENT), None)

    def set_compact(self, compact: bool) -> None:
        """Discs alone with tooltips, or names beside them."""
        self._compact = compact
        for step in self._steps.values():
            step.set_compact(compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk along the steps."""
        move = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
        stops = list(self._steps.values())
        here = next((at for at, stop in enumerate(stops) if stop.hasFocus()), None)
        if move is None or here is None:
            super().keyPressEvent(event)
            return
        stops[(here + move) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _state_words(self, state: StepState) -> str:
        words = {
            StepState.DONE: self.tr("done"),
            StepState.CURRENT: self.tr("you are here"),
            StepState.OPEN: self.tr("open"),
            StepState.SKIPPED: self.tr("skipped"),
        }
        return words[state]

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        if isinstance(clicked, _StepButton):
            clicked.setChecked(clicked.state is StepState.CURRENT)
            self.step_requested.emit(clicked.key)
