"""Tests of the small widgets of all pages."""
