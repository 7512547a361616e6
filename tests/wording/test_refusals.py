"""Every refusal that the program raises has a sentence, and every sentence is raised somewhere."""

import ast
import re

import pytest

from app.domain.errors import AppError
from app.domain.fields import FIELDS
from app.wording.refusals import FIELD_WORDS, OTHERWISE, TEMPLATES, sentence
from tests.house.sources import python

HOME = "app/wording/refusals.py"


def _raised() -> tuple[set[str], set[str]]:
    """Codes that stand in `AppError("...")`, and the files where the code is not written there."""
    codes, elsewhere = set[str](), set[str]()
    for path, _, tree in python("app"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "AppError" and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    codes.add(str(code.value))
                elif isinstance(code, ast.Name):  # not `error.code`, which is handed on
                    elsewhere.add(path.as_posix())
    return codes, elsewhere


def _texts_in_code() -> set[str]:
    return {
        node.value
        for path, _, tree in python("app")
        if path.as_posix() != HOME
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_code_has_a_sentence() -> None:
    codes, _ = _raised()
    assert codes - TEMPLATES.keys() == set()


def test_every_sentence_belongs_to_a_code() -> None:
    assert TEMPLATES.keys() - _texts_in_code() == set()


def test_codes_that_are_chosen_by_name_have_sentences_too() -> None:
    """Where a code is handed on, it comes from the tables of that file."""
    _, elsewhere = _raised()
    for path, _, tree in python("app"):
        if path.as_posix() in elsewhere:
            named = {
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and re.fullmatch(r"(?:not_\d_to_\d+|(?:file|disk)_[a-z_]+|not_our_file)", node.value)
            }
            assert named, path
            assert named - TEMPLATES.keys() == set(), path


@pytest.mark.parametrize("code", TEMPLATES)
def test_sentences_are_plain(code: str) -> None:
    said = sentence(AppError(code))
    assert said[0].isupper() or not said[0].isalpha()
    assert said.endswith((".", "…"))
    assert "!" not in said
    assert "{" not in said
    assert not re.search(r"\b(?:error|invalid|null|database|exception|sql)\b", said, re.I)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (AppError("attachment_too_large", name="a.jpg", size=209715200, limit=20971520), "200 MB; up to 20 MB"),
        (AppError("attachment_too_large", name="a", size=900, limit=5 * 1024**3), "900 bytes; up to 5.0 GB"),
        (AppError("too_long", field="words", length=1_000_000, limit=100_000), "there is room in their words"),
        (AppError("cannot_close", missing=["no_outcome", "no_lesson"]), "missing: how it ended; the lesson"),
        (AppError("cannot_close", missing="no_outcome"), "missing: how it ended."),
        (AppError("backup_failed", folder="/usb", why="disk_full"), "because the disk is full"),
        (AppError("unknown_choice", field="x.channel", value="f", known="a, b"), "us. Please take one of: a, b."),
        (AppError("unknown_field", field="colour"), "no field “colour”"),
        (AppError("not_a_text", field="x", value=None), "For x, please give a text in quotes, not nothing"),
        (AppError("cost_unreadable", text="a" * 100), "“" + "a" * 59 + "…”"),
        (AppError("file_missing", file="/a/b c.amends"), "There is no file /a/b c.amends."),
        (AppError("attachment_empty", name="photo.jpg"), "photo.jpg is empty"),
    ],
)  # fmt: skip
def test_facts_become_words(error: AppError, words: str) -> None:
    assert words in sentence(error)


def test_words_of_the_owner_are_not_read_as_blanks() -> None:
    assert "{file}" in sentence(AppError("cost_unreadable", text="{file}"))


def test_code_without_a_sentence_still_says_what_is_safe() -> None:
    assert sentence(AppError("never heard of")) == OTHERWISE


def test_every_field_has_words() -> None:
    assert set(FIELDS) - set(FIELD_WORDS) == set()
