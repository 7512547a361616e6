"""Turns a text into a small packed vector and tells how near two vectors are.

A text's vector is the sum of its words' vectors, each with its weight; a word that the file does not hold is put
together from its pieces. Packed, a vector is 64 bytes: 128 numbers of four bits.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.domain.fold import fold
from app.likeness import spelling

DIMENSIONS = 128
PACKED = DIMENSIONS // 2  # bytes
LONGEST = 20_000  # characters of a text that are read; what matters has been said by then
_LENGTH = 440.0  # of each row that `unpack` gives: no number of it then leaves int8
_BLOCK = 8_192  # rows at a time; as float32 they stay in the processor's cache
_WORD = re.compile(r"[^\W_]+")
_CLIP = 2.6  # standard deviations; what lies beyond is rounded to it
_STEP = _CLIP / 7.5 / np.sqrt(DIMENSIONS)
# Both numbers of every possible byte.
_NIBBLES = (np.stack([np.arange(256) >> 4, np.arange(256) & 15], axis=1) * 2 - 15).astype(np.int8)


class Meaning:
    """The word vectors of one file. Immutable; may be asked from any thread."""

    def __init__(self, path: Path) -> None:
        """Raises `OSError` where the file cannot be read, `ValueError` where it is not of this make."""
        with path.open("rb") as file:
            head = json.loads(file.readline())
            names = file.read(head["names"]).decode("utf-8")
            self._weights = np.frombuffer(file.read(4 * head["rows"]), np.float32)
            self._rows = np.frombuffer(file.read(), np.int8).reshape(head["rows"], head["dimensions"])
        if head["dimensions"] != DIMENSIONS:
            raise ValueError(head["dimensions"])
        self.version: str = head["version"]
        self._places = {name: place for place, name in enumerate(names.split("\n"))}
        self._put_right = lru_cache(maxsize=4_096)(partial(spelling.put_right, places=self._places))

    def is_known(self, word: str) -> bool:
        """Whether the folded `word` has a vector of its own."""
        return word in self._places

    def put_right(self, word: str) -> str | None:
        """The likeliest known word one slip away from the folded `word`; None where it is known, or nothing is near."""
        return self._put_right(word)

    def vector(self, text: str) -> bytes:
        """The packed vector of `text`, of length one before it is packed; empty where no word has a vector."""
        places = [place for word in _WORD.findall(fold(text[:LONGEST])) for place in self._pieces(word)]
        if not places:
            return b""
        return pack(self._weights[places] @ self._rows[places].astype(np.float32))

    def _pieces(self, word: str) -> Iterator[int]:
        """The places of `word`, or of the longest pieces that make it up; none where one is missing."""
        whole = self._places.get(word)
        if whole is not None:
            return iter((whole,))
        found: list[int] = []
        start = 0
        while start < len(word):
            for end in range(min(len(word), start + 24), start, -1):
                place = self._places.get(word[start:end] if start == 0 else "##" + word[start:end])
                if place is not None:
                    found.append(place)
                    start = end
                    break
            else:
                return iter(())
        return iter(found)


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
        wide *= _LENGTH / np.sqrt(np.einsum("ij,ij->i", wide, wide))[:, None]
        wide[[not row for row in block]] = 0
        matrix[start : start + _BLOCK] = np.clip(np.rint(wide), -127, 127)
    return matrix


def similarities(
    matrix: NDArray[np.int8], vector: bytes | NDArray[np.int8] | NDArray[np.float32]
) -> NDArray[np.float32]:
    """The cosine of `vector`, packed or as `unpack` gives it, with each row of `matrix`; 0 where either is empty.

    The matrix stays int8 (13 MB for 100,000 rows); block by block it becomes float32 and goes through BLAS.
    """
    asked = (unpack([vector])[0] if isinstance(vector, bytes) else vector).astype(np.float32) / (_LENGTH * _LENGTH)
    found = np.empty(len(matrix), np.float32)
    wide = np.empty((min(_BLOCK, len(matrix)), DIMENSIONS), np.float32)
    for start in range(0, len(matrix), _BLOCK):
        block = matrix[start : start + _BLOCK]
        part = wide[: len(block)]
        np.copyto(part, block)
        np.matmul(part, asked, out=found[start : start + _BLOCK])
    return found
