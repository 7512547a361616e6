"""Vectors of texts are small, the same each time, and nearer where the meaning is nearer."""

import json
from pathlib import Path

import numpy as np
import pytest

from app.likeness.meaning import DIMENSIONS, PACKED, Meaning, pack, similarities, unpack
from app.likeness.pieces import MOST
from app.system import resources

STALE = "The bread was stale."
NOT_FRESH = "This loaf is not fresh at all"
RUDE = "The man at the till was rude to me"
FOLDER = resources.word_vectors().parent


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    return Meaning(resources.word_vectors())


def test_a_vector_is_small_and_the_same_each_time(meaning: Meaning) -> None:
    packed = meaning.vector(STALE)
    assert len(packed) == PACKED <= 96
    assert packed == meaning.vector(STALE) == Meaning(resources.word_vectors()).vector(STALE)


def test_stale_is_nearer_to_not_fresh_than_to_rude(meaning: Meaning) -> None:
    rows = unpack([meaning.vector(NOT_FRESH), meaning.vector(RUDE)])
    fresh, rude = similarities(rows, meaning.vector(STALE))
    assert fresh > rude + 0.2


@pytest.mark.parametrize(
    ("one", "alike", "other"),
    [
        ("I was charged twice", "You took the money two times", "You took two hours"),
        ("My parcel never came", "The package has not been delivered", "The package was too expensive"),
        ("She shouted at me", "Your staff are rude", "Your staff are slow"),
        ("The soup was cold", "They served lukewarm food", "They served the wrong food"),
    ],
)
def test_other_words_for_the_same_are_nearer(meaning: Meaning, one: str, alike: str, other: str) -> None:
    near, far = similarities(unpack([meaning.vector(alike), meaning.vector(other)]), meaning.vector(one))
    assert near > far


def test_a_misspelt_text_is_near_to_the_right_one(meaning: Meaning) -> None:
    rows = unpack([meaning.vector("I recieved an appaling brekfast"), meaning.vector(RUDE)])
    near, far = similarities(rows, meaning.vector("I received an appalling breakfast"))
    assert near > 0.95 > far


@pytest.mark.parametrize("text", ["bread", "62", "\U0001f621 stale", "x" * 100_000, "a b c d e f g"])
def test_odd_texts_have_a_vector_of_the_same_size(meaning: Meaning, text: str) -> None:
    assert len(meaning.vector(text)) == PACKED


def test_a_very_long_text_is_read_to_a_limit(meaning: Meaning) -> None:
    limit = "cake " * MOST
    assert meaning.vector(limit + "rude " * 20_000) == meaning.vector(limit)


@pytest.mark.parametrize("text", ["", " ", "!?", "\U0001f621", "\0", "漢字"])
def test_a_text_without_a_known_word_has_no_vector(meaning: Meaning, text: str) -> None:
    assert meaning.vector(text) == b""


def test_what_is_packed_comes_back_nearly_as_it_was() -> None:
    vectors = np.random.default_rng(1).normal(size=(500, DIMENSIONS)).astype(np.float32)
    rows = unpack([pack(vector) for vector in vectors])
    vectors /= np.linalg.norm(vectors, axis=1)[:, None]
    assert (np.abs(similarities(rows, pack(vectors[0])) - vectors @ vectors[0]) < 0.08).all()


def test_an_empty_vector_is_like_nothing(meaning: Meaning) -> None:
    rows = unpack([b"", meaning.vector(STALE)])
    assert not rows[0].any()
    found = similarities(rows, meaning.vector(STALE))
    assert found[0] == 0
    assert found[1] == pytest.approx(1, abs=0.02)
    assert not similarities(rows, b"").any()
    assert similarities(unpack([]), meaning.vector(STALE)).shape == (0,)


def test_likenesses_are_those_of_a_direct_sum() -> None:
    """More rows than one block holds."""
    vectors = np.random.default_rng(2).normal(size=(20_000, DIMENSIONS)).astype(np.float32)
    packed = [pack(vector) for vector in vectors]
    rows = unpack(packed)
    wide = rows.astype(np.float64)
    wide /= np.linalg.norm(wide, axis=1)[:, None]
    np.testing.assert_allclose(similarities(rows, packed[5]), wide @ wide[5], atol=0.02)
    np.testing.assert_array_equal(similarities(rows, rows[5]), similarities(rows, packed[5]))
    assert rows.nbytes == len(rows) * DIMENSIONS


def test_the_file_names_its_make(meaning: Meaning) -> None:
    with resources.word_vectors().open("rb") as file:
        head = json.loads(file.readline())
    assert meaning.version == head["version"]
    assert meaning.version


def test_a_file_of_another_layout_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.bin"
    path.write_bytes(b'{"layout": 1}\n')
    with pytest.raises(ValueError):
        Meaning(path)


def test_the_file_is_small_and_its_notice_names_sources_and_licences() -> None:
    assert resources.word_vectors().stat().st_size < 8_000_000
    notice = (FOLDER / "NOTICE").read_text(encoding="utf-8")
    for name in ("all-MiniLM-L6-v2", "Apache License 2.0", "SCOWL", "Kevin Atkinson", "WordNet", "Princeton"):
        assert name in notice
