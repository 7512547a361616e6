"""The whole program, driven as its owner drives it: by the labels that she sees, by clicks and by keys."""
