"""Measures, run by hand; each prints its figures beside a floor."""

import app

__all__ = ["app"]  # it settles on how many cores numpy reckons, which counts only before a bench imports numpy
