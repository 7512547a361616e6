"""What the shop learned: writing a lesson down, changing it, linking a case to one."""

import json
from collections.abc import Mapping
from datetime import date

from app.domain.changes import Changes, Done, of_case
from app.domain.errors import AppError
from app.domain.fields import TEXT_LIMIT
from app.domain.fold import clean
from app.domain.lesson import CAUSES, Lesson
from app.domain.moment import to_text
from app.services.work import Work
from app.store import cases, lessons, search

_TEXTS = {"broke", "plan", "owner", "cause_words"}
_LISTS = {"agreed", "whys"}


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
        return lessons.cases_of(self.store, lesson_id)

    def learn(self, case_id: int, values: Mapping[str, object]) -> Done[int]:
        """Write down what this case taught: changes the case's own lesson, or starts one; the lesson's id.

        `values`: broke, plan, owner (texts), by (date or None), agreed (names), whys (texts), cause (of `CAUSES`),
        cause_words, in_use_since (date or None).
        Raises `AppError`: `too_long`, `unknown_choice`, `date_unreadable`, `not_a_list`.
        """
        lesson_id = self.load(case_id).lesson_id
        stored = self._stored(lesson_id, values)
        if lesson_id is None and not any(v and v != "[]" for v in stored.values()):
            return Done(0, Changes())
        with self.on_case(case_id) as now:
            if lesson_id is None:
                lesson_id = lessons.add(self.store, {"made_on": to_text(now), **stored})
                lessons.link(self.store, case_id, lesson_id)
                cases.log(self.store, case_id, now, "lesson", lesson=lesson_id)
            else:
                lessons.set_fields(self.store, lesson_id, stored)
                if self._is_blank(lesson_id) and self.cases_of(lesson_id) == [case_id]:
                    lessons.link(self.store, case_id, None)
                    lessons.remove_if_empty(self.store, lesson_id)
                    cases.unlog_lesson(self.store, case_id, lesson_id)
        return Done(lesson_id, of_case(case_id) | Changes(lessons=frozenset((lesson_id,))))

    def change(self, lesson_id: int, values: Mapping[str, object]) -> Done[None]:
        """Change a lesson from its own page; raises as `learn` does."""
        self.lesson(lesson_id)
        with self.store.atomic():
            lessons.set_fields(self.store, lesson_id, self._stored(lesson_id, values))
            for case_id in lessons.cases_of(self.store, lesson_id):
                search.refresh(self.store, case_id)
        return Done(None, Changes(lessons=frozenset((lesson_id,))))

    def link(self, case_id: int, lesson_id: int | None) -> Done[None]:
        """This case belongs to a lesson that is already there, or to none."""
        case = self.load(case_id)
        if lesson_id is not None:
            self.lesson(lesson_id)
        with self.on_case(case_id) as now:
            lessons.link(self.store, case_id, lesson_id)
            if case.lesson_id is not None and case.lesson_id != lesson_id:
                cases.unlog_lesson(self.store, case_id, case.lesson_id)
                lessons.remove_if_empty(self.store, case.lesson_id)
            if lesson_id is not None and lesson_id != case.lesson_id:
                cases.log(self.store, case_id, now, "lesson", lesson=lesson_id)
        touched = frozenset(one for one in (lesson_id, case.lesson_id) if one is not None)
        return Done(None, of_case(case_id) | Changes(lessons=touched))

    def _stored(self, lesson_id: int | None, values: Mapping[str, object]) -> dict[str, object]:
        """As columns; a plan that comes into use today does so at this moment, one of another day on that day."""
        stored = {name: _one(name, value) for name, value in values.items()}
        if "in_use_since" in stored:
            day, now = stored["in_use_since"], self.clock()
            known = self.lesson(lesson_id).in_use_since if lesson_id is not None else None
            if known is None or known.isoformat() != day:
                stored["agreed_on"] = to_text(now) if day == now.date().isoformat() else ""
        return stored

    def _is_blank(self, lesson_id: int) -> bool:
        lesson = self.lesson(lesson_id)
        return not (lesson.broke or lesson.plan or lesson.owner or lesson.agreed)


def _one(name: str, value: object) -> object:
    if name in _TEXTS:
        text = clean(str(value or ""))
        if len(text) > TEXT_LIMIT:
            raise AppError("too_long", field=name, length=len(text), limit=TEXT_LIMIT)
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
        return value.isoformat()[:10] if isinstance(value, date) else date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        raise AppError("date_unreadable", field=name, value=value) from None
