"""Turns a text into a small packed vector and tells how near two vectors are.

The vectors of the words lie in a file, with the numbers of a small network that puts them together to that of the
text: one that was taught by a full sentence model to place texts as it does. Packed, a vector is 64 bytes: 128 numbers
of four bits.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.likeness.context import Context
from app.likeness.pieces import Pieces

DIMENSIONS = 128
PACKED = DIMENSIONS // 2  # bytes
LAYOUT = 2  # of the file
_LONGEST_HEAD = 4_096  # bytes of its first line
LENGTH = 440.0  # of each row that `unpack` gives: no number of it then leaves int8
_BLOCK = 8_192  # rows at a time; as float32 they stay in the processor's cache
_CLIP = 2.6  # standard deviations; what lies beyond is rounded to it
_STEP = _CLIP / 7.5 / np.sqrt(DIMENSIONS)
# Both numbers of every possible byte.
_NIBBLES = (np.stack([np.arange(256) >> 4, np.arange(256) & 15], axis=1) * 2 - 15).astype(np.int8)


class Meaning:
    """The word vectors of one file. Immutable; may be asked from any thread."""

    def __init__(self, path: Path) -> None:
        """Raises `OSError` where the file cannot be read, `ValueError` where it is not of this make."""
        whole = memoryview(path.read_bytes())
        line = bytes(whole[:_LONGEST_HEAD]).partition(b"\n")[0]
        head = json.loads(line)
        if head["layout"] != LAYOUT:
            raise ValueError(head["layout"])
        start = len(line) + 1
        names = str(whole[start : start + head["names"]], "utf-8").split("\n")
        start += head["names"]
        arrays: dict[str, NDArray[np.generic]] = {}
        for name, kind, shape in head["arrays"]:
            arrays[name] = np.frombuffer(whole, kind, int(np.prod(shape)), start).reshape(shape)
            start += arrays[name].nbytes
        self.version: str = head["version"]
        self._rows = arrays["rows"]  # two numbers of four bits a byte
        self._steps = arrays["steps"].astype(np.float32)
        self._weights = arrays["weights"].astype(np.float32)
        self._context = Context.from_arrays(arrays)
        self._pieces = Pieces(names, np.unpackbits(arrays["common"].view(np.uint8), count=len(names)).tobytes())

    def is_known(self, word: str) -> bool:
        """Whether the folded `word` has a vector of its own."""
        return word in self._pieces

    def put_right(self, word: str) -> str | None:
        """The likeliest known word one slip away from the folded `word`; None where it is known, or nothing is near."""
        return self._pieces.put_right(word)

    def vector(self, text: str) -> bytes:
        """The packed vector of `text`, of length one before it is packed; empty where no word has a vector."""
        places = self._pieces.of_text(text)
        if not places:
            return b""
        rows = _NIBBLES[self._rows[places]].reshape(len(places), -1) * self._steps[places, None]
        return pack(self._context.summed_up(rows, self._weights[places]))


def pack(vector: NDArray[np.float32]) -> bytes:
    """`vector` at length one, four bits a number; empty for a vector of no length."""
    length = float(np.linalg.norm(vector))
    if not length:
        return b""
    steps = np.clip(np.floor(vector / (length * _STEP * 2) + 8), 0, 15).astype(np.uint8)
    return bytes(steps[0::2] << 4 | steps[1::2])


def unpack(rows: Sequence[bytes]) -> NDArray[np.int8]:
    """One row of int8 a packed vector, shape (n, DIMENSIONS), 128 bytes each; an empty one gives zeros.

    All rows that are not zeros have the same length, so that `similarities` need not measure them.
    """
    matrix = np.zeros((len(rows), DIMENSIONS), np.int8)
    empty = bytes(PACKED)
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        codes = np.frombuffer(b"".join(row or empty for row in block), np.uint8).reshape(len(block), PACKED)
        wide = _NIBBLES[codes].reshape(len(block), DIMENSIONS).astype(np.float32)
        wide *= LENGTH / np.sqrt(np.einsum("ij,ij->i", wide, wide))[:, None]
        wide[[not row for row in block]] = 0
        matrix[start : start + _BLOCK] = np.clip(np.rint(wide), -127, 127)
    return matrix


def similarities(
    matrix: NDArray[np.int8], vector: bytes | NDArray[np.int8] | NDArray[np.float32]
) -> NDArray[np.float32]:
    """The cosine of `vector`, packed or on the scale of `unpack`, with each row of `matrix`; 0 where either is empty.

    The matrix stays int8 (13 MB for 100,000 rows); block by block it becomes float32 and goes through BLAS: 2 ms for
    100,000 rows, on one core.
    """
    asked = (unpack([vector])[0] if isinstance(vector, bytes) else vector).astype(np.float32) / (LENGTH * LENGTH)
    found = np.empty(len(matrix), np.float32)
    wide = np.empty((min(_BLOCK, len(matrix)), DIMENSIONS), np.float32)
    for start in range(0, len(matrix), _BLOCK):
        block = matrix[start : start + _BLOCK]
        part = wide[: len(block)]
        np.copyto(part, block)
        np.matmul(part, asked, out=found[start : start + _BLOCK])
    return found
