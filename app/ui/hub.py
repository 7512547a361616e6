"""Tells every view once, after the commit, what a service call changed."""

from PySide6.QtCore import QObject, Signal


class Hub(QObject):
    changed = Signal(object)  # app.domain.changes.Changes
