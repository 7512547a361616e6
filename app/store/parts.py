"""What hangs on a case as rows: promises, messages, follow-ups, puttings-off and attachments."""

from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.moment import to_text
from app.domain.terms import DueKind, FollowUpResult, MessageKind
from app.lazy import lazy
from app.store.database import Store

if TYPE_CHECKING:
    from app.domain import case as whole
else:  # what is due is asked through here before any case is opened
    whole = lazy("app.domain.case")

PROMISE_COLUMN = {
    "remedy": "remedy",
    "promise": "what",
    "cost": "cost",
    "promised_by": "by",
    "promised_who": "who",
    "promise_kept_on": "kept_on",
}


def current_promise(store: Store, case_id: int, now: datetime) -> int:
    """The id of the promise in work; an empty one is made where there is none."""
    row = store.first("SELECT max(id) FROM promise WHERE case_id = ? AND withdrawn_on = ''", (case_id,))
    if row is not None and row[0] is not None:
        return int(row[0])
    return add_promise(store, case_id, now)


def add_promise(store: Store, case_id: int, now: datetime) -> int:
    return store.insert("promise", {"case_id": case_id, "made_on": to_text(now)})


def remove_promise(store: Store, promise_id: int) -> None:
    store.write("DELETE FROM promise WHERE id = ?", (promise_id,))


def set_promise(store: Store, promise_id: int, values: dict[str, object]) -> None:
    """`values` by field name, each already as the column holds it."""
    store.update("promise", "id", promise_id, {PROMISE_COLUMN[name]: value for name, value in values.items()})


def set_kept(store: Store, promise_id: int, on: datetime | None) -> None:
    store.update("promise", "id", promise_id, {"kept_on": to_text(on) if on else ""})


def set_withdrawn(store: Store, promise_id: int, on: datetime | None) -> None:
    store.update("promise", "id", promise_id, {"withdrawn_on": to_text(on) if on else ""})


def case_of_promise(store: Store, promise_id: int) -> int | None:
    row = store.first("SELECT case_id FROM promise WHERE id = ?", (promise_id,))
    return int(row[0]) if row else None


def draft_of(store: Store, case_id: int, kind: MessageKind, card_kind: str = "") -> int | None:
    """The newest message of that kind that may still be changed.

    No printed card, and none of another kind that waits for the printer; one of the same kind comes first.
    """
    row = store.first(
        "SELECT id FROM message WHERE case_id = ? AND kind = ? AND given_on = '' AND printed_on = ''"
        " AND (ready_on = '' OR card_kind = ? OR ? = '') ORDER BY card_kind = ? DESC, id DESC LIMIT 1",
        (case_id, kind, card_kind, card_kind, card_kind),
    )
    return int(row[0]) if row is not None else None


def add_message(store: Store, case_id: int, kind: MessageKind, values: dict[str, object]) -> int:
    return store.insert("message", {"case_id": case_id, "kind": kind, **values})


def set_message(store: Store, message_id: int, values: dict[str, object]) -> None:
    store.update("message", "id", message_id, values)


def remove_message(store: Store, message_id: int) -> None:
    store.write("DELETE FROM message WHERE id = ?", (message_id,))


def case_of_message(store: Store, message_id: int) -> int | None:
    row = store.first("SELECT case_id FROM message WHERE id = ?", (message_id,))
    return int(row[0]) if row else None


def add_follow_up(
    store: Store, case_id: int, result: FollowUpResult, anger: int | None, words: str, on: datetime
) -> int:
    return store.insert(
        "follow_up",
        {"case_id": case_id, "result": result, "anger": anger, "words": words, "happened_on": to_text(on)},
    )


def remove_follow_up(store: Store, follow_up_id: int) -> None:
    store.write("DELETE FROM follow_up WHERE id = ?", (follow_up_id,))


def add_put_off(store: Store, case_id: int, kind: DueKind, until: datetime, reason: str, now: datetime) -> int:
    return store.insert(
        "put_off",
        {"case_id": case_id, "kind": kind, "until": to_text(until), "reason": reason, "made_on": to_text(now)},
    )


def remove_put_off(store: Store, put_off_id: int) -> int | None:
    """Returns the case it belonged to."""
    row = store.first("SELECT case_id FROM put_off WHERE id = ?", (put_off_id,))
    store.write("DELETE FROM put_off WHERE id = ?", (put_off_id,))
    return int(row[0]) if row else None


def add_attachment(store: Store, case_id: int, name: str, media_type: str, content: bytes, now: datetime) -> int:
    return store.insert(
        "attachment",
        {
            "case_id": case_id,
            "name": name,
            "media_type": media_type,
            "size": len(content),
            "added_on": to_text(now),
            "content": content,
        },
    )


def set_attachment_deleted(store: Store, attachment_id: int, on: datetime | None) -> int | None:
    """Returns the case it belongs to."""
    store.update("attachment", "id", attachment_id, {"deleted_on": to_text(on) if on else ""})
    row = store.first("SELECT case_id FROM attachment WHERE id = ?", (attachment_id,))
    return int(row[0]) if row else None


def attachment(store: Store, attachment_id: int) -> "tuple[whole.Attachment, bytes] | None":
    row = store.first("SELECT id, name, media_type, size, content FROM attachment WHERE id = ?", (attachment_id,))
    if row is None:
        return None
    return whole.Attachment(id=row[0], name=row[1], media_type=row[2], size=row[3]), bytes(row[4])


def purge(store: Store, before: datetime) -> list[int]:
    """Delete for good what lies in the trash since before that moment; returns the numbers of the cases."""
    limit = to_text(before)
    rows = store.read("SELECT id FROM cases WHERE deleted_on <> '' AND deleted_on < ?", (limit,))
    for (case_id,) in rows:
        store.write("DELETE FROM search_text WHERE case_id = ?", (case_id,))
        store.write("DELETE FROM cases WHERE id = ?", (case_id,))
    store.write("DELETE FROM attachment WHERE deleted_on <> '' AND deleted_on < ?", (limit,))
    return [row[0] for row in rows]
