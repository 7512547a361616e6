"""Step 2: their words and what they want, how it came, how angry they are, who they are, and what they showed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.category import offered
from app.domain.customer import Customer
from app.domain.errors import AppError
from app.domain.terms import Channel, Step
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.anger_scale import AngerScale
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.field import Field
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.when import past_words
from app.ui.wizard.dropping import DropCatcher
from app.ui.wizard.page import StepPage
from app.ui.wizard.photos import Photos
from app.ui.wizard.review_fields import ReviewFields
from app.ui.wizard.who import NAMES, WhoFields


class HearPage(StepPage):
    """They talk and nobody interrupts, so the first field is their words, and everything else may wait."""

    step = Step.HEAR

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._case: Case | None = None
        self._fresh = True  # who they are comes from the file, also into the field in use
        self._build_words()
        self._build_choices()
        self.review = ReviewFields()
        self.who = WhoFields()
        self.photos = Photos(desk)
        self.read_back = TickBox(self.tr("I read it back and they said: yes, that is it"))
        self._lay_out()
        self.who.lay_matches_over(self)
        self._catcher = DropCatcher(self, self.photos.take)
        self._connect()

    def _build_words(self) -> None:
        self._words = TextBox(4)
        self.words = Field(self.tr("What they say happened"), self._words)
        self._wants = TextBox(1, 6)
        self.wants = Field(self.tr("What they want from you"), self._wants)

    def _build_choices(self) -> None:
        self._channel = ChoiceBox(self.tr("Choose"))
        self._channel.set_choices(
            [
                (Channel.COUNTER, self.tr("At the counter")),
                (Channel.PHONE, self.tr("Phone")),
                (Channel.MESSAGE, self.tr("Message")),
                (Channel.LETTER, self.tr("Letter")),
                (Channel.EMAIL, self.tr("E-mail")),
                (Channel.REVIEW, self.tr("Public review")),
            ]
        )
        self.channel = Field(self.tr("How it reached you"), self._channel)
        self._about = ChoiceBox(self.tr("Choose, or write"), editable=True)
        kind = self.desk.house.settings.shop().kind
        self._about.set_choices([(one.code, one.label) for one in offered(self.desk.house.content.categories(), kind)])
        self.about = Field(self.tr("About"), self._about)
        self._anger = AngerScale()
        self.anger = Field(self.tr("How angry are they now?"), self._anger)

    def _lay_out(self) -> None:
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(14))
        column.addWidget(self.words)
        self.glance_place = self.words.head
        column.addWidget(self.wants)
        two = QGridLayout()
        two.setHorizontalSpacing(theme.space(14))
        two.addWidget(self.channel, 0, 0)
        two.addWidget(self.about, 0, 1)
        column.addLayout(two)
        for part in (self.review, self.anger, self.who, self.photos, self.read_back):
            column.addWidget(part)

    def _connect(self) -> None:
        self._words.edited.connect(self._on_words)
        self._wants.edited.connect(self._on_wants)
        self._channel.chosen.connect(self._on_channel)
        self._about.chosen.connect(self._on_about)
        self._about.editTextChanged.connect(self._on_about_typed)
        self._anger.picked.connect(self._on_anger)
        self.review.typed.connect(self._on_review_typed)
        self.review.stars_picked.connect(self._on_stars)
        self.who.typed.connect(self._on_who_typed)
        self.who.looked_up.connect(self._on_looked_up)
        self.who.picked.connect(self._on_picked)
        self.who.released.connect(self._on_released)
        self.read_back.clicked.connect(self._on_read_back)
        lines = [self.words, self.wants, *self.review.lines(), *self.who.fields.values()]
        for field in lines:
            self.guard(field)

    def show_case(self, case: Case) -> None:
        self._case = case
        self.photos.number = case.id
        self.show_text("words", self._words, case.words)
        self.show_text("wants", self._wants, case.wants)
        if not self.keeps("channel"):
            self._channel.choose(case.channel)
        if not (self.keeps("about") or self._about.hasFocus()):
            self._about.choose(case.about or None)
        if not self.keeps("anger"):
            self._anger.set_figure(case.anger)
        self.review.setVisible(case.channel is Channel.REVIEW)
        self.show_text("review_site", self.review.site_line, case.review_site)
        self.show_text("review_link", self.review.link_line, case.review_link)
        self.review.stars_row.choose(case.review_stars)
        self._show_who(case)
        self.photos.show_attachments(case.attachments)
        self.read_back.setChecked(bool(case.read_back))

    def _show_who(self, case: Case) -> None:
        customer = case.customer or Customer()
        for name in NAMES:
            stored = getattr(customer, name)
            if self._fresh and not self.keeps(name):
                self.who.lines[name].set_text(stored)
            else:
                self.show_text(name, self.who.lines[name], stored)
        self._fresh = False
        self.who.show_known(self._known_words(case))

    def _known_words(self, case: Case) -> str:
        """Of a customer who was there before this case alone; who is being typed now is not known yet."""
        customer = case.customer
        if customer is None:
            return ""
        house = self.desk.house
        numbers = self.desk.calls.ask(house.lists.cases_of_customer, customer.id) or []
        count = len([number for number in numbers if number != case.id])
        since = customer.since or case.came_in
        if count == 0 and since >= case.came_in:
            return ""
        when = past_words(since, self.desk.now())
        if count == 0:
            return self.tr("Known since {when}, no complaint before").format(when=when)
        if count == 1:
            return self.tr("Known since {when}, one other complaint").format(when=when)
        return self.tr("Known since {when}, {count} other complaints").format(when=when, count=count)

    def show_refusal(self, error: AppError) -> None:
        fields = {
            "words": self.words,
            "wants": self.wants,
            "about": self.about,
            "channel": self.channel,
            "anger": self.anger,
            "review_site": self.review.site,
            "review_link": self.review.link,
            "review_stars": self.review.stars,
            **self.who.fields,
        }
        field = fields.get(str(error.facts.get("field")))
        if field is not None:
            field.set_error(sentence(error))

    def focus_first(self) -> None:
        for editor, lacks in (
            (self._words, not self._words.text()),
            (self._wants, not self._wants.text()),
            (self._channel, self._channel.choice() is None),
            (self._anger, self._anger.figure() is None),
            (self.who.lines["name"], not any(line.text() for line in self.who.lines.values())),
        ):
            if lacks:
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_words(self, text: str) -> None:
        self.later("words", text)
        self.words_typed.emit("words", text)

    @Slot(str)
    def _on_wants(self, text: str) -> None:
        self.later("wants", text)

    @Slot(object)
    def _on_channel(self, channel: Channel) -> None:
        self.at_once("channel", channel)

    @Slot(object)
    def _on_about(self, about: object) -> None:
        self.about.set_error(None)
        self.at_once("about", about)

    @Slot(str)
    def _on_about_typed(self, _text: str) -> None:
        if self._about.hasFocus():  # not when a stored value is shown
            self.about.set_error(None)
            self.later("about", self._about.choice())

    @Slot(object)
    def _on_anger(self, figure: int | None) -> None:
        self.at_once("anger", figure)

    @Slot(str, str)
    def _on_review_typed(self, name: str, text: str) -> None:
        self.later(name, text)

    @Slot(object)
    def _on_stars(self, stars: object) -> None:
        self.at_once("review_stars", stars)

    @Slot(bool)
    def _on_read_back(self, ticked: bool) -> None:
        self.at_once("read_back", ticked)

    @Slot(str, str)
    def _on_who_typed(self, name: str, text: str) -> None:
        self.later_of_customer(name, text)

    @Slot(str)
    def _on_looked_up(self, typed: str) -> None:
        """Offer known customers, unless this case has one already and the typing only corrects them."""
        if self.who.known_words.text():
            return
        found = self.desk.calls.ask(self.desk.house.lists.find_customers, typed) or []
        own = self._case.customer.id if self._case is not None and self._case.customer is not None else 0
        self.who.show_matches([one for one in found if one.id != own])

    @Slot(object)
    def _on_picked(self, customer_id: int) -> None:
        """Take the known customer; what was typed besides the search itself, and is new, is added to them."""
        house = self.desk.house
        known = self.desk.calls.ask(house.lists.customer, customer_id) or Customer()
        typed = {name: line.text() for name, line in self.who.lines.items() if name != self.who.used}
        added = {name: text for name, text in typed.items() if text.strip() and not getattr(known, name)}
        self.forget_customer()
        self.act_requested.emit("customer_chosen", customer_id)
        self._fresh = True
        if self.desk.calls.run(house.cases.choose_customer, self.number, customer_id) is not None and added:
            self._fresh = True
            self.customer_typed.emit(added)

    @Slot()
    def _on_released(self) -> None:
        self.flush()
        self._fresh = True
        self.desk.calls.run(self.desk.house.cases.release_customer, self.number)
        self.who.lines["name"].setFocus(Qt.FocusReason.OtherFocusReason)
