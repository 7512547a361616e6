"""How near in meaning two texts are, and by which words they may be found: numpy alone, no model, no network."""
