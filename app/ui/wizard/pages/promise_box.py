"""What makes it right: options to lay before them, the one they took, and the promise made of it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.handling import HandlingFlow
from app.domain.terms import Loss
from app.ui.desk import Desk
from app.ui.widgets.choice_list import ChoiceList
from app.ui.widgets.field import Field
from app.ui.widgets.notice import Notice
from app.ui.widgets.panel import line
from app.ui.widgets.when import is_late
from app.ui.wizard.pages.cost_field import CostField
from app.ui.wizard.pages.day_hour import DayHour
from app.ui.wizard.pages.form import Form
from app.ui.wizard.pages.offers import Offers

_OWN: Final = object()  # the choice of words that no catalogue has


class PromiseBox(Form):
    """`took` carries several answers that belong to one click."""

    took = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._shop = desk.house.settings.shop()
        self._warning = Notice("coral", "warning-circle")
        self.add(self._warning)
        losses = (
            (Loss.MONEY, self.tr("Money")),
            (Loss.THING, self.tr("The thing itself")),
            (Loss.TIME, self.tr("Time")),
            (Loss.FACE, self.tr("Face")),
        )
        self.many("losses", self.tr("What did they lose?"), losses)
        self._offers = Offers(self._shop.currency)
        self._offers_field = Field(
            self.tr("What could make it right: tick two or three to lay before them"), self._offers
        )
        self.add(self._offers_field)
        self._aloud = Notice("accent", "quotes")
        self.add(self._aloud)
        self._took = ChoiceList()
        self.place("remedy", Field(self.tr("They took"), self._took))
        self.line("own_words", self.tr("What they took, in your words"))
        self.add(line())
        self.add_title(self.tr("Your promise"))
        self.text("promise", self.tr("What you promise"), self.tr("They read this, so write it as you would say it."))
        self._by = DayHour(self.tr("By when"), desk.now, self.tr("any time that day"))
        self.add(self._by)
        self._cost = CostField(self.tr("What it costs you"), self._shop.currency)
        self.place("cost", self._cost)
        who = self.line("promised_who", self.tr("Who does it"), placeholder=self._shop.owner)
        self.pair(who, self._cost)
        self.text(
            "differs",
            self.tr("What is different this time"),
            self.tr("A second try that is like the first calms nobody."),
        )
        self._offers.chosen.connect(self._on_offers)
        self._took.chosen.connect(self._on_took)
        self._by.picked.connect(self._on_by)
        self._cost.typed.connect(self._on_cost)

    def show_case(self, case: Case, keeps: Callable[[str], bool], *, anew: bool) -> None:
        """Show what is known; the catalogue is ranked by what was lost."""
        self._case = case
        self._shop = self._desk.house.settings.shop()
        promise = case.promise
        own = self._own_words(promise.remedy)
        self._show_offers(case, own)
        values: dict[str, object] = {
            "losses": case.losses,
            "own_words": own,
            "promise": promise.what,
            "promised_who": promise.who,
            "differs": case.differs,
        }
        self.show_values(values, lambda name: keeps("remedy" if name == "own_words" else name), anew=anew)
        if anew:
            self._took.choose(None)
            self._cost.set_error(None)
            self._by.set_error(None)
        self._show_taken(promise.remedy, own)
        self._cost.show_shop(self._shop)
        if not keeps("cost"):
            self._cost.show_cents(promise.cost)
        self._show_by(promise.by, promise.kept_on is None, keeps("promised_by"))
        self._show_second_try(case)

    def refuse_day(self, words: str) -> None:
        """Say at the date why it was not taken."""
        self._by.set_error(words)

    def is_past(self, by: date | datetime | None) -> bool:
        return by is not None and is_late(by, self._desk.now())

    def _own_words(self, remedy: str) -> str:
        """The remedy where it is no entry of the catalogue, also not of one that was taken out of it."""
        return remedy if remedy and self._desk.house.remedies.words(remedy) == remedy else ""

    def _show_offers(self, case: Case, own: str) -> None:
        remedies = self._desk.house.remedies
        self._offers.show_ranked(remedies.ranked(case.losses), case.options)
        offers = [remedies.offer(code) for code in case.options if remedies.offer(code)]
        self._aloud.setVisible(len(offers) > 0)
        self._aloud.set_words(self.tr("Read it aloud:"), self._sentence(offers))
        options = [one for one in case.options if one]
        taken = case.promise.remedy
        if taken and not own and taken not in options:
            options.append(taken)
        choices: list[tuple[object, str]] = [(one, remedies.words(one)) for one in options]
        self._took.set_choices([*choices, (_OWN, self.tr("Something else"))])

    def _sentence(self, offers: list[str]) -> str:
        if not offers:
            return ""
        can = [self.tr("I can {offer}").format(offer=offer) for offer in offers]
        if len(can) == 1:
            return self.tr("“{offer}. Would that make it right for you?”").format(offer=can[0])
        joined = self.tr("{offers}, or {last}").format(offers=", ".join(can[:-1]), last=can[-1])
        return self.tr("“{offers}. Which of them would make it right for you?”").format(offers=joined)

    def _show_taken(self, remedy: str, own: str) -> None:
        if own:
            self._took.choose(_OWN)
        elif remedy or self._took.choice() is not _OWN:
            self._took.choose(remedy or None)
        self.field("own_words").setVisible(self._took.choice() is _OWN)

    def _show_by(self, by: date | datetime | None, is_open: bool, kept: bool) -> None:
        if not (self._by.is_in_use() or self._by.error() or kept):
            self._by.show_value(by)
        past = is_open and self.is_past(by)
        self._by.set_hint(self.tr("That day has passed. Is it right?") if past else "")

    def _show_second_try(self, case: Case) -> None:
        second = HandlingFlow.second_failure(case, self._desk.house.cases.history(case))
        self._warning.setVisible(second)
        self._warning.set_words(
            self.tr("They have had an apology for this before."),
            self.tr("Words alone will not do: do more this time, and say what is different."),
        )
        remedy = next((one for one in self._desk.house.remedies.all() if one.code == case.promise.remedy), None)
        does_over = remedy is not None and Loss.THING in remedy.losses
        self.field("differs").setVisible(second or does_over or bool(case.differs))

    @Slot(object)
    def _on_offers(self, codes: object) -> None:
        self.picked.emit("options", codes)

    @Slot(object)
    def _on_took(self, remedy: object) -> None:
        own = remedy is _OWN
        self.field("own_words").setVisible(own)
        code = self.text_of("own_words").strip() if own else str(remedy)
        self.took.emit({"remedy": code, **self._filled_in(code)})
        if own:
            self.focus("own_words")

    def _filled_in(self, remedy: str) -> dict[str, object]:
        """What follows from the choice where the owner has written nothing else."""
        assert self._case is not None
        words = self._desk.house.remedies.words
        found: dict[str, object] = {}
        written = self.text_of("promise").strip()
        if not written or written == words(self._case.promise.remedy):
            found["promise"] = words(remedy)
        if not self.text_of("promised_who").strip() and remedy:
            found["promised_who"] = self._shop.owner
        return found

    @Slot(str, object)
    def _on_typed(self, name: str, value: object) -> None:
        if name != "own_words":
            super()._on_typed(name, value)
            return
        text = str(value)
        filled = self._filled_in(text.strip())
        self.typed.emit("remedy", text)
        for field, words in filled.items():
            self.typed.emit(field, words)

    @Slot(object)
    def _on_by(self, by: object) -> None:
        self.picked.emit("promised_by", by)

    @Slot(object)
    def _on_cost(self, cents: object) -> None:
        self.typed.emit("cost", cents)
