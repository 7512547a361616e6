"""How good like cases are: each labelled text in turn asks for those of its label, which are not told to the program.

python -m tests.bench.like [FILE ...] [--part tuning|held-back|all] [--sample N] [--seed N]

A FILE holds one {"id", "text", "label"} a line; a label may be a whole number. Without one it takes our own complaints,
a file each kind of shop, and strangers that are like none; there the part says which half: by the parity of crc32 of
the id, even is for tuning, odd (usual) is touched only at the end. Each set becomes a real file of Amends, filled and
asked through its services; the baselines are bm25 of FTS5 over the same texts, asked for all words of a text joined by
OR. Of more than `--sample` texts (usually 2,000; 0: no limit) so many ask, drawn by the seed; all are there to be
found.
"""

import argparse
import json
import random
import re
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as driver

from app.bootstrap import CONTENT
from app.domain.terms import Step
from app.likeness.score import THRESHOLD
from app.services.house import House, build_house
from app.store import cases
from app.store.database import open_store
from tests.bench.many import NOW

OWN = Path(__file__).parent / "complaints"
STRANGERS = "strangers"
SHOWN = 3
KEPT = 5
PARTS = ("tuning", "held-back", "all")


class BadLineError(Exception):
    """A line of a file that holds no labelled text; says which."""


@dataclass(frozen=True, slots=True)
class Labelled:
    id: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The places of those that were found for one text, the best first, and the scores where there are any."""

    found: tuple[int, ...]
    scores: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """A set of texts, those of them that ask, and strangers that ask as well."""

    name: str
    texts: tuple[Labelled, ...]
    asks: tuple[int, ...]
    strangers: tuple[Labelled, ...] = ()


def read(path: Path) -> list[Labelled]:
    """Raises `BadLineError`; empty lines are passed over."""
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            name, text, label = str(row["id"]), row["text"] + "", row["label"]
            text.encode()  # half a character cannot be kept
        except (ValueError, KeyError, TypeError) as error:
            raise BadLineError(f"{path}, line {number}: no id, text and label ({error!r})") from error
        if not isinstance(label, str | int):
            raise BadLineError(f"{path}, line {number}: the label is neither a text nor a whole number")
        found.append(Labelled(name, text, str(label)))
    return found


def of_part(rows: Sequence[Labelled], part: str) -> list[Labelled]:
    parity = {"tuning": 0, "held-back": 1}
    return [row for row in rows if part == "all" or zlib.crc32(row.id.encode()) % 2 == parity[part]]


def asking(name: str, rows: Sequence[Labelled], sample: int, seed: int, strangers: Sequence[Labelled] = ()) -> Asking:
    """Those whose label no other text has cannot ask; of the others, a sample where there are many."""
    count = Counter(row.label for row in rows)
    asks = [at for at, row in enumerate(rows) if count[row.label] > 1]
    if sample and len(asks) > sample:
        asks = sorted(random.Random(seed).sample(asks, sample))
    return Asking(name, tuple(rows), tuple(asks), tuple(strangers))


def fill(folder: Path, rows: Sequence[Labelled]) -> House:
    """A file of Amends with these texts as complaints, numbered from one, and what finds them."""
    house = build_house(open_store(folder / "shop.amends"), lambda: NOW, CONTENT)
    house.store.connection.execute("PRAGMA synchronous = OFF")
    with house.store.atomic():
        for row in rows:
            number = cases.add(house.store, NOW, step=Step.HEAR)
            cases.set_fields(house.store, number, {"words": row.text})
    house.likeness.catch_up()
    return house


def ours(one: Asking) -> "Ours":
    """The answers, those to strangers, ms to index a text, ms to answer one."""
    with TemporaryDirectory(prefix="amends-like-") as folder:
        began = time.perf_counter()
        house = fill(Path(folder), one.texts)
        filled = (time.perf_counter() - began) / max(len(one.texts), 1)

        def ask(text: str, number: int | None) -> Answer:
            ranked = house.likeness.ranked(text, case_id=number)[:KEPT]
            return Answer(tuple(r.number - 1 for r in ranked), tuple(r.score for r in ranked))

        began = time.perf_counter()
        answers = [ask(one.texts[at].text, at + 1) for at in one.asks]
        took = (time.perf_counter() - began) / max(len(one.asks), 1)
        strange = [ask(row.text, None) for row in one.strangers]
        house.store.close()
    return answers, strange, filled * 1000, took * 1000


def plain(one: Asking, tokenizer: str) -> list[Answer]:
    """bm25 of FTS5 alone, every word of the text joined by OR."""
    connection = driver.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE words USING fts5(text, tokenize='{tokenizer}')")
    rows = [(at, row.text) for at, row in enumerate(one.texts)]
    connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", rows)
    answers = []
    for at in one.asks:
        words = dict.fromkeys(re.findall(r"\w+", one.texts[at].text.lower()))
        asked = " OR ".join(f'"{word}"' for word in words) or '""'
        found = connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? AND rowid <> ? ORDER BY rank LIMIT ?", (asked, at, KEPT)
        )
        answers.append(Answer(tuple(row[0] for row in found)))
    connection.close()
    return answers


def by_chance(one: Asking, seed: int) -> list[Answer]:
    dice = random.Random(seed)
    others = range(len(one.texts) - 1)
    drawn = (dice.sample(others, min(KEPT, len(others))) for _ in one.asks)
    return [
        Answer(tuple(place + (place >= at) for place in places)) for at, places in zip(one.asks, drawn, strict=True)
    ]


def right(one: Asking, answers: Sequence[Answer]) -> list[list[bool]]:
    return [
        [one.texts[place].label == one.texts[at].label for place in answer.found]
        for at, answer in zip(one.asks, answers, strict=True)
    ]


def precision(one: Asking, answers: Sequence[Answer], depth: int) -> float:
    """The mean share of right ones among the first `depth`; a place that is left empty counts as wrong."""
    return mean(sum(found[:depth]) / depth for found in right(one, answers))


def ranking(one: Asking, answers: Sequence[Answer]) -> tuple[float, float, float]:
    return precision(one, answers, 3), precision(one, answers, 5), precision(one, answers, 1)


Ours = tuple[list[Answer], list[Answer], float, float]
Run = Callable[[Asking], tuple[Ours, list[Answer], list[Answer]]]
Table = dict[str, tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Panels:
    """What is left above the threshold; shares, or None where there is nothing to share."""

    empty: float
    right: float | None  # of the complaints shown
    wholly_wrong: float | None  # of the panels that show any
    strangers_empty: float | None


def panels(one: Asking, answers: Sequence[Answer], strange: Sequence[Answer], least: float = THRESHOLD) -> Panels:
    shown = [
        [ok for ok, score in zip(found, answer.scores, strict=True) if score >= least][:SHOWN]
        for found, answer in zip(right(one, answers), answers, strict=True)
    ]
    full = [panel for panel in shown if panel]
    return Panels(
        empty=1 - len(full) / len(shown),
        right=mean(ok for panel in full for ok in panel) if full else None,
        wholly_wrong=mean(not any(panel) for panel in full) if full else None,
        strangers_empty=mean(max(a.scores, default=0.0) < least for a in strange) if strange else None,
    )


def share(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"


def measure(one: Asking, seed: int, run: Run) -> tuple[Table, Panels]:
    """Print one set's table; gives its figures."""
    labels = len({row.label for row in one.texts})
    print(f"\n{one.name}: {len(one.texts)} texts, {labels} labels, {len(one.asks)} ask")
    if not one.asks:
        print("  no label is on two texts: nothing can be asked")
        return {}, Panels(1.0, None, None, None)
    (answers, strange, filled, took), porter, bare = run(one)
    table = {
        "ours": ranking(one, answers),
        "by chance": ranking(one, by_chance(one, seed)),
        "FTS5": ranking(one, bare),
        "FTS5, porter": ranking(one, porter),
    }
    for name, figures in table.items():
        print(f"  {name:14} p@3 {figures[0]:.3f}   p@5 {figures[1]:.3f}   hit@1 {figures[2]:.3f}")
    told = panels(one, answers, strange)
    tell(told)
    print(f"  {filled:.2f} ms to take in and index a text, {took:.2f} ms to answer")
    return table, told


def tell(told: Panels) -> None:
    print(
        f"  from {THRESHOLD} up: empty {share(told.empty)}   right of those shown {share(told.right)}"
        f"   panels wholly wrong {share(told.wholly_wrong)}   strangers rightly empty {share(told.strangers_empty)}"
    )


def own_sets(part: str, sample: int, seed: int) -> list[Asking]:
    """A file each kind of shop; strangers come to each of them."""
    files = {path.stem: of_part(read(path), part) for path in sorted(OWN.glob("*.jsonl"))}
    strangers = files.pop(STRANGERS, [])
    sets = [asking(name, rows, sample, seed, strangers) for name, rows in files.items()]
    every = [row for rows in files.values() for row in rows]
    return [*sets, asking("all shops in one file", every, sample, seed, strangers)]


def summary(found: Sequence[tuple[Table, Panels]]) -> None:
    tables = [table for table, _ in found if table]
    if len(tables) < 2:
        return
    print(f"\nmean of {len(tables)} sets")
    for name in tables[0]:
        figures = [mean(table[name][at] for table in tables) for at in range(3)]
        print(f"  {name:14} p@3 {figures[0]:.3f}   p@5 {figures[1]:.3f}   hit@1 {figures[2]:.3f}")
    told = [panel for table, panel in found if table]

    def middle(values: Sequence[float | None]) -> float | None:
        known = [value for value in values if value is not None]
        return mean(known) if known else None

    tell(
        Panels(
            mean(one.empty for one in told),
            middle([one.right for one in told]),
            middle([one.wholly_wrong for one in told]),
            middle([one.strangers_empty for one in told]),
        )
    )


def words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.like", description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--part", choices=PARTS, help="of each file; usually held-back of our own, all of others")
    parser.add_argument("--sample", type=int, default=2000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    return parser.parse_args()


def main() -> int:
    asked = words()
    try:
        if asked.files:
            part = asked.part or "all"
            sets = [asking(path.stem, of_part(read(path), part), asked.sample, asked.seed) for path in asked.files]
        else:
            sets = own_sets(asked.part or "held-back", asked.sample, asked.seed)
    except (BadLineError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:

        def in_two(one: Asking) -> tuple[Ours, list[Answer], list[Answer]]:
            bare = pool.submit(plain, one, "unicode61")
            porter = pool.submit(plain, one, "porter unicode61")
            return ours(one), porter.result(), bare.result()

        found = [measure(one, asked.seed, in_two) for one in sets]
    summary(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
