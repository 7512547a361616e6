"""Reads the vectors of a text's words in their order and sums them up in one, each word in the light of the others.

One small layer, as in the sentence model that it was taught by: five neighbours, attention over the whole text, a step
for each word; then a mean in which the telling words weigh more. A text of 75 pieces takes 0.4 ms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_REACH = 2  # neighbours to either side
_HEADS = 4
_TINY = np.float32(1e-5)


def _level(rows: Array) -> Array:
    """Each row with mean 0 and spread 1."""
    level: Array = rows - rows.mean(axis=1, keepdims=True)
    level /= np.sqrt(np.einsum("ij,ij->i", level, level)[:, None] / np.float32(level.shape[1]) + _TINY)
    return level


def _attended(asked: Array, said: Array, given: Array) -> Array:
    """What each word takes over from the others, by how well what it asks meets what they say; shapes (n, width)."""
    count, width = asked.shape
    heads = (count, _HEADS, width // _HEADS)
    near = asked.reshape(heads).transpose(1, 0, 2) @ said.reshape(heads).transpose(1, 2, 0)
    near -= near.max(axis=2, keepdims=True)
    np.exp(near, out=near)
    near /= near.sum(axis=2, keepdims=True)
    return (near @ given.reshape(heads).transpose(1, 0, 2)).transpose(1, 0, 2).reshape(count, width)


@dataclass(frozen=True, slots=True)
class Context:
    """The layer's numbers, by the names that they have in the file."""

    gain: Array  # (width): how much each number counts for what follows
    shift: Array
    near: Array  # (5, width): how the neighbours at -2 .. 2 count
    near_shift: Array
    look: Array  # (width, 3 width): what each word asks, says and gives
    look_shift: Array
    take: Array  # (width, width)
    take_shift: Array
    step: Array  # (width, inner)
    step_shift: Array
    back: Array  # (inner, width)
    back_shift: Array
    weigh: Array  # (width)
    end: Array  # (width, DIMENSIONS)
    end_shift: Array

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        """Raises `KeyError` where one is missing."""
        return cls(**{name: arrays[name].astype(np.float32) for name in cls.__slots__})

    def summed_up(self, rows: Array, weights: Array) -> Array:
        """The text's vector of any length, from its words' vectors (n, width) and own weights, logarithms (n)."""
        count = len(rows)
        level = _level(rows) * self.gain + self.shift
        wide = np.zeros((count + 2 * _REACH, rows.shape[1]), np.float32)
        wide[_REACH:-_REACH] = level
        rows = rows + self.near_shift
        for at, factor in enumerate(self.near):
            rows += wide[at : at + count] * factor
        looked: Array = np.matmul(level, self.look)
        looked += self.look_shift
        asked, said, given = np.split(looked, 3, axis=1)
        rows += _attended(asked, said, given) @ self.take + self.take_shift
        rows += np.maximum(_level(rows) @ self.step + self.step_shift, 0) @ self.back + self.back_shift
        heavy = np.exp(np.clip(weights + rows @ self.weigh, -8, 4))
        found: Array = (heavy @ rows) / heavy.sum() @ self.end + self.end_shift
        return found
