"""Starts the whole program as its owner does, over the file in the user's data folder, for `start.py`."""

import sys

import app.bootstrap as bootstrap
from app.__main__ import main
from tests.bench.watch import WatchedApplication

if __name__ == "__main__":
    vars(bootstrap)["QApplication"] = WatchedApplication
    sys.exit(main([]))
