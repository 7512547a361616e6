"""The machine around the program: paths, settings, single start, log, background work."""
