"""Vectors of texts are small, the same each time, and nearer where the meaning is nearer."""

import numpy as np
import pytest

from app.likeness.meaning import DIMENSIONS, PACKED, Meaning, pack, similarities, unpack
from app.system import resources

STALE = "The bread was stale."
NOT_FRESH = "This loaf is not fresh at all"
RUDE = "The man at the till was rude to me"


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
