"""Fills a fresh file with a made-up shop, as if its owner had used Amends for a year until now."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from app.domain import money
from app.domain.card import CardLook, CardSize
from app.domain.changes import Changes, Done
from app.domain.errors import AppError
from app.domain.lesson import EFFECT_CHECK_DAYS
from app.domain.query import CaseQuery
from app.domain.terms import FollowUpResult, LessonState, MessageKind, ShopKind, Stage, Step
from app.services.house import Content, House, build_house
from app.services.work import Clock
from app.store.database import Store

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
_HEARD = ("words", "wants", "channel", "about", "title", "anger", "heat", "read_back")
_OWNED = ("facts", "began_with", "supplier", "safety", "went_wrong", "answer", "reason", "what_changes", "tried",
          "release", "refer_to", "differs", "remedy", "promise", "cost", "promised_who")  # fmt: skip
_LEARNED = ("broke", "plan", "owner", "agreed", "cause", "cause_words", "whys")
_ENDED = ("outcome", "fair", "treated_well", "best_way")
_SOON = timedelta(minutes=5)  # what the owner types after the customer has gone
_ASKED_LATELY = 3  # days for which a question of Today may still stand open
_CARD_AFTER = timedelta(minutes=30)
Act = Callable[[], object]


def fill(store: Store, clock: Clock, content: Content, shop: Mapping[str, Any]) -> Done[int]:
    """Take in the shop (see `system.resources.made_up_shop`), its lessons and its cases; how many cases.

    Days are counted back from the clock's now, in its zone. All or nothing is saved; raises
    `AppError("file_not_empty")` where there are complaints already.
    """
    with store.atomic():
        count = _Year(store, clock, content, shop).fill()
    return Done(count, Changes(everything=True))


class _Year:
    """The same services, with a clock that is set to each moment before it is lived."""

    def __init__(self, store: Store, clock: Clock, content: Content, shop: Mapping[str, Any]) -> None:
        self._now = self._today = clock()
        self._shop = shop
        self._house: House = build_house(store, lambda: self._now, content)
        self._lessons: dict[str, int] = {}

    def fill(self) -> int:
        if self._house.lists.ids(CaseQuery(stage=Stage.ALL)):
            raise AppError("file_not_empty", file=str(self._house.store.path))
        self._set_up(self._shop["shop"])
        acts: list[tuple[datetime, Act]] = []
        for case in self._shop["case"]:
            acts += _Story(self, case).acts()
        acts += self._plans()
        for moment, act in sorted(acts, key=lambda one: one[0]):
            self._now = moment
            act()
        return len(self._shop["case"])

    def _set_up(self, shop: Mapping[str, Any]) -> None:
        house = self._house
        kind = ShopKind(shop["kind"])
        house.settings.set_up(name=shop["name"], kind=kind, owner=shop["owner"])
        house.settings.change(
            address=shop["address"],
            phone=shop["phone"],
            currency=_SYMBOLS.get(shop["currency"], ""),
            no_questions_limit=money.from_text(shop["no_questions_limit"]),
            made_up=True,
        )
        house.remedies.fill(kind)

    @property
    def house(self) -> House:
        return self._house

    @property
    def today(self) -> datetime:
        return self._today

    def at(self, when: Mapping[str, Any]) -> datetime:
        """The moment so many days ago, at that hour on the clock."""
        day = self._today.date() - timedelta(days=when["days_ago"])
        return datetime.combine(day, time.fromisoformat(when["at"]), self._today.tzinfo)

    def learn(self, case_id: int, ref: str) -> None:
        """The first case that names a lesson writes it down; later ones come back to it."""
        if ref in self._lessons:
            self._house.lessons.link(case_id, self._lessons[ref])
            return
        lesson = next(one for one in self._shop["lesson"] if one["ref"] == ref)
        values = {name: lesson[name] for name in _LEARNED if name in lesson}
        values["by"] = self._today.date() - timedelta(days=lesson["by_days_ago"])
        if "in_use_days_ago" in lesson:
            values |= self._agreed(lesson)
        self._lessons[ref] = self._house.lessons.learn(case_id, values).value

    def _agreed(self, lesson: Mapping[str, Any]) -> dict[str, object]:
        """Who agreed and since when, or nobody while that day is still to come."""
        day = self._today.date() - timedelta(days=lesson["in_use_days_ago"])
        if day > self._now.date():
            return {"agreed": []}
        return {"agreed": lesson.get("agreed", []), "in_use_since": day}

    def _put_in_use(self, lesson: Mapping[str, Any]) -> None:
        lesson_id = self._lessons.get(lesson["ref"])  # none yet: it is agreed when it is written down
        if lesson_id is not None and self._house.lessons.lesson(lesson_id).in_use_since is None:
            self._house.lessons.change(lesson_id, self._agreed(lesson))

    def _plans(self) -> Iterable[tuple[datetime, Act]]:
        """What became of plans after their first case."""
        for lesson in self._shop["lesson"]:
            if "in_use_days_ago" in lesson:  # written down the morning after: the whole day counts as before
                morning = self.at({"days_ago": lesson["in_use_days_ago"] - 1, "at": "00:01"})
                yield min(morning, self._today), partial(self._put_in_use, lesson)
            for days in EFFECT_CHECK_DAYS:
                if lesson.get("in_use_days_ago", 0) - days > _ASKED_LATELY:
                    answered = {"days_ago": lesson["in_use_days_ago"] - days - 1, "at": "18:10"}
                    yield self.at(answered), partial(self._judge, lesson["ref"], days)
            if "changed" in lesson:
                yield self.at(lesson["changed"]), partial(self._change_plan, lesson["ref"], lesson["changed"])
            if "retired" in lesson:
                yield self.at(lesson["retired"]), partial(self._retire, lesson["ref"])

    def _change_plan(self, ref: str, changed: Mapping[str, Any]) -> None:
        lesson_id, day = self._lessons[ref], self._now.date()
        self._house.plans.change_plan(lesson_id, changed["plan"])
        by = self._today.date() - timedelta(days=changed["by_days_ago"])
        self._house.lessons.change(lesson_id, {"agreed": changed["agreed"], "in_use_since": day, "by": by})

    def _judge(self, ref: str, days: int) -> None:
        """As the complaints say: a plan holds where none came back, and is asked about no more once it is another."""
        effects, lesson_id = self._house.effects, self._lessons[ref]
        if self._house.lessons.lesson(lesson_id).state(self._now.date()) in (LessonState.TO_AGREE, LessonState.RETIRED):
            return
        asked = effects.ask(lesson_id)
        if asked.days == days:
            effects.answer(lesson_id, days, holds=asked.counts.since == 0)

    def _retire(self, ref: str) -> None:
        self._house.plans.retire(self._lessons[ref])


class _Story:
    """One case as a row of acts with their moments."""

    def __init__(self, year: _Year, case: Mapping[str, Any]) -> None:
        self.year = year
        self.case = case
        self.case_id = 0

    def acts(self) -> Iterable[tuple[datetime, Act]]:
        case, at = self.case, self.year.at
        came_in = at(case)
        said = [at(one) for one in case.get("said", ())]
        latest = self._latest([came_in, *said])
        yield came_in, self._came_in
        yield (min(said) if said else self._before_now(came_in + _SOON)), self._owned
        for moment, one in zip(said, case.get("said", ()), strict=True):
            yield moment, self._said(one)
        if "lesson" in case:
            yield self._before_now(max([came_in, *said]) + _SOON), self._learned
        if "promise_kept_on" in case:
            yield at(case["promise_kept_on"]), self._kept
        if "card" in case:
            yield from self._card(max([came_in, *said]), latest)
        if "follow_up" in case:
            yield at(case["follow_up"]), self._called
        yield (at(case["closed"]) if "closed" in case else self._before_now(latest + _SOON)), self._ended

    def _latest(self, moments: Sequence[datetime]) -> datetime:
        named = [self.year.at(self.case[key]) for key in ("promise_kept_on", "follow_up") if key in self.case]
        return max([*moments, *named])

    def _before_now(self, moment: datetime) -> datetime:
        return min(moment, self.year.today)

    def _came_in(self) -> None:
        case = self.case
        given = {name: case[name] for name in ("customer", *_HEARD) if name in case}
        given |= {f"review_{name}": value for name, value in case.get("review", {}).items()}
        self.case_id = self.year.house.intake.add(given).value

    def _owned(self) -> None:
        case = self.case
        given: dict[str, object] = {name: case[name] for name in _OWNED if name in case}
        if "lost" in case:
            given["losses"] = case["lost"]
        if "promised_by" in case:
            given["promised_by"] = self.year.at(case["promised_by"])
        if given:
            self.year.house.cases.answer_all(self.case_id, given)

    def _said(self, one: Mapping[str, Any]) -> Act:
        def say() -> None:
            self.year.house.messages.say(self.case_id, MessageKind(one["kind"]), one["text"])

        return say

    def _learned(self) -> None:
        lesson = self.case["lesson"]
        if "ref" in lesson:
            self.year.learn(self.case_id, lesson["ref"])
        else:
            self.year.house.cases.answer(self.case_id, "nothing_because", lesson["none_because"])

    def _kept(self) -> None:
        self.year.house.promises.keep(self.year.house.cases.case(self.case_id).promise.id)

    def _card(self, answered: datetime, latest: datetime) -> Iterable[tuple[datetime, Act]]:
        """A card that waits was written this morning; one that is on its way followed the answer."""
        state = self.case["card"]["state"]
        morning = datetime.combine(self.year.today.date(), time(8, 30), self.year.today.tzinfo)
        first = max(latest, morning) if state == "written" else answered
        yield self._before_now(first + _CARD_AFTER), self._card_written
        if state != "written":
            yield self._before_now(first + 2 * _CARD_AFTER), self._card_printed
        if state == "posted":
            yield self._before_now(first + 3 * _CARD_AFTER), self._card_posted

    def _card_written(self) -> None:
        messages, card = self.year.house.messages, self.case["card"]
        message_id = messages.write(self.case_id, MessageKind.CARD, card["text"], card_kind=card["kind"]).value
        messages.make_ready(message_id, size=CardSize.A6_FOLDED, look=CardLook.HANDWRITTEN)

    def _card_id(self) -> int:
        written = self.year.house.cases.case(self.case_id).draft(MessageKind.CARD)
        assert written is not None, "it was written before"
        return written.id

    def _card_printed(self) -> None:
        self.year.house.messages.printed(self._card_id())

    def _card_posted(self) -> None:
        self.year.house.messages.posted(self._card_id())

    def _called(self) -> None:
        call = self.case["follow_up"]
        result, anger = FollowUpResult(call["result"]), call.get("anger")
        self.year.house.follow_ups.record(self.case_id, result, anger=anger, words=call["words"])

    def _ended(self) -> None:
        case, house = self.case, self.year.house
        ended = {name: case[name] for name in _ENDED if name in case}
        if ended:
            house.cases.answer_all(self.case_id, ended)
        if "house_rule" in case:
            rule = case["house_rule"]
            house.playbook.add(rule["text"], Step(rule["step"]), self.case_id)
        if "closed" in case:
            house.closing.close(self.case_id)
            return
        steps = list(Step)
        for step in steps[
            : steps.index(Step(case["step"])) + 1
        ]:  # each page was opened, up to where the owner left off
            house.cases.visit(self.case_id, step)
