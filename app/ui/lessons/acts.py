"""What can be done with a lesson beyond typing; each act at once, and offered to be taken back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.lesson import Lesson
from app.domain.query import CaseQuery
from app.domain.terms import LessonState, Stage
from app.ui.desk import Desk
from app.ui.widgets.case_entries import case_entries
from app.ui.widgets.lesson_entries import lesson_entry, with_words
from app.ui.widgets.lesson_words import lesson_head
from app.ui.widgets.pick_dialog import PickDialog
from app.ui.widgets.row_list import Entry

_MOST_FOUND = 100


class LessonActs(QObject):
    """The acts of one page, each on the lesson that it is given."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def agree(self, lesson: Lesson, names: Sequence[str]) -> bool:
        """Who agreed; what this does to the plan is said, and can be taken back. Whether the file took it."""
        done = self._desk.calls.run(self._desk.house.plans.agree, lesson.id, names)
        if done is None or bool(names) == (lesson.in_use_since is not None):
            return done is not None
        words = self.tr("Agreed. The plan is in use from today.")
        if not names:
            words = self.tr("Nobody agrees to the plan now, so it is not in use.")
        self._offer(words, partial(self._desk.calls.run, self._desk.house.plans.undo_agree, lesson.id, done.value))
        return True

    def keep_plan(self, lesson: Lesson) -> None:
        """It came back, and the plan stays as it is; Today asks again with the next slip."""
        plans = self._desk.house.plans
        done = self._desk.calls.run(plans.keep_plan, lesson.id)
        if done is not None:
            words = self.tr("The plan stays as it is. You are asked again if it comes back once more.")
            self._offer(words, partial(self._desk.calls.run, plans.look_again, lesson.id, done.value))

    def retire(self, lesson: Lesson) -> None:
        """Out of use, or back into it."""
        plans, run = self._desk.house.plans, self._desk.calls.run
        if lesson.retired_on is None:
            if run(plans.retire, lesson.id) is not None:
                self._offer(self.tr("Retired. It is not counted any more."), partial(run, plans.unretire, lesson.id))
        elif (done := run(plans.unretire, lesson.id)) is not None:
            words = self.tr("Taken back into use.")
            self._offer(words, partial(run, plans.retire, lesson.id, done.value))

    def ask_merge(self, lesson: Lesson) -> None:
        """Look for the lesson that this one is the same as."""
        dialog = PickDialog(
            self.tr("Which lesson is it the same as?"),
            self.tr("Make them one"),
            partial(self._others, lesson.id),
            self._page,
            note=self.tr(
                "The complaints of \u201c{lesson}\u201d go to the one you choose. Both plans are kept."
            ).format(lesson=lesson_head(lesson)),
        )
        dialog.picked.connect(partial(self._merge, lesson.id))
        dialog.open()

    def _others(self, lesson_id: int, typed: str) -> list[Entry]:
        now, lessons = self._desk.now(), self._desk.calls.ask(self._desk.house.lessons.all) or []
        others = [one for one in lessons if one.id != lesson_id]
        others.sort(key=lambda one: one.state(now.date()) is LessonState.RETIRED)
        return [lesson_entry(one, now) for one in with_words(others, typed)[:_MOST_FOUND]]

    def _merge(self, lesson_id: int, into: int) -> None:
        plans = self._desk.house.plans
        done = self._desk.calls.run(plans.merge, lesson_id, into)
        if done is not None:
            undo = partial(self._desk.calls.run, plans.unmerge, done.value)
            self._offer(self.tr("The two lessons are one now."), undo)
            self._desk.lesson_requested.emit(into)

    def ask_link(self, lesson: Lesson) -> None:
        """Look for a complaint that belongs to it."""
        dialog = PickDialog(
            self.tr("Which complaint belongs to it?"),
            self.tr("It belongs to it"),
            partial(self._complaints, lesson.id),
            self._page,
            lines=2,
        )
        dialog.picked.connect(partial(self._link, lesson.id))
        dialog.open()

    def _complaints(self, lesson_id: int, typed: str) -> list[Entry]:
        house, ask = self._desk.house, self._desk.calls.ask
        found = ask(house.lists.ids, CaseQuery(stage=Stage.ALL, search=typed))
        known = set(ask(house.lessons.cases_of, lesson_id) or [])
        numbers = [number for number in (found or [])[: _MOST_FOUND + len(known)] if number not in known]
        numbers = numbers[:_MOST_FOUND]
        rows = ask(house.lists.rows, numbers) or {}
        return case_entries(numbers, rows, self._desk.now(), with_customer=True)

    def _link(self, lesson_id: int, number: int) -> None:
        self.link(number, lesson_id, self.tr("The complaint belongs to this lesson now."))

    def unlink(self, number: int) -> None:
        """That complaint has nothing to do with it."""
        self.link(number, None, self.tr("The complaint does not belong to this lesson any more."))

    def link(self, number: int, lesson_id: int | None, words: str) -> None:
        lessons = self._desk.house.lessons
        done = self._desk.calls.run(lessons.link, number, lesson_id)
        if done is not None:
            self._offer(words, partial(self._desk.calls.run, lessons.undo_link, done.value))

    def _offer(self, words: str, undo: Callable[[], object]) -> None:
        self._desk.offer_undo(words, undo)
