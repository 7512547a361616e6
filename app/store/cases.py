"""Cases as rows, and as whole values."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.domain.case import Attachment, Case, FollowUp, Message, Promise, TimelineEntry, title_of
from app.domain.fold import fold
from app.domain.moment import from_text, known_from_text, to_text, when_from_text, when_to_text
from app.domain.terms import (
    Answer,
    BeganWith,
    Channel,
    FollowUpResult,
    Loss,
    MessageKind,
    Outcome,
    Step,
)
from app.store import customers
from app.store.database import Row, Store

LISTED = {"channel", "about", "anger", "answer", "outcome", "follow_up_days", "came_in"}
_STEP_ORDER = {step: number for number, step in enumerate(Step, 1)}
_OUTCOME_ORDER = {Outcome.STRONGER: 11, Outcome.KEPT: 12, Outcome.PARTED: 13, Outcome.LOST: 14}

_CASE = (
    "SELECT c.id, c.customer_id, c.title, c.step, c.visited, c.channel, c.about, c.anger, c.answer, c.outcome,"
    " c.lesson_id, c.follow_up_days, c.came_in, c.closed_on, c.deleted_on,"
    " d.heat, d.words, d.wants, d.review_site, d.review_stars, d.review_link, d.read_back, d.on_phone, d.facts,"
    " d.began_with, d.supplier, d.safety, d.went_wrong, d.reason, d.what_changes, d.tried, d.release, d.refer_to,"
    " d.losses, d.options, d.differs, d.nothing_because, d.no_follow_up_because,"
    " d.call_result, d.call_anger, d.call_words, d.fair, d.treated_well, d.best_way"
    " FROM cases c JOIN case_detail d ON d.case_id = c.id WHERE c.id = ?"
)


def add(store: Store, came_in: datetime, *, step: Step) -> int:
    case_id = store.insert(
        "cases",
        {
            "came_in": to_text(came_in),
            "changed_on": to_text(came_in),
            "step": step,
            "standing": _STEP_ORDER[step],
        },
    )
    store.insert("case_detail", {"case_id": case_id})
    return case_id


def load(store: Store, case_id: int) -> Case | None:
    row = store.first(_CASE, (case_id,))
    return None if row is None else _case(store, row)


def _case(store: Store, row: Row) -> Case:
    (
        case_id, customer_id, title, step, visited, channel, about, anger, answer, outcome,
        lesson_id, follow_up_days, came_in, closed_on, deleted_on,
        heat, words, wants, review_site, review_stars, review_link, read_back, on_phone, facts,
        began_with, supplier, safety, went_wrong, reason, what_changes, tried, release, refer_to,
        losses, options, differs, nothing_because, no_follow_up_because,
        call_result, call_anger, call_words, fair, treated_well, best_way,
    ) = row  # fmt: skip
    return Case(
        id=case_id,
        customer=customers.load(store, customer_id) if customer_id else None,
        title=title,
        heat=heat,
        words=words,
        wants=wants,
        channel=Channel(channel) if channel else None,
        about=about,
        anger=anger,
        review_site=review_site,
        review_stars=review_stars,
        review_link=review_link,
        read_back=_flag(read_back),
        on_phone=_flag(on_phone),
        came_in=from_text(came_in),
        facts=facts,
        began_with=BeganWith(began_with) if began_with else None,
        supplier=supplier,
        safety=_flag(safety),
        went_wrong=went_wrong,
        answer=Answer(answer) if answer else None,
        reason=reason,
        what_changes=what_changes,
        tried=tried,
        release=release,
        refer_to=refer_to,
        losses=frozenset(Loss(code) for code in json.loads(losses)),
        options=tuple(json.loads(options)),
        differs=differs,
        promises=promises_of(store, case_id),
        messages=messages_of(store, case_id),
        lesson_id=lesson_id,
        nothing_because=nothing_because,
        follow_up_days=follow_up_days,
        follow_ups=follow_ups_of(store, case_id),
        call_result=FollowUpResult(call_result) if call_result else None,
        call_anger=call_anger,
        call_words=call_words,
        no_follow_up_because=no_follow_up_because,
        outcome=Outcome(outcome) if outcome else None,
        fair=_flag(fair),
        treated_well=_flag(treated_well),
        best_way=best_way,
        closed_on=known_from_text(closed_on),
        deleted_on=known_from_text(deleted_on),
        step=Step(step),
        visited=frozenset(Step(one) for one in visited.split()),
        attachments=attachments_of(store, case_id),
    )


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def promises_of(store: Store, case_id: int) -> tuple[Promise, ...]:
    rows = store.read(
        "SELECT id, remedy, what, cost, by, who, kept_on, withdrawn_on, made_on FROM promise"
        " WHERE case_id = ? ORDER BY id",
        (case_id,),
    )
    return tuple(
        Promise(
            id=r[0],
            remedy=r[1],
            what=r[2],
            cost=r[3],
            by=when_from_text(r[4]) if r[4] else None,
            who=r[5],
            kept_on=known_from_text(r[6]),
            withdrawn_on=known_from_text(r[7]),
            made_on=known_from_text(r[8]),
        )
        for r in rows
    )


def messages_of(store: Store, case_id: int) -> tuple[Message, ...]:
    rows = store.read(
        "SELECT id, kind, text, given_on, card_kind, card_size, card_look, ready_on, printed_on FROM message"
        " WHERE case_id = ? ORDER BY id",
        (case_id,),
    )
    return tuple(message_of(row) for row in rows)


def message_of(row: Row) -> Message:
    return Message(
        id=row[0],
        kind=MessageKind(row[1]),
        text=row[2],
        given_on=known_from_text(row[3]),
        card_kind=row[4],
        card_size=row[5],
        card_look=row[6],
        ready_on=known_from_text(row[7]),
        printed_on=known_from_text(row[8]),
    )


def follow_ups_of(store: Store, case_id: int) -> tuple[FollowUp, ...]:
    rows = store.read(
        "SELECT id, result, anger, words, happened_on FROM follow_up WHERE case_id = ? ORDER BY happened_on, id",
        (case_id,),
    )
    return tuple(
        FollowUp(id=r[0], result=FollowUpResult(r[1]), anger=r[2], words=r[3], on=from_text(r[4])) for r in rows
    )


def attachments_of(store: Store, case_id: int) -> tuple[Attachment, ...]:
    rows = store.read(
        "SELECT id, name, media_type, size FROM attachment WHERE case_id = ? AND deleted_on = '' ORDER BY id",
        (case_id,),
    )
    return tuple(Attachment(id=r[0], name=r[1], media_type=r[2], size=r[3]) for r in rows)


def set_fields(store: Store, case_id: int, values: Mapping[str, object]) -> None:
    """Write fields of the case itself (not of its promise), each already of its kind."""
    listed: dict[str, object] = {}
    detail: dict[str, object] = {}
    for name, value in values.items():
        stored = _stored(value)
        if name == "title":
            detail["given_title"] = stored
        elif name in LISTED:
            listed[name] = stored
        else:
            detail[name] = stored
    if "no_follow_up_because" in values:
        listed["follow_up_skipped"] = int(bool(str(values["no_follow_up_because"]).strip()))
    store.update("case_detail", "case_id", case_id, detail)
    if "title" in values or "words" in values:
        listed |= _titles(store, case_id)
    store.update("cases", "id", case_id, listed)


def _titles(store: Store, case_id: int) -> dict[str, object]:
    """The title's columns where it is another one now: most keys come after the words that make it."""
    row = store.first(
        "SELECT d.given_title, substr(d.words, 1, 400), c.title FROM case_detail d JOIN cases c ON c.id = d.case_id"
        " WHERE d.case_id = ?",
        (case_id,),
    )
    if row is None:
        return {}
    title = row[0] or title_of(row[1])
    return {"title": title, "title_key": fold(title)} if title != row[2] else {}


def _stored(value: object) -> object:
    result: Any = value
    if isinstance(value, frozenset):
        result = json.dumps(sorted(value))
    elif isinstance(value, tuple):
        result = json.dumps(value, ensure_ascii=False)
    elif isinstance(value, bool):
        result = int(value)
    elif hasattr(value, "isoformat"):
        result = when_to_text(value)  # type: ignore[arg-type]  # date and datetime alone have isoformat here
    return result


_NULLABLE = {
    "heat", "anger", "review_stars", "read_back", "on_phone", "safety", "fair", "treated_well", "follow_up_days",
    "cost", "call_anger",
}  # fmt: skip


def nothing(name: str) -> object:
    """What the column holds where nothing is said: NULL for figures and flags, an empty text otherwise."""
    return None if name in _NULLABLE else ""


def stamp(store: Store, case_id: int, now: datetime) -> bool:
    """Note when it was changed; whether there is such a case."""
    return store.write("UPDATE cases SET changed_on = ? WHERE id = ?", (to_text(now), case_id)) > 0


def touch(store: Store, case_id: int, now: datetime) -> None:
    """Bring the derived columns of the narrow row in line with the case's parts; writes those that differ."""
    row = store.first(
        "SELECT c.step, c.outcome, c.closed_on, k.name, k.description, k.phone, k.email,"
        " (SELECT min(given_on) FROM message WHERE case_id = c.id AND given_on <> ''),"
        " (SELECT anger FROM follow_up WHERE case_id = c.id AND anger IS NOT NULL"
        "   ORDER BY happened_on DESC, id DESC LIMIT 1),"
        " c.who, c.standing, c.answered_on, c.anger_after"
        " FROM cases c LEFT JOIN customer k ON k.id = c.customer_id WHERE c.id = ?",
        (case_id,),
    )
    assert row is not None
    step, outcome, closed_on, name, description, phone, email, answered_on, anger_after, *before = row
    who = name or description or phone or email or ""
    closed = bool(closed_on)
    standing = _OUTCOME_ORDER.get(outcome, 10) if closed else _STEP_ORDER[step]
    derived = {"who": who, "standing": standing, "answered_on": answered_on or "", "anger_after": anger_after}
    changed: dict[str, object] = {
        name: value for (name, value), old in zip(derived.items(), before, strict=True) if value != old
    }
    if "who" in changed:
        changed["who_key"] = fold(who)
    store.update("cases", "id", case_id, {**changed, "changed_on": to_text(now)})


def log(store: Store, case_id: int, on: datetime, code: str, **facts: object) -> int:
    """Add one line to the case's timeline."""
    return store.insert(
        "timeline",
        {
            "case_id": case_id,
            "happened_on": to_text(on),
            "code": code,
            "facts": json.dumps(facts, ensure_ascii=False, default=str),
        },
    )


def timeline(store: Store, case_id: int) -> list[TimelineEntry]:
    rows = store.read(
        "SELECT id, happened_on, code, facts FROM timeline WHERE case_id = ? ORDER BY happened_on, id", (case_id,)
    )
    return [TimelineEntry(id=r[0], on=from_text(r[1]), code=r[2], facts=json.loads(r[3])) for r in rows]


def log_once(store: Store, case_id: int, on: datetime, code: str, *, promise: int) -> None:
    """Log what a promise came to; typing it again changes no line."""
    known = store.first(
        "SELECT 1 FROM timeline WHERE case_id = ? AND code = ? AND facts ->> 'promise' = ?", (case_id, code, promise)
    )
    if known is None:
        log(store, case_id, on, code, promise=promise)


def unlog(store: Store, case_id: int, code: str, *, promise: int) -> None:
    store.write(
        "DELETE FROM timeline WHERE case_id = ? AND code = ? AND facts ->> 'promise' = ?", (case_id, code, promise)
    )


def relog_came_in(store: Store, case_id: int, on: datetime) -> None:
    """The story begins when it came in, also after that moment was put right."""
    store.write("UPDATE timeline SET happened_on = ? WHERE case_id = ? AND code = 'came_in'", (to_text(on), case_id))


def set_place(store: Store, case_id: int, step: Step, visited: set[str]) -> None:
    store.update("cases", "id", case_id, {"step": step, "visited": " ".join(sorted(visited))})


def set_customer(store: Store, case_id: int, customer_id: int | None) -> None:
    store.update("cases", "id", case_id, {"customer_id": customer_id})


def set_closed(store: Store, case_id: int, on: datetime | None) -> None:
    store.update("cases", "id", case_id, {"closed_on": to_text(on) if on else ""})


def set_deleted(store: Store, case_id: int, on: datetime | None) -> None:
    store.update("cases", "id", case_id, {"deleted_on": to_text(on) if on else ""})


def came_in(store: Store, case_id: int) -> str:
    """The stored moment at which it came in."""
    row = store.first("SELECT came_in FROM cases WHERE id = ?", (case_id,))
    assert row is not None
    return str(row[0])


def visited(store: Store, case_id: int) -> set[str]:
    row = store.first("SELECT visited FROM cases WHERE id = ?", (case_id,))
    return set(row[0].split()) if row else set()


def unlog_message(store: Store, case_id: int, message_id: int, codes: tuple[str, ...]) -> None:
    marks = ", ".join("?" * len(codes))
    store.write(
        f"DELETE FROM timeline WHERE case_id = ? AND facts ->> 'message' = ? AND code IN ({marks})",
        (case_id, message_id, *codes),
    )


def unlog_put_off(store: Store, case_id: int, put_off_id: int) -> None:
    store.write("DELETE FROM timeline WHERE case_id = ? AND facts ->> 'put_off' = ?", (case_id, put_off_id))


def unlog_follow_up(store: Store, case_id: int, follow_up_id: int) -> None:
    store.write("DELETE FROM timeline WHERE case_id = ? AND facts ->> 'follow_up' = ?", (case_id, follow_up_id))
