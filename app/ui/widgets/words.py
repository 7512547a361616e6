"""Plain labels in the roles and tones of the theme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def dress(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet reads (kind, role, tone, wrong) and let it be read again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it was not read yet, and will be before it is shown
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def label(text: str = "", role: str = "body", tone: str = "", *, wrap: bool = True) -> QLabel:
    """A label that shows `text` as it is, never as markup, wrapped at its width unless told otherwise.

    Roles: body, secondary, label, strong, small_strong, title, page, figure, spoken.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    return made


def short_line(words: str, limit: int) -> str:
    """One line of at most so many characters, with an ellipsis where there are more."""
    line = " ".join(words[: limit * 4].split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}\u2026"


class ElidedLabel(QLabel):
    """One line that ends in dots where it does not fit; the whole of it is the tooltip and the accessible name."""

    def __init__(self, text: str = "", role: str = "body") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.setAccessibleName(text)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tooltip is there only while something is cut."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        area = self.contentsRect()
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _tell_whole(self) -> None:
        fits = QFontMetrics(self.font()).horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else self.text())
