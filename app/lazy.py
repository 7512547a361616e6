"""Modules that are loaded when they are first used, so that the first paint need not wait for them."""

import importlib
import importlib.util
import sys
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec


class _Later(ModuleType):
    """Stands for a module until its first attribute is asked for, then is that module.

    `importlib.util.LazyLoader` of Python 3.11 lets two threads that ask at once both execute it, and each gets
    classes of its own.
    """

    def __getattribute__(self, name: str) -> object:
        once = _WAITING[object.__getattribute__(self, "__dict__")["__name__"]]
        with once.lock:
            if object.__getattribute__(self, "__class__") is _Later and not once.is_loading:
                once.load(self)
        return ModuleType.__getattribute__(self, name)


class _Once:
    """Finds and executes one module, in the thread that comes first; the others wait, that thread itself goes on."""

    def __init__(self, name: str) -> None:
        self.lock = RLock()
        self.is_loading = False
        self._name = name

    def load(self, module: ModuleType) -> None:
        self.is_loading = True
        try:
            spec = _find(self._name)
            assert spec.loader is not None, "it was found"
            vars(module).update(vars(importlib.util.module_from_spec(spec)))
            spec.loader.exec_module(module)
            module.__class__ = ModuleType
            _bind(self._name, module)
        finally:
            self.is_loading = False


_WAITING: dict[str, _Once] = {}


def lazy(name: str) -> ModuleType:
    """The module `name`, found and executed once, at its first attribute access.

    It raises `ModuleNotFoundError` then where there is no such module: looking for fifty of them beforehand took 2 ms
    of the start. A house test looks whether those that the program names are there.
    """
    if name in sys.modules:
        return sys.modules[name]
    module = _Later(name)
    _WAITING[name] = _Once(name)
    sys.modules[name] = module
    _bind(name, module)
    return module


def _find(name: str) -> "ModuleSpec":
    parent, _, _ = name.rpartition(".")
    path = importlib.import_module(parent).__path__ if parent else None
    for finder in sys.meta_path:
        spec = finder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            return spec
    raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _bind(name: str, module: ModuleType) -> None:
    """As an import does: who says `from parent import child` then gets it as lazily."""
    parent, _, child = name.rpartition(".")
    if parent in sys.modules:
        setattr(sys.modules[parent], child, module)
