"""What is due, and the one act that does it."""
