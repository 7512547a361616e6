"""Names of suppliers that are the same, and the year in the owner's zone."""

from datetime import UTC

from app.domain.tally import one_name, year_of
from tests.domain.test_due import BERLIN


def test_names_that_differ_only_in_case_accents_and_blanks_are_one() -> None:
    found = one_name([("Northside Doughs", 3), ("northside doughs ", 2), ("Café Röst", 1), ("cafe  rost", 1), (" ", 4)])
    assert sorted((name, count) for name, count, _ in found) == [("Café Röst", 2), ("Northside Doughs", 5)]
    assert {name: spelt for name, _, spelt in found}["Northside Doughs"] == (
        "Northside Doughs",
        "northside doughs ",
    )


def test_the_year_begins_where_the_shop_is() -> None:
    since, until = year_of(2026, BERLIN)
    assert since.astimezone(UTC).isoformat() == "2025-12-31T23:00:00+00:00"
    assert (until.year, until.month, until.day) == (2027, 1, 1)
