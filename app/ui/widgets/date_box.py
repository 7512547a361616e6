"""A field for a day, typed or picked from a calendar; it may stay empty."""

import re
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.line_box import LineBox

_EVERYWHERE: Final = ("yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "MMM d, yyyy")
# A year of two digits belongs to this century.
_CENTURY: Final = 2000
_EXAMPLE: Final = date(2026, 11, 28)


def day_format(locale: QLocale) -> str:
    """The locale's short way to write a day, the year always with four digits."""
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")


def read_day(text: str, locale: QLocale) -> date | None:
    """The day that the words name in this locale, None where they name none."""
    words = text.strip()
    whole = day_format(locale)
    # Qt asks for both figures of "dd" and "MM"; people leave the nought out.
    loose = re.sub(r"(?<!M)MM(?!M)", "M", re.sub(r"(?<!d)dd(?!d)", "d", whole))
    for form in (
        whole,
        loose,
        loose.replace("yyyy", "yy"),
        locale.dateFormat(QLocale.FormatType.LongFormat),
        *_EVERYWHERE,
    ):
        found = locale.toDate(words, form, _CENTURY)
        if found.isValid() and found.year() >= _CENTURY - 100:
            return date(found.year(), found.month(), found.day())
    return None


def _dress_calendar(calendar: QCalendarWidget) -> None:
    """Qt paints weekends red and its arrows black, whatever the theme."""
    theme = current()
    weekend = QTextCharFormat()
    weekend.setForeground(theme.color("ink_2"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
    for name, icon in (("qt_calendar_prevmonth", "arrow-left"), ("qt_calendar_nextmonth", "arrow-right")):
        arrow = calendar.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(theme.icon(icon))


class DateBox(QWidget):
    """Sends `picked` with a day or None, and `not_understood` with words that name no day (they stay in the field)."""

    picked = Signal(object)
    not_understood = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._popup: QFrame | None = None
        self._calendar: QCalendarWidget | None = None
        self._line = LineBox(40)
        self._line.setPlaceholderText(self.tr("like {day}").format(day=self._words(_EXAMPLE)))
        self._button = button("", "plain", "calendar-blank")
        self._button.setAccessibleName(self.tr("Calendar"))
        self._button.setToolTip(self.tr("Calendar"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(4))
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line.editingFinished.connect(self._on_finished)
        self._line.edited.connect(self._on_edited)
        self._button.clicked.connect(self.open_calendar)

    def line(self) -> LineBox:
        """The field for typing, to which a label belongs."""
        return self._line

    def day(self) -> date | None:
        """The day as it was last understood."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a stored day, without telling anyone."""
        self._day = day
        self._line.set_text("" if day is None else self._words(day))

    @Slot()
    def open_calendar(self) -> None:
        """Open the calendar below the field, at the day that it holds."""
        calendar, popup = self._open_parts()
        if self._day is not None:
            calendar.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))
        _dress_calendar(calendar)
        popup.adjustSize()
        popup.move(self._place(popup))
        popup.show()
        calendar.setFocus()

    def calendar(self) -> QCalendarWidget | None:
        """The calendar, once it has been opened."""
        return self._calendar

    def _open_parts(self) -> tuple[QCalendarWidget, QFrame]:
        if self._calendar is None or self._popup is None:
            self._popup = QFrame(self, Qt.WindowType.Popup)
            self._popup.setProperty("kind", "panel")
            self._calendar = QCalendarWidget()
            self._calendar.setAccessibleName(self.tr("Calendar"))
            self._calendar.setLocale(self.locale())
            self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            self._calendar.clicked.connect(self._on_clicked)
            self._calendar.activated.connect(self._on_clicked)
            QVBoxLayout(self._popup).addWidget(self._calendar)
        return self._calendar, self._popup

    def _place(self, popup: QWidget) -> QPoint:
        below = self.mapToGlobal(QPoint(0, self.height()))
        room = self.screen().availableGeometry()
        if below.y() + popup.height() > room.bottom():
            below = self.mapToGlobal(QPoint(0, -popup.height()))
        return QPoint(max(room.left(), min(below.x(), room.right() - popup.width())), max(room.top(), below.y()))

    def _words(self, day: date) -> str:
        return self.locale().toString(QDate(day.year, day.month, day.day), day_format(self.locale()))

    def _take(self, day: date | None) -> None:
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.picked.emit(day)

    @Slot()
    def _on_finished(self) -> None:
        words = self._line.text().strip()
        day = read_day(words, self.locale()) if words else None
        if words and day is None:
            self.not_understood.emit(words)
        else:
            self._take(day)

    @Slot(str)
    def _on_edited(self, _words: str) -> None:
        """Words that came without a key, from a screen reader: nobody will leave the field."""
        if not self._line.hasFocus():
            self._on_finished()

    @Slot(QDate)
    def _on_clicked(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.hide()
        self._line.setFocus()
        self._take(date(day.year(), day.month(), day.day()))
