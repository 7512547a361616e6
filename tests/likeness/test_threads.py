"""What is reckoned while somebody types stays on one core."""

import subprocess
import sys

from tests.house.sources import ROOT

_COUNT = """
import os, app
from app.likeness import meaning
tasks = "/proc/self/task"
print(len(os.listdir(tasks)) if os.path.isdir(tasks) else 1)
"""


def test_numpy_starts_no_threads() -> None:
    told = subprocess.run([sys.executable, "-c", _COUNT], cwd=ROOT, check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "1"
