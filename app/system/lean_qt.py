"""Loads PySide6 without what it does at each start for words of errors and for features that Amends has not."""

import builtins
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import CodeType
from typing import Any, cast

# PySide6 6.11 carries these as text inside of its library, so no .pyc is ever kept of them: 25 ms of a start. They
# are for messages of wrong calls, signatures and stubs. Qt reads `mapping`, `loader` and `feature` by itself.
_LATE = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
_STAND_IN = f"from {__name__} import fill\ndef __getattr__(name, here=globals()): return fill(here, name)\n"

_waiting: dict[str, tuple[Any, str]] = {}  # by the name of the module: its source, and the file it would be


def load() -> None:
    """Import PySide6's core, the first of its parts; an edition that begins in another way is imported as ever."""
    with _late_words():
        import_module("PySide6.QtCore")
    # It looks at every import of the program for `from __feature__ import ...`: 6 ms of a start.
    plain = vars(builtins).get("__orig_import__")
    if plain is not None:
        vars(builtins)["__import__"] = plain


@contextmanager
def _late_words() -> Iterator[None]:
    """PySide6 gets stand-ins for these modules; each is compiled when something of it is wanted."""
    compile_now = builtins.compile

    def compile_late(source: Any, filename: Any, mode: str, *rest: Any, **options: Any) -> CodeType:
        if filename in _LATE and mode == "exec":
            _waiting[filename.removesuffix(".py").replace("/", ".")] = (source, filename)
            source = _STAND_IN
        return cast(CodeType, compile_now(source, filename, mode, *rest, **options))

    _put(compile_late)
    try:
        yield
    finally:
        _put(compile_now)


def fill(here: dict[str, Any], name: str) -> object:
    """Compile the module whose names are `here`, and give what it calls `name`; AttributeError as any module."""
    module = here["__name__"]
    if name.startswith("__"):  # asked by the import itself
        raise AttributeError(name)
    if module in _waiting:
        source, filename = _waiting.pop(module)
        del here["__getattr__"], here["fill"]
        exec(compile(source, filename, "exec"), here)
    return getattr(sys.modules[module], name)


def _put(compiler: Callable[..., Any]) -> None:
    vars(builtins)["compile"] = compiler
