"""Starts the whole program as its owner does, over the file in the user's data folder, for `start.py`."""

import sys
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
    bootstrap = vars(program)["bootstrap"]
    assert bootstrap.QApplication is not None, "it is loaded here: what was put in before would be overwritten"
    bootstrap.QApplication = watched
    sys.exit(program.main([]))
