"""Takes in complaints and answers as scripts send them, each call whole or not at all, and gives them back as rows."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from app.domain import fields
from app.domain.card import CardKind, CardLook, CardSize
from app.domain.category import Category, code_of
from app.domain.changes import Changes, Done, of_case
from app.domain.customer import CUSTOMER_FIELDS, Customer
from app.domain.errors import AppError
from app.domain.fold import clean, digits, fold
from app.domain.handling import CARD_OF
from app.domain.lesson import in_use_since
from app.domain.query import CaseQuery
from app.domain.terms import Answer, Channel, FollowUpResult, MessageKind
from app.services import documents, sent
from app.services.cases import Cases
from app.services.closing import Closing
from app.services.follow_ups import FollowUps
from app.services.lessons import Lessons
from app.services.lists import Lists
from app.services.messages import Messages
from app.services.remedies import Remedies
from app.services.work import Clock, Work
from app.store import customers, parts
from app.store.database import Store

_PAGE = 500  # rows asked for at once


class Intake(Work):
    def __init__(
        self, store: Store, clock: Clock, remedies: Remedies, categories: Callable[[], Iterable[Category]]
    ) -> None:
        super().__init__(store, clock)
        self._remedies = remedies
        self._categories = categories
        self._cases = Cases(store, clock)
        self._messages = Messages(store, clock)
        self._lessons = Lessons(store, clock)
        self._follow_ups = FollowUps(store, clock)
        self._closing = Closing(store, clock)
        self._lists = Lists(store, clock)

    def add(self, given: Mapping[str, object]) -> Done[int]:
        """Take in one complaint with all that is known of it; its number.

        Raises `AppError` with the `field` that is wrong; nothing is saved then.
        """
        sent.check_names(given)
        now = self.clock()
        came_in = sent.moment("came_in", given.get("came_in"), now) or now
        channel = sent.typed("channel", given.get("channel"), now)
        with self.store.atomic():
            here = channel in (Channel.COUNTER, Channel.PHONE)
            case_id = self._cases.start(here_or_on_phone=here, came_in=came_in).value
            changes = self._apply(case_id, {name: value for name, value in given.items() if name != "came_in"})
        return Done(case_id, changes)

    def answer(self, case_id: int, given: Mapping[str, object]) -> Done[None]:
        """Set fields of a complaint that is there; what is in lists (`said`) is added to what was.

        Raises `AppError` as `add` does, and `no_such_case`.
        """
        sent.check_names(given)
        with self.store.atomic():
            self.load(case_id)
            changes = self._apply(case_id, given)
        return Done(None, changes)

    def _apply(self, case_id: int, given: Mapping[str, object]) -> Changes:
        """In an order in which each part finds what it leans on."""
        changes = of_case(case_id)
        plain = {name: value for name, value in given.items() if name in fields.FIELDS}
        if given.get("customer") is not None:
            changes |= self._set_customer(case_id, sent.mapping("customer", given["customer"], CUSTOMER_FIELDS))
        self._cases.answer_all(case_id, self._plain(case_id, plain))
        for entry in sent.entries("said", given.get("said"), sent.SAID):
            self._say(case_id, entry)
        if given.get("lesson") is not None:
            changes |= self._learn(case_id, sent.mapping("lesson", given["lesson"], sent.LESSON))
        if given.get("follow_up") is not None:
            self._record(case_id, sent.mapping("follow_up", given["follow_up"], sent.FOLLOW_UP))
        if "closed_on" in given:
            self._close(case_id, given["closed_on"])
        if self.load(case_id).closed_on is None:
            self._cases.settle_place(case_id)
        return changes

    def _plain(self, case_id: int, given: Mapping[str, object]) -> dict[str, object]:
        now, began = self.clock(), self.load(case_id).came_in
        values = {name: sent.typed(name, raw, now, began) for name, raw in given.items()}
        if values.get("about"):
            values["about"] = code_of(str(values["about"]), self._categories())
        if values.get("remedy"):
            code = self._remedy(str(values["remedy"]))
            if code == values["remedy"] and "promise" not in values and not self._remedies.offer(code):
                values["promise"] = code  # words of the owner's own are what was promised
            values["remedy"] = code
        return values

    def _remedy(self, typed: str) -> str:
        """The code whose label or code was typed, in any case; the words themselves where there is none."""
        key = fold(typed)
        return next((one.code for one in self._remedies.all() if key in (fold(one.label), fold(one.code))), typed)

    def _set_customer(self, case_id: int, given: Mapping[str, object]) -> Changes:
        values = {name: sent.text(f"customer.{name}", raw) for name, raw in given.items()}
        if self.load(case_id).customer is None:
            known = customers.match(self.store, {name: clean(value) for name, value in values.items()})
            if known is not None:
                changes = self._cases.choose_customer(case_id, known).changes
                news = _news(self.load(case_id).customer, values)
                return changes | self._cases.set_customer(case_id, news).changes if news else changes
        return self._cases.set_customer(case_id, values).changes

    def _say(self, case_id: int, given: Mapping[str, object]) -> None:
        kind = sent.choice("said.kind", given.get("kind"), MessageKind, {"call": "spoken"})
        words = sent.text("said.text", given["text"]) if given.get("text") is not None else None
        on = sent.moment("said.on", given.get("on"), self.clock(), self.load(case_id).came_in)
        if kind is not MessageKind.CARD:
            self._messages.say(case_id, kind, words, on=on)
            return
        case = self.load(case_id)
        fitting = CARD_OF[case.answer or Answer.APOLOGISE]
        card_kind = sent.choice("said.card_kind", given.get("card_kind") or fitting, CardKind)
        message_id = parts.draft_of(self.store, case_id, kind)
        if words is not None:
            message_id = self._messages.write(case_id, kind, words, card_kind=card_kind).value
        if message_id is None:
            raise AppError("card_empty", field="said")
        if on is None:
            self._messages.make_ready(message_id, size=CardSize.A6_FOLDED, look=CardLook.HANDWRITTEN)
        else:
            self._messages.set_look(message_id, size=CardSize.A6_FOLDED, look=CardLook.HANDWRITTEN)
            self._messages.posted(message_id, on)

    def _learn(self, case_id: int, given: Mapping[str, object]) -> Changes:
        ways = ["number" in given, "none_because" in given, bool(given.keys() - {"number", "none_because"})]
        if sum(ways) != 1:
            raise AppError("lesson_unclear", field="lesson")
        if "none_because" in given:
            because = sent.text("lesson.none_because", given["none_because"])
            self._cases.answer(case_id, "nothing_because", because)
            return self._lessons.link(case_id, None).changes
        self._cases.answer(case_id, "nothing_because", "")
        if "number" in given:
            return self._lessons.link(case_id, sent.number("lesson.number", given["number"])).changes
        values = {name: sent.of_lesson(name, raw) for name, raw in given.items()}
        if "agreed" in values and "in_use_since" not in values:
            known = self.load(case_id).lesson_id
            since = self._lessons.lesson(known).in_use_since if known is not None else None
            names = values["agreed"]
            assert isinstance(names, list | tuple), "sent.of_lesson has read it"
            values["in_use_since"] = in_use_since(names, since, self.clock().date())
        return self._lessons.learn(case_id, values).changes

    def _record(self, case_id: int, given: Mapping[str, object]) -> None:
        result = sent.choice("follow_up.result", given.get("result"), FollowUpResult, sent.RESULTS)
        anger = sent.typed("anger", given.get("anger"), self.clock())
        self._follow_ups.record(
            case_id,
            result,
            anger=anger if isinstance(anger, int) else None,
            words=sent.text("follow_up.words", given.get("words")),
            on=sent.moment("follow_up.on", given.get("on"), self.clock(), self.load(case_id).came_in),
        )

    def _close(self, case_id: int, raw: object) -> None:
        case = self.load(case_id)
        latest = max([case.came_in, *(f.on for f in case.follow_ups)])
        on = sent.moment("closed_on", raw, self.clock(), latest)
        if on is None:
            if case.closed_on is not None:
                self._closing.reopen(case_id)
            return
        if case.closed_on is not None:
            raise AppError("already_closed", number=case_id, field="closed_on")
        self._closing.close(case_id, on)

    def show(self, case_id: int) -> dict[str, object]:
        """The whole complaint with its timeline; keys as in `documents.of_case`. Raises `AppError("no_such_case")`."""
        case = self.load(case_id)
        lesson = None if case.lesson_id is None else self._lessons.lesson(case.lesson_id)
        labels = {p.remedy: self._remedies.words(p.remedy) for p in case.promises}
        return documents.of_case(case, lesson, self._cases.timeline(case_id), labels, self.clock().date())

    def listed(self, query: CaseQuery, limit: int | None = None) -> list[dict[str, object]]:
        """The complaints of the query in its order; keys as in `documents.of_row`."""
        numbers = self._lists.ids(query)[:limit]
        found: list[dict[str, object]] = []
        for start in range(0, len(numbers), _PAGE):
            page = numbers[start : start + _PAGE]
            rows = self._lists.rows(page)
            found += [documents.of_row(rows[number]) for number in page if number in rows]
        return found

    def due(self, now: datetime | None = None) -> list[dict[str, object]]:
        """What Today shows at that moment, in its order: overdue, today, and the seven days after it."""
        moment = now or self.clock()
        return [documents.of_reminder(one, moment) for one in self._follow_ups.due(moment) if one.is_this_week(moment)]


def _news(known: Customer | None, values: Mapping[str, str]) -> dict[str, str]:
    """What was not known of the customer; the same thing in other letters or another spacing is no news."""

    def bare(name: str, value: str) -> str:
        return digits(value) if name == "phone" else fold(value)

    return {n: v for n, v in values.items() if v.strip() and bare(n, v) != bare(n, getattr(known, n))}
