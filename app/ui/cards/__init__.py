"""Cards: the list of them, and the desk where one is written and printed."""
