"""The words of PySide6's errors are compiled when they are wanted, and then they are all there."""

import subprocess
import sys

_BEGIN = """
import builtins
from app.system import lean_qt
compile_now = builtins.compile
lean_qt.load()
assert builtins.compile is compile_now
assert "feature" not in builtins.__import__.__name__
from PySide6.QtCore import QObject
"""


def _said(words: str) -> str:
    command = [sys.executable, "-c", _BEGIN + words]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_a_wrong_call_is_told_in_full() -> None:
    said = _said("try: QObject().setObjectName(3)\nexcept TypeError as error: print(error)")
    assert "PySide6.QtCore.QObject.setObjectName(int)" in said
    assert "setObjectName(name: str, /)" in said


def test_signatures_are_there_when_asked() -> None:
    words = "from PySide6.support.signature import get_signature\nprint(get_signature(QObject.objectName))"
    assert _said(words).strip() == "(self, /) -> str"


def test_a_name_that_is_not_there_is_missed_as_in_any_module() -> None:
    words = "from PySide6.support.signature.lib import tool\nprint(hasattr(tool, 'no_such_name'))"
    assert _said(words).strip() == "False"


def test_this_edition_of_qt_lets_its_words_wait() -> None:
    """Where it does not, the start is 25 ms slower: look at what PySide6 carries now."""
    waiting = _said("print(*sorted(lean_qt._waiting), sep='\\n')").split()
    assert [name.rpartition(".")[2] for name in waiting] == [
        "errorhandler",
        "layout",
        "enum_sig",
        "pyi_generator",
        "tool",
        "parser",
    ]
