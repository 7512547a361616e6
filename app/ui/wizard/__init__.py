"""The nine steps of one complaint."""
