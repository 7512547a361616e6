"""Tests of the words that are drafted for a customer."""
