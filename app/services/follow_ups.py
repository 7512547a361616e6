"""What is due, putting it off on purpose, and how the call a week later went."""

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from app.domain import due
from app.domain.changes import Changes, Done, of_case
from app.domain.due import CaseReminder, LessonPutOff, Reminder
from app.domain.errors import AppError
from app.domain.fold import clean
from app.domain.moment import to_text
from app.domain.terms import DueKind, FollowUpResult
from app.lazy import lazy
from app.services.promises import check_moment
from app.services.settings import read_shop
from app.services.work import Work
from app.store import cases, lately, lessons, parts
from app.store import due as due_rows
from app.store.lately import Lately

if TYPE_CHECKING:
    from app.domain import fields
else:  # nothing is written before somebody called
    fields = lazy("app.domain.fields")


class FollowUps(Work):
    def due(self, now: datetime | None = None) -> list[Reminder]:
        """All that is due now or later, in the order of Today; computed anew from the cases and the lessons."""
        shop, store, now = read_shop(self.store), self.store, now or self.clock()
        found = due.due(
            due_rows.open_cases(store),
            due_rows.put_offs(store),
            due_rows.open_lessons(store),
            due_rows.lesson_put_offs(store),
            zone=_zone(now),
            follow_up_days=shop.follow_up_days,
            first_answer_hours=shop.first_answer_hours,
        )
        return due.people_first(found, now)

    def due_of(self, case_ids: list[int]) -> list[CaseReminder]:
        """The same for these cases alone."""
        shop = read_shop(self.store)
        return due.of_cases(
            due_rows.of_cases(self.store, case_ids),
            due_rows.put_offs(self.store, case_ids),
            zone=self.zone(),
            follow_up_days=shop.follow_up_days,
            first_answer_hours=shop.first_answer_hours,
        )

    def put_off(self, case_id: int, kind: DueKind, until: datetime, reason: str = "") -> Done[int]:
        """Ask again then, with the reason in the timeline; the id for `undo_put_off`.

        Raises `AppError("put_off_to_the_past")`.
        """
        with self.on_case(case_id, searchable=False) as now:
            if until <= now:
                raise AppError("put_off_to_the_past")
            reason = clean(reason).strip()
            put_off_id = parts.add_put_off(self.store, case_id, kind, until, reason, now)
            cases.log(
                self.store, case_id, now, "put_off", kind=kind, until=to_text(until), reason=reason, put_off=put_off_id
            )
        return Done(put_off_id, of_case(case_id))

    def undo_put_off(self, put_off_id: int) -> Done[None]:
        with self.store.atomic():
            case_id = parts.remove_put_off(self.store, put_off_id)
            if case_id is None:
                return Done(None, Changes())
            cases.unlog_put_off(self.store, case_id, put_off_id)
        return Done(None, of_case(case_id))

    def put_off_lesson(self, lesson_id: int, kind: DueKind, until: datetime, reason: str = "") -> Done[int]:
        """Ask about the plan again then; the id for `undo_put_off_lesson`.

        Raises `AppError`: `put_off_to_the_past`, `no_such_lesson`.
        """
        now = self.clock()
        if until <= now:
            raise AppError("put_off_to_the_past")
        if lessons.load(self.store, lesson_id) is None:
            raise AppError("no_such_lesson", number=lesson_id)
        with self.store.atomic():
            put_off = LessonPutOff(lesson_id, kind, until, clean(reason).strip(), now)
            put_off_id = due_rows.add_lesson_put_off(self.store, put_off)
        return Done(put_off_id, Changes(lessons=frozenset((lesson_id,))))

    def undo_put_off_lesson(self, put_off_id: int) -> Done[None]:
        with self.store.atomic():
            lesson_id = due_rows.remove_lesson_put_off(self.store, put_off_id)
        return Done(None, Changes() if lesson_id is None else Changes(lessons=frozenset((lesson_id,))))

    def record(
        self,
        case_id: int,
        result: FollowUpResult,
        *,
        anger: int | None = None,
        words: str = "",
        on: datetime | None = None,
    ) -> Done[int]:
        """How the call went; the follow-up's id. Raises `AppError`: `not_0_to_10`, `before_complaint`, `too_long`."""
        zone = self.zone()
        figure = fields.read("anger", anger, zone)
        said = str(fields.read("words", words, zone))
        with self.on_case(case_id) as now:
            moment = on or now
            check_moment(moment, cases.came_in(self.store, case_id), now)
            follow_up_id = parts.add_follow_up(
                self.store, case_id, result, figure if isinstance(figure, int) else None, said, moment
            )
            cases.set_fields(self.store, case_id, {"call_result": "", "call_anger": None, "call_words": ""})
            cases.log(self.store, case_id, moment, "follow_up", result=result, anger=figure, follow_up=follow_up_id)
        return Done(follow_up_id, of_case(case_id))

    def unrecord(self, case_id: int, follow_up_id: int) -> Done[None]:
        """Undo of `record`: what was written of the call waits to be recorded again, its result to be picked again."""
        call = next((one for one in self.load(case_id).follow_ups if one.id == follow_up_id), None)
        with self.on_case(case_id):
            if call is not None:
                cases.set_fields(self.store, case_id, {"call_anger": call.anger, "call_words": call.words})
            parts.remove_follow_up(self.store, follow_up_id)
            cases.unlog_follow_up(self.store, case_id, follow_up_id)
        return Done(None, of_case(case_id))

    def lately(self, now: datetime | None = None) -> Lately:
        """The last 30 days in two figures, and someone who was won back."""
        return lately.lately(self.store, now or self.clock())


def _zone(now: datetime) -> tzinfo:
    assert now.tzinfo is not None, "the clock gives aware moments"
    return now.tzinfo
