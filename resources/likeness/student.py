"""The small network that learns to place texts as the full sentence model does; numpy alone runs it afterwards.

Its shape is that of `app.likeness.context`: a vector a word, five neighbours, attention over the text, a step for each
word, a weighted mean.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 128
INNER = 384
HEADS = 4
NEIGHBOURS = 5
_BATCH = 256
_SHUFFLED = 16  # batches that are sorted by length together, so that little is padding
_RATE = 1e-3
_LEFT_OUT = 0.1  # of the words, at random, so that no text hangs on one
_SHARPNESS = 0.07  # of the softmax over the other texts of a batch


@dataclass(frozen=True)
class Lessons:
    """Texts as places of words, and where the teacher puts them (n, 384)."""

    texts: list[NDArray[np.int64]]
    taught: NDArray[np.float16]
    axes: NDArray[np.float32]  # (384, WIDTH): the main ones of `taught`


class Student(nn.Module):
    def __init__(self, rows: NDArray[np.float32], weights: NDArray[np.float32]) -> None:
        """Starts from the teacher's own vectors of the words on its main axes, and from the words' rarity."""
        super().__init__()
        self.empty = len(rows)
        self.rows = nn.Embedding(self.empty + 1, WIDTH, padding_idx=self.empty)
        self.rows.weight.data[:-1] = torch.from_numpy(rows) * WIDTH**0.5 * 0.5
        self.weights = nn.Embedding(self.empty + 1, 1, padding_idx=self.empty)
        self.weights.weight.data[:-1, 0] = torch.from_numpy(weights)
        # Moves all words together, those that no text holds as well; it is multiplied in when the file is written.
        self.turn = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.turn.weight)
        nn.init.zeros_(self.turn.bias)
        self.level = nn.LayerNorm(WIDTH)
        self.near = nn.Conv1d(WIDTH, WIDTH, NEIGHBOURS, padding=NEIGHBOURS // 2, groups=WIDTH)
        self.look = nn.Linear(WIDTH, 3 * WIDTH)
        self.take = nn.Linear(WIDTH, WIDTH)
        self.level_again = nn.LayerNorm(WIDTH)
        self.step = nn.Linear(WIDTH, INNER)
        self.back = nn.Linear(INNER, WIDTH)
        self.weigh = nn.Linear(WIDTH, 1)
        self.end = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.end.weight)
        for quiet, factor in ((self.near, 0.3), (self.take, 0.1), (self.back, 0.1), (self.weigh, 0.1)):
            quiet.weight.data *= factor

    def forward(self, places: Tensor) -> Tensor:
        """Vectors of length one of the texts; `places` is padded with `empty`."""
        there = (places != self.empty)[..., None]
        rows = self.turn(self.rows(places)) * there
        level = self.level(rows) * there
        rows = rows + self.near(level.transpose(1, 2)).transpose(1, 2)
        asked, said, given = (
            part.unflatten(2, (HEADS, -1)).transpose(1, 2) for part in self.look(level).split(WIDTH, dim=2)
        )
        seen = functional.scaled_dot_product_attention(asked, said, given, attn_mask=there[:, None, None, :, 0])
        rows = (rows + self.take(seen.transpose(1, 2).flatten(2))) * there
        rows = (rows + self.back(functional.relu(self.step(self.level_again(rows))))) * there
        heavy = torch.exp((self.weights(places) + self.weigh(rows)).clamp(-8, 4)) * there
        return functional.normalize(self.end((rows * heavy).sum(1) / heavy.sum(1).clamp(min=1e-6)), dim=1)

    def padded(self, texts: list[NDArray[np.int64]]) -> Tensor:
        return nn.utils.rnn.pad_sequence([torch.from_numpy(text) for text in texts], True, self.empty)

    def arrays(self) -> dict[str, NDArray[np.float32]]:
        """What `app.likeness.context` runs on, by its names, and `rows` and `weights`; constants are multiplied in."""
        first, second = self.level, self.level_again
        scale = torch.ones(3 * WIDTH)
        scale[:WIDTH] = (WIDTH / HEADS) ** -0.5
        near = self.near.weight[:, 0]
        made = {
            "rows": self.turn(self.rows.weight[:-1]),
            "weights": self.weights.weight[:-1, 0] + self.weigh.bias,
            "gain": first.weight,
            "shift": first.bias,
            "near": near.T,
            "near_shift": self.near.bias,
            "look": (self.look.weight * scale[:, None]).T,
            "look_shift": self.look.bias * scale,
            "take": self.take.weight.T,
            "take_shift": self.take.bias,
            "step": (self.step.weight * second.weight).T,
            "step_shift": self.step.weight @ second.bias + self.step.bias,
            "back": self.back.weight.T,
            "back_shift": self.back.bias,
            "weigh": self.weigh.weight[0],
            "end": self.end.weight.T,
            "end_shift": self.end.bias,
        }
        return {name: tensor.detach().contiguous().numpy() for name, tensor in made.items()}


def _batches(texts: list[NDArray[np.int64]], rounds: float, seed: int) -> Iterator[NDArray[np.int64]]:
    chance = np.random.default_rng(seed)
    size = _BATCH * _SHUFFLED
    lengths = np.array([len(text) for text in texts])
    for _ in range(round(rounds * (len(texts) // size))):
        some = chance.choice(len(texts), size, replace=False)
        some = some[np.argsort(lengths[some], kind="stable")].reshape(_SHUFFLED, _BATCH)
        yield from some[chance.permutation(_SHUFFLED)]


def _loss(made: Tensor, taught: Tensor, axes: Tensor) -> Tensor:
    """How far the texts are from where the teacher puts them, and from each other as it has them."""
    wanted = functional.normalize(taught @ axes, dim=1)
    near, far = made @ made.T, taught @ taught.T
    self_alone = torch.eye(len(made)) * 1e4
    ranked = functional.kl_div(
        torch.log_softmax(near / _SHARPNESS - self_alone, 1),
        torch.softmax(far / _SHARPNESS - self_alone, 1),
        reduction="batchmean",
    )
    return (1 - (made * wanted).sum(1)).mean() + ranked + 5 * ((near - far) ** 2).mean()


def teach(student: Student, lessons: Lessons, rounds: float, seed: int) -> None:
    """`rounds` times through all texts, in an order that `seed` settles."""
    torch.manual_seed(seed)
    words = [student.rows.weight, student.weights.weight]
    others = [one for name, one in student.named_parameters() if name not in {"rows.weight", "weights.weight"}]
    learning = torch.optim.Adam(
        [{"params": words, "lr": _RATE / 2}, {"params": others, "lr": _RATE}], betas=(0.9, 0.99)
    )
    taught, axes = torch.from_numpy(lessons.taught), torch.from_numpy(lessons.axes)
    batches = list(_batches(lessons.texts, rounds, seed))
    rates = torch.optim.lr_scheduler.LambdaLR(
        learning, lambda at: min(1, (at + 1) / 100) * max(0.02, 1 - at / len(batches))
    )
    for at, batch in enumerate(batches):
        places = student.padded([lessons.texts[one] for one in batch])
        places = places.masked_fill(torch.rand(places.shape) < _LEFT_OUT, student.empty)
        places[(places == student.empty).all(1), 0] = 0
        loss = _loss(student(places), taught[batch].float(), axes)
        learning.zero_grad()
        loss.backward()
        learning.step()
        rates.step()
        if at % 200 == 0:
            print(f"{at} of {len(batches)}: {loss.item():.4f}", flush=True)
