"""Complaints, rows and reminders as plain documents for scripts: stable keys, ISO 8601 times, money as "48.00"."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from app.domain import money
from app.domain.alike import Alike
from app.domain.case import Case, FollowUp, Message, Promise, TimelineEntry
from app.domain.due import CaseReminder, LessonReminder, Reminder
from app.domain.fields import FIELDS
from app.domain.lesson import Lesson
from app.domain.moment import from_text
from app.domain.query import CaseRow
from app.domain.terms import DueKind, MessageKind

VERBS = {
    DueKind.FIRST_ANSWER: "Answer",
    DueKind.PROMISE: "Keep the promise",
    DueKind.FOLLOW_UP: "Follow up",
    DueKind.CARD: "Print the card",
    DueKind.POST: "Post the card",
    DueKind.LESSON: "Agree the plan",
    DueKind.EFFECT_CHECK: "Say whether the plan holds",
}
_OF_CASE = tuple(name for name, field in FIELDS.items() if field.part == "case" and name != "title")


def when(value: date | datetime | None) -> str | None:
    """ISO 8601: a moment with its offset, a day without."""
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat() if value else None


def cents(value: int | None) -> str | None:
    return None if value is None else money.to_text(value)


def of_case(
    case: Case, lesson: Lesson | None, timeline: Iterable[TimelineEntry], labels: Mapping[str, str], today: date
) -> dict[str, object]:
    """All that is known; a text that is not known is "", anything else null.

    `number title customer step stage`, then every field of the case by its own name, then of the promise in work
    `remedy remedy_words promise cost promised_by promised_who promise_kept_on`, then `promises said lesson follow_ups
    anger_after attachments closed_on deleted_on timeline`. `labels` holds the words of each remedy's code.
    """
    now = case.promise
    return {
        "number": case.id,
        "title": case.title,
        "customer": _customer(case),
        "step": case.step,
        "stage": "closed" if case.closed_on else "open",
        **{name: _plain(getattr(case, name)) for name in _OF_CASE},
        "remedy": now.remedy,
        "remedy_words": labels.get(now.remedy, now.remedy),
        "promise": now.what,
        "cost": cents(now.cost),
        "promised_by": when(now.by),
        "promised_who": now.who,
        "promise_kept_on": when(now.kept_on),
        "promises": [_promise(one, labels) for one in case.promises],
        "said": [_message(one) for one in case.messages],
        "lesson": _lesson(case, lesson, today),
        "follow_ups": [_follow_up(one) for one in case.follow_ups],
        "anger_after": case.anger_after,
        "attachments": [
            {"number": a.id, "name": a.name, "media_type": a.media_type, "size": a.size} for a in case.attachments
        ],
        "closed_on": when(case.closed_on),
        "deleted_on": when(case.deleted_on),
        "timeline": [_entry(one) for one in timeline],
    }


def _plain(value: object) -> object:
    if isinstance(value, date):
        return when(value)
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value


def _customer(case: Case) -> dict[str, object] | None:
    who = case.customer
    if who is None:
        return None
    known = {name: getattr(who, name) for name in ("name", "phone", "email", "address", "description")}
    return {"id": who.id, **known}


def _promise(one: Promise, labels: Mapping[str, str]) -> dict[str, object]:
    return {
        "remedy": one.remedy,
        "remedy_words": labels.get(one.remedy, one.remedy),
        "promise": one.what,
        "cost": cents(one.cost),
        "promised_by": when(one.by),
        "promised_who": one.who,
        "made_on": when(one.made_on),
        "kept_on": when(one.kept_on),
        "withdrawn_on": when(one.withdrawn_on),
    }


def _message(one: Message) -> dict[str, object]:
    """`state`: draft, given; of a card draft, written, printed, posted."""
    found: dict[str, object] = {"kind": one.kind, "text": one.text, "on": when(one.given_on), "state": _state(one)}
    if one.kind is MessageKind.CARD:
        found |= {"card_kind": one.card_kind, "ready_on": when(one.ready_on), "printed_on": when(one.printed_on)}
    return found


def _state(one: Message) -> str:
    if one.given_on is not None:
        return "posted" if one.kind is MessageKind.CARD else "given"
    if one.printed_on is not None:
        return "printed"
    return "draft" if one.ready_on is None else "written"


def _lesson(case: Case, lesson: Lesson | None, today: date) -> dict[str, object] | None:
    if lesson is None:
        return {"none_because": case.nothing_because} if case.nothing_because else None
    return {
        "number": lesson.id,
        "broke": lesson.broke,
        "plan": lesson.plan,
        "owner": lesson.owner,
        "by": when(lesson.by),
        "agreed": list(lesson.agreed),
        "cause": lesson.cause,
        "cause_words": lesson.cause_words,
        "whys": list(lesson.whys),
        "in_use_since": when(lesson.in_use_since),
        "state": lesson.state(today),
        "slips": lesson.slips,
    }


def _follow_up(one: FollowUp) -> dict[str, object]:
    return {"result": one.result, "anger": one.anger, "words": one.words, "on": when(one.on)}


def _entry(one: TimelineEntry) -> dict[str, object]:
    """`on`, `what` (a code), and `facts` as they were noted."""
    facts = dict(one.facts)
    if "until" in facts:
        facts["until"] = when(from_text(str(facts["until"])))
    return {"on": when(one.on), "what": one.code, "facts": facts}


def of_row(row: CaseRow) -> dict[str, object]:
    return {
        "number": row.id,
        "customer": row.customer,
        "title": row.title,
        "stage": "closed" if row.closed else "open",
        "anger_before": row.anger,
        "anger_after": row.anger_after,
        "came_in": when(row.came_in),
    }


def of_reminder(one: Reminder, now: datetime) -> dict[str, object]:
    """`verb` in plain words. Of a plan that came back `case` and `customer` are those of the newest slip."""
    verb, customer, case_id, lesson_id = VERBS[one.kind], "", None, None
    if isinstance(one, CaseReminder):
        customer, case_id = one.case.customer, one.case.case_id
    elif isinstance(one, LessonReminder):
        lesson_id = one.lesson.lesson_id
        if one.kind is DueKind.LESSON and one.lesson.came_back:
            verb, customer, case_id = "Look at the plan", one.lesson.slip_customer, one.lesson.slip_case
    return {
        "kind": one.kind,
        "due": when(one.due),
        "late": one.is_late(now),
        "verb": verb,
        "customer": customer,
        "case": case_id,
        "lesson": lesson_id,
    }


def of_alike(found: Alike, today: date) -> dict[str, object]:
    """`cases` and `lessons`, the best first, each with its score to three places."""
    return {
        "cases": [
            {
                "number": one.number,
                "score": round(one.score, 3),
                "title": one.title,
                "remedy": one.done,
                "anger_before": one.anger,
                "anger_after": one.anger_after,
                "outcome": one.outcome,
                "cost": cents(one.cost),
            }
            for one in found.cases
        ],
        "lessons": [
            {
                "number": one.lesson.id,
                "score": round(one.score, 3),
                "broke": one.lesson.broke,
                "plan": one.lesson.plan,
                "state": one.lesson.state(today),
            }
            for one in found.lessons
        ],
    }
