"""A log for support that never holds a name or a word of a complaint: kinds of events, places in our code, ids."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LOG = logging.getLogger("amends")


def start_log(file: Path) -> None:
    """Write to `file`, at most two of 500 kB; a folder that can't be written means no log, not a failed start."""
    if any(isinstance(one, RotatingFileHandler | logging.NullHandler) for one in _LOG.handlers):
        return  # started already; what others hang on the logger does not count
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        writer: logging.Handler = RotatingFileHandler(file, maxBytes=500_000, backupCount=1, encoding="utf-8")
    except OSError:
        writer = logging.NullHandler()
    writer.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(writer)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False


def event(name: str, **ids: int) -> None:
    """Note that something happened; figures alone may go with it."""
    _LOG.info("%s %s", name, " ".join(f"{key}={int(value)}" for key, value in ids.items()))


def places(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of a fault and where it arose, without its message: messages quote what was typed."""
    frames = traceback.extract_tb(trace)
    lines = [f"{_short(Path(frame.filename))}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n  ".join([kind.__name__, *lines])


def _short(file: Path) -> str:
    """With its folder: many files are called page.py."""
    return f"{file.parent.name}/{file.name}"


def fault(kind: type[BaseException], trace: TracebackType | None) -> None:
    _LOG.error("fault %s", places(kind, trace))
