"""What the shop has learned."""
