"""Tests of the cards: the studio, the list, and the way to the post box."""
