"""How soon to answer and to call, and what may be given without asking."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout

from app.domain.shop import Shop
from app.domain.terms import Channel
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.money import MoneyProblem, money_text, read_money
from app.ui.widgets.number_box import NumberBox
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import label


class RulesPart(Panel):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("House rules"))
        self._desk = desk
        self._shop = Shop()
        self.limit = LineBox(limit=20)
        self.limit.editingFinished.connect(self._on_limit)
        self.limit_field = Field(
            self.tr("Just do it up to"),
            self.limit,
            self.tr("Below this, nobody in the shop needs to ask you before putting a thing right."),
        )
        self.days = NumberBox(1, 365, self.tr(" days"))
        self.days.valueChanged.connect(self._on_days)
        self.add(self.limit_field)
        self.add(
            Field(
                self.tr("Call a customer again after"),
                self.days,
                self.tr("Counted from the day on which the promise was kept, or the answer given."),
            )
        )
        self.add(label(self.tr("First answer within"), "label"))
        self.add(label(self.tr("0 hours means at once: they stand before you, or hold the line."), "secondary"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().space(14))
        self.hours: dict[Channel, NumberBox] = {}
        for at, (channel, words) in enumerate(self._channels()):
            box = NumberBox(0, 720, self.tr(" hours"))
            box.valueChanged.connect(partial(self._on_hours, channel))
            self.hours[channel] = box
            grid.addWidget(Field(words, box), at // 3, at % 3)
        self.add(grid)

    def _channels(self) -> list[tuple[Channel, str]]:
        return [
            (Channel.COUNTER, self.tr("At the counter")),
            (Channel.PHONE, self.tr("On the phone")),
            (Channel.MESSAGE, self.tr("By message")),
            (Channel.EMAIL, self.tr("By e-mail")),
            (Channel.LETTER, self.tr("By letter")),
            (Channel.REVIEW, self.tr("In a public review")),
        ]

    def show_shop(self, shop: Shop) -> None:
        self._shop = shop
        if not self.limit.hasFocus():
            self.limit.set_text(money_text(shop.no_questions_limit, shop.currency))
        for box, value in [(self.days, shop.follow_up_days), *self._hours_of(shop)]:
            box.show_number(value)

    def leave(self) -> None:
        """Take what is still being typed."""
        for box in (self.days, *self.hours.values()):
            box.finish()
        if self.limit.hasFocus():
            self._on_limit()

    def _hours_of(self, shop: Shop) -> list[tuple[NumberBox, int]]:
        return [(box, shop.first_answer_hours[channel]) for channel, box in self.hours.items()]

    @Slot()
    def _on_limit(self) -> None:
        cents = read_money(self.limit.text(), self._shop.currency)
        if isinstance(cents, MoneyProblem):
            self.limit_field.set_error(
                self.tr("That is no amount of money. Nothing was changed; write it as 50 or 50.00.")
            )
            return
        self.limit_field.set_error(None)
        if cents != self._shop.no_questions_limit:
            self._desk.calls.run(self._desk.house.settings.change, no_questions_limit=cents)

    @Slot(int)
    def _on_days(self, days: int) -> None:
        self._desk.calls.run(self._desk.house.settings.change, follow_up_days=days)

    def _on_hours(self, channel: Channel, hours: int) -> None:
        known = {str(one): value for one, value in self._shop.first_answer_hours.items()}
        self._desk.calls.run(self._desk.house.settings.change, first_answer_hours=known | {str(channel): hours})
