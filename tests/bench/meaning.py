"""What the meaning of a text costs, beside what it cannot cost less than, in one run.

python -m tests.bench.meaning: milliseconds, medians, and the ratio to the floor of the same line: loading the vectors'
file beside importing numpy, a text of 60 words beside its folding, 100,000 likenesses beside one pass of BLAS over as
many rows of float32.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np

from app.domain.fold import fold
from app.likeness.meaning import DIMENSIONS, Meaning, pack, similarities, unpack
from app.likeness.words import terms
from app.system import resources

CASES = 100_000
TIMES = 41
_TEXT = (
    "I ordered the large lemon cake for my mother's birthday on Saturday and was told it would be ready at nine. When "
    "I came it was not, nobody knew anything about it, and the girl at the counter laughed. I waited forty minutes, it "
    "was stale and the name was spelt wrong. I want my money back please."
)


def _ms(work: Callable[[], object], times: int = TIMES) -> float:
    """The median of `times` runs, after one that does not count."""
    work()
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found) * 1e3


def _starts(code: str) -> float:
    """Milliseconds of a Python that does `code` and ends."""
    return _ms(lambda: subprocess.run([sys.executable, "-c", code], check=True), 9)


def _line(name: str, ms: float, floor: float) -> None:
    print(f"{name:<44}{ms:>9.3f}{floor:>9.3f}{ms / floor:>8.1f}")


def main() -> None:
    """Prints the table."""
    path = resources.word_vectors()
    meaning = Meaning(path)
    print(f"{path.name}, {path.stat().st_size / 1e6:.1f} MB, make {meaning.version}, {len(_TEXT.split())} words")
    print(f"{'':<44}{'ms':>9}{'floor':>9}{'ratio':>8}")
    bare = _starts("pass")
    _line("load the file (floor: import numpy)", _ms(lambda: Meaning(path)), _starts("import numpy") - bare)
    _line("vector of a text (floor: fold it)", _ms(lambda: meaning.vector(_TEXT)), _ms(lambda: fold(_TEXT)))
    _line("terms of a text (floor: fold it)", _ms(lambda: terms(_TEXT, meaning)), _ms(lambda: fold(_TEXT)))
    vectors = np.random.default_rng(1).normal(size=(CASES, DIMENSIONS)).astype(np.float32)
    packed = [pack(vector) for vector in vectors[:1_000]] * (CASES // 1_000)
    matrix = unpack(packed)
    asked = meaning.vector(_TEXT)
    floor = _ms(lambda: vectors @ vectors[0])
    _line(f"unpack {CASES:,} (floor: one pass of BLAS)", _ms(lambda: unpack(packed), 5), floor)
    _line(f"{CASES:,} likenesses (floor: one pass of BLAS)", _ms(lambda: similarities(matrix, asked)), floor)


if __name__ == "__main__":
    main()
