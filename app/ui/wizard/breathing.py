"""A guide for slow breathing: a circle that grows and shrinks, or, without motion, the words and the seconds alone."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStyle, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.words import label

IN_MS: Final = 4000
OUT_MS: Final = 6000  # longer out than in: it is the breathing out that calms
SECONDS: Final = 70  # seven breaths
_SMALL: Final = 0.45
_CURVE: Final = QEasingCurve(QEasingCurve.Type.InOutSine)


def wants_stillness() -> bool:
    """Whether the system asks for no motion."""
    style = QApplication.style()
    return not style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)


def circle_at(elapsed_ms: int) -> float:
    """How far the circle is open at that moment, 0 to 1."""
    within = elapsed_ms % (IN_MS + OUT_MS)
    if within < IN_MS:
        return float(_CURVE.valueForProgress(within / IN_MS))
    return 1.0 - float(_CURVE.valueForProgress((within - IN_MS) / OUT_MS))


class _Circle(QWidget):
    """The circle alone."""

    def __init__(self) -> None:
        super().__init__()
        self._open = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_open(self, share: float) -> None:
        self._open = share
        self.update()

    def sizeHint(self) -> QSize:
        edge = current().text_pixels(170)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = min(self.width(), self.height()) - 2.0
        for share, tone in ((1.0, "accent_soft"), (_SMALL + (1 - _SMALL) * self._open, "accent")):
            edge = whole * share
            area = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
            painter.setBrush(theme.color(tone))
            painter.drawEllipse(area)


class BreathingGuide(QWidget):
    """Started by its button, ended by Space or Escape or when the time is over; `ended` says so."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None, *, still: bool | None = None) -> None:
        super().__init__(parent)
        self.still = wants_stillness() if still is None else still
        middle = Qt.AlignmentFlag.AlignHCenter
        self.start_button = button(self.tr("Breathe slowly for a minute"), "plain", "wind")
        self.skip_button = button(self.tr("That is enough"), "quiet")
        self.words = label("", "title")
        self.words.setAlignment(middle)
        self.left = label("", "secondary")
        self.left.setAlignment(middle)
        self.circle = _Circle()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        column.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.circle, self.words, self.left):
            column.addWidget(part)
        column.addWidget(self.skip_button, 0, middle)
        self.start_button.clicked.connect(self.start)
        self.skip_button.clicked.connect(self.stop)
        self.clock = QVariantAnimation(self)
        self.clock.setStartValue(0)
        self.clock.setEndValue(SECONDS * 1000)
        self.clock.setDuration(SECONDS * 1000)
        self.clock.valueChanged.connect(self._on_moved)
        self.clock.finished.connect(self.stop)
        self._show(running=False)

    @property
    def is_running(self) -> bool:
        return self.clock.state() is QVariantAnimation.State.Running

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key ends it."""
        if self.is_running and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
            self.stop()
        else:
            super().keyPressEvent(event)

    @Slot()
    def start(self) -> None:
        self._show(running=True)
        self._on_moved(0)
        self.clock.start()
        self.skip_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def stop(self) -> None:
        """Over, or enough."""
        if self.skip_button.isHidden():
            return
        self.clock.stop()
        self._show(running=False)
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()

    def _show(self, *, running: bool) -> None:
        self.start_button.setVisible(not running)
        self.circle.setVisible(running and not self.still)
        for part in (self.words, self.left, self.skip_button):
            part.setVisible(running)

    @Slot(object)
    def _on_moved(self, elapsed_ms: int) -> None:
        breathing_in = elapsed_ms % (IN_MS + OUT_MS) < IN_MS
        words = self.tr("Breathe in") if breathing_in else self.tr("Breathe out, slowly")
        if words != self.words.text():
            self.words.setText(words)
        left = self.tr("{seconds} seconds left").format(seconds=SECONDS - elapsed_ms // 1000)
        if left != self.left.text():
            self.left.setText(left)
        if not self.still:
            self.circle.set_open(circle_at(elapsed_ms))
