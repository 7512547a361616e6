"""The folders hold what the house says, and no file outgrows its one job."""

import ast

from tests.house.sources import ROOT, python, texts, tracked

LONGEST_FILE = 400
TOP_LEVEL = {"pyproject.toml", "README.md", "app", "resources", "tests"}


def test_top_level_holds_the_allowed_entries_only() -> None:
    found = {path.parts[0] for path in tracked()}
    assert {name for name in found if not name.startswith(".")} == TOP_LEVEL


def test_no_python_file_is_longer_than_400_lines() -> None:
    lengths = {str(path): len(text.splitlines()) for path, text, _ in python("app", "tests", "resources")}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_module_says_its_one_job() -> None:
    assert [str(path) for path, _, tree in python("app") if not ast.get_docstring(tree)] == []


def test_the_commands_of_the_readme_can_be_run() -> None:
    for name in ("app/run", "tests/run", ".ci/run"):
        assert (ROOT / name).stat().st_mode & 0o111, name


def test_text_files_end_with_one_newline_and_have_no_carriage_return() -> None:
    wrong = [str(path) for path, text in texts() if text and (not text.endswith("\n") or "\r" in text)]
    assert wrong == []
