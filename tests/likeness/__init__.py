"""Tests of how near in meaning two texts are."""
