"""Whether a plan holds: the question with its answer prepared from the complaints, and the owner's answer."""

from app.domain.changes import Changes, Done
from app.domain.due import days_to_ask
from app.domain.effect import EffectCheck, EffectQuestion, spans
from app.domain.errors import AppError
from app.domain.fields import TEXT_LIMIT
from app.domain.fold import clean
from app.domain.lesson import EFFECT_CHECK_DAYS
from app.services.work import Work
from app.store import effects
from app.store.effects import PlanInUse


class Effects(Work):
    def ask(self, lesson_id: int, days: int | None = None) -> EffectQuestion:
        """What is asked of the plan in use now; of `days` after it came into use, where they are given.

        Raises `AppError`: `plan_not_in_use`, where nobody agreed to it yet or it is retired; `unknown_choice`.
        """
        plan = self._plan(lesson_id)
        if days is None:
            days = days_to_ask(plan.in_use_since, plan.checked_days, self.clock().date()) or EFFECT_CHECK_DAYS[-1]
        elif days not in EFFECT_CHECK_DAYS:
            known = ", ".join(str(one) for one in EFFECT_CHECK_DAYS)
            raise AppError("unknown_choice", field="days", value=days, known=known)
        counted = spans(plan.in_use_since, plan.agreed_on, days, self.zone())
        return EffectQuestion(
            lesson_id=lesson_id,
            plan=plan.plan,
            in_use_since=plan.in_use_since,
            days=days,
            counts=effects.counts(self.store, lesson_id, counted),
            later=effects.after(self.store, lesson_id, counted.since[1]),
        )

    def answer(self, lesson_id: int, days: int, holds: bool, words: str = "") -> Done[int]:
        """Note whether the plan holds, with the counts as they are now; the id for `take_back`.

        An answer for more days answers those for fewer, too. Raises as `ask` does, and `AppError("too_long")`.
        """
        words = clean(words).strip()
        if len(words) > TEXT_LIMIT:
            raise AppError("too_long", field="words", length=len(words), limit=TEXT_LIMIT)
        asked = self.ask(lesson_id, days)
        check = EffectCheck(
            id=0,
            lesson_id=lesson_id,
            in_use_since=asked.in_use_since,
            days=days,
            holds=holds,
            words=words,
            made_on=self.clock(),
            counts=asked.counts,
        )
        with self.store.atomic():
            check_id = effects.add(self.store, check)
        return Done(check_id, _of(lesson_id))

    def take_back(self, check_id: int) -> Done[None]:
        """Undo of `answer`: it is asked again."""
        with self.store.atomic():
            lesson_id = effects.remove(self.store, check_id)
        return Done(None, Changes() if lesson_id is None else _of(lesson_id))

    def of(self, lesson_id: int) -> list[EffectCheck]:
        """Every answer, the newest first, also those about earlier plans (see `EffectCheck.in_use_since`)."""
        return effects.of_lesson(self.store, lesson_id)

    def _plan(self, lesson_id: int) -> PlanInUse:
        plan = effects.plan_in_use(self.store, lesson_id)
        if plan is None:
            raise AppError("plan_not_in_use", number=lesson_id)
        return plan


def _of(lesson_id: int) -> Changes:
    return Changes(lessons=frozenset((lesson_id,)))
