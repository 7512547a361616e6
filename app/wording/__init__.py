"""The words that reach a customer: pure functions over parts and rules that are data."""
