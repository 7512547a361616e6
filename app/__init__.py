"""Amends walks a shop owner through one complaint, from the first word to the card in the post."""

import os

# One core is enough for what numpy does here. With more, its threads wait for each other: on a busy machine a reckoning
# of 2 ms took 120, and one of 0.5 ms now and then 300. It counts when numpy is first imported, so it stands here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
