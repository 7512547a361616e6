"""Amends walks a shop owner through one complaint, from the first word to the card in the post."""
