"""Colours, type, icons and space, in one place."""
