"""Words for the customer: drafts, what was said, and cards on their way to the post."""

from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.changes import Done, of_case
from app.domain.errors import AppError
from app.domain.fold import clean
from app.domain.moment import to_text
from app.domain.terms import MessageKind
from app.lazy import lazy
from app.services.promises import check_moment
from app.services.work import Work
from app.store import cards, cases, parts
from app.store.cards import CardRow

if TYPE_CHECKING:
    from app.domain import fields
    from app.domain.case import Message
else:  # counting cards for the side bar needs neither a case nor its fields
    fields = lazy("app.domain.fields")


class Messages(Work):
    def write(self, case_id: int, kind: MessageKind, text: str, *, card_kind: str = "") -> Done[int]:
        """Keep the draft of that kind as it is typed; its id. Raises `AppError("too_long")`.

        A card that is printed, or one of another kind that waits for the printer, is left as it is: a new one is begun.
        """
        text = _checked(text)
        with self.on_case(case_id):
            message_id = parts.draft_of(self.store, case_id, kind, card_kind)
            values: dict[str, object] = {"text": text}
            if card_kind:
                values["card_kind"] = card_kind
            if message_id is None:
                message_id = parts.add_message(self.store, case_id, kind, values)
            else:
                parts.set_message(self.store, message_id, values)
        return Done(message_id, of_case(case_id, listed=False))

    def begin_card(self, case_id: int, text: str, *, card_kind: str) -> Done[int]:
        """A card besides all that there are, none of which changes; its id. Raises `AppError("too_long")`."""
        text = _checked(text)
        with self.on_case(case_id):
            values: dict[str, object] = {"text": text, "card_kind": card_kind}
            message_id = parts.add_message(self.store, case_id, MessageKind.CARD, values)
        return Done(message_id, of_case(case_id, listed=False))

    def rewrite(self, message_id: int, text: str, *, card_kind: str) -> Done[None]:
        """Change this very card, its kind too. Raises `AppError`: `too_long`, `no_such_message`."""
        text = _checked(text)
        case_id = self._case_of(message_id)
        with self.on_case(case_id):
            parts.set_message(self.store, message_id, {"text": text, "card_kind": card_kind})
        return Done(None, of_case(case_id, listed=False))

    def say(self, case_id: int, kind: MessageKind, text: str | None = None, *, on: datetime | None = None) -> Done[int]:
        """The customer has heard or got it: the draft of that kind, or `text`, counts as given at `on` (or now).

        Raises `AppError`: `nothing_to_say` where there are no words, `too_long`, `before_complaint`, `in_the_future`.
        """
        with self.on_case(case_id) as now:
            given = on or now
            check_moment(given, cases.came_in(self.store, case_id), now)
            message_id = parts.draft_of(self.store, case_id, kind)
            if message_id is None:
                message_id = parts.add_message(self.store, case_id, kind, {})
            values: dict[str, object] = {"given_on": to_text(given)}
            if text is not None:
                values["text"] = _checked(text)
            parts.set_message(self.store, message_id, values)
            if not self._message(case_id, message_id).text.strip():
                raise AppError("nothing_to_say")
            cases.log(self.store, case_id, given, "said", kind=kind, message=message_id)
        return Done(message_id, of_case(case_id))

    def unsay(self, message_id: int) -> Done[None]:
        """Undo of `say` and of `posted`: the words are a draft again."""
        case_id = self._case_of(message_id)
        with self.on_case(case_id):
            parts.set_message(self.store, message_id, {"given_on": ""})
            cases.unlog_message(self.store, case_id, message_id, ("said", "posted"))
        return Done(None, of_case(case_id))

    def make_ready(self, message_id: int, *, size: str, look: str) -> Done[None]:
        """The card may be printed: it is on Today from now on. Raises `AppError("card_empty")`."""
        case_id = self._case_of(message_id)
        with self.on_case(case_id, searchable=False) as now:
            message = self._message(case_id, message_id)
            if not message.text.strip():
                raise AppError("card_empty")
            ready = to_text(message.ready_on or now)
            parts.set_message(self.store, message_id, {"ready_on": ready, "card_size": size, "card_look": look})
        return Done(None, of_case(case_id))

    def set_look(self, message_id: int, *, size: str, look: str) -> Done[None]:
        case_id = self._case_of(message_id)
        with self.on_case(case_id, searchable=False):
            parts.set_message(self.store, message_id, {"card_size": size, "card_look": look})
        return Done(None, of_case(case_id, listed=False))

    def not_ready(self, message_id: int) -> Done[None]:
        """Undo of `make_ready`."""
        case_id = self._case_of(message_id)
        with self.on_case(case_id, searchable=False):
            parts.set_message(self.store, message_id, {"ready_on": ""})
        return Done(None, of_case(case_id))

    def printed(self, message_id: int) -> Done[None]:
        """The owner saw it come out; what is left is the post box."""
        case_id = self._case_of(message_id)
        with self.on_case(case_id, searchable=False) as now:
            message = self._message(case_id, message_id)
            ready = to_text(message.ready_on or now)
            parts.set_message(self.store, message_id, {"printed_on": to_text(now), "ready_on": ready})
            cases.log(self.store, case_id, now, "printed", message=message_id, card=message.card_kind)
        return Done(None, of_case(case_id))

    def unprinted(self, message_id: int) -> Done[None]:
        """Undo of `printed`: it waits for the printer again."""
        case_id = self._case_of(message_id)
        with self.on_case(case_id, searchable=False):
            parts.set_message(self.store, message_id, {"printed_on": ""})
            cases.unlog_message(self.store, case_id, message_id, ("printed",))
        return Done(None, of_case(case_id))

    def posted(self, message_id: int, on: datetime | None = None) -> Done[None]:
        """It is in the post, or handed over: the card counts as said."""
        case_id = self._case_of(message_id)
        with self.on_case(case_id, searchable=False) as now:
            given = on or now
            check_moment(given, cases.came_in(self.store, case_id), now)
            message = self._message(case_id, message_id)
            when = {"given_on": to_text(given), "ready_on": to_text(message.ready_on or given)}
            parts.set_message(self.store, message_id, dict(when))
            cases.log(self.store, case_id, given, "posted", message=message_id, card=message.card_kind)
        return Done(None, of_case(case_id))

    def unposted(self, message_id: int) -> Done[None]:
        """Undo of `posted`."""
        return self.unsay(message_id)

    def remove(self, message_id: int) -> "Done[Message]":
        """Throw a draft away; the message as it was, for `put_back`."""
        case_id = self._case_of(message_id)
        with self.on_case(case_id):
            message = self._message(case_id, message_id)
            parts.remove_message(self.store, message_id)
        return Done(message, of_case(case_id))

    def put_back(self, case_id: int, message: "Message") -> Done[int]:
        """Undo of `remove`."""
        with self.on_case(case_id):
            values: dict[str, object] = {
                "text": message.text,
                "card_kind": message.card_kind,
                "card_size": message.card_size,
                "card_look": message.card_look,
                "ready_on": to_text(message.ready_on) if message.ready_on else "",
            }
            message_id = parts.add_message(self.store, case_id, message.kind, values)
        return Done(message_id, of_case(case_id))

    def cards(self) -> list[CardRow]:
        """Cards that wait first, then what was sent, the newest first."""
        return cards.listing(self.store)

    def cards_waiting(self) -> int:
        return cards.waiting(self.store)

    def any_card(self) -> bool:
        return cards.ever(self.store)

    def message(self, message_id: int) -> "tuple[int, Message]":
        """The number of its case, and the message. Raises `AppError("no_such_message")`."""
        case_id = self._case_of(message_id)
        return case_id, self._message(case_id, message_id)

    def _message(self, case_id: int, message_id: int) -> "Message":
        return next(m for m in cases.messages_of(self.store, case_id) if m.id == message_id)

    def _case_of(self, message_id: int) -> int:
        case_id = parts.case_of_message(self.store, message_id)
        if case_id is None:
            raise AppError("no_such_message", number=message_id)
        return case_id


def _checked(text: str) -> str:
    text = clean(text)
    if len(text) > fields.TEXT_LIMIT:
        raise AppError("too_long", field="text", length=len(text), limit=fields.TEXT_LIMIT)
    return text
