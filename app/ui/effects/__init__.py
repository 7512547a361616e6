"""Whether a plan holds: asked a month and a season after it came into use."""
