"""The index of like cases is as good as one that holds the texts themselves, and never in a save."""

import random
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from app.domain.terms import Step
from app.store import cases, lessons, likeness, schema
from app.store.database import Store, open_store
from app.store.seeker import Seeker
from app.store.stems import TOKENIZER, Stems
from tests.shop import NOW

WORDS = ("bread", "stale", "late", "rude", "cake", "wrong", "cold", "queue", "refund", "delivery", "broken", "burnt")


def read_as(version: str = "a") -> likeness.Reading:
    """Words as they are, and a vector that depends on the first of them."""
    return likeness.Reading(version, str.split, lambda text: bytes([hash_of(text)] * 64) if text.strip() else b"")


def hash_of(text: str) -> int:
    return sum(text.split(maxsplit=1)[0].encode()) % 256


@pytest.fixture
def stems() -> Stems:
    return Stems()


def add(store: Store, text: str) -> int:
    with store.atomic():
        number = cases.add(store, NOW, step=Step.HEAR)
        cases.set_fields(store, number, {"words": text})
    return number


def change(store: Store, number: int, **fields: object) -> None:
    with store.atomic():
        cases.set_fields(store, number, fields)


def remove(store: Store, number: int) -> None:
    with store.atomic():
        store.write("DELETE FROM cases WHERE id = ?", (number,))


def waiting(store: Store) -> list[int]:
    return [row[0] for row in store.read("SELECT case_id FROM like_pending ORDER BY case_id")]


def catch_up(store: Store, stems: Stems, reading: likeness.Reading | None = None) -> None:
    while likeness.catch_up(store, reading or read_as(), stems):
        pass


def random_text(dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randrange(1, 12)))


def lived_in(store: Store, stems: Stems) -> dict[int, str]:
    """Fills the index with a file in which much was changed and deleted; the texts that are left."""
    dice = random.Random(3)
    texts = {add(store, text): text for text in (random_text(dice) for _ in range(200))}
    catch_up(store, stems)
    for number in dice.sample(sorted(texts), 60):
        texts[number] = random_text(dice)
        change(store, number, words=texts[number])
    catch_up(store, stems)
    for number in dice.sample(sorted(texts), 50):
        remove(store, number)
        del texts[number]
    return texts


def plain_table(texts: dict[int, str]) -> driver.Connection:
    plain = driver.connect(":memory:")
    plain.execute(f"CREATE VIRTUAL TABLE words USING fts5(terms, tokenize='{TOKENIZER}')")
    plain.executemany("INSERT INTO words (rowid, terms) VALUES (?, ?)", texts.items())
    return plain


@pytest.mark.parametrize("asked", ["bread", "stale OR late", "(rude OR cake) AND (cold OR queue)", " OR ".join(WORDS)])
def test_the_index_finds_what_an_ordinary_table_finds(store: Store, stems: Stems, asked: str) -> None:
    plain = plain_table(lived_in(store, stems))
    ours = {row[0] for row in store.read("SELECT rowid FROM like_words WHERE like_words MATCH ?", (asked,))}
    assert ours == {row[0] for row in plain.execute("SELECT rowid FROM words WHERE words MATCH ?", (asked,))}
    plain.close()


def test_bm25_of_a_contentless_table_goes_on_counting_what_was_deleted(store: Store, stems: Stems) -> None:
    """Why the words are not weighed by it; should this fail one day, they may be."""
    plain = plain_table(lived_in(store, stems))
    ours: dict[int, float] = dict(store.read("SELECT rowid, rank FROM like_words WHERE like_words MATCH 'bread'"))
    assert ours != pytest.approx(
        dict(plain.execute("SELECT rowid, rank FROM words WHERE words MATCH 'bread'").fetchall()), rel=0.1
    )
    plain.close()


def test_words_weigh_the_same_whatever_was_changed_and_deleted_before(
    store: Store, stems: Stems, tmp_path: Path
) -> None:
    texts = lived_in(store, stems)
    catch_up(store, stems)
    with store.atomic():
        likeness.count_anew(store)
    fresh = open_store(tmp_path / "fresh.amends")
    same = {add(fresh, text): number for number, text in texts.items()}
    catch_up(fresh, stems)
    for asked in (["bread"], ["stale", "late"], list(WORDS)):
        weighed = []
        for one in (store, fresh):
            seeker = Seeker(one, str.split, [])
            seeker.refresh()
            weighed.append({f.number: f.words for f in seeker.candidates(asked, seeker.near(b""), width=500)})
        assert {number: weighed[0][number] for number in same.values()} == pytest.approx(
            {same[number]: words for number, words in weighed[1].items()}
        )
    fresh.close()


def test_a_save_only_notes_what_changed(store: Store, stems: Stems) -> None:
    number = add(store, "bread stale")
    assert waiting(store) == [number]
    assert store.read("SELECT count(*) FROM like_vector") == [(0,)]
    catch_up(store, stems)
    for field, value in (("anger", 3), ("words", "bread stale"), ("supplier", "Mill"), ("best_way", "a new one")):
        change(store, number, **{field: value})
        assert waiting(store) == [], field
    for field in ("words", "wants", "facts", "went_wrong", "title"):
        change(store, number, **{field: f"{field} is another"})
        assert waiting(store) == [number], field
        catch_up(store, stems)


def test_a_refused_save_leaves_nothing_waiting(store: Store) -> None:
    number = add(store, "")
    with pytest.raises(driver.OperationalError), store.atomic():
        cases.set_fields(store, number, {"words": "bread", "no_such_field": 1})
    assert waiting(store) == []


def test_a_text_that_changes_while_it_is_read_stays_waiting(store: Store, stems: Stems) -> None:
    number = add(store, "bread stale")
    other = Store(store.path)

    def terms(text: str) -> list[str]:
        if text == "bread stale":
            change(other, number, words="cake late")
        return text.split()

    reading = likeness.Reading("a", terms, read_as().vector)
    likeness.catch_up(store, reading, stems)
    assert waiting(store) == [number]
    likeness.catch_up(store, reading, stems)
    assert waiting(store) == []
    assert store.read("SELECT rowid FROM like_words WHERE like_words MATCH 'cake'") == [(number,)]
    assert store.read("SELECT rowid FROM like_words WHERE like_words MATCH 'bread'") == []
    other.close()


def test_frequencies_are_those_of_the_index(store: Store, stems: Stems) -> None:
    numbers = [add(store, " ".join(random.Random(at).choices(WORDS, k=6))) for at in range(30)]
    catch_up(store, stems)
    for number in numbers[:7]:
        change(store, number, words="queue refunds breads")
    remove(store, numbers[-1])
    catch_up(store, stems)
    change(store, numbers[0], words="")
    catch_up(store, stems)
    kept: dict[str, int] = dict(store.read("SELECT word, cases FROM like_frequency WHERE word <> ''"))
    with store.atomic():
        likeness.count_anew(store)
    assert kept == dict(store.read("SELECT word, cases FROM like_frequency WHERE word <> ''"))


def test_a_purged_case_leaves_no_row(store: Store, stems: Stems) -> None:
    number = add(store, "bread stale")
    catch_up(store, stems)
    change(store, number, words="bread burnt")
    remove(store, number)
    for table in ("like_vector", "like_pending", "like_verdict"):
        assert store.read(f"SELECT * FROM {table}") == []
    assert store.read("SELECT rowid FROM like_words WHERE like_words MATCH 'bread'") == []


def test_another_make_of_the_vectors_makes_all_anew(store: Store, stems: Stems) -> None:
    numbers = [add(store, f"{word} again") for word in WORDS]
    catch_up(store, stems)
    before = store.read("SELECT max(id) FROM like_vector")[0][0]
    catch_up(store, stems)
    assert store.read("SELECT max(id) FROM like_vector")[0][0] == before
    catch_up(store, stems, read_as("b"))
    rows = store.read("SELECT id, case_id FROM like_vector ORDER BY case_id")
    assert [row[1] for row in rows] == numbers
    assert min(row[0] for row in rows) > before
    assert store.read("SELECT rowid FROM like_words WHERE like_words MATCH 'bread'") == [(numbers[0],)]


def test_a_changed_lesson_gets_another_vector(store: Store, stems: Stems) -> None:
    with store.atomic():
        number = lessons.add(store, {"broke": "bread", "plan": "clear the shelf"})
    catch_up(store, stems)
    first = store.read("SELECT id, vector FROM like_lesson")
    with store.atomic():
        lessons.set_fields(store, number, {"owner": "Ben"})
    assert store.read("SELECT id, vector FROM like_lesson") == first
    with store.atomic():
        lessons.set_fields(store, number, {"broke": "queue"})
    catch_up(store, stems)
    assert store.read("SELECT vector FROM like_lesson") != [first[0][1:]]


def test_what_was_read_before_is_read_no_more(store: Store, stems: Stems) -> None:
    number, other = add(store, "bread stale"), add(store, "queue late")
    catch_up(store, stems)
    seeker = Seeker(store, str.split, [])
    seeker.refresh()
    vector = read_as().vector
    assert seeker.nearness([number], seeker.near(vector("bread")))[number] > 0.9
    change(store, number, words="delivery late")
    third = add(store, "bread cold")
    catch_up(store, stems)
    seeker.refresh()
    near = seeker.nearness([number, other, third], seeker.near(vector("bread")))
    assert near[third] > 0.9 > near[number]


def test_one_of_the_rare_words_and_any_other_opens_the_gate(store: Store, stems: Stems) -> None:
    for at in range(700):
        add(store, f"bread {WORDS[1 + at % 5]} {'cake' if at % 2 else 'cold'}")
    twin = add(store, "accordion bread queue")
    catch_up(store, stems)
    seeker = Seeker(store, str.split, [])
    seeker.refresh()
    found = {one.number: one.words for one in seeker.candidates(["accordion", "queue", "bread"], seeker.near(b""))}
    assert max(found, key=found.__getitem__) == twin
    assert found[twin] > 0
    assert seeker.candidates(['"', "bread"], seeker.near(b"")) != []


def test_stems_are_those_of_the_index(stems: Stems) -> None:
    assert f"tokenize='{TOKENIZER}'" in schema._LESSONS_THAT_COME_UP
    assert stems.of(["cakes", "caking", "loaf", "délivery"]) == ["cake", "cake", "loaf", "deliveri"]
    assert stems.of(["", "!", "o'clock"]) == ["o", "clock"]


def test_the_index_is_whole_after_all_that(store: Store, stems: Stems, tmp_path: Path) -> None:
    for word in WORDS:
        add(store, word)
    catch_up(store, stems)
    remove(store, 3)
    store.connection.execute("INSERT INTO like_words (like_words) VALUES ('integrity-check')")
    again = open_store(store.path)
    assert again.read("SELECT count(*) FROM like_vector") == [(len(WORDS) - 1,)]
    again.close()
