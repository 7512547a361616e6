"""The PySide6 in use keeps count of None: 6.12.0 loses one with most calls, and Python 3.11 then aborts."""

import sys

from PySide6.QtCore import QObject

CALLS = 1000
TOLERATED = 50


def test_calls_into_qt_do_not_use_up_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert sys.getrefcount(None) >= before - TOLERATED
