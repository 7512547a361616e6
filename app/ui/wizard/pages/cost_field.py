"""What it costs, typed as people write money, with what is wrong said in place."""

from PySide6.QtCore import Signal, Slot

from app.domain.shop import Shop
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.money import MoneyProblem, money_text, read_money


class CostField(Field):
    """`typed` carries cents, or None for an empty field; words that are no amount stay, and are told as None."""

    typed = Signal(object)

    def __init__(self, words: str, currency: str) -> None:
        self._line = LineBox(40)
        self._currency = currency
        self._limit = 0
        super().__init__(words, self._line)
        self._line.edited.connect(self._on_edited)
        self._line.editingFinished.connect(self._on_left)

    def show_shop(self, shop: Shop) -> None:
        """The sign of money, and the owner's own limit under which nobody is asked."""
        self._currency, self._limit = shop.currency, shop.no_questions_limit
        self._say_limit()

    def show_cents(self, cents: int | None) -> None:
        """Show a stored amount, unless the owner is typing one or has one to put right."""
        if not self._line.hasFocus() and not self.error():
            self._line.set_text("" if cents is None else money_text(cents, self._currency))
        self._say_limit()

    def _say_limit(self) -> None:
        if not self._limit:
            self.set_hint("")
            return
        limit = money_text(self._limit, self._currency)
        cents = read_money(self._line.text(), self._currency)
        if isinstance(cents, int) and cents > self._limit:
            self.set_hint(self.tr("More than your {limit} without questions.").format(limit=limit))
        else:
            self.set_hint(self.tr("Under {limit}: just do it.").format(limit=limit))

    def _problem_words(self, problem: MoneyProblem) -> str:
        return {
            MoneyProblem.NOT_A_NUMBER: self.tr("That is no amount of money. Write it like {like}."),
            MoneyProblem.NEGATIVE: self.tr("A cost is not less than nothing. Write it like {like}."),
            MoneyProblem.TOO_FINE: self.tr("That has too many figures after the mark. Write it like {like}."),
            MoneyProblem.TOO_MUCH: self.tr("That is more than fits here. Write it like {like}."),
        }[problem].format(like=money_text(1250, self._currency))

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        read = read_money(text, self._currency) if text.strip() else None
        self.set_error(None)  # half an amount is no fault yet
        self._say_limit()
        # No amount at all rather than the figures before the slip.
        self.typed.emit(None if isinstance(read, MoneyProblem) else read)

    @Slot()
    def _on_left(self) -> None:
        text = self._line.text()
        read = read_money(text, self._currency) if text.strip() else None
        self.set_error(self._problem_words(read) if isinstance(read, MoneyProblem) else None)
