"""Where the owner's file, the program's own resources and this machine's settings lie."""

import os
import sys
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SUFFIX = ".amends"


def data_folder() -> Path:
    """The user's data folder: %LOCALAPPDATA%, ~/Library/Application Support, or XDG_DATA_HOME.

    A few lines of our own: the library for it takes 10 ms to import, a fifth of what a start may cost.
    """
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Amends"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Amends"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "amends"


def own_file() -> Path:
    return data_folder() / f"shop{SUFFIX}"


def made_up_file() -> Path:
    return data_folder() / f"made-up shop{SUFFIX}"


def log_file() -> Path:
    return data_folder() / "amends.log"
