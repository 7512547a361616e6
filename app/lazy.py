"""Modules that are loaded when they are first used, so that the first paint need not wait for them."""

import importlib.util
import sys
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec


class _Later(ModuleType):
    """Stands for a module until its first attribute is asked for, then is that module.

    `importlib.util.LazyLoader` of Python 3.11 lets two threads that ask at once both execute it, and each gets
    classes of its own.
    """

    def __getattribute__(self, name: str) -> object:
        spec: ModuleSpec = object.__getattribute__(self, "__spec__")
        once: _Once = spec.loader_state
        with once.lock:
            if object.__getattribute__(self, "__class__") is _Later and not once.is_loading:
                once.load(self, spec)
        return ModuleType.__getattribute__(self, name)


class _Once:
    """Executes one module, in the thread that comes first; the others wait, that thread itself goes on."""

    def __init__(self, loader: "Loader") -> None:
        self.lock = RLock()
        self.is_loading = False
        self._loader = loader

    def load(self, module: ModuleType, spec: "ModuleSpec") -> None:
        self.is_loading = True
        try:
            spec.loader = self._loader
            self._loader.exec_module(module)
            module.__class__ = ModuleType
        finally:
            self.is_loading = False


def lazy(name: str) -> ModuleType:
    """The module `name`, executed once, at its first attribute access.

    Raises `ModuleNotFoundError` at once where there is no such module.
    """
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name)
    spec.loader_state = _Once(spec.loader)
    module = importlib.util.module_from_spec(spec)
    module.__class__ = _Later
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, module)
    return module
