"""Each command does its one thing, prints one JSON document, and says on standard error what was refused."""

import io
import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from app.doors import COMMANDS, run, window_wish
from app.store.database import check
from app.system import paths
from app.system.resources import made_up_shop
from tests.shop import SetClock


class Door:
    """The command line over one file, with what went in and came out."""

    def __init__(self, file: Path, clock: SetClock) -> None:
        self.file = file
        self.clock = clock
        self.out = ""
        self.errors = ""

    def __call__(self, *words: str, given: object = "", file: bool = True) -> int:
        sent = given if isinstance(given, bytes) else given if isinstance(given, str) else json.dumps(given)
        source = io.BytesIO(sent if isinstance(sent, bytes) else sent.encode())
        out, errors = io.BytesIO(), io.BytesIO()
        where = ["--file", str(self.file)] if file else []
        status = run([*words, *where], source=source, out=out, errors=errors, clock=self.clock)
        self.out, self.errors = out.getvalue().decode(), errors.getvalue().decode()
        return status

    def ask(self, *words: str, given: object = "") -> Any:
        assert self(*words, given=given) == 0, self.errors
        assert self.errors == ""
        return json.loads(self.out)

    def refuse(self, *words: str, given: object = "") -> str:
        assert self(*words, given=given) == 1
        assert self.out == ""
        assert self.errors.endswith(".\n")
        return self.errors.strip()


@pytest.fixture
def door(tmp_path: Path, clock: SetClock, qapp: QApplication) -> Door:
    return Door(tmp_path / "shop.amends", clock)


def test_one_complaint_from_first_word_to_close(door: Door) -> None:
    assert door.ask("set-up", "--shop", "Rosa’s", "--kind", "bakery", "--owner", "Rosa") == {
        "shop": "Rosa’s", "kind": "bakery", "owner": "Rosa",
    }  # fmt: skip
    first = {"customer": {"name": "Dana"}, "words": "Wrong name on it", "channel": "email", "anger": 8,
             "came_in": "2026-11-19T09:00"}  # fmt: skip
    assert door.ask("add", given=first) == {"number": 1}
    assert [row["kind"] for row in door.ask("due")] == ["first-answer"]
    shown = door.ask(
        "answer", "1",
        given={"answer": "apologise", "remedy": "refund_whole", "promised_by": "2026-11-20", "said": [
            {"kind": "email", "text": "Sorry", "on": "2026-11-19T10:00"},
            {"kind": "card", "text": "Dear Dana,\n\nSorry."},
        ]},
    )  # fmt: skip
    assert shown == door.ask("show", "1")
    assert [(row["kind"], row["late"], row["case"], row["lesson"]) for row in door.ask("due")] == [
        ("promise", True, 1, None),
        ("card", False, 1, None),
    ]
    door.ask("answer", "1", given={"promise_kept_on": "2026-11-20"})
    assert [row["kind"] for row in door.ask("due", "--at", "2026-11-27T08:00+01:00")] == ["card", "follow-up"]
    door.ask(
        "answer", "1",
        given={"follow_up": {"result": "happy", "anger": 1, "words": "Fine"}, "outcome": "stronger",
               "lesson": {"none_because": "chance"}, "closed_on": "2026-11-21"},
    )  # fmt: skip
    assert door.ask("list", "--stage", "open") == []
    assert door.ask("list", "--stage", "closed", "--search", "WRONG") == [
        {"number": 1, "customer": "Dana", "title": "Wrong name on it", "stage": "closed", "anger_before": 8,
         "anger_after": 1, "came_in": "2026-11-19T09:00:00+01:00"}
    ]  # fmt: skip
    assert door.ask("check", "--deep") == {"file": str(door.file), "whole": True, "found": []}


def test_add_works_without_set_up_and_a_line_at_a_time(door: Door) -> None:
    lines = '\n{"words": "one"}\r\n\n  {"words": "two"}\n{}'
    assert door("add", given="\ufeff" + lines) == 0
    assert door.out == '{"number": 1}\n{"number": 2}\n{"number": 3}\n'
    assert [row["title"] for row in door.ask("list", "--limit", "2")] == ["", "two"]


def test_one_object_may_take_many_lines(door: Door) -> None:
    assert door.ask("add", given=json.dumps({"words": "one {two}\n"}, indent=4)) == {"number": 1}
    assert door.ask("answer", "1", given=json.dumps({"anger": 3}, indent=4))["anger"] == 3


def test_line_that_is_refused_stops_and_those_before_it_stay(door: Door) -> None:
    assert door("add", given='{"words": "a"}\n{"words": "b"}\n{"anger": 12}\n{"words": "d"}\n') == 1
    assert door.out == '{"number": 1}\n{"number": 2}\n'
    assert door.errors.startswith("Line 3: anger: For how angry they are, please give a whole number from 0 to 10, not")
    assert len(door.ask("list")) == 2


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("", "Nothing came in"),
        ("  \n\n", "Nothing came in"),
        ("hello", "not JSON"),
        ('{"words": "a"', "not JSON"),
        ('{"words": "a"}}', "not JSON"),
        ('{"words": "a"}}\n{"words": "b"}', "line 1, column 15"),
        ('hello\n{"words": "b"}', "line 1, column 1"),
        ('{"words":\n"a"\n"b"}', "line 3, column 1"),
        ("[" * 100_000, "nested too deeply"),
        ('[{"words": "a"}]', "For a complaint, please give named fields"),
        ("null", "named fields"),
        ('{"anger": NaN}', "NaN is no figure"),
        ('{"words": "a", "words": "b"}', "“words” stands there twice"),
        ('{"anger": ' + "9" * 5000 + "}", "not JSON"),
        (b'{"words": "\xff\xfe"}', "not UTF-8"),
        ('{"words": "' + "x" * 1_000_000 + '"}', "1,000,000 characters are more than the 100,000"),
        ('{"cost": "abc"}', "cost: “abc” cannot be read as an amount"),
        ('{"cost": "-5"}', "cost: “-5” is less than nothing"),
        ('{"cost": 1.5}', "cost: For the cost, please give a text in quotes, not 1.5"),
        ('{"came_in": "tomorrow"}', "came_in: “tomorrow” cannot be read as a date"),
        ('{"came_in": "2030-01-01"}', "came_in: That is still to come"),
        ('{"promised_by": "2026-11-01"}', "before the complaint came in"),
        ('{"channel": "fax"}', "Please take one of: counter, phone, message, letter, email, review."),
        ('{"ch\\u0000annel": 1}', "no field “channel”"),
        ('{"number": 5}', "no field “number”"),
    ],
)
def test_bad_input_is_a_sentence_and_saves_nothing(door: Door, given: str | bytes, words: str) -> None:
    assert words in door.refuse("add", given=given)
    assert not door.file.exists() or door.ask("list") == []
    door.ask("add", given={"words": "there"})
    before = door.ask("show", "1")
    if given not in ('{"promised_by": "2026-11-01"}',):
        assert words in door.refuse("answer", "1", given=given)
    assert door.ask("show", "1") == before


def test_what_is_no_complaint_at_all_is_named_once(door: Door) -> None:
    assert door.refuse("answer", "1", given="[]").startswith("For a complaint, ")


def test_every_script_and_no_control_character(door: Door) -> None:
    door.ask("add", given='{"words": "a\\u0000b 👩‍👧 مرحبا 名前 \\ud800é", "customer": {"name": "Zoë\\u0007"}}')
    shown = door.ask("show", "1")
    assert shown["words"] == "ab 👩‍👧 مرحبا 名前 é"
    assert "Zoë" in door.out, "UTF-8, not escapes"
    assert door.ask("list", "--search", "zoe 名前\ud800")[0]["number"] == 1


def test_money_in_both_ways_of_writing(door: Door) -> None:
    for typed in ("1,50", "1.50", "1.5"):
        door.ask("add", given={"cost": typed})
    assert [door.ask("show", number)["cost"] for number in "123"] == ["1.50"] * 3


@pytest.mark.parametrize("words", [("list",), ("show", "1"), ("due",), ("draft", "1", "--kind", "card"),
                                   ("card", "1", "--pdf", "x.pdf"), ("check",), ("answer", "1")])  # fmt: skip
def test_reading_a_file_that_is_not_there_makes_none(door: Door, words: tuple[str, ...]) -> None:
    assert str(door.file) in door.refuse(*words, given={"anger": 1})
    assert not door.file.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("lst",), ("show",), ("show", "one"), ("list", "--limit", "-1"), ("list", "--limit", "x"),
        ("list", "--stage", "trash"), ("set-up", "--shop", "R"), ("draft", "1"), ("draft", "1", "--kind", "song"),
        ("card", "1"), ("card", "1", "--pdf", "x", "--size", "a0"), ("due", "--when", "now"), ("--page", "moon"),
        ("set-up", "--shop", "R", "--kind", "zoo", "--owner", "R"), ("coach",), ("list", "--sea", "x"),
        ("like", "--limit", "-1"),
    ],
)  # fmt: skip
def test_wrong_words_end_with_two(door: Door, words: tuple[str, ...]) -> None:
    assert door(*words) == 2
    assert door.out == ""
    assert "usage: amends" in door.errors
    assert window_wish(list(words)) is None


def test_help_names_every_command_and_no_other(door: Door) -> None:
    assert door("--help", file=False) == 0
    listed = [
        line.split()[0]
        for line in door.out.split("COMMAND\n")[-1].splitlines()
        if line[:5].startswith("    ") and line[4] != " "
    ]
    assert listed == list(COMMANDS)
    for command in COMMANDS:
        assert door(command, "--help", file=False) == 0
        assert door.out.startswith(f"usage: amends {command}")


def test_file_may_stand_before_or_after_and_is_ones_own_otherwise(
    door: Door, isolated_home: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    door.ask("add", given={"words": "here"})
    for words in (
        ["--file", str(door.file), "list"],
        ["list", "--file", str(door.file)],
        ["list", f"--file={door.file}"],
    ):
        assert run(words) == 0
        assert json.loads(capsysbinary.readouterr().out)[0]["title"] == "here"
    assert isolated_home in paths.own_file().parents
    assert run(["list"]) == 1
    assert str(paths.own_file()).encode() in capsysbinary.readouterr().err


def test_window_is_wished_for_by_its_own_words() -> None:
    assert window_wish([]) == (None, False, "today")
    assert window_wish(["--file", "a.amends", "--page", "lessons"]) == (Path("a.amends"), False, "lessons")
    assert window_wish(["--made-up-shop"]) == (None, True, "today")
    assert window_wish(["--help"]) is window_wish(["--file", "a", "list"]) is None


def test_set_up_again_keeps_the_owners_remedies(door: Door) -> None:
    words = ("set-up", "--shop", "R", "--owner", "Rosa", "--kind")
    door.ask(*words, "bakery")
    door.ask("add", given={"remedy": "Give all the money back"})
    assert door.ask("show", "1")["remedy"] == "refund_whole"
    door.ask(*words, "bakery")
    door.ask(*words, "garage")
    assert "shop" in door.refuse("set-up", "--shop", " ", "--kind", "salon", "--owner", "R")


def test_unknown_numbers_are_refused(door: Door) -> None:
    door.ask("add", given={})
    for words in (("show", "7"), ("draft", "7", "--kind", "card"), ("card", "7", "--pdf", "x.pdf"), ("answer", "7")):
        assert "no complaint with the number 7" in door.refuse(*words, given={})
    assert "--at" in door.refuse("due", "--at", "soon")


@pytest.mark.parametrize("kind", ["card", "letter", "email", "call", "reply", "spoken"])
def test_drafts_greet_and_say_sorry(door: Door, kind: str) -> None:
    door.ask("set-up", "--shop", "R", "--kind", "bakery", "--owner", "Rosa")
    door.ask("add", given={"customer": {"name": "Dana"}, "went_wrong": "the wrong name", "facts": "secret"})
    text = door.ask("draft", "1", "--kind", kind)["text"]
    assert "sorry" in text
    assert "secret" not in text


def test_card_holds_the_words_that_were_written_for_it(door: Door, tmp_path: Path) -> None:
    door.ask("set-up", "--shop", "Rosa’s", "--kind", "bakery", "--owner", "Rosa")
    door.ask(
        "add", given={"customer": {"name": "Dana"}, "said": [{"kind": "card", "text": "Dear Dana,\n\nmy own words."}]}
    )
    out = tmp_path / "card.pdf"
    printed = door.ask("card", "1", "--size", "a5-folded", "--sheet", "a4", "--look", "classic", "--pdf", str(out))
    assert printed == {"pages": 2, "file": str(out)}
    assert "my own words" in _text(out)
    door.ask("card", "1", "--kind", "thanks", "--pdf", str(out))
    assert "my own words" not in _text(out)
    assert "Thank you" in _text(out)
    said = door.ask("show", "1")["said"]
    assert [(one["state"], one["text"]) for one in said] == [("written", "Dear Dana,\n\nmy own words.")]
    assert "cannot be written" in door.refuse("card", "1", "--pdf", str(tmp_path / "no" / "card.pdf"))
    assert "larger than the sheet" in door.refuse(
        "card", "1", "--size", "a5-folded", "--sheet", "letter", "--pdf", str(out)
    )


def _text(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_damaged_file_is_told_with_one(door: Door) -> None:
    lines = "\n".join(json.dumps({"words": f"Number {n} was stale and cold."}) for n in range(300))
    assert door("add", given=lines) == 0
    content = bytearray(door.file.read_bytes())
    content[len(content) // 3 : len(content) // 3 + 30_000] = b"\xaa" * 30_000
    door.file.write_bytes(content)
    assert door("check", "--deep") == 1
    told = json.loads(door.out)
    assert (told["whole"], told["file"]) == (False, str(door.file))
    assert told["found"] != []
    assert "is damaged" in door.errors
    assert door.file.read_bytes() == content


def test_what_is_no_file_of_ours_is_not_checked_nor_opened(door: Door) -> None:
    door.file.write_text("Dear diary\n" * 100, encoding="utf-8")
    assert "not a file of Amends" in door.refuse("check")
    assert "not a file of Amends" in door.refuse("list")
    door.file = door.file.parent
    assert "is a folder" in door.refuse("list")
    assert "is a folder" in door.refuse("check")


def test_made_up_shop_can_be_read_through_the_doors(door: Door) -> None:
    given = "\n".join(
        json.dumps({name: case[name] for name in ("words", "customer", "channel", "title") if name in case})
        for case in made_up_shop()["case"]
    )
    assert door("add", given=given) == 0
    assert len(door.out.splitlines()) == 60
    assert len(door.ask("list")) == 60
    assert check(door.file) == []


def test_reader_who_leaves_early_is_no_crash(door: Door, clock: SetClock) -> None:
    class Gone(io.BytesIO):
        def write(self, _content: object) -> int:
            raise BrokenPipeError

    door.ask("add", given={})
    assert run(["--file", str(door.file), "list"], out=Gone(), clock=clock) == 1
