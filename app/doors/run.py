"""Does what one command asks, and says how it went."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.domain.card import CardKind, CardLook, CardSize, Sheet
from app.domain.errors import AppError
from app.domain.fields import TEXT_LIMIT
from app.domain.fold import clean
from app.domain.moment import parse_moment
from app.domain.query import CaseQuery
from app.domain.terms import MessageKind, ShopKind, Stage
from app.doors import lines
from app.doors.parser import HelpWanted, WrongWordsError, parse
from app.lazy import lazy
from app.services import documents
from app.services.backups import check_file
from app.services.house import Content, House, build_house
from app.services.work import Clock
from app.store.database import open_store
from app.system import paths, preflight, resources
from app.system.clock import system_clock
from app.wording.refusals import sentence

if TYPE_CHECKING:
    import app.doors.paper as paper
else:  # the one command that needs Qt
    paper = lazy("app.doors.paper")

DONE, REFUSED, WRONG_WORDS = 0, 1, 2


class _Call:
    """One command with its words, its streams and its clock."""

    def __init__(self, words: Namespace, source: BinaryIO, out: BinaryIO, errors: BinaryIO, clock: Clock) -> None:
        self.words = words
        self.file: Path = words.file or paths.own_file()
        self.source = source
        self.out = out
        self.errors = errors
        self.clock = clock
        self._house: House | None = None

    def house(self, *, must_exist: bool = True) -> House:
        """The verbs over the file; raises `AppError("file_missing")`, and as `open_store` does."""
        if must_exist and not self.file.exists():
            raise AppError("file_missing", file=str(self.file))
        store = open_store(
            self.file, copy_before_migration=self.file.with_name(f"{self.file.stem} before update.amends")
        )
        content = Content(
            remedies=resources.remedies,
            categories=resources.categories,
            parts=resources.parts,
            word_vectors=resources.word_vectors,
        )
        self._house = build_house(store, self.clock, content)
        return self._house

    def close(self) -> None:
        if self._house is not None:
            self._house.store.close()

    def print(self, document: object, *, indent: int | None = 2) -> None:
        text = json.dumps(document, ensure_ascii=False, indent=indent)
        self.out.write(text.encode("utf-8", "replace") + b"\n")
        self.out.flush()

    def say(self, text: str) -> None:
        _say(self.errors, text)


def run(
    arguments: Sequence[str],
    *,
    source: BinaryIO | None = None,
    out: BinaryIO | None = None,
    errors: BinaryIO | None = None,
    clock: Clock | None = None,
) -> int:
    """Run one command; the streams are those of the program where none are given. Returns 0, 1 or 2."""
    out, errors = out or sys.stdout.buffer, errors or sys.stderr.buffer
    try:
        words = parse(arguments)
    except HelpWanted as wanted:
        out.write(str(wanted).encode())
        out.flush()
        return DONE
    except WrongWordsError as wrong:
        _say(errors, str(wrong))
        return WRONG_WORDS
    call = _Call(words, source or sys.stdin.buffer, out, errors, clock or system_clock())
    try:
        return _ACTS[words.command](call)
    except AppError as error:
        call.say(_with_field(error))
        return REFUSED
    except BrokenPipeError:  # whoever read has seen enough
        if out is sys.stdout.buffer:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    finally:
        call.close()


def _say(errors: BinaryIO, text: str) -> None:
    errors.write(text.encode("utf-8", "replace") + b"\n")
    errors.flush()


def _with_field(error: AppError) -> str:
    """The sentence, behind the name of the field as a script writes it."""
    field = error.facts.get("field")
    name = clean(str(field))[:80] if field and field != lines.WHOLE else ""
    return f"{name}: {sentence(error)}" if name else sentence(error)


def _set_up(call: _Call) -> int:
    house = call.house(must_exist=False)
    before, kind = house.settings.shop(), ShopKind(call.words.kind)
    shop = house.settings.set_up(name=call.words.shop, kind=kind, owner=call.words.owner).value
    if before.kind is not kind or not house.remedies.all():  # else the owner's changes to the catalogue stay
        house.remedies.fill(kind)
    call.print({"shop": shop.name, "kind": shop.kind, "owner": shop.owner})
    return DONE


def _add(call: _Call) -> int:
    house: House | None = None
    number = 1
    try:
        for begin, given in lines.objects(call.source):
            number = begin
            house = house or call.house(must_exist=False)
            # One transaction a line: what a printed number names is on disk, whatever happens next.
            call.print({"number": house.intake.add(given).value}, indent=None)
    except AppError as error:
        line = error.facts.get("line", number)
        call.say(f"Line {line}: {_with_field(error)} Nothing of this line and of those after it was saved.")
        return REFUSED
    return DONE


def _answer(call: _Call) -> int:
    given = lines.one_object(call.source)
    house = call.house()
    house.intake.answer(call.words.number, given)
    call.print(house.intake.show(call.words.number))
    return DONE


def _list(call: _Call) -> int:
    query = CaseQuery(stage=Stage(call.words.stage), search=clean(call.words.search))
    call.print(call.house().intake.listed(query, call.words.limit))
    return DONE


def _show(call: _Call) -> int:
    call.print(call.house().intake.show(call.words.number))
    return DONE


def _due(call: _Call) -> int:
    now = call.clock()
    if call.words.at is not None:
        assert now.tzinfo is not None, "the clock gives aware moments"
        try:
            now = parse_moment(call.words.at, now.tzinfo).astimezone(now.tzinfo)
        except (ValueError, OverflowError):
            raise AppError("date_unreadable", field="--at", value=call.words.at) from None
    call.print(call.house().intake.due(now))
    return DONE


def _like(call: _Call) -> int:
    text = lines.one_text(call.source)
    if len(text) > TEXT_LIMIT:
        raise AppError("too_long", field="words", length=len(text), limit=TEXT_LIMIT)
    house = call.house()
    house.likeness.catch_up()
    call.print(documents.of_alike(house.likeness.like(text, limit=call.words.limit), call.clock().date()))
    return DONE


def _draft(call: _Call) -> int:
    kind = MessageKind("spoken" if call.words.kind == "call" else call.words.kind)
    call.print({"text": call.house().drafts.draft(call.words.number, kind)})
    return DONE


def _card(call: _Call) -> int:
    house, words = call.house(), call.words
    case = house.cases.case(words.number)
    written = next((m for m in reversed(case.messages) if m.kind is MessageKind.CARD and m.text.strip()), None)
    fitting = written.card_kind if written and written.card_kind else house.drafts.card_kind(case)
    kind = CardKind(words.kind or fitting)
    if written is not None and kind == fitting:
        text = written.text
    else:
        text = house.drafts.draft(words.number, MessageKind.CARD, kind)
    card = house.drafts.card(text, kind, size=CardSize(words.size), look=CardLook(words.look))
    obstacle = preflight.obstacle({"QT_QPA_PLATFORM": "offscreen"}, sys.platform)
    if obstacle:
        call.say(obstacle)
        return REFUSED
    pages = paper.write_pdf(card, Sheet(words.sheet), words.pdf, words.place)
    call.print({"pages": pages, "file": str(words.pdf)})
    return DONE


def _check(call: _Call) -> int:
    try:
        found = check_file(call.file, deep=call.words.deep)
    except AppError as error:
        if error.code != "file_damaged":
            raise
        found = [sentence(error)]
    call.print({"file": str(call.file), "whole": not found, "found": found})
    if found:
        call.say(sentence(AppError("file_damaged", file=str(call.file))))
    return REFUSED if found else DONE


_ACTS: dict[str, Callable[[_Call], int]] = {
    "set-up": _set_up,
    "add": _add,
    "answer": _answer,
    "list": _list,
    "show": _show,
    "due": _due,
    "like": _like,
    "draft": _draft,
    "card": _card,
    "check": _check,
}
