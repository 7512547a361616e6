"""Every verb of a case with its undo, and what each refuses."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.domain.errors import AppError
from app.domain.terms import DueKind, FollowUpResult, Loss, MessageKind, Outcome, Step
from app.services import attachments
from app.services.house import House
from tests.shop import NOW, SetClock, everything

EARLIER = NOW - timedelta(days=4)


@pytest.fixture
def number(house: House) -> int:
    """A complaint of four days ago with a promise, answered at once."""
    number = house.cases.start(here_or_on_phone=True, came_in=EARLIER).value
    house.cases.set_customer(number, {"name": "Dana Whitfield", "phone": "555 0199"})
    house.cases.answer_all(
        number,
        {"words": "Wrong name", "anger": 8, "remedy": "refund_whole", "promised_by": date(2026, 11, 24)},
    )
    house.messages.say(number, MessageKind.SPOKEN, "I am sorry", on=EARLIER + timedelta(hours=1))
    return number


def without_change(house: House) -> dict[str, object]:
    """All rows but the moment of the last change and the empty promise or message that an undo may leave."""
    rows = everything(house.store)
    changed = [row[0] for row in house.store.read("SELECT name FROM pragma_table_info('cases')")].index("changed_on")
    cases = [row[:changed] + row[changed + 1 :] for row in rows.pop("cases")]
    return {"cases": cases, **rows}


def undone(house: House, do: Callable[[], Callable[[], object]]) -> None:
    """What `do` changed is as before once its undo has run, and was different in between."""
    before = without_change(house)
    undo = do()
    assert without_change(house) != before
    undo()
    assert without_change(house) == before


def refusal(verb: Callable[[], object]) -> str:
    with pytest.raises(AppError) as caught:
        verb()
    return caught.value.code


def promise_of(house: House, number: int) -> int:
    return house.cases.case(number).promise.id


def test_keeping_a_promise(house: House, number: int) -> None:
    promise = promise_of(house, number)

    def do() -> Callable[[], object]:
        house.promises.keep(promise)
        assert house.cases.case(number).promise.kept_on == NOW
        house.promises.keep(promise)
        assert [entry.code for entry in house.cases.timeline(number)].count("kept") == 1
        return lambda: house.promises.unkeep(promise)

    undone(house, do)
    assert refusal(lambda: house.promises.keep(promise, EARLIER - timedelta(minutes=1))) == "before_complaint"
    assert refusal(lambda: house.promises.keep(promise, NOW + timedelta(minutes=1))) == "in_the_future"
    assert refusal(lambda: house.promises.keep(99)) == "no_such_promise"


def test_withdrawing_a_promise(house: House, number: int) -> None:
    promise = promise_of(house, number)

    def do() -> Callable[[], object]:
        house.promises.withdraw(promise)
        assert not house.cases.case(number).promise.is_made
        return lambda: house.promises.unwithdraw(promise)

    undone(house, do)


def test_trying_again_keeps_the_first_promise_in_the_story(house: House, number: int) -> None:
    first = promise_of(house, number)
    second = house.promises.try_again(number).value
    assert second != first
    assert house.promises.try_again(number).value == second, "an empty one is used, not doubled"
    house.cases.answer_all(number, {"promise": "A song", "promised_by": "2026-12-01"})
    assert [promise.id for promise in house.cases.case(number).promises] == [first, second]
    assert house.cases.case(number).promise.what == "A song"
    house.promises.withdraw(second)
    assert house.cases.case(number).promise.id == first
    assert house.promises.try_again(number).value not in (first, second)


def test_saying_it(house: House, number: int) -> None:
    house.messages.write(number, MessageKind.LETTER, "Dear Dana")

    def do() -> Callable[[], object]:
        said = house.messages.say(number, MessageKind.LETTER).value
        assert house.messages.message(said)[1].given_on == NOW
        return lambda: house.messages.unsay(said)

    undone(house, do)
    future = NOW + timedelta(seconds=1)
    assert refusal(lambda: house.messages.say(number, MessageKind.EMAIL, "x", on=future)) == "in_the_future"
    assert refusal(lambda: house.messages.say(number, MessageKind.EMAIL)) == "nothing_to_say"
    assert refusal(lambda: house.messages.write(number, MessageKind.EMAIL, "x" * 100_001)) == "too_long"
    assert house.cases.case(number).draft(MessageKind.EMAIL) is None
    assert refusal(lambda: house.messages.unsay(99)) == "no_such_message"


def test_card_from_the_pen_to_the_post(house: House, number: int, clock: SetClock) -> None:
    messages = house.messages
    assert not messages.any_card()
    card = messages.write(number, MessageKind.CARD, "Dear Dana", card_kind="apology").value
    assert messages.write(number, MessageKind.CARD, "Dear Dana,").value == card
    messages.set_look(card, size="a5-folded", look="plain")
    assert messages.cards() == []

    def ready() -> Callable[[], object]:
        messages.make_ready(card, size="a5-folded", look="plain")
        assert [(row.state, row.kind) for row in messages.cards()] == [("written", "apology")]
        assert messages.cards_waiting() == 1
        assert messages.any_card()
        return lambda: messages.not_ready(card)

    undone(house, ready)
    messages.make_ready(card, size="a5-folded", look="plain")
    clock.move(hours=1)

    def printed() -> Callable[[], object]:
        messages.printed(card)
        assert [row.state for row in messages.cards()] == ["printed"]
        return lambda: messages.unprinted(card)

    undone(house, printed)
    messages.printed(card)

    def posted() -> Callable[[], object]:
        messages.posted(card)
        assert [row.state for row in messages.cards()] == ["posted"]
        assert messages.cards_waiting() == 0
        return lambda: messages.unposted(card)

    undone(house, posted)
    assert refusal(lambda: messages.posted(card, EARLIER - timedelta(days=1))) == "before_complaint"
    house.messages.rewrite(card, " ", card_kind="apology")
    assert refusal(lambda: messages.make_ready(card, size="a6-folded", look="plain")) == "card_empty"


def test_card_that_was_not_announced_is_printed_or_posted_at_once(house: House, number: int) -> None:
    first = house.messages.write(number, MessageKind.CARD, "Dear Dana", card_kind="apology").value
    house.messages.printed(first)
    house.messages.posted(first)
    second = house.messages.write(number, MessageKind.CARD, "Dear Dana", card_kind="thanks").value
    house.messages.posted(second)
    assert [row.state for row in house.messages.cards()] == ["posted", "posted"]


def test_throwing_a_draft_away(house: House, number: int) -> None:
    for kind in (MessageKind.EMAIL, MessageKind.CARD):
        written = house.messages.write(number, kind, "words to keep").value
        if kind is MessageKind.CARD:
            house.messages.make_ready(written, size="a6-folded", look="plain")
        message = house.messages.remove(written).value
        assert house.cases.case(number).draft(kind) is None
        back = house.messages.message(house.messages.put_back(number, message).value)[1]
        assert (back.text, back.kind, back.ready_on, back.card_size) == (
            message.text, kind, message.ready_on, message.card_size,
        )  # fmt: skip


def test_following_up(house: House, number: int) -> None:
    def do() -> Callable[[], object]:
        follow_up = house.follow_ups.record(number, FollowUpResult.HAPPY, anger=2, words="All fine").value
        case = house.cases.case(number)
        assert (case.anger_after, case.follow_ups[0].words, case.follow_ups[0].on) == (2, "All fine", NOW)
        return lambda: house.follow_ups.unrecord(number, follow_up)

    written = {"call_anger": 2, "call_words": "All fine"}
    house.cases.answer_all(number, written)
    undone(house, do)
    house.cases.answer(number, "call_result", "happy")
    house.follow_ups.record(number, FollowUpResult.HAPPY, anger=2, words="All fine")
    case = house.cases.case(number)
    assert (case.call_result, case.call_anger, case.call_words) == (None, None, "")
    record = house.follow_ups.record
    assert refusal(lambda: record(number, FollowUpResult.HAPPY, anger=11)) == "not_0_to_10"
    assert refusal(lambda: record(number, FollowUpResult.HAPPY, on=NOW + timedelta(1))) == "in_the_future"


def test_putting_off(house: House, number: int) -> None:
    def due() -> tuple[datetime, str]:
        reminder = house.follow_ups.due()[0]
        assert reminder.kind is DueKind.PROMISE
        return reminder.due, reminder.put_off_because

    before, until = due(), NOW + timedelta(days=9)

    def do() -> Callable[[], object]:
        put_off = house.follow_ups.put_off(number, DueKind.PROMISE, until, "the oven\x00 is cold ").value
        assert due() == (until, "the oven is cold")
        return lambda: house.follow_ups.undo_put_off(put_off)

    undone(house, do)
    assert due() == before
    assert refusal(lambda: house.follow_ups.put_off(number, DueKind.PROMISE, NOW)) == "put_off_to_the_past"
    assert not house.follow_ups.undo_put_off(99).changes
    house.follow_ups.put_off(number, DueKind.PROMISE, until)
    shown: Any = house.intake.show(number)
    assert shown["timeline"][-1]["facts"]["until"] == "2026-11-30T10:12:00+01:00"


def test_closing(house: House, number: int) -> None:
    with pytest.raises(AppError) as caught:
        house.closing.close(number)
    assert caught.value.facts["missing"] == ["no_outcome", "no_lesson", "no_follow_up"]
    ended = {"outcome": Outcome.KEPT, "nothing_because": "chance", "no_follow_up_because": "moved away"}
    house.cases.answer_all(number, ended)
    assert refusal(lambda: house.closing.close(number, EARLIER - timedelta(1))) == "before_complaint"
    house.closing.close(number)
    case = house.cases.case(number)
    assert (case.closed_on, case.step) == (NOW, Step.CLOSE)
    assert house.lists.counts().closed == 1
    house.closing.reopen(number)
    assert house.cases.case(number).closed_on is None
    assert house.lists.counts().open == 1


def test_trash_and_back(house: House, number: int, clock: SetClock) -> None:
    def do() -> Callable[[], object]:
        house.closing.delete(number)
        assert house.lists.counts().trash == 1
        assert house.follow_ups.due() == []
        return lambda: house.closing.restore(number)

    undone(house, do)
    house.closing.delete(number)
    clock.move(days=29)
    assert house.closing.purge().value == 0
    clock.move(days=2)
    done = house.closing.purge()
    assert (done.value, done.changes.cases, done.changes.listed) == (1, frozenset({number}), True)
    assert refusal(lambda: house.cases.case(number)) == "no_such_case"
    left = {name: len(rows) for name, rows in everything(house.store).items() if rows}
    assert set(left) <= {"settings", "customer", "remedy", "_sqlite_migrations"}


def test_photos(house: House, number: int, tmp_path: Path, clock: SetClock) -> None:
    photo = tmp_path / "cake \udcff.jpg"
    photo.write_bytes(b"\xff\xd8 a photo")
    attached = house.attachments.attach_file(number, photo).value
    value, content = house.attachments.content(attached)
    assert (value.name, value.media_type, value.size) == ("cake .jpg", "image/jpeg", 10)
    assert content == b"\xff\xd8 a photo"

    def do() -> Callable[[], object]:
        house.attachments.detach(attached)
        assert house.cases.case(number).attachments == ()
        return lambda: house.attachments.reattach(attached)

    undone(house, do)
    assert house.intake.show(number)["attachments"] == [
        {"number": attached, "name": "cake .jpg", "media_type": "image/jpeg", "size": 10}
    ]
    house.attachments.detach(attached)
    clock.move(days=31)
    house.closing.purge()
    assert refusal(lambda: house.attachments.content(attached)) == "no_such_attachment"
    assert refusal(lambda: house.attachments.detach(attached)) == "no_such_attachment"


def test_what_is_no_photo_is_refused(house: House, number: int, tmp_path: Path) -> None:
    attach = house.attachments.attach_file
    large, empty = tmp_path / "large.jpg", tmp_path / "empty.jpg"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    empty.touch()
    assert refusal(lambda: attach(number, tmp_path)) == "attachment_is_folder"
    assert refusal(lambda: attach(number, large)) == "attachment_too_large"
    assert refusal(lambda: attach(number, empty)) == "attachment_empty"
    assert refusal(lambda: attach(number, tmp_path / "gone.jpg")) == "attachment_unreadable"
    too_much = bytes(attachments.LIMIT + 1)
    assert refusal(lambda: house.attachments.attach(number, "pasted.png", too_much)) == "attachment_too_large"
    assert refusal(lambda: attach(99, empty.rename(tmp_path / "e.jpg"))) == "attachment_empty"
    assert refusal(lambda: house.attachments.attach(99, "a", b"x")) == "no_such_case"
    assert house.attachments.attach(number, "pasted", b"x").value == 1


def test_customer_of_a_case(house: House, number: int) -> None:
    known = house.cases.case(number).customer
    assert known is not None
    other = house.cases.start(here_or_on_phone=False).value
    assert house.cases.set_customer(other, {"name": " "}).value == 0
    typed = house.cases.set_customer(other, {"name": "Dan"}).value
    house.cases.choose_customer(other, known.id)
    assert house.cases.case(other).customer == known
    assert house.lists.customer(typed) is None, "who was typed for it alone is gone"
    house.cases.choose_customer(other, known.id)
    house.cases.set_customer(other, {"name": "Dana  W."})
    assert house.lists.rows([number])[number].customer == "Dana W."
    house.cases.release_customer(other)
    assert house.cases.case(other).customer is None
    assert house.lists.cases_of_customer(known.id) == [number]
    house.cases.release_customer(other)
    house.cases.release_customer(number)
    assert house.lists.customer(known.id) is None
    assert not house.lists.any_customer()
    assert refusal(lambda: house.cases.choose_customer(other, 99)) == "no_such_customer"
    assert refusal(lambda: house.cases.set_customer(other, {"address": "x" * 1001})) == "too_long"
    house.cases.set_customer(other, {"address": " 8 Row\nTown "})
    again = house.cases.case(other).customer
    assert again is not None
    assert again.address == "8 Row\nTown"


def test_steps_are_visited_and_kept(house: House) -> None:
    number = house.cases.start(here_or_on_phone=False).value
    assert house.cases.case(number).step is Step.SETTLE
    house.cases.visit(number, Step.OWN)
    house.cases.visit(number, Step.HEAR)
    case = house.cases.case(number)
    assert (case.step, case.visited) == (Step.HEAR, frozenset({Step.OWN, Step.HEAR}))
    house.cases.answer(number, "words", "cold")
    house.cases.settle_place(number)
    case = house.cases.case(number)
    assert (case.step, case.visited) == (Step.OWN, frozenset({Step.SETTLE, Step.HEAR, Step.OWN}))


def test_answers_can_be_taken_back(house: House, number: int) -> None:
    given = {"losses": frozenset({Loss.MONEY}), "cost": 4800, "began_with": "us", "fair": True, "title": "Cake"}
    house.cases.answer_all(number, {**given, "promise_kept_on": "2026-11-20", "answer": "explain"})
    case = house.cases.case(number)
    assert (case.losses, case.promise.cost, case.title, case.fair) == (frozenset({Loss.MONEY}), 4800, "Cake", True)
    house.cases.answer_all(number, dict.fromkeys([*given, "promised_by", "promise_kept_on", "answer", "anger"]))
    case = house.cases.case(number)
    assert (case.losses, case.promise.cost, case.began_with, case.fair) == (frozenset(), None, None, None)
    assert (case.title, case.promise.by, case.promise.kept_on, case.answer) == ("Wrong name", None, None, None)
    assert refusal(lambda: house.cases.answer(number, "came_in", None)) == "date_unreadable"
    assert refusal(lambda: house.cases.answer(number, "came_in", NOW + timedelta(1))) == "in_the_future"
    tomorrow, before = NOW + timedelta(1), EARLIER - timedelta(1)
    assert refusal(lambda: house.cases.answer(number, "promise_kept_on", tomorrow)) == "in_the_future"
    assert refusal(lambda: house.cases.answer(number, "promise_kept_on", before)) == "before_complaint"
    assert refusal(lambda: house.cases.answer(number, "nonsense", 1)) == "unknown_field"


def test_first_drafts_and_cards(house: House, number: int) -> None:
    text = house.drafts.draft(number, MessageKind.CARD)
    assert text.startswith("Dear Dana")
    assert text.endswith("Rosa")
    case = house.cases.case(number)
    kind = house.drafts.card_kind(case)
    card = house.drafts.card(text, kind)
    assert (card.kind, card.shop_name, card.text) == ("apology", "Rosa’s Bakery", text)
    assert refusal(lambda: house.drafts.card(" ", kind)) == "card_empty"
    assert refusal(lambda: house.drafts.card("Dear {name}", kind)) == "token_left"


def test_evening_west_of_greenwich_is_still_today(house: House, clock: SetClock) -> None:
    clock.now = datetime(2026, 11, 20, 18, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
    number = house.cases.start(here_or_on_phone=True).value
    house.cases.answer_all(number, {"remedy": "refund_whole", "promised_by": "2026-11-20"})
    assert house.cases.case(number).promise.by == date(2026, 11, 20)
    assert refusal(lambda: house.cases.answer(number, "promised_by", "2026-11-19")) == "promise_before_complaint"
    assert refusal(lambda: house.cases.answer(number, "promised_by", "2026-11-20T18:00")) == "promise_before_complaint"


def test_trying_again_and_taking_that_back(house: House, number: int) -> None:
    house.promises.keep(promise_of(house, number))

    def do() -> Callable[[], object]:
        again = house.promises.try_again(number).value
        return lambda: house.promises.untry(again)

    undone(house, do)
