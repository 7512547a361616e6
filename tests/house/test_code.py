"""Habits that the linters do not count: figures of architecture, held over the whole tree."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import comments, python, strings

MOST_BROAD_EXCEPTS = 3
MOST_SILENCED = 10
SHORTEST_REASON = 8
DATABASE_MODULES = {"sqlite3", "sqlcipher3", "sqlite_utils"}
SLEEPS = {"sleep", "qSleep", "qWait", "wait_for_timeout"}
# No sentence of ours holds these in capitals.
SQL = re.compile(
    r"\b(?:SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA|(?:CREATE|ALTER|DROP) (?:TABLE|INDEX|VIEW|TRIGGER)"
    r"|BEGIN IMMEDIATE|COMMIT|ROLLBACK|VACUUM|ATTACH DATABASE|(?:LEFT|INNER) JOIN|GROUP BY|ORDER BY)\b"
)
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
SILENCED = re.compile(
    r"#\s*(?:type:\s*ignore|noqa|pragma:\s*no)(?:\[[\w, -]+\]|:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\s*cover|\s*branch)?"
)


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _calls(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def _imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""


def _is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    return any(
        isinstance(node, ast.Name) and node.id in {"Exception", "BaseException"} for node in ast.walk(handler.type)
    )


def _line(path: Path, number: int) -> str:
    return f"{path.as_posix()}:{number}"


def test_nothing_is_imported_inside_a_function() -> None:
    found = {
        _line(path, number)
        for path, _, tree in python("app", "tests")
        for function in _functions(tree)
        for number, _ in _imports(function)
    }
    assert found == set()


def test_event_loop_is_never_pumped_by_hand() -> None:
    name = "process" + "Events"
    found = [
        _line(path, n) for path, _, tree in python("app", "tests") for n, call in _calls(tree) if call.endswith(name)
    ]
    assert found == []


def test_no_test_sleeps() -> None:
    found = [
        f"{_line(path, number)} {call}"
        for path, _, tree in python("tests")
        for number, call in _calls(tree)
        if call.rsplit(".", 1)[-1] in SLEEPS or call == "qtbot.wait"
    ]
    assert found == []


def test_broad_excepts_are_three_at_most() -> None:
    found = [
        _line(path, node.lineno)
        for path, _, tree in python("app")
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and _is_broad(node)
    ]
    assert len(found) <= MOST_BROAD_EXCEPTS, found


def test_what_is_silenced_is_little_and_says_why() -> None:
    found = [
        (_line(path, number), comment[match.end() :].strip(" #-:"))
        for path, text, _ in python("app", "tests")
        for number, comment in comments(text)
        if (match := SILENCED.search(comment))
    ]
    assert [place for place, reason in found if len(reason) < SHORTEST_REASON] == []
    assert len(found) <= MOST_SILENCED, found


def test_every_function_says_what_it_returns() -> None:
    found = [
        f"{_line(path, function.lineno)} {function.name}"
        for path, _, tree in python("app")
        for function in _functions(tree)
        if function.returns is None
    ]
    assert found == []


def test_database_is_known_to_the_store_alone() -> None:
    found = [
        _line(path, number)
        for path, _, tree in python("app")
        if path.parts[1] != "store"
        for number, name in _imports(tree)
        if name.split(".")[0] in DATABASE_MODULES
    ]
    assert found == []


def test_sql_stands_in_the_store_alone() -> None:
    found = {
        (path.parts[1] == "store", _line(path, number))
        for path, _, tree in python("app")
        for number, value in strings(tree)
        if SQL.search(value)
    }
    assert [place for in_store, place in found if not in_store] == []
    assert found, "the store's own SQL is not seen any more"


def test_colours_are_named_in_the_theme_alone() -> None:
    found = [
        f"{_line(path, number)} {value}"
        for path, _, tree in python("app")
        if path.parts[1:3] != ("ui", "theme")
        for number, value in strings(tree)
        if COLOUR.search(value)
    ]
    assert found == []
