"""What becomes of plans: changed for another, kept although it came back, retired, merged; each with its way back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.changes import Changes, Done
from app.domain.earlier_plan import EarlierPlan
from app.domain.errors import AppError
from app.domain.lesson import Lesson, in_use_since
from app.domain.moment import to_text
from app.services.lessons import as_stored
from app.services.work import Work
from app.store import effects, lessons, plans, search

_AGREED = ("agreed", "in_use_since", "agreed_on")
_NEW = {"by": "", "agreed": "[]", "in_use_since": "", "agreed_on": "", "looked_at_on": ""}


@dataclass(frozen=True, slots=True)
class Merged:
    """What moved from one lesson to another, for `Plans.unmerge`."""

    lesson_id: int
    into: int
    cases: tuple[int, ...]
    entries: tuple[int, ...]
    earlier: tuple[int, ...]
    checks: tuple[int, ...]
    ended: int  # the id of the merged lesson's plan among the earlier plans of the other, 0 where it went elsewhere
    filled: Mapping[str, object]  # the other's own columns, where it had no plan and took this one


class Plans(Work):
    """Verbs on a lesson that is not there, or was merged into another, raise `AppError("no_such_lesson")`."""

    def earlier(self, lesson_id: int) -> list[EarlierPlan]:
        """The one given up last comes first."""
        return plans.earlier(self.store, lesson_id)

    def change_plan(self, lesson_id: int, plan: str = "") -> Done[int]:
        """End the present plan: it is kept with its dates and slips, and the new one is to be agreed.

        The value is the id of the ended plan, for `take_up_again`. Raises `AppError("too_long")`.
        """
        lesson, new = self._lesson(lesson_id), as_stored("plan", plan)
        with self.store.atomic():
            ended = self._end(lesson, lesson_id)
            lessons.set_fields(self.store, lesson_id, {**_NEW, "plan": new})
            touched = self._refreshed(lesson_id)
        return Done(ended, touched)

    def take_up_again(self, earlier_id: int) -> Done[None]:
        """An earlier plan is the plan again, exactly as it was; words that stood in its place are an earlier plan now.

        Raises `AppError("no_such_plan")`, where that plan is no earlier one (any more).
        """
        with self.store.atomic():
            taken = plans.take_earlier(self.store, earlier_id)
            if taken is None:
                raise AppError("no_such_plan")
            lesson_id, columns = taken
            lesson = self._lesson(lesson_id)
            if lesson.plan.strip():
                self._end(lesson, lesson_id)
            lessons.set_fields(self.store, lesson_id, columns)
            touched = self._refreshed(lesson_id)
        return Done(None, touched)

    def agree(self, lesson_id: int, names: Sequence[str]) -> Done[Mapping[str, object]]:
        """Who agreed: with the first name the plan is in use, from this moment on; without any it no longer is.

        The value is for `undo_agree`.
        """
        lesson, now = self._lesson(lesson_id), self.clock()
        stored: dict[str, object] = {"agreed": as_stored("agreed", list(names))}
        since = in_use_since(names, lesson.in_use_since, now.date())
        if since != lesson.in_use_since:
            stored |= {"in_use_since": as_stored("in_use_since", since), "agreed_on": to_text(now) if since else ""}
        before = plans.columns(self.store, lesson_id, _AGREED)
        with self.store.atomic():
            lessons.set_fields(self.store, lesson_id, stored)
        return Done(before, self._of(lesson_id))

    def undo_agree(self, lesson_id: int, before: Mapping[str, object]) -> Done[None]:
        """Those agreed who agreed before, and from then on."""
        with self.store.atomic():
            lessons.set_fields(self.store, lesson_id, {name: before[name] for name in _AGREED})
        return Done(None, self._of(lesson_id))

    def keep_plan(self, lesson_id: int) -> Done[datetime | None]:
        """It came back, somebody looked at the plan, and it stays; the value is for `look_again`."""
        before = self._lesson(lesson_id).looked_at_on
        with self.store.atomic():
            lessons.set_fields(self.store, lesson_id, {"looked_at_on": to_text(self.clock())})
        return Done(before, self._of(lesson_id))

    def look_again(self, lesson_id: int, before: datetime | None) -> Done[None]:
        """Nobody has looked at the plan since `before`."""
        self._lesson(lesson_id)
        with self.store.atomic():
            lessons.set_fields(self.store, lesson_id, {"looked_at_on": to_text(before) if before else ""})
        return Done(None, self._of(lesson_id))

    def retire(self, lesson_id: int, on: datetime | None = None) -> Done[None]:
        """The plan is needed no more; what comes in from then on (now, unless given) is no slip."""
        self._lesson(lesson_id)
        with self.store.atomic():
            lessons.set_fields(self.store, lesson_id, {"retired_on": to_text(on or self.clock())})
        return Done(None, self._of(lesson_id))

    def unretire(self, lesson_id: int) -> Done[datetime | None]:
        """It counts again; the value is when it was retired."""
        before = self._lesson(lesson_id).retired_on
        with self.store.atomic():
            lessons.set_fields(self.store, lesson_id, {"retired_on": ""})
        return Done(before, self._of(lesson_id))

    def merge(self, lesson_id: int, into: int) -> Done[Merged]:
        """Two lessons are one: the cases of the first, its plans and their checks go to the second, and it is no more.

        Where the second has no plan, it takes that of the first. Raises `AppError("lesson_into_itself")`.
        """
        lesson, other = self._lesson(lesson_id), self._lesson(into)
        if lesson_id == into:
            raise AppError("lesson_into_itself", number=lesson_id)
        moved = plans.whole_of(self.store, lesson_id)
        with self.store.atomic():
            entries = plans.entries_of(self.store, moved, lesson_id)
            earlier = plans.ids_of_earlier(self.store, lesson_id)
            checks = effects.ids_of_other_plans(self.store, lesson_id, other.in_use_since)
            ended, filled = 0, {}
            if not other.plan and not other.agreed:
                filled = plans.columns(self.store, into, plans.PLAN)
                lessons.set_fields(self.store, into, plans.columns(self.store, lesson_id, plans.PLAN))
            elif lesson.plan:
                ended = self._end(lesson, into)
            plans.move_earlier(self.store, earlier, into)
            effects.move(self.store, checks, into)
            self._move(moved, entries, into)
            lessons.set_fields(self.store, lesson_id, {"merged_into": into})
            touched = self._refreshed(lesson_id, into)
        merged = Merged(lesson_id, into, tuple(moved), tuple(entries), tuple(earlier), tuple(checks), ended, filled)
        return Done(merged, touched)

    def unmerge(self, merged: Merged) -> Done[None]:
        """They are two again, each with what it had."""
        with self.store.atomic():
            if merged.ended:
                plans.take_earlier(self.store, merged.ended)
            lessons.set_fields(self.store, merged.into, dict(merged.filled))
            plans.move_earlier(self.store, merged.earlier, merged.lesson_id)
            effects.move(self.store, merged.checks, merged.lesson_id)
            self._move(merged.cases, merged.entries, merged.lesson_id)
            lessons.set_fields(self.store, merged.lesson_id, {"merged_into": None})
            touched = self._refreshed(merged.lesson_id, merged.into)
        return Done(None, touched)

    def _move(self, cases: Sequence[int], entries: Sequence[int], to: int) -> None:
        for case_id in cases:
            lessons.link(self.store, case_id, to)
        plans.rename_entries(self.store, entries, to)

    def _end(self, lesson: Lesson, keeper: int) -> int:
        columns = plans.columns(self.store, lesson.id, plans.PLAN)
        return plans.add_earlier(self.store, keeper, columns, to_text(self.clock()), lesson.slips)

    def _lesson(self, lesson_id: int) -> Lesson:
        found = lessons.load(self.store, lesson_id)
        if found is None:
            raise AppError("no_such_lesson", number=lesson_id)
        return found

    def _of(self, *touched: int) -> Changes:
        cases = (case_id for lesson_id in touched for case_id in lessons.cases_of(self.store, lesson_id))
        return Changes(lessons=frozenset(touched), cases=frozenset(cases))

    def _refreshed(self, *touched: int) -> Changes:
        """Their cases are found by the words of the lesson that they belong to now."""
        for lesson_id in touched:
            for case_id in plans.whole_of(self.store, lesson_id):
                search.refresh(self.store, case_id)
        return self._of(*touched) | Changes(listed=True)
