"""Like cases in time: 60-word texts over 100,000 cases and 2,000 lessons, each with one twin that must be found.

python -m tests.bench.like_speed [FILE]. Without FILE it fills one first; a FILE of tests.bench.many is copied, not
changed. Ours is the whole answer of the service: words, vectors, ranking and lessons; beside it, in turn, FTS5's bm25
over the same index, asked for all words by OR. The size of the index is that of the file with and without it, each
packed by VACUUM; the text's is that of the words, titles and facts in UTF-8. Saving is timed with and without the
trigger that notes what changed.
"""

import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from app.services.house import House, build_house
from app.store.database import Store, open_store
from tests.bench import many, phrases
from tests.bench.one_field import growing
from tests.shop import CONTENT

CASES, LESSONS, TWINS = 100_000, 2_000, 60
WORDS = 60
KEPT = 0.7  # of the words of a text come again in its twin, in the same order
DETAILS = 3  # of a complaint, as every real one has them; the made-up ones of tests.bench.many share their sentences
UNUSUAL = re.findall(
    r"\w+",
    """
    almond anchor apricot balcony banjo basil cactus canoe chimney cinnamon comet copper crane dolphin eagle falcon
    ferry fig gazebo ginger glacier harp hedge heron ivy jasmine kettle kite lantern lemon lighthouse maple marble
    meadow mint nettle oak olive orchid otter owl parrot pebble pepper piano plum puddle quilt raven saffron saxophone
    scarf sparrow tulip turnip umbrella velvet violin walnut willow windmill zebra
    """,
)
MEDIAN_MS, P95_MS, SIZE, SLOWER = 50.0, 80.0, 0.6, 1.2
TABLES = ("like_words", "like_vector", "like_frequency", "like_lesson", "like_pending")


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def long_text(dice: random.Random, details: Sequence[str] = ()) -> str:
    words = list(details)
    while len(words) < WORDS:
        words += phrases.complaint(dice, dice.choice(tuple(phrases.THING))).split()
    return " ".join(words[:WORDS])


def twin_of(text: str, dice: random.Random) -> str:
    """The same complaint told again: all but its details may go, and as many words of another come in."""
    words = text.split()
    kept = [*range(DETAILS), *sorted(dice.sample(range(DETAILS, WORDS), int(WORDS * KEPT) - DETAILS))]
    return " ".join([words[at] for at in kept] + long_text(dice).split()[: WORDS - len(kept)])


def plant(house: House, dice: random.Random) -> list[tuple[int, str]]:
    """Numbers of new cases, each with a text that is like it."""
    planted = []
    with house.store.atomic():
        for _ in range(TWINS):
            text = long_text(dice, dice.sample(UNUSUAL, DETAILS))
            planted.append((house.intake.add({"words": text}).value, twin_of(text, dice)))
    house.likeness.catch_up()
    return planted


def by_all_words(house: House, text: str) -> None:
    words = dict.fromkeys(word.strip(".,;:!?'\"").lower() for word in text.split())
    asked = " OR ".join('"' + word.replace('"', "") + '"' for word in words if word)
    house.store.read("SELECT rowid FROM like_words WHERE like_words MATCH ? ORDER BY rank LIMIT 10", (asked,))


def figures(times: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    return median(times), quantiles(times, n=20)[-1]


def ask(house: House, planted: Sequence[tuple[int, str]]) -> None:
    first = timed(partial(house.likeness.like, planted[0][1]))
    ours: list[float] = []
    theirs: list[float] = []
    found = 0
    for number, text in planted:
        ours.append(timed(partial(house.likeness.like, text)))
        theirs.append(timed(partial(by_all_words, house, text)))
        found += number in [one.number for one in house.likeness.like(text).cases]
    middle, late = figures(ours)
    ok = "ok" if middle <= MEDIAN_MS and late <= P95_MS else "TOO SLOW"
    print(f"like cases, ms: median {middle:.1f}  p95 {late:.1f}  targets {MEDIAN_MS:.0f}, {P95_MS:.0f}  {ok}")
    print("  bm25 over the OR of all words: median {:.1f}  p95 {:.1f}".format(*figures(theirs)))
    print(f"  the first one, which reads all vectors: {first:.0f}")
    print(
        f"twins found in the first three: {found} of {len(planted)}  {'ok' if found == len(planted) else 'LOST SOME'}"
    )


def packed(store: Store) -> int:
    """Bytes of the file once it holds nothing that is free."""
    store.connection.execute("VACUUM")
    sizes = store.first("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    assert sizes is not None
    return int(sizes[0])


def size(store: Store) -> None:
    """Empties the index of the copy."""
    row = store.first(
        "SELECT sum(length(CAST(words || given_title || facts || went_wrong || wants AS BLOB))) FROM case_detail"
    )
    assert row is not None
    store.connection.execute("INSERT INTO like_words (like_words) VALUES ('optimize')")
    whole = packed(store)
    store.connection.execute("INSERT INTO like_words (like_words) VALUES ('delete-all')")
    for table in TABLES[1:]:
        store.connection.execute(f"DELETE FROM {table}")
    index, text = whole - packed(store), int(row[0])
    ok = "ok" if index <= SIZE * text else "TOO LARGE"
    print(f"index {index / 1e6:.1f} MB of {text / 1e6:.1f} MB of text: {index / text:.2f}  target {SIZE}  {ok}")


def saving(house: House) -> None:
    """Takes the trigger away and puts it back, turn by turn."""
    row = house.store.first("SELECT sql FROM sqlite_master WHERE name = 'like_text_changed'")
    assert row is not None
    number = house.store.read("SELECT max(id) FROM cases")[0][0]
    times: dict[bool, list[float]] = {True: [], False: []}
    for turn in range(24):
        noted = turn % 2 == 0
        house.store.connection.execute(row[0] if noted and turn else "DROP TRIGGER IF EXISTS like_text_changed")
        if turn == 0:
            house.store.connection.execute(row[0])
        for text in growing():
            house.store.connection.execute("DELETE FROM like_pending")
            times[noted].append(timed(partial(house.cases.answer, number, "words", text)))
    ratio = median(times[True]) / median(times[False])
    ok = "ok" if ratio <= SLOWER else "TOO SLOW"
    print(
        f"saving words, ms: {median(times[True]):.2f} with, {median(times[False]):.2f} without: ratio {ratio:.2f}"
        f"  target {SLOWER}  {ok}"
    )


def main(file: Path | None) -> None:
    with tempfile.TemporaryDirectory(prefix="amends-like-") as folder:
        copy = Path(folder) / "shop.amends"
        if file is None:
            began = time.perf_counter()
            many.fill(copy, CASES, lessons=LESSONS, like=True)
            print(f"filled in {time.perf_counter() - began:.0f} s")
        else:
            shutil.copyfile(file, copy)
        house = build_house(open_store(copy), lambda: many.NOW, CONTENT)
        ask(house, plant(house, random.Random(5)))
        saving(house)
        size(house.store)
        house.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
