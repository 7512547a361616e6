"""One page a step, thin: it knows neither the store nor the other pages."""
