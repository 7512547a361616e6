"""Cold start of the whole program over 100,000 cases, beside a bare window with an empty table.

python -m tests.bench.start [FILE], on a real screen (Xvfb will do; with -noreset, or each last guest makes it start
over). Without FILE it fills one first, which takes a while. Each start is a process of its own; bare and whole take
turns, so that a busy moment of the machine falls on both. Times run from the start of the process.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.bench import many

ROUNDS = 15
TARGET = 1.5
ROOT = Path(__file__).resolve().parents[2]
KINDS = ("bare_window", "whole_window")


def start(kind: str, home: Path) -> tuple[float, float]:
    """Milliseconds to the first paint, and until the window is at rest."""
    environ = os.environ | {"XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home), "PYTHONPATH": str(ROOT)}
    environ["PYTHONPYCACHEPREFIX"] = str(home / "compiled")  # an installed program is compiled
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    words = [sys.executable, "-P", "-m", f"tests.bench.{kind}"]
    began = time.monotonic()
    done = subprocess.run(words, env=environ, stdout=subprocess.PIPE, check=True, timeout=60, text=True)
    painted, at_rest = (float(word) for word in done.stdout.split())
    shutil.rmtree(home / "amends" / "shop backups", ignore_errors=True)  # the copy that was cut off
    return (painted - began) * 1000, (at_rest - began) * 1000


def main(file: Path | None) -> None:
    with tempfile.TemporaryDirectory(prefix="amends-start-") as folder:
        home = Path(folder)
        (home / "amends").mkdir()
        own = home / "amends" / "shop.amends"
        if file is None:
            many.fill(own, 100_000)
        else:
            own.symlink_to(file.resolve())
        times: dict[str, list[tuple[float, float]]] = {kind: [] for kind in KINDS}
        for turn in range(ROUNDS + 1):
            for kind in KINDS:
                taken = start(kind, home)
                if turn:  # the first of each compiles and warms the disk
                    times[kind].append(taken)
    middle = {kind: [median(column) for column in zip(*found, strict=True)] for kind, found in times.items()}
    print(f"Start over 100,000 cases, ms from the start of the process, medians of {ROUNDS}")
    print(f"{'':14}{'painted':>10}{'at rest':>10}")
    for kind in KINDS:
        print(f"{kind.replace('_', ' '):14}{middle[kind][0]:10.0f}{middle[kind][1]:10.0f}")
    bare, whole = (middle[kind] for kind in KINDS)
    print(f"{'ratio':14}{whole[0] / bare[0]:10.2f}{whole[1] / bare[1]:10.2f}   target {TARGET}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
