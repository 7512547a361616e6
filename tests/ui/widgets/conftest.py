"""Every widget test wears the theme, as the program does."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme import Theme, current


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A light theme over the whole test application, put on once."""
    worn = current()
    if not qapp.styleSheet():
        worn.apply(qapp)
    worn.set_mode("light")
    yield worn
    worn.set_mode("light")
