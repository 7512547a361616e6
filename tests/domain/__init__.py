"""Tests of the plain values and rules of a complaint."""
