"""The window, by feature."""
