"""The print system of the tests, and Qt for every test that sets type."""

from tests.printing.cups import cups

__all__ = ["cups"]
