"""What the shop learned: writing a lesson down, changing it, linking a case to one."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from app.domain.changes import Changes, Done, of_case
from app.domain.errors import AppError
from app.domain.fold import clean
from app.domain.lesson import CAUSES, Lesson
from app.domain.moment import deadline, to_text, within_reach
from app.lazy import lazy
from app.services.work import Work
from app.store import cases, lessons, search
from app.store.database import Row

if TYPE_CHECKING:
    from app.domain import fields
    from app.store import plans
else:  # the lesson of the day is read, not written
    fields = lazy("app.domain.fields")
    plans = lazy("app.store.plans")

_TEXTS = {"broke", "plan", "owner", "cause_words"}
_LISTS = {"agreed", "whys"}
_FOUND = frozenset({"broke", "plan"})  # what a complaint is found by
_MOST_PEOPLE = 8


class Linked(NamedTuple):
    """What a link took the place of, for `Lessons.undo_link`."""

    case_id: int
    lesson_id: int | None
    before: int | None
    entries: tuple[Row, ...]
    looked_at: dict[str, object]


class Lessons(Work):
    def all(self) -> list[Lesson]:
        return lessons.all_lessons(self.store)

    def of_the_day(self) -> Lesson | None:
        """One of those in use, another each day; None where none is."""
        found = lessons.in_use(self.store)
        return self.lesson(found[self.clock().toordinal() % len(found)]) if found else None

    def any(self) -> bool:
        return lessons.ever(self.store)

    def lesson(self, lesson_id: int) -> Lesson:
        """Raises `AppError("no_such_lesson")`."""
        found = lessons.load(self.store, lesson_id)
        if found is None:
            raise AppError("no_such_lesson", number=lesson_id)
        return found

    def cases_of(self, lesson_id: int) -> list[int]:
        """The complaints that led to it or came back, the newest first."""
        return lessons.cases_of(self.store, lesson_id)

    def slips_of(self, lesson_id: int) -> list[int]:
        """Of these, the ones that came in after the plan was in use."""
        return lessons.slips_of(self.store, lesson_id)

    def slip_of(self, case_id: int) -> Lesson | None:
        """The lesson that came back with this complaint: its plan was in use before; None where it is no slip."""
        found = lessons.slip_of(self.store, case_id)
        return None if found is None else self.lesson(found)

    def is_slip(self, case_id: int) -> bool:
        return lessons.slip_of(self.store, case_id) is not None

    def people(self) -> list[str]:
        """Who agreed to plans or owns them, up to eight, the most frequent first."""
        return lessons.people(self.store, _MOST_PEOPLE)

    def learn(self, case_id: int, values: Mapping[str, object]) -> Done[int]:
        """Write down what this case taught: changes the case's own lesson, or starts one; the lesson's id.

        `values`: broke, plan, owner (texts), by (date or None), agreed (names), whys (texts), cause (of `CAUSES`),
        cause_words, in_use_since (date or None).
        Raises `AppError`: `too_long`, `unknown_choice`, `date_unreadable`, `not_a_list`, `unknown_field`;
        `in_the_future` for an `in_use_since` that is still to come. Nothing is saved then.
        """
        lesson_id = self.load(case_id).lesson_id
        stored = self._stored(lesson_id, values)
        if lesson_id is None and not any(v and v != "[]" for v in stored.values()):
            return Done(0, Changes())
        touched = [case_id]
        with self.on_case(case_id) as now:
            if lesson_id is None:
                lesson_id = lessons.add(self.store, {"made_on": to_text(now), **stored})
                lessons.link(self.store, case_id, lesson_id)
                cases.log(self.store, case_id, now, "lesson", lesson=lesson_id)
            else:
                touched = self._change(lesson_id, values, stored)
                if touched == [case_id] and self._is_blank(lesson_id):
                    lessons.link(self.store, case_id, None)
                    lessons.remove(self.store, lesson_id)
                    plans.take_entries(self.store, case_id, lesson_id)
        return Done(lesson_id, of_case(case_id) | _of(lesson_id, touched))

    def change(self, lesson_id: int, values: Mapping[str, object]) -> Done[None]:
        """Change a lesson from its own page; raises as `learn` does."""
        self.lesson(lesson_id)
        stored = self._stored(lesson_id, values)
        with self.store.atomic():
            touched = self._change(lesson_id, values, stored)
        return Done(None, _of(lesson_id, touched))

    def _change(self, lesson_id: int, values: Mapping[str, object], stored: dict[str, object]) -> list[int]:
        """Write it, and bring its complaints in line; which these are."""
        lessons.set_fields(self.store, lesson_id, stored)
        touched = plans.whole_of(self.store, lesson_id)
        if not _FOUND.isdisjoint(values):
            for case_id in touched:
                search.refresh(self.store, case_id)
        return touched

    def link(self, case_id: int, lesson_id: int | None) -> Done[Linked]:
        """This case belongs to a lesson that is already there, or to none; the value is for `undo_link`.

        A lesson that nothing leads to any more and that has no words is no longer listed.
        Raises `AppError`: `no_such_case`, `no_such_lesson`.
        """
        before = self.load(case_id).lesson_id
        if lesson_id is not None:
            self.lesson(lesson_id)
        linked = Linked(case_id, lesson_id, before, (), {})
        if lesson_id == before:
            return Done(linked, Changes())
        with self.on_case(case_id) as now:
            entries = plans.take_entries(self.store, case_id, before) if before is not None else []
            lessons.link(self.store, case_id, lesson_id)
            looked_at = self._look_again(case_id)
            if lesson_id is not None:
                cases.log(self.store, case_id, now, "lesson", lesson=lesson_id)
        return Done(Linked(case_id, lesson_id, before, tuple(entries), looked_at), _of_link(linked))

    def undo_link(self, linked: Linked) -> Done[None]:
        """The case belongs to what it belonged to before, and its story says so since then."""
        with self.on_case(linked.case_id):
            if linked.lesson_id is not None:
                plans.take_entries(self.store, linked.case_id, linked.lesson_id)
                lessons.set_fields(self.store, linked.lesson_id, linked.looked_at)
            lessons.link(self.store, linked.case_id, linked.before)
            plans.put_entries(self.store, linked.entries)
        return Done(None, _of_link(linked))

    def _look_again(self, case_id: int) -> dict[str, object]:
        """A slip that came in before the plan was last looked at, but is known only now, was not looked at.

        What was stored before, where that changed.
        """
        slip = lessons.slip_of(self.store, case_id)
        if slip is None:
            return {}
        lesson, came_in = self.lesson(slip), self.load(case_id).came_in
        if lesson.looked_at_on is None or came_in > lesson.looked_at_on:
            return {}
        before = plans.columns(self.store, slip, ("looked_at_on",))
        lessons.set_fields(self.store, slip, {"looked_at_on": to_text(came_in - timedelta(seconds=1))})
        return before

    def _stored(self, lesson_id: int | None, values: Mapping[str, object]) -> dict[str, object]:
        """As columns; a plan that comes into use today does so at this moment, one of another day at its end."""
        stored = {name: as_stored(name, value) for name, value in values.items()}
        if "in_use_since" in stored:
            day = str(stored["in_use_since"])
            if day > self.clock().date().isoformat():
                raise AppError("in_the_future", field="in_use_since", on=day)
            known = self.lesson(lesson_id).in_use_since if lesson_id is not None else None
            if known is None or known.isoformat() != day:
                stored["agreed_on"] = self._agreed_on(day)
        return stored

    def _agreed_on(self, day: str) -> str:
        """The end of a day is that of the shop, which the text of the day alone does not tell."""
        now = self.clock()
        if not day or day == now.date().isoformat():
            return to_text(now) if day else ""
        return to_text(deadline(date.fromisoformat(day), self.zone()))

    def _is_blank(self, lesson_id: int) -> bool:
        """Whether nothing is written in it, and nothing became of it that would go with it."""
        lesson = self.lesson(lesson_id)
        words = (lesson.broke, lesson.plan, lesson.owner, lesson.cause_words)
        return not (any(words) or lesson.agreed or lesson.whys or plans.has_past(self.store, lesson_id))


def _of(lesson_id: int, touched: Sequence[int]) -> Changes:
    return Changes(lessons=frozenset((lesson_id,)), cases=frozenset(touched))


def _of_link(linked: Linked) -> Changes:
    touched = (one for one in (linked.lesson_id, linked.before) if one is not None)
    return of_case(linked.case_id) | Changes(lessons=frozenset(touched))


def as_stored(name: str, value: object) -> object:
    """A field of a lesson as its column holds it; raises as `Lessons.learn` does."""
    if name in _TEXTS:
        text = clean(str(value or ""))
        if len(text) > fields.TEXT_LIMIT:
            raise AppError("too_long", field=name, length=len(text), limit=fields.TEXT_LIMIT)
        return text
    if name == "cause":
        if value and value not in CAUSES:
            raise AppError("unknown_choice", field=name, value=value, known=", ".join(CAUSES))
        return str(value or "")
    if name in _LISTS:
        if not isinstance(value, list | tuple):
            raise AppError("not_a_list", field=name, value=value)
        return json.dumps([name for one in value if (name := clean(str(one)).strip())], ensure_ascii=False)
    if name in ("by", "in_use_since"):
        return _day(name, value)
    raise AppError("unknown_field", field=name)


def _day(name: str, value: object) -> str:
    if value is None or value == "":
        return ""
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
        return within_reach(day).isoformat()[:10]  # from a day at the end of time Today could not count on
    except ValueError:
        raise AppError("date_unreadable", field=name, value=value) from None
