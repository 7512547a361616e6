"""Cards in millimetres, painted by one function for screen, printer, PDF and picture."""
