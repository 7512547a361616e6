"""A text's words are put together as the small network was taught to, however few or many they are."""

import numpy as np
import pytest
from numpy.typing import NDArray

from app.likeness.context import Context

WIDTH, INNER, HEADS = 8, 12, 4
SHAPES = {
    "gain": (WIDTH,),
    "shift": (WIDTH,),
    "near": (5, WIDTH),
    "near_shift": (WIDTH,),
    "look": (WIDTH, 3 * WIDTH),
    "look_shift": (3 * WIDTH,),
    "take": (WIDTH, WIDTH),
    "take_shift": (WIDTH,),
    "step": (WIDTH, INNER),
    "step_shift": (INNER,),
    "back": (INNER, WIDTH),
    "back_shift": (WIDTH,),
    "weigh": (WIDTH,),
    "end": (WIDTH, 6),
    "end_shift": (6,),
}
Numbers = NDArray[np.float64]


def _level(row: Numbers) -> Numbers:
    level: Numbers = (row - row.mean()) / np.sqrt(row.var() + 1e-5)
    return level


def _taken_over(asked: Numbers, said: Numbers, given: Numbers) -> Numbers:
    """What one word takes over from all, head by head."""
    found = []
    for head in range(HEADS):
        part = slice(head * WIDTH // HEADS, (head + 1) * WIDTH // HEADS)
        share = np.exp(said[:, part] @ asked[part])
        found.append(share @ given[:, part] / share.sum())
    return np.concatenate(found)


def _slowly(layer: dict[str, Numbers], rows: Numbers, weights: Numbers) -> Numbers:
    """The same sum, word by word."""
    count = len(rows)
    level = [_level(row) * layer["gain"] + layer["shift"] for row in rows]
    asked, said, given = np.split(np.array(level) @ layer["look"] + layer["look_shift"], 3, axis=1)
    total, heavy = np.zeros(WIDTH), 0.0
    for at in range(count):
        row = rows[at] + layer["near_shift"]
        for step, factor in zip(range(at - 2, at + 3), layer["near"], strict=True):
            if 0 <= step < count:
                row = row + level[step] * factor
        row = row + _taken_over(asked[at], said, given) @ layer["take"] + layer["take_shift"]
        inner = np.maximum(_level(row) @ layer["step"] + layer["step_shift"], 0)
        row = row + inner @ layer["back"] + layer["back_shift"]
        weight = np.exp(np.clip(weights[at] + row @ layer["weigh"], -8, 4))
        total, heavy = total + weight * row, heavy + weight
    return total / heavy @ layer["end"] + layer["end_shift"]


@pytest.mark.parametrize("count", [1, 2, 5, 40])
def test_it_is_the_sum_that_one_gets_word_by_word(count: int) -> None:
    chance = np.random.default_rng(count)
    layer = {name: chance.normal(size=shape) for name, shape in SHAPES.items()}
    rows, weights = chance.normal(size=(count, WIDTH)), chance.normal(size=count)
    context = Context.from_arrays({name: array.astype(np.float32) for name, array in layer.items()})
    found = context.summed_up(rows.astype(np.float32), weights.astype(np.float32))
    np.testing.assert_allclose(found, _slowly(layer, rows, weights), rtol=2e-3, atol=2e-3)


def test_a_layer_with_a_part_missing_is_refused() -> None:
    with pytest.raises(KeyError):
        Context.from_arrays({"near": np.zeros((5, WIDTH), np.float32)})
