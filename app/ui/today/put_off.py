"""Asks until when something is put off, and why."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.today.words import RowWords
from app.ui.widgets.buttons import button
from app.ui.widgets.date_box import DateBox
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.pill_row import PillRow
from app.ui.widgets.words import label

_TOMORROW, _THREE, _WEEK = 1, 3, 7  # days


class PutOffDialog(QDialog):
    """It stays, with the words, until the file has taken them. It is gone when it closes."""

    def __init__(
        self, words: RowWords, today: date, put_off: Callable[[date, str], str], parent: QWidget | None = None
    ) -> None:
        """`put_off` takes the day and the reason, which may be empty, and gives what was refused, "" for nothing."""
        super().__init__(parent)
        self._today = today
        self._put_off = put_off
        theme = current()
        self.setWindowTitle(self.tr("Put off"))
        self.pills = PillRow(
            [
                (_TOMORROW, self.tr("Tomorrow")),
                (_THREE, self.tr("In 3 days")),
                (_WEEK, self.tr("In a week")),
            ]
        )
        self.pills.setAccessibleName(self.tr("Put off"))
        self.day = Field(self.tr("Until"), DateBox())
        self.reason = Field(self.tr("Why (if you like)"), LineBox(200))
        self.go = button(self.tr("Put off"), "primary")
        self.stay = button(self.tr("Leave it on Today"))
        self.go.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(8))
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(20),) * 4)
        column.setSpacing(theme.space(14))
        column.addWidget(label(words.title, "title"))
        for part in (self.pills, self.day, self.reason):
            column.addWidget(part)
        column.addLayout(buttons)
        self.pills.choose(_TOMORROW)
        self._date_box().set_day(today + timedelta(days=_TOMORROW))
        self.pills.chosen.connect(self._on_pill)
        self._date_box().picked.connect(self._on_picked)
        self._date_box().not_understood.connect(self._on_not_understood)
        self.go.clicked.connect(self._on_go)
        self.stay.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.pills.setFocus()

    def _date_box(self) -> DateBox:
        box = self.day.editor
        assert isinstance(box, DateBox)
        return box

    @Slot(object)
    def _on_pill(self, days: int) -> None:
        self._date_box().set_day(self._today + timedelta(days=days))
        self.day.set_error(None)

    @Slot(object)
    def _on_picked(self, day: date | None) -> None:
        self.pills.choose((day - self._today).days if day is not None else None)
        self.day.set_error(None)

    @Slot(str)
    def _on_not_understood(self, _words: str) -> None:
        self.pills.choose(None)
        self.day.set_error(self.tr("That is no day. Write it like the one shown, or pick it from the calendar."))

    @Slot()
    def _on_go(self) -> None:
        day = self._date_box().day()
        if self.day.error():
            self.day.setFocus()
        elif day is None or day <= self._today:
            self.day.set_error(self.tr("Pick a day after today."))
            self._date_box().setFocus()
        else:
            reason = self.reason.editor
            assert isinstance(reason, LineBox)
            refused = self._put_off(day, reason.text())
            self.reason.set_error(refused or None)
            if not refused:
                self.accept()
