"""A lesson, its causes and its state, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.lesson import CAUSES, Lesson
from app.ui.widgets.lesson_words import lesson_record, lesson_state


def lesson_title(lesson: Lesson) -> str:
    """The plan, or where it broke while there is no plan."""
    return " ".join((lesson.plan or lesson.broke).split()) or _tr("A lesson without words yet")


def state_words(lesson: Lesson, now: datetime) -> str:
    """Such as "Came back once. From 2 cases. In use since 4 Oct, 12 days without a slip." """
    state, _ = lesson_state(lesson)
    return f"{state}. {lesson_record(lesson, now)}".strip()


def cause_choices() -> list[tuple[object, str]]:
    """Where a way of working breaks, as pills."""
    words = {
        "people": _tr("People"),
        "stock": _tr("Stock"),
        "timing": _tr("Timing"),
        "supplier": _tr("Supplier"),
        "wording": _tr("How we said it"),
        "price": _tr("Price"),
        "place": _tr("The place"),
        "other": _tr("Something else"),
    }
    return [(cause, words[cause]) for cause in CAUSES]


def _tr(text: str) -> str:
    return QCoreApplication.translate("lessons", text)
