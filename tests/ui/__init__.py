"""Tests of the window, by feature."""
