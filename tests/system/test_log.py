"""The log tells where, never what was typed."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system import log


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    logger = logging.getLogger("amends")
    kept, logger.handlers = logger.handlers, []
    yield
    for handler in logger.handlers:
        handler.close()
    logger.handlers = kept


def _break(words: str) -> None:
    raise ValueError(words)


def test_a_fault_is_noted_without_its_message(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "amends.log"
    log.start_log(file)
    try:
        _break("Dana Whitfield says that the cake was wrong")
    except ValueError:
        kind, _, trace = sys.exc_info()
        assert kind is not None
        log.fault(kind, trace)
    log.event("backup-failed", case=214)
    text = file.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "system/test_log.py:" in text
    assert "in _break" in text
    assert "backup-failed case=214" in text
    assert "Dana" not in text


def test_a_folder_that_cannot_be_written_means_no_log(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    log.start_log(tmp_path / "file" / "amends.log")
    log.event("started")
