"""What the owner can do: one verb a method, one transaction each."""
