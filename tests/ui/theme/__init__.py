"""Tests of colours, fonts, icons and measures."""
