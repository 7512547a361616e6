"""Money of a shop that has set no sign of its own."""

from PySide6.QtCore import QLocale

from app.ui.widgets.money import money_text


def test_no_sign_is_that_of_the_locale() -> None:
    assert money_text(1500, "", QLocale("en_US")) == "$15"
