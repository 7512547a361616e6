"""Finds the files that the house rules are about."""

import ast
import io
import subprocess
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_BINARY = {".bin", ".ico", ".icns", ".jpg", ".otf", ".pdf", ".png", ".qm", ".ttf", ".db", ".amends"}


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that git knows or would take in, relative to the root."""
    git = [
        "git",
        "-c",
        "safe.directory=*",
        "-C",
        str(ROOT),
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    names = subprocess.run(git, check=True, capture_output=True, text=True).stdout.split("\0")
    return tuple(sorted(path for name in names if name and (ROOT / (path := Path(name))).is_file()))


def texts() -> Iterator[tuple[Path, str]]:
    """Every tracked text file with its text."""
    for path in tracked():
        if path.suffix not in _BINARY:
            yield path, (ROOT / path).read_text(encoding="utf-8")


@cache
def python(*folders: str) -> tuple[tuple[Path, str, ast.Module], ...]:
    """Path, text and syntax tree of every Python file below these folders of the root."""
    found = [(path, text) for path, text in texts() if path.suffix == ".py" and path.parts[0] in folders]
    return tuple((path, text, ast.parse(text)) for path, text in found)


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Line number and text of each comment."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line number and value of each piece of text in the code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
