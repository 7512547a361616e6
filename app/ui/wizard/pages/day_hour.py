"""A day with an hour that may stay open."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.date_box import DateBox
from app.ui.widgets.field import Field
from app.ui.widgets.when import time_words

_HOURS = range(6, 23)  # when shops are open and people answer the phone


class DayHour(QWidget):
    """`picked` carries a `date`, an aware `datetime` or None. Words that name no day stay, with a sentence below."""

    picked = Signal(object)

    def __init__(self, day_words: str, now: Callable[[], datetime], any_time: str = "") -> None:
        super().__init__()
        self._now = now
        self._any_time = any_time or self.tr("any time")
        self.day = DateBox()
        self.hour = ChoiceBox(self._any_time)
        self._day_field = Field(day_words, self.day)
        self._set_hours(None)
        hour_field = Field(self.tr("At"), self.hour)
        row = QHBoxLayout()
        row.setSpacing(current().space(14))
        row.addWidget(self._day_field, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(hour_field, 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.setFocusProxy(self.day)
        self.day.picked.connect(self._on_changed)
        self.day.not_understood.connect(self._on_not_understood)
        self.hour.chosen.connect(self._on_changed)

    def value(self) -> date | datetime | None:
        """What was understood last."""
        day, hour = self.day.day(), self.hour.choice()
        if day is None or not isinstance(hour, time):
            return day
        return datetime.combine(day, hour, self._now().tzinfo)

    def moment(self, came_in: datetime) -> datetime | None:
        """When it happened: a bare day is its noon, today is now, and the day it came in is not before that."""
        when = self.value()
        if when is None or isinstance(when, datetime):
            return when
        now = self._now()
        if when == now.date():
            return now
        noon = datetime.combine(when, time(12), now.tzinfo)
        here = came_in.astimezone(now.tzinfo)
        return max(noon, here) if when == here.date() else noon

    def show_value(self, value: date | datetime | None) -> None:
        """Show a stored moment, without telling anyone."""
        hour = None
        if isinstance(value, datetime):
            here = value.astimezone(self._now().tzinfo)
            value, hour = here.date(), here.time().replace(second=0, microsecond=0)
        self.day.set_day(value)
        self._set_hours(hour)
        self.hour.choose(hour)

    def is_in_use(self) -> bool:
        """Whether the caret stands in it."""
        return self.day.line().hasFocus() or self.hour.hasFocus()

    def set_error(self, words: str | None) -> None:
        self._day_field.set_error(words)

    def error(self) -> str:
        return self._day_field.error()

    def set_name(self, words: str) -> None:
        self._day_field.set_name(words)

    def set_hint(self, words: str) -> None:
        self._day_field.set_hint(words)

    def _set_hours(self, besides: time | None) -> None:
        hours = {time(hour) for hour in _HOURS} | ({besides} if besides else set())
        today = self._now()
        choices: list[tuple[object, str]] = [(None, self._any_time)]
        choices += [(hour, time_words(datetime.combine(today, hour, today.tzinfo))) for hour in sorted(hours)]
        self.hour.set_choices(choices)

    @Slot(object)
    def _on_changed(self, _value: object) -> None:
        self.set_error(None)
        self.picked.emit(self.value())

    @Slot(str)
    def _on_not_understood(self, _words: str) -> None:
        self.set_error(self.tr("That is no day that can be read. Write it like the example, or use the calendar."))
