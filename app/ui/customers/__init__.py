"""The people who complained."""
