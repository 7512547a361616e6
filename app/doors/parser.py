"""The words of the command line, and what `--help` says of each."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from app.domain.card import CardKind, CardLook, CardSize, Sheet
from app.domain.terms import ShopKind, Stage

PAGES = ("today", "complaints", "lessons", "rules", "cards", "customers", "settings")
COMMANDS = ("set-up", "add", "answer", "list", "show", "due", "like", "draft", "card", "check")
DRAFT_KINDS = ("card", "letter", "email", "call", "reply", "spoken")
_MOST = 2**31 - 1
_ABOUT = """\
Amends walks a shop owner through a complaint. Without a command it opens its window.
With a command it does one thing without a window and prints one JSON document; sentences go to standard error.
It ends with 0 when the thing is done, 1 when it was refused, 2 when the words of the command were wrong."""
_ADD = """\
Takes in complaints from standard input: one JSON object, or one a line. Each prints {"number": ...} once it is safely
on disk. At the first one that is refused it stops, says which line that was, and the lines before it stay.

Fields, none of them needed: customer {name, phone, email, address, description}, words, wants, channel, about, anger,
came_in, and any field of "answer". Times are ISO 8601; money is a text such as "48.00"."""
_ANSWER = """\
Sets fields of a complaint from a JSON object on standard input, all of them or none, and prints it as "show" does.

Fields: those of "add", and facts, began_with, supplier, safety, went_wrong, answer, reason, what_changes, tried,
release, refer_to, losses, options, differs, remedy (a code of the catalogue, its label, or your own words), promise,
cost, promised_by, promised_who, promise_kept_on, said (a list of {kind, text, on, card_kind}, added to what was said;
a card without "on" waits for the printer), lesson ({broke, plan, owner, by, agreed, cause, cause_words, whys,
in_use_since}, or {number}, or {none_because}), follow_up {result, anger, words, on}, follow_up_days,
no_follow_up_because, outcome, fair, treated_well, best_way, closed_on (null opens it again)."""

_LIKE = """\
Reads the text of a complaint, UTF-8, from standard input and prints the earlier complaints that are really alike and
the lessons that go with them, the best first, each with a score from 0 to 1. Where nothing is alike, the lists are
empty. What was written since the last time is read first, which takes a moment after many were taken in."""


class WrongWordsError(Exception):
    """The command line cannot be understood; its text says why."""


class HelpWanted(Exception):  # noqa: N818 - asking for help is no error
    """Its text is the help."""


class _Parser(argparse.ArgumentParser):
    """Gives its words to the caller in place of printing them and ending the program."""

    def error(self, message: str) -> NoReturn:
        raise WrongWordsError(f"{message}\n{self.format_usage().rstrip()}")

    def print_help(self, file: object = None) -> NoReturn:
        raise HelpWanted(self.format_help())


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """`command` (None: the window) and its words by name; `file` is None where none was named.

    Raises `WrongWordsError` and `HelpWanted`.
    """
    words = _build().parse_args(arguments)
    words.file = getattr(words, "file", None)
    return words


def window_wish(arguments: Sequence[str]) -> tuple[Path | None, bool, str] | None:
    """File, made-up shop and page for the window; None where the words ask for a command, for help, or are wrong."""
    try:
        words = parse(arguments)
    except (HelpWanted, WrongWordsError):
        return None
    return None if words.command else (words.file, words.made_up_shop, words.page)


def _build() -> _Parser:
    file = _Parser(add_help=False)
    file.add_argument(
        "--file", type=Path, default=argparse.SUPPRESS, metavar="PATH",
        help="the file of complaints; without it, your own. A command that writes makes it where there is none",
    )  # fmt: skip
    parser = _Parser(
        prog="amends", description=_ABOUT, parents=[file], formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )  # fmt: skip
    parser.add_argument("--made-up-shop", action="store_true", help="open the window on a shop that is made up")
    parser.add_argument("--page", choices=PAGES, default="today", help="open the window on this page")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def command(name: str, short: str, long: str = "") -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=short, description=long or short, parents=[file], allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )  # fmt: skip

    _add_writing(command("set-up", "say whose shop it is, as at the first start"))
    command("add", "take in complaints as JSON from standard input", _ADD)
    answer = command("answer", "set fields of one complaint from standard input", _ANSWER)
    answer.add_argument("number", type=int, metavar="NUMBER", help="the number of the complaint")
    _add_list(command("list", "list complaints, the newest first"))
    show = command("show", "print the whole complaint with its story")
    show.add_argument("number", type=int, metavar="NUMBER", help="the number of the complaint")
    due = command("due", "print what is overdue, due today and coming up this week, as Today shows it")
    due.add_argument("--at", metavar="TIME", help="as if it were this moment, such as 2026-11-21T09:00")
    like = command(
        "like", "read a text from standard input and print the complaints and lessons that are like it", _LIKE
    )
    like.add_argument("--limit", type=_count, default=3, metavar="N", help="at most so many; usually %(default)s")
    draft = command("draft", "print a first draft from what the customer may read of the complaint")
    draft.add_argument("number", type=int, metavar="NUMBER", help="the number of the complaint")
    draft.add_argument("--kind", required=True, choices=DRAFT_KINDS, help="what the words are for")
    _add_card(command("card", "write a card as a PDF: the words that were written for it, else a first draft"))
    check = command("check", "look whether the file is whole; it is not changed")
    check.add_argument("--deep", action="store_true", help="read every page of it, which takes longer")
    return parser


def _add_writing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--shop", required=True, metavar="NAME", help="the name of the shop")
    parser.add_argument("--kind", required=True, choices=[one.value for one in ShopKind], help="the kind of shop")
    parser.add_argument("--owner", required=True, metavar="NAME", help="your name, which stands under the cards")


def _add_list(parser: argparse.ArgumentParser) -> None:
    stages = [Stage.OPEN.value, Stage.CLOSED.value, Stage.ALL.value]
    parser.add_argument("--search", default="", metavar="WORDS", help="only those that hold all these words")
    parser.add_argument("--stage", choices=stages, default=Stage.ALL.value, help="open, closed, or all of them (usual)")
    parser.add_argument("--limit", type=_count, metavar="N", help="at most so many")


def _count(text: str) -> int:
    """More than there can be of anything is as good as all."""
    try:
        number = int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"must be a whole number, not {text!r}") from error
    if number < 0:
        raise argparse.ArgumentTypeError("must not be less than nothing")
    return min(number, _MOST)


def _add_card(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", type=int, metavar="NUMBER", help="the number of the complaint")
    parser.add_argument("--kind", choices=[one.value for one in CardKind], help="the kind; usually that of the answer")
    parser.add_argument(
        "--size", choices=[one.value for one in CardSize], default=CardSize.A6_FOLDED.value, help="usually %(default)s"
    )
    parser.add_argument(
        "--sheet", choices=[one.value for one in Sheet], default=Sheet.CARD.value,
        help="the paper in the printer; usually %(default)s, the card itself",
    )  # fmt: skip
    parser.add_argument(
        "--look", choices=[one.value for one in CardLook], default=CardLook.HANDWRITTEN.value,
        help="usually %(default)s",
    )  # fmt: skip
    parser.add_argument(
        "--place", type=int, default=1, metavar="N",
        help="which place of a part-used sheet, counted from the top left; usually %(default)s",
    )  # fmt: skip
    parser.add_argument("--pdf", required=True, type=Path, metavar="OUT", help="where to write the PDF")
