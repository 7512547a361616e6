"""What is like the complaint that is open: earlier ones and their lesson, while it is typed."""
