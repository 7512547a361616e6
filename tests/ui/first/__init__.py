"""Tests of app.ui.first."""
