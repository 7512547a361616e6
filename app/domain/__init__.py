"""Plain values and rules of a complaint, without Qt, SQL, clock or paths."""
