"""Holds the vectors of one table in memory, and tells how near a text is to each beside what all have in common.

All complaints of a shop are alike in being complaints of that shop. So the mean of them is taken off both sides before
they are compared; a few usual complaints weigh in it, or else three cases would have nothing of their own left.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from app.likeness.meaning import DIMENSIONS, similarities, unpack
from app.store.database import Store

if TYPE_CHECKING:
    from numpy.typing import NDArray

USUAL_WEIGH = 20  # cases for which the usual complaints stand in the mean
_TAKEN_OFF = 0.85  # of the mean: all of it ranks a little better, but leaves a text that is like none too near to some
_ONE = 440.0  # the length of each row that `unpack` gives


class Held:
    """Grows with the table: only what is new is read again."""

    def __init__(self, table: str, key: str, usual: Iterable[bytes]) -> None:
        self._sql = f"SELECT id, {key}, vector FROM {table} WHERE id > ? ORDER BY id"
        self._last = 0
        self._places: dict[int, int] = {}
        self._numbers = np.zeros(0, np.int64)
        self._matrix = np.zeros((0, DIMENSIONS), np.int8)
        rows = unpack(list(usual))
        self._usual = rows.mean(axis=0) / _ONE if len(rows) else np.zeros(DIMENSIONS)
        self._sum = np.zeros(DIMENSIONS)
        self._count = 0  # of rows that are not empty
        self._measure()

    def __len__(self) -> int:
        return len(self._places)

    @property
    def numbers(self) -> "NDArray[np.int64]":
        """In the order of the rows."""
        return self._numbers[: len(self)]

    @property
    def mean(self) -> "NDArray[np.float64]":
        """What is taken off."""
        mean: NDArray[np.float64] = (self._sum + USUAL_WEIGH * self._usual) / (self._count + USUAL_WEIGH)
        return mean * _TAKEN_OFF

    def refresh(self, store: Store) -> None:
        """Read what was made since."""
        rows = store.read(self._sql, (self._last,))
        if not rows:
            return
        self._last = rows[-1][0]
        self._reserve(len(self._places) + len(rows))
        places = [self._places.setdefault(row[1], len(self._places)) for row in rows]
        self._numbers[places] = [row[1] for row in rows]
        self._add(places, -1)
        self._matrix[places] = unpack([row[2] for row in rows])
        self._add(places, 1)
        self._measure()

    def _reserve(self, count: int) -> None:
        if count > len(self._matrix):
            room = max(count, len(self._matrix) * 5 // 4, 64)
            numbers, matrix = np.zeros(room, np.int64), np.zeros((room, DIMENSIONS), np.int8)
            numbers[: len(self._numbers)], matrix[: len(self._matrix)] = self._numbers, self._matrix
            self._numbers, self._matrix = numbers, matrix

    def _add(self, places: list[int], sign: int) -> None:
        """Count these rows into the sum, or out of it."""
        rows = self._matrix[sorted(set(places))]
        self._sum += sign * rows.sum(axis=0, dtype=np.int64) / _ONE
        self._count += sign * int(rows.any(axis=1).sum())

    def _measure(self) -> None:
        """How far each row lies from the mean, and along it."""
        mean = self.mean
        self._mean = mean.astype(np.float32)
        self._along = self._dot(self._mean)
        self._square = float(mean @ mean)
        self._far = np.sqrt(np.maximum(1 - 2 * self._along + self._square, 1e-6))

    def _dot(self, vector: "NDArray[np.float32]") -> "NDArray[np.float32]":
        """With each row as if of length one."""
        return similarities(self._matrix[: len(self)], vector * np.float32(_ONE))

    def nearness(self, vector: bytes) -> "NDArray[np.float32]":
        """The cosine with each row, both seen from the mean; 0 where either is empty. In the order of `numbers`."""
        ours = unpack([vector])[0].astype(np.float32) / _ONE
        if not ours.any():
            return np.zeros(len(self), np.float32)
        ours -= self._mean
        near = (self._dot(ours) - float(ours @ self._mean)) / (self._far * float(np.linalg.norm(ours)))
        near[~self._matrix[: len(self)].any(axis=1)] = 0
        told: NDArray[np.float32] = near.astype(np.float32)
        return told

    def nearness_of(self, numbers: Iterable[int], near: "NDArray[np.float32]") -> dict[int, float]:
        """Of these that have a row, by number; `near` is what `nearness` gave."""
        return {number: float(near[self._places[number]]) for number in numbers if number in self._places}
