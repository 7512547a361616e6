"""Every test of the wizard wears the theme, as the program does."""

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme import current


@pytest.fixture(autouse=True)
def _theme(qapp: QApplication) -> None:
    if not qapp.styleSheet():
        current().apply(qapp)
