"""Starts the whole program as its owner does, over the file in the user's data folder, for `start.py`."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import app.__main__ as program
from app.lazy import lazy

if TYPE_CHECKING:
    import tests.bench.watch as watch
else:  # it imports Qt, which is the program's to do
    watch = lazy("tests.bench.watch")


def watched(words: list[str]) -> "watch.WatchedApplication":
    return watch.WatchedApplication(words)


if __name__ == "__main__":
    # What is put into a lazy module before it is executed, stays.
    ModuleType.__setattr__(vars(program)["bootstrap"], "QApplication", watched)
    sys.exit(program.main([]))
