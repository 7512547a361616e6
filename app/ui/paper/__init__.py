"""Brings paper out of the house: the system's dialogs for it, and the window that shows a document."""
