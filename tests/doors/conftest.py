"""The shop that these tests act in."""

from tests.shop import clock, house, store

__all__ = ["clock", "house", "store"]
