"""Lessons as records of a list: where it broke, the plan, how it stands."""

from collections.abc import Iterable
from datetime import datetime

from app.domain.fold import fold
from app.domain.lesson import Lesson
from app.ui.widgets.lesson_words import lesson_head, lesson_record, lesson_state
from app.ui.widgets.row_list import Entry


def lesson_entry(lesson: Lesson, now: datetime) -> Entry:
    """Three lines, the chip of its state, and the icon in the tone of it."""
    chip, tone = lesson_state(lesson, now.date())
    return Entry(
        key=lesson.id,
        strong=lesson_head(lesson),
        second=lesson.plan if lesson.broke else "",
        third=lesson_record(lesson, now),
        chip=chip,
        chip_tone=tone,
        icon="lightbulb",
        icon_tone=tone or "ink_2",
    )


def with_words(lessons: Iterable[Lesson], typed: str) -> list[Lesson]:
    """Those in which every typed word stands, in any of their texts."""
    words = fold(typed).split()
    if not words:
        return list(lessons)
    return [one for one in lessons if _holds(one, words)]


def _holds(lesson: Lesson, words: list[str]) -> bool:
    texts = (lesson.broke, lesson.plan, lesson.owner, lesson.cause_words, lesson.supplier, *lesson.agreed)
    body = fold(" ".join(texts))
    return all(word in body for word in words)
