"""One row of Today: a disc, a verb and a person, the facts, when it is due, and the buttons that act on it."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QStaticText,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from app.ui.theme import current
from app.ui.today.words import RowWords
from app.ui.widgets.chip import Chip
from app.ui.widgets.icon_mark import paint_disc
from app.ui.widgets.words import dress

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Plan(NamedTuple):
    """Where everything stands at one width."""

    text_width: int
    controls: list[QRect]
    height: int


class _RowButton(QPushButton):
    """Up and down belong to the list; the second press of a double click must not act on the row that moved up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)

    def set_words(self, words: str, of: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(of)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            event.ignore()
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class Row(QAbstractButton):
    """A click or Enter on it wishes the case to be opened. Painted by itself: fifty of them must cost nothing."""

    open_requested = Signal(object)  # RowWords, as all of these
    act_requested = Signal(object)
    put_off_requested = Signal(object)
    move_requested = Signal(object, int)  # this row, and -1 for up or 1 for down

    def __init__(self) -> None:
        super().__init__()
        self.words: RowWords | None = None
        self._first = True
        self._title = _static()
        self._facts = _static()
        self._chip = Chip("")
        self._chip.setParent(self)
        self._later = _RowButton(self)
        self._later.setProperty("kind", "quiet")
        self._act = _RowButton(self)
        self._act.setProperty("kind", "plain")
        self._plans: dict[int, _Plan] = {}  # by width: a layout asks for the same few again and again
        self._text_width = 0  # the texts are broken for one width at a time
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Preferred: any policy that bounds the height does so by the hint, which is that of another width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)
        self._later.clicked.connect(self._on_later)
        self._act.clicked.connect(self._on_act)

    def show_words(self, words: RowWords, first: bool) -> None:
        """Show another thing that is due; `first` of its panel has no line above it."""
        if first != self._first:
            self._first = first
            self.update()
        if words == self.words:
            return
        before, self.words = self.words, words
        self._title.setText(words.title)
        self._facts.setText(words.facts)
        self._chip.set_words(words.due, words.due_tone)
        self._chip.setToolTip(words.due_in_full)
        self._later.set_words(self.tr("Put off"), words.title)
        self._act.set_words(words.act, words.title)
        if before is None or before.primary != words.primary:
            dress(self._act, kind="primary" if words.primary else "plain")
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(f"{words.facts} {words.due}".strip())
        self._plan_anew()
        self.update()

    @staticmethod
    def usual_height() -> int:
        """Of a row whose words stand in two lines."""
        theme = current()
        lines = sum(QFontMetrics(theme.font(role)).height() for role in ("strong", "secondary"))
        return max(lines, theme.text_pixels(36)) + 2 * theme.space(14)

    def act_button(self) -> QPushButton:
        """The one button that does it."""
        return self._act

    def put_off_button(self) -> QPushButton:
        """The one that puts it off."""
        return self._later

    def chip(self) -> Chip:
        """When it is due."""
        return self._chip

    def has_focus_within(self) -> bool:
        """Whether the row or one of its buttons has the focus."""
        return self.hasFocus() or self._later.hasFocus() or self._act.hasFocus()

    def sizeHint(self) -> QSize:
        width = current().text_pixels(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The layout asks for the height at its width; a height of another width would only be in its way."""
        return QSize(current().text_pixels(180), current().text_pixels(44))

    def heightForWidth(self, width: int) -> int:
        return self._plan(width).height

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._plan_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the rows, Enter opens the case."""
        if event.key() in _MOVES:
            self.move_requested.emit(self, _MOVES[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.words
        if words is None:
            return
        theme = current()
        self._set_text_width(self._plan(self.width()).text_width)
        painter = QPainter(self)
        if not self._first:
            # Not `fillRect`: it looks at every gradient that Qt knows, which took 1.2 ms of the start.
            painter.setBackground(theme.color("line"))
            painter.eraseRect(0, 0, self.width(), 1)
        self._paint_ground(painter)
        edge = theme.text_pixels(36)
        top = self._text_top() if self._is_tall() else (self.height() - edge) // 2
        paint_disc(painter, QRectF(theme.space(14), top, edge, edge), words.icon, words.tone, filled=False)
        left, top = self._text_left(), self._text_top()
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("ink"))
        painter.drawStaticText(left, top, self._title)
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.color("ink_2"))
        painter.drawStaticText(left, top + self._title_height(), self._facts)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = current()
        inside = QRectF(self.rect()).adjusted(3, 4, -3, -3)
        corner = theme.space(8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sunk"))
            painter.drawRoundedRect(inside, corner, corner)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, corner, corner)

    def _plan_anew(self) -> None:
        self._plans.clear()
        self._text_width = 0
        self.updateGeometry()
        if self.isVisible():  # otherwise when it is shown
            self._arrange()

    def _arrange(self) -> None:
        for control, place in zip((self._chip, self._later, self._act), self._plan(self.width()).controls, strict=True):
            control.setGeometry(place)

    def _plan(self, width: int) -> _Plan:
        plan = self._plans.get(width)
        if plan is None:
            plan = self._plans[width] = self._make_plan(width)
        return plan

    def _make_plan(self, width: int) -> _Plan:
        theme = current()
        gap, edge = theme.space(14), theme.space(14)
        controls = (self._chip, self._later, self._act)
        for control in controls:
            control.ensurePolished()  # the style sheet's paddings count
        sizes = [control.sizeHint() for control in controls]
        right = sum(size.width() for size in sizes) + theme.space(8) * 2
        beside = width - self._text_left() - gap - right - edge
        if beside >= theme.text_pixels(200):
            self._set_text_width(beside)
            height = max(self._text_height(), theme.text_pixels(36), sizes[2].height()) + 2 * edge
            places = _from_right(sizes, width - edge, height, theme.space(8))
        else:
            self._set_text_width(width - self._text_left() - edge)
            top = edge + self._text_height() + theme.space(8)
            places, height = _lines(sizes, QRect(self._text_left(), top, width - self._text_left() - edge, 0))
            height += edge
        rects = [QRect(place, size) for place, size in zip(places, sizes, strict=True)]
        return _Plan(self._text_width, rects, height)

    def _set_text_width(self, width: int) -> None:
        width = max(width, 1)
        if width == self._text_width:
            return
        self._text_width = width
        theme = current()
        for text, role in ((self._title, "strong"), (self._facts, "secondary")):
            text.setTextWidth(width)
            text.prepare(font=theme.font(role))

    def _title_height(self) -> int:
        return round(self._title.size().height())

    def _text_height(self) -> int:
        facts = self._facts.size().height() if self._facts.text() else 0
        return self._title_height() + round(facts)

    def _text_left(self) -> int:
        theme = current()
        return theme.space(14) + theme.text_pixels(36) + theme.space(14)

    def _text_top(self) -> int:
        if self._is_tall():
            return current().space(14)
        return (self.height() - self._text_height()) // 2

    def _is_tall(self) -> bool:
        """Whether the buttons stand below the text."""
        return self._act.y() > current().space(14) + self._text_height()

    @Slot()
    def _on_clicked(self) -> None:
        self.open_requested.emit(self.words)

    @Slot()
    def _on_later(self) -> None:
        self.put_off_requested.emit(self.words)

    @Slot()
    def _on_act(self) -> None:
        self.act_requested.emit(self.words)


def _static() -> QStaticText:
    text = QStaticText()
    text.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text.setTextOption(option)
    return text


def _from_right(sizes: list[QSize], right: int, height: int, gap: int) -> list[QPoint]:
    places = []
    for size in reversed(sizes):
        places.append(QPoint(right - size.width(), (height - size.height()) // 2))
        right -= size.width() + gap
    return places[::-1]


def _lines(sizes: list[QSize], area: QRect) -> tuple[list[QPoint], int]:
    """Places from the left, in as many lines as are needed, and where the last line ends."""
    gap = current().space(8)
    tallest = max(size.height() for size in sizes)
    places, left, top = [], area.left(), area.top()
    for size in sizes:
        if left > area.left() and left + size.width() > area.right() + 1:
            left, top = area.left(), top + tallest + gap
        places.append(QPoint(left, top + (tallest - size.height()) // 2))
        left += size.width() + gap
    return places, top + tallest
