"""The print system of the tests."""

from tests.printing.cups import cups

__all__ = ["cups"]
